"""Brief + Style -> outline of blocks -> Word, PDF, HTML, Markdown. The outline decides, the renderers draw."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.errors import RenderError
from briefgen.model.brief import Brief
from briefgen.model.style import Style
from briefgen.rendering.blocks import Document, Outline
from briefgen.rendering.draft import Path
from briefgen.rendering.mail import MailText, mail_text
from briefgen.rendering.outline import outline
from briefgen.rendering.styles import load_style

__all__ = ["FORMATS", "Document", "MailText", "Outline", "load_style", "mail_text", "outline", "write"]


def write(
    brief: Brief,
    style: Style,
    format: str,
    *,
    edited: bool = False,
    human: frozenset[Path] = frozenset(),
    fair: bool = False,
) -> Document:
    """The brief as a file of that format (a key of FORMATS), with warnings for the user, none when all is well.

    `edited`: a person has changed the brief since the engine drafted it; `human`: the paths of what that person wrote.
    `fair`: a fair copy, without comments for a reviewer. The same arguments give the same bytes.
    Raises RenderError: unknown format, fonts not installed, or a page that cannot be laid out.
    """
    if format not in FORMATS:
        raise RenderError(f"no format is called {format!r}", f"Known formats: {', '.join(FORMATS)}.")
    return FORMATS[format](outline(brief, style, edited=edited, human=human, fair=fair), style)


def _docx(outline: Outline, style: Style) -> Document:
    from briefgen.rendering.word import word

    return word(outline, style)


def _pdf(outline: Outline, style: Style) -> Document:
    from briefgen.rendering.pdf import pdf

    return pdf(outline, style)


def _md(outline: Outline, style: Style) -> Document:
    from briefgen.rendering.markdown import markdown

    return markdown(outline, style)


def _html(outline: Outline, style: Style) -> Document:
    from briefgen.rendering.html import html

    return html(outline, style)


# python-docx and reportlab take their time to load, so each format loads its own when it is asked for.
FORMATS: dict[str, Callable[[Outline, Style], Document]] = {"docx": _docx, "pdf": _pdf, "html": _html, "md": _md}
