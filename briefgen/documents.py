"""The documents of a brief in its house style, and what should be said about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import house_styles
from briefgen.model.extent import Extent
from briefgen.model.style import Style
from briefgen.storage import BriefFolder

if TYPE_CHECKING:
    from briefgen.model.brief import Brief
    from briefgen.model.merged import Path as Keys
    from briefgen.rendering import Document

_EVIDENTLY_LONG = 20  # pages; laying out 200 takes ten seconds


@dataclass(frozen=True, slots=True)
class Printed:
    """What is to be printed: the brief, whether a person changed it, and the paths of what that person wrote.

    `fair`: without comments for a reviewer. `letterhead`: a .docx other than the style's, None for the style's.
    """

    brief: Brief
    edited: bool = False
    human: frozenset[Keys] = frozenset()
    fair: bool = False
    letterhead: Path | None = None


def render(
    folder: BriefFolder, printed: Printed, formats: tuple[str, ...], progress: Callable[[str], None]
) -> tuple[dict[Path, bytes], tuple[str, ...]]:
    """The contents of the documents by the paths where they belong, and warnings. Raises StyleError, RenderError."""
    from briefgen import rendering

    style = house_styles.load_style(printed.brief.style)
    if printed.letterhead:
        style = style.model_copy(update={"letterhead": str(printed.letterhead)})
    documents: dict[Path, Document] = {}
    for extension in formats:
        progress(f"rendering {extension}")
        documents[folder.document(extension)] = rendering.write(
            printed.brief, style, extension, edited=printed.edited, human=printed.human, fair=printed.fair
        )
    warnings = [f"{path}: {warning}" for path, document in documents.items() for warning in document.warnings]
    return {path: document.content for path, document in documents.items()}, tuple(warnings)


def excesses(brief: Brief) -> tuple[str, ...]:
    """What the brief has more of than its house style allows, in words. Raises StyleError, RenderError."""
    from briefgen import checking

    style = house_styles.load_style(brief.style)
    found = checking.excesses(brief, style, measure(brief, style))
    return tuple(f"{message} (style {style.name})" for _, message in found)


def measure(brief: Brief, style: Style) -> tuple[Extent, ...]:
    """How much room each section takes on paper.

    Nothing where the style has no limit that it matters for, and of a brief so long that nobody need wait to hear it.
    """
    from briefgen import checking, rendering

    limits = [section.limits for section in style.sections]
    if style.pages is None and not any(limit.pages or limit.lines for limit in limits):
        return ()
    if checking.least_pages(brief) > _EVIDENTLY_LONG:
        return ()
    return rendering.write(brief, style, "pdf").extents
