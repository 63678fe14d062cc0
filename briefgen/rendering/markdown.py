"""Outline -> CommonMark with pipe tables. Draws each block and decides nothing."""

from __future__ import annotations

import re

from briefgen.model.style import Style
from briefgen.rendering import blocks
from briefgen.rendering.blocks import Document, Inline, Outline

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~#$])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")  # would begin a list or underline a heading


def markdown(outline: Outline, style: Style) -> Document:
    """The .md file, UTF-8. Page heads and feet are left out: there are no pages."""
    text = "\n\n".join(_draw(block) for block in outline.blocks)
    return Document(f"{text}\n".encode(), outline.warnings)


def _draw(block: blocks.Block) -> str:
    match block:
        case blocks.Marking(text) | blocks.Kicker(text):
            return f"**{_escape(text)}**"
        case blocks.Title(text):
            return f"# {_escape(text)}"
        case blocks.Heading(level, text, citation):
            return f"{'#' * (level + 1)} {_escape(text)}{_line(citation)}"
        case blocks.Box(content) | blocks.Quotation(content):
            return f"> {_start(_line(content))}"
        case blocks.Paragraph(content, number=number):
            return f"{number} {_start(_line(content))}".lstrip()
        case blocks.Bullets(items, marks):
            before = marks or ("-",) * len(items)
            return "\n".join(f"{mark} {_start(_line(item))}" for mark, item in zip(before, items, strict=True))
        case blocks.Fields(rows):
            return "\\\n".join(f"**{_escape(label)}** {_line(value)}" for label, value in rows)
        case blocks.Table(columns, rows):
            return _table(columns, rows)
        case blocks.Entry(anchor, label, text):
            return f'<a id="{anchor}"></a>**{_escape(label)}** {_escape(text)}'
        case blocks.Notes():
            return "\n\n".join(_draw(part) for part in block.parts)


def _table(columns: tuple[blocks.TableColumn, ...], rows: tuple[tuple[blocks.Cell, ...], ...]) -> str:
    head = [_escape(column.label) for column in columns]
    rule = ["---:" if column.figures else "---" for column in columns]
    body = [["<br>".join(_line(line) for line in cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *body])


def _line(content: Inline) -> str:
    return "".join(_run(run) for run in content)


def _run(run: blocks.Run) -> str:
    text = _escape(run.text)
    if run.target:
        return f"[{text}](#{run.target})"
    # Emphasis may not begin or end with a space.
    return re.sub(r"^(\s*)(.+?)(\s*)$", r"\1**\2**\3", text) if run.role == "strong" else text


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _start(line: str) -> str:
    """A line that opens a paragraph, made safe from being taken for a list or a rule."""
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
