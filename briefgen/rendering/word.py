"""Outline -> Word. Draws each block with a named Word style and decides nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WD_ALIGN
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from briefgen.model.style import PAPER_SIZES, Style
from briefgen.rendering import blocks, ooxml
from briefgen.rendering import word_styles as names
from briefgen.rendering.blocks import Document, Inline, Outline, PageLine, Run
from briefgen.rendering.word_package import empty_document, saved

_EDGE = Mm(12)  # of page head and foot from the paper's edge
_ROLES = {"strong": names.STRONG, "quiet": names.QUIET, "citation": names.CITATION, "note": names.CITATION}
_ROLES |= {"analyst": names.CITATION, "marking": names.STRONG}
_ALIGN = {"left": WD_ALIGN.LEFT, "centre": WD_ALIGN.CENTER, "right": WD_ALIGN.RIGHT}
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_WHOLE_ROW = 1500  # characters; a longer row may break across pages, lest it leave half a page empty


def word(outline: Outline, style: Style) -> Document:
    """The .docx file."""
    writer = _Writer(outline, style)
    writer.set_page(outline)
    for block in outline.blocks:
        writer.draw(block)
    return Document(saved(writer.document), outline.warnings)


class _Writer:
    def __init__(self, outline: Outline, style: Style) -> None:
        self.document = empty_document(style, outline.properties)
        self._style_ids = {known.name: known.style_id for known in self.document.styles}
        self._margins = style.margins
        self._paper = PAPER_SIZES[style.paper]
        self._text_width = ooxml.twips(self._paper[0] - style.margins.left - style.margins.right)
        self._bookmarks = itertools.count(1)

    def set_page(self, outline: Outline) -> None:
        """Margins, page heads and feet."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(self._paper[0]), Mm(self._paper[1])
        section.top_margin, section.bottom_margin = Mm(self._margins.top), Mm(self._margins.bottom)
        section.left_margin, section.right_margin = Mm(self._margins.left), Mm(self._margins.right)
        section.header_distance = section.footer_distance = _EDGE
        section.different_first_page_header_footer = True
        self._page_line(section.first_page_header.paragraphs[0], outline.first_head)
        self._page_line(section.header.paragraphs[0], outline.head)
        self._page_line(section.first_page_footer.paragraphs[0], outline.foot)
        self._page_line(section.footer.paragraphs[0], outline.foot)

    def draw(self, block: blocks.Block) -> None:
        """Appends one block."""
        match block:
            case blocks.Marking(text, align):
                self._add(names.MARKING, [Run(text)]).alignment = _ALIGN[align]
            case blocks.Kicker(text):
                self._add(names.KICKER, [Run(text)])
            case blocks.Title(text):
                self._add(names.TITLE, [Run(text)])
            case blocks.Heading(level, text, citation, starts_page):
                heading = self._add(names.HEADINGS[level], [Run(text), *citation])
                heading.paragraph_format.page_break_before = starts_page or None
            case blocks.Box(content):
                self._add(names.BOX, content)
            case blocks.Paragraph(content, leads):
                self._add(names.BODY, content).paragraph_format.keep_with_next = leads or None
            case blocks.Quotation(content):
                self._add(names.QUOTE, content)
            case blocks.Bullets(items):
                for item in items:
                    self._add(names.BULLET, item)
            case blocks.Fields(rows):
                self._fields(rows)
            case blocks.Table():
                self._table(block)
            case blocks.Entry(anchor, label, text):
                paragraph = self._add(names.ENTRY, [])
                ooxml.wrap_in_bookmark(self._run(paragraph, label, names.LABEL), anchor, next(self._bookmarks))
                paragraph.add_run("\t" + text)
            case blocks.Notes():
                for part in block.parts:
                    self.draw(part)

    def _fields(self, rows: Iterable[tuple[str, Inline]]) -> None:
        paragraphs = []
        for label, value in rows:
            paragraph = self._add(names.FIELD, [])
            self._run(paragraph, label, names.LABEL)
            paragraph.add_run("\t")
            self._fill(paragraph, value)
            paragraphs.append(paragraph)
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def _table(self, block: blocks.Table) -> None:
        widths = [round(column.width * self._text_width) for column in block.columns]
        table = self.document.add_table(0, len(widths), names.TABLE)
        ooxml.fix_layout(table, widths)
        head = table.add_row()
        ooxml.set_row(head, widths, head=True, whole=True)
        for cell, column in zip(head.cells, block.columns, strict=True):
            look = names.TABLE_FIGURES_HEAD if column.figures else names.TABLE_HEAD
            self._set(cell.paragraphs[0], look, [Run(column.label)])
        for cells in block.rows:
            row = table.add_row()
            length = max(sum(len(run.text) for line in cell for run in line) for cell in cells)
            ooxml.set_row(row, widths, head=False, whole=length < _WHOLE_ROW)
            for cell, content, column in zip(row.cells, cells, block.columns, strict=True):
                look = names.TABLE_FIGURES if column.figures else names.TABLE_TEXT
                for number, line in enumerate(content):
                    paragraph = self._set(cell.add_paragraph() if number else cell.paragraphs[0], look, line)
                    if block.whole and cells is not block.rows[-1]:
                        paragraph.paragraph_format.keep_with_next = True

    def _page_line(self, paragraph: Paragraph, line: PageLine) -> None:
        self._fill(paragraph, line.left)
        paragraph.add_run("\t")
        self._fill(paragraph, line.right)

    def _add(self, look: str, content: Iterable[Run]) -> Paragraph:
        return self._set(self.document.add_paragraph(), look, content)

    def _set(self, paragraph: Paragraph, look: str, content: Iterable[Run]) -> Paragraph:
        ooxml.style_paragraph(paragraph, self._style_ids[look])
        self._fill(paragraph, content)
        return paragraph

    def _fill(self, paragraph: Paragraph, content: Iterable[Run]) -> None:
        for run in content:
            drawn = self._run(paragraph, run.text, _ROLES.get(run.role))
            if run.field:
                ooxml.wrap_in_field(drawn, _FIELDS[run.field])
            elif run.target:
                ooxml.wrap_in_link(drawn, run.target)

    def _run(self, paragraph: Paragraph, text: str, look: str | None) -> WordRun:
        run = paragraph.add_run(text)
        if look:
            ooxml.style_run(run, self._style_ids[look])
        return run
