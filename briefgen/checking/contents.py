"""Which part of a brief stands under which section of a house style."""

from __future__ import annotations

from briefgen.checking.subject import SECTIONS
from briefgen.model.brief import Brief
from briefgen.model.merged import Path


def content(brief: Brief, section: str) -> tuple[Path, object]:
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
