"""The brief keeps to the limits of its house style."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.limits import excesses
from briefgen.checking.subject import Subject


def over_limit(subject: Subject) -> Iterator[Remark]:
    """A section, or the whole brief, that is longer than the house style allows."""
    if subject.style:
        for path, message in excesses(subject.brief, subject.style, subject.extents):
            yield Remark(path, message, "Shorten it in overrides.yaml, drop items, or take another style.")
