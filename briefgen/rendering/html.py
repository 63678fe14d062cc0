"""Outline -> HTML: one file that reads as the body of an e-mail and on a phone. Draws each block and decides nothing.

No script, nothing fetched. What mail programs must see stands in `style` attributes, since some drop style sheets.
"""

from __future__ import annotations

from html import escape

from briefgen.model.style import Style, Typeface
from briefgen.rendering import blocks
from briefgen.rendering.blocks import Cell, Document, Inline, Outline

_ALIGN = {"left": "left", "centre": "center", "right": "right"}


def html(outline: Outline, style: Style) -> Document:
    """The .html file, UTF-8. Page heads and feet are left out: there are no pages."""
    told, draw = outline.properties, _Drawing(style, outline.marking_size)
    metadata = {"author": told.author, "keywords": told.keywords, "description": told.subject}
    tags = "".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in metadata.items() if text)
    body = "\n".join(draw.block(block) for block in outline.blocks)
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(told.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{tags}<title>{escape(told.title)}</title>\n<style>{_sheet(style)}</style>\n</head>\n"
        f'<body style="{draw.page}">\n<div style="max-width:44em;margin:0 auto">\n{body}\n</div>\n</body>\n</html>\n'
    )
    return Document(page.encode(), outline.warnings)


def _sheet(style: Style) -> str:
    """What a browser shows better than a mail program: links, paper, and tables as cards on a narrow screen."""
    return (
        f"a{{color:#{style.colours.quiet};text-decoration:none}}a:hover{{text-decoration:underline}}"
        "@media (max-width:36em){thead{position:absolute;left:-999em}tr,td{display:block}"
        "td{border:0!important;padding:1px 0!important}tr{padding:8px 0}"
        "td::before{content:attr(data-label) ' ';font-size:80%;opacity:.8}}"
        "@media print{body{margin:0}tr,blockquote{break-inside:avoid}h2,h3{break-after:avoid}}"
    )


class _Drawing:
    def __init__(self, style: Style, marking_size: float) -> None:
        sizes, self._colours = style.sizes, style.colours
        self._marking_size = marking_size
        face = f"{_faces(style.fonts.text)},serif"
        self._label = f"font-family:{_faces(style.fonts.label)},sans-serif"
        self.page = (
            f"margin:16px;color:#000;background:#fff;overflow-wrap:anywhere;font:{sizes.text + 1.5:g}pt/1.45 {face}"
        )
        self._heading = f"{self._label};color:#{self._colours.accent};line-height:1.2"
        self._sizes = sizes

    def block(self, block: blocks.Block) -> str:
        """The markup of one block."""
        colours, sizes = self._colours, self._sizes
        match block:
            case blocks.Marking(text, align):
                return _tag("p", escape(text), f"{self._marked()};text-align:{_ALIGN[align]}")
            case blocks.Kicker(text):
                return _tag("p", escape(text), f"{self._label};font-weight:bold;color:#{colours.quiet};margin:0")
            case blocks.Title(text):
                look = f"font-size:{sizes.title}pt;line-height:1.2;color:#{colours.accent};margin:4px 0 12px;"
                return _tag("h1", escape(text), f"{look}border-bottom:1px solid #{colours.accent};padding-bottom:8px")
            case blocks.Heading(level, text, citation):
                size = sizes.heading + 1 if level == 1 else sizes.subheading + 1
                look = f"{self._heading};font-size:{size}pt;margin:{28 - 8 * level}px 0 6px"
                return _tag(f"h{level + 1}", escape(text) + self._line(citation), look)
            case blocks.Box(content):
                look = f"background:#{colours.shade};border-left:4px solid #{colours.accent};padding:10px 14px;margin:0"
                return _tag("p", self._line(content), f"{look};font-size:110%")
            case blocks.Paragraph(content, number=number):
                if number:
                    item = _tag("li", self._line(content), "margin:0 0 8px")
                    return f'<ol start="{number.rstrip(".")}" style="margin:0;padding-left:2em">{item}</ol>'
                return _tag("p", self._line(content), "margin:0 0 8px")
            case blocks.Quotation(content):
                look = f"margin:10px 0;padding-left:12px;border-left:2px solid #{colours.rule}"
                return _tag("blockquote", self._line(content), look)
            case blocks.Bullets(items, marks):
                listed = "".join(_tag("li", self._line(item), "margin:0 0 5px") for item in items)
                return _tag("ol" if marks else "ul", listed, "margin:0;padding-left:22px")
            case blocks.Fields(rows):
                return "".join(
                    _tag("div", f"<b>{escape(label)}</b> {self._line(value)}", "margin:0 0 3px")
                    for label, value in rows
                )
            case blocks.Table():
                return self._table(block)
            case blocks.Entry(anchor, label, text):
                look = f"margin:0 0 5px;font-size:{sizes.table + 1}pt"
                return f'<p id="{anchor}" style="{look}"><b>{escape(label)}</b> {escape(text)}</p>'
            case blocks.Notes():
                return "\n".join(self.block(part) for part in block.parts)

    def _marked(self) -> str:
        colour = self._colours.accent
        return f"{self._label};font-weight:bold;font-size:{self._marking_size:g}pt;color:#{colour};margin:0 0 6px"

    def _table(self, table: blocks.Table) -> str:
        colours = self._colours
        head = "".join(
            f'<th scope="col" style="{self._label};{self._cell(colours.accent, column)};background:#{colours.shade};'
            f'color:#{colours.accent};width:{column.width * 100:.0f}%">{escape(column.label)}</th>'
            for column in table.columns
        )
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td data-label="{escape(column.label)}" style="{self._cell(colours.rule, column)}">'
                f"{self._lines(cell)}</td>"
                for cell, column in zip(row, table.columns, strict=True)
            )
            + "</tr>\n"
            for row in table.rows
        )
        look = f"border-collapse:collapse;width:100%;margin:4px 0 10px;font-size:{self._sizes.table + 1.5:g}pt"
        return f'<table style="{look}"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>'

    def _cell(self, rule: str, column: blocks.TableColumn) -> str:
        side = "right" if column.figures else "left"
        return f"text-align:{side};vertical-align:top;padding:5px 6px;border-bottom:1px solid #{rule}"

    def _lines(self, cell: Cell) -> str:
        return "<br>".join(self._line(line) for line in cell)

    def _line(self, content: Inline) -> str:
        return "".join(self._run(run) for run in content)

    def _run(self, run: blocks.Run) -> str:
        words = escape(run.text)
        linked = f'<a href="#{run.target}">{words}</a>' if run.target else words
        quiet = f"color:#{self._colours.quiet}"
        match run.role:
            case "strong" | "marking":
                return f"<b>{words}</b>"
            case "quiet":
                return f'<span style="{quiet}">{words}</span>'
            case "citation" | "analyst":
                return f'<span style="{self._label};{quiet};font-size:80%;font-weight:normal">{linked}</span>'
            case "note":
                return f'<sup style="{self._label}">{linked}</sup>'
            case _:
                return words


def _faces(face: Typeface) -> str:
    """Names of faces for a `style` attribute; a style file may say anything."""
    names = (name.replace("'", "").replace("\\", "") for name in (face.word, face.alternative))
    return ",".join(f"'{escape(name)}'" for name in names)


def _tag(name: str, content: str, look: str) -> str:
    return f'<{name} style="{look}">{content}</{name}>'
