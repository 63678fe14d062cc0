"""Sections and lines that the house style requires are filled in."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.contents import content
from briefgen.checking.finding import Remark
from briefgen.checking.subject import Subject

_NEVER_EMPTY = ("provenance", "standing_text", "annex")


def empty_section(subject: Subject) -> Iterator[Remark]:
    """A section that the house style requires and that has nothing in it."""
    for section in subject.style.sections if subject.style else ():
        if section.required and section.section not in _NEVER_EMPTY:
            path, inside = content(subject.brief, section.section)
            if not inside or (isinstance(inside, str) and not inside.strip()):
                hint = f"Fill in {'.'.join(path)} in overrides.yaml, or take another style."
                what = f"nothing is in “{section.label}”, which the style {subject.brief.style} requires"
                yield Remark(path, what, hint)


def empty_field(subject: Subject) -> Iterator[Remark]:
    """A line above the brief that the house style requires and that has nothing in it."""
    header = subject.brief.header.model_dump(by_alias=True)
    for line in subject.style.fields if subject.style else ():
        if line.required and line.field in header and not (header[line.field] or "").strip():
            hint = f"Write header: {{{line.field}: ...}} in overrides.yaml, or take another style."
            what = f"nothing stands behind “{line.label}”, which the style {subject.brief.style} requires"
            yield Remark(("header", line.field), what, hint)
