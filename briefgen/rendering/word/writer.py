"""Outline -> Word. Draws each block with a named Word style and decides nothing."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from pathlib import Path

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WD_ALIGN
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from briefgen.model.style import Style
from briefgen.rendering import blocks
from briefgen.rendering.blocks import Document, Inline, Outline, Run
from briefgen.rendering.word import numbering, ooxml, roles
from briefgen.rendering.word.letterhead import adopt_styles, open_letterhead
from briefgen.rendering.word.notes import add_footnotes, refer_to_footnote
from briefgen.rendering.word.package import empty_document, saved, set_properties
from briefgen.rendering.word.pages import add_marking, set_page, text_width

_ROLES = {
    "strong": roles.STRONG,
    "quiet": roles.QUIET,
    "citation": roles.CITATION,
    "analyst": roles.CITATION,
    "marking": roles.MARKED,
    "note": roles.NOTE_NUMBER,
}
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_ALIGN = {"left": WD_ALIGN.LEFT, "centre": WD_ALIGN.CENTER, "right": WD_ALIGN.RIGHT}
_WHOLE_ROW = 1500  # characters; a longer row may break across pages, lest it leave half a page empty
_REVIEWER = "briefgen"


def word(outline: Outline, style: Style) -> Document:
    """The .docx file. Raises RenderError for a letterhead that cannot be used."""
    writer = _Writer(outline, style)
    for block in outline.blocks:
        writer.draw(block)
    return Document(saved(writer.document), outline.warnings)


class _Writer:
    def __init__(self, outline: Outline, style: Style) -> None:
        self._outline = outline
        if style.letterhead:
            path = Path(style.letterhead)
            self.document = open_letterhead(path)
            self._style_ids = adopt_styles(self.document, style, path)
            set_properties(self.document, outline.properties)
            add_marking(self.document, outline, self._style_ids)
        else:
            self.document = empty_document(style, outline.properties)
            self._style_ids = {known.name: known.style_id for known in self.document.styles}
            self._style_ids |= {name: roles.style_id(name) for name in roles.BUILT_IN}
            set_page(self.document, outline, style, self._fill)
        self._text_width = text_width(self.document)
        self._bookmarks = itertools.count(1)
        self._running_numbers: int | None = None
        notes = [block for block in outline.blocks if isinstance(block, blocks.Notes)]
        entries = [entry for block in notes for entry in block.entries]
        self._notes = {entry.anchor: number for number, entry in enumerate(entries, start=1)}
        if entries:
            add_footnotes(self.document, entries, self._style_ids[roles.NOTE], self._style_ids[roles.NOTE_NUMBER])

    def draw(self, block: blocks.Block) -> None:
        """Appends one block."""
        match block:
            case blocks.Marking(text, align):
                self._add(roles.MARKING, [Run(text, "marking")]).alignment = _ALIGN[align]
            case blocks.Kicker(text):
                self._add(roles.KICKER, [Run(text)])
            case blocks.Title(text):
                self._add(roles.TITLE, [Run(text)])
            case blocks.Heading(level, text, citation, starts_page):
                heading = self._add(roles.HEADINGS[level], [Run(text), *citation])
                heading.paragraph_format.page_break_before = starts_page or None
            case blocks.Box(content):
                self._add(roles.BOX, content)
            case blocks.Paragraph():
                self._paragraph(block)
            case blocks.Quotation(content):
                self._add(roles.QUOTE, content)
            case blocks.Bullets():
                self._list(block)
            case blocks.Fields(rows):
                self._fields(rows)
            case blocks.Table():
                self._table(block)
            case blocks.Entry(anchor, label, text):
                paragraph = self._add(roles.ENTRY, [])
                ooxml.wrap_in_bookmark(self._run(paragraph, label, roles.LABEL), anchor, next(self._bookmarks))
                paragraph.add_run("\t" + text)
            case blocks.Notes():
                pass  # they stand at the feet of the pages

    def _paragraph(self, block: blocks.Paragraph) -> None:
        paragraph = self._add(roles.NUMBERED if block.number else roles.BODY, block.content)
        paragraph.paragraph_format.keep_with_next = block.leads or None
        if block.number:
            self._running_numbers = self._running_numbers or numbering.new_numbers(self.document)
            numbering.number_paragraph(paragraph, self._running_numbers)

    def _list(self, block: blocks.Bullets) -> None:
        numbers = numbering.new_numbers(self.document) if block.marks else None
        for item in block.items:
            paragraph = self._add(roles.NUMBERED if numbers else roles.BULLET, item)
            if numbers:
                numbering.number_paragraph(paragraph, numbers)

    def _fields(self, rows: Iterable[tuple[str, Inline]]) -> None:
        paragraphs = []
        for label, value in rows:
            paragraph = self._add(roles.FIELD, [])
            self._run(paragraph, label, roles.LABEL)
            paragraph.add_run("\t")
            self._fill(paragraph, value)
            paragraphs.append(paragraph)
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def _table(self, block: blocks.Table) -> None:
        widths = [round(column.width * self._text_width) for column in block.columns]
        table = self.document.add_table(0, len(widths))
        ooxml.style_table(table, self._style_ids[roles.TABLE])
        ooxml.fix_layout(table, widths)
        head = table.add_row()
        ooxml.set_row(head, widths, head=True, whole=True)
        for cell, column in zip(head.cells, block.columns, strict=True):
            look = roles.TABLE_FIGURES_HEAD if column.figures else roles.TABLE_HEAD
            self._set(cell.paragraphs[0], look, [Run(column.label)])
        for cells in block.rows:
            row = table.add_row()
            length = max(sum(len(run.text) for line in cell for run in line) for cell in cells)
            ooxml.set_row(row, widths, head=False, whole=length < _WHOLE_ROW)
            for cell, content, column in zip(row.cells, cells, block.columns, strict=True):
                look = roles.TABLE_FIGURES if column.figures else roles.TABLE_TEXT
                for number, line in enumerate(content):
                    paragraph = self._set(cell.add_paragraph() if number else cell.paragraphs[0], look, line)
                    if block.whole and cells is not block.rows[-1]:
                        paragraph.paragraph_format.keep_with_next = True

    def _add(self, look: str, content: Iterable[Run]) -> Paragraph:
        return self._set(self.document.add_paragraph(), look, content)

    def _set(self, paragraph: Paragraph, look: str, content: Iterable[Run]) -> Paragraph:
        ooxml.style_paragraph(paragraph, self._style_ids[look])
        self._fill(paragraph, content)
        return paragraph

    def _fill(self, paragraph: Paragraph, content: Iterable[Run]) -> None:
        for run in content:
            drawn = self._run(paragraph, run.text, _ROLES.get(run.role))
            if run.comment:
                self._comment(drawn, run.comment)
            if run.role == "marking":
                drawn.font.size = Pt(self._outline.marking_size)
            if run.field:
                ooxml.wrap_in_field(drawn, _FIELDS[run.field])
            elif run.role == "note" and run.target in self._notes:
                refer_to_footnote(drawn, self._notes[run.target])
            elif run.target:
                ooxml.wrap_in_link(drawn, run.target)

    def _run(self, paragraph: Paragraph, text: str, look: str | None) -> WordRun:
        run = paragraph.add_run(text)
        if look:
            ooxml.style_run(run, self._style_ids[look])
        return run

    def _comment(self, run: WordRun, text: str) -> None:
        comment = self.document.add_comment(run, text, author=_REVIEWER, initials="bg")
        day = self._outline.properties.date  # of the brief, so that the same brief gives the same bytes
        comment._comment_elm.date = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
