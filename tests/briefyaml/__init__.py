"""Briefs and hand edits as YAML."""
