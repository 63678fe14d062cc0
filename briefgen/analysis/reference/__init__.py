"""Whom pronouns, possessives and offices mean."""
