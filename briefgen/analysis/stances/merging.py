"""Statements of the same thing made one."""

from __future__ import annotations

from briefgen.model.findings import Stance


def merge(stances: list[Stance]) -> list[Stance]:
    return stances
