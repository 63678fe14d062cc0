"""requirements.lock: every dependency at a version the project allows, by its hash, from whatever index is set up."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
LOCKED = [Requirement(line) for line in re.findall(r"^\S+==[^\\\n]+", LOCK, re.MULTILINE)]


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_every_dependency_is_locked_at_a_version_that_is_allowed(dependency: str) -> None:
    wanted = Requirement(dependency)
    versions = [
        specifier.version
        for locked in LOCKED
        if canonicalize_name(locked.name) == canonicalize_name(wanted.name)
        for specifier in locked.specifier
    ]
    assert versions, "run `make lock`"
    assert all(wanted.specifier.contains(version) for version in versions), "run `make lock`"


def test_every_locked_version_has_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) == len(LOCKED)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_lock_names_no_index() -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links", LOCK)
