"""Runs -> the markup that reportlab's paragraphs read, every character of the text escaped."""

from __future__ import annotations

from collections import Counter

from briefgen.model.style import Style
from briefgen.rendering.blocks import Inline, Run
from briefgen.rendering.pdf.fonts import FontBook


class Markup:
    """Writes markup in the style's faces and colours, and remembers what was cited."""

    def __init__(self, style: Style, fonts: FontBook, marking_size: float) -> None:
        self._style, self._fonts, self._marking_size = style, fonts, marking_size
        self._quiet, self._accent = _css(style.colours.quiet), _css(style.colours.accent)
        self._cited: Counter[str] = Counter()

    def line(self, content: Inline, face: str) -> str:
        """A line of a paragraph set in `face`."""
        return "".join(self._run(run, face) for run in content)

    def words(self, text: str, face: str) -> str:
        """Plain text of a paragraph set in `face`."""
        return self._fonts.markup(text, face)

    def first_citation(self, target: str) -> str:
        """The anchor of the first link to `target` written so far; empty where there is none."""
        return _place(target, 1) if target in self._cited else ""

    def _run(self, run: Run, face: str) -> str:
        fonts, quiet, small = self._fonts, self._quiet, self._style.sizes.small
        match run.role:
            case "strong":
                bold = fonts.bold(face)
                return f'<font name="{bold}">{fonts.markup(run.text, bold)}</font>'
            case "quiet":
                return f'<font color="{quiet}">{fonts.markup(run.text, face)}</font>'
            case "citation" | "analyst":
                look = f'name="{fonts.label}" size="{small}" color="{quiet}"'
                return self._linked(run, f"<font {look}>{fonts.markup(run.text, fonts.label)}</font>")
            case "note":
                look = f'name="{fonts.label_bold}" color="{quiet}"'
                words = f"<font {look}>{fonts.markup(run.text, fonts.label_bold)}</font>"
                return self._linked(run, f'<super rise="{small / 2.5:.1f}" size="{small * 0.8:.1f}">{words}</super>')
            case "marking":
                look = f'name="{fonts.label_bold}" size="{self._marking_size}" color="{self._accent}"'
                return f"<font {look}>{fonts.markup(run.text, fonts.label_bold)}</font>"
            case _:
                return fonts.markup(run.text, face)

    def _linked(self, run: Run, words: str) -> str:
        if not run.target:
            return words
        self._cited[run.target] += 1
        # The anchor is what the annex leads back to. It has a second use: without it, reportlab would take another way
        # for a paragraph that is nothing but a link, and not tell the canvas which words are the link's.
        place = _place(run.target, self._cited[run.target])
        return f'<a name="{place}"/><a href="#{run.target}">{words}</a>'


def _place(target: str, count: int) -> str:
    return f"{target}_place_{count}"


def _css(colour: str) -> str:
    """A colour in the one notation that reportlab reads at once."""
    red, green, blue = bytes.fromhex(colour)
    return f"rgb({red},{green},{blue})"
