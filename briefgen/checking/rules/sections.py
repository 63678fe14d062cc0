"""Sections and lines that the house style requires are filled in."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.subject import SECTIONS, Subject
from briefgen.model.brief import Brief
from briefgen.model.merged import Path

_NEVER_EMPTY = ("provenance", "standing_text", "annex")


def empty_section(subject: Subject) -> Iterator[Remark]:
    """A section that the house style requires and that has nothing in it."""
    for section in subject.style.sections if subject.style else ():
        if section.required and section.section not in _NEVER_EMPTY:
            path, content = _content(subject.brief, section.section)
            if not content or (isinstance(content, str) and not content.strip()):
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


def _content(brief: Brief, section: str) -> tuple[Path, object]:
    """Where a section of a style stands in brief.yaml, and what is in it."""
    machine: dict[str, tuple[Path, object]] = {
        "bottom_line": (("summary", "bottom_line"), brief.summary.bottom_line),
        "key_points": (("summary", "key_points"), brief.summary.key_points),
        "issues": (("issues",), brief.issues),
        "red_lines": (("red_lines",), brief.red_lines),
        "next_steps": (("next_steps",), brief.next_steps),
        "quotations": (("quotes",), brief.quotes),
        "caveats": (("caveats",), brief.caveats),
    }
    return machine.get(section, ((SECTIONS, section), brief.sections.get(section)))
