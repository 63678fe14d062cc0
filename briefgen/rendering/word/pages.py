"""The pages of a Word document: paper, margins, heads and feet; under a letterhead, only the marking is added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from docx.blkcntnr import BlockItemContainer
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WD_ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as WD_TAB
from docx.section import Section
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from briefgen.model.style import PAPER_SIZES, Style
from briefgen.rendering.blocks import Outline, PageLine, Run
from briefgen.rendering.word import ooxml, roles

if TYPE_CHECKING:
    from docx.document import Document

_EDGE = Mm(12)  # of page head and foot from the paper's edge
Fill = Callable[[Paragraph, Iterable[Run]], None]


def set_page(document: Document, outline: Outline, style: Style, fill: Fill) -> None:
    """Paper, margins, page heads and feet of a document of ours; `fill` puts runs into a paragraph."""
    section, margins = document.sections[0], style.margins
    width, height = PAPER_SIZES[style.paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = section.footer_distance = _EDGE
    section.different_first_page_header_footer = True
    for paragraph, line in (
        (section.first_page_header.paragraphs[0], outline.first_head),
        (section.header.paragraphs[0], outline.head),
        (section.first_page_footer.paragraphs[0], outline.foot),
        (section.footer.paragraphs[0], outline.foot),
    ):
        if line.centre:
            middle = round((width - margins.left - margins.right) / 2)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(middle), WD_TAB.CENTER)
        _fill_line(paragraph, line, fill)


def add_marking(document: Document, outline: Outline, style_ids: dict[str, str]) -> None:
    """The protective marking as a line of its own below each head and foot of a letterhead."""
    for section in document.sections:
        for line, part in _heads_and_feet(section, outline):
            marked = [run for run in (*line.left, *line.centre, *line.right) if run.role == "marking"]
            if not marked:
                continue
            paragraph = part.add_paragraph()
            paragraph.alignment = WD_ALIGN.CENTER if line.centre else WD_ALIGN.RIGHT
            for run in marked:
                drawn = paragraph.add_run(run.text)
                ooxml.style_run(drawn, style_ids[roles.MARKED])
                drawn.font.size = Pt(outline.marking_size)


def text_width(document: Document) -> int:
    """Between the margins, in twips."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return int(((page or Mm(210)) - (left or 0) - (right or 0)) / Twips(1))


def _fill_line(paragraph: Paragraph, line: PageLine, fill: Fill) -> None:
    fill(paragraph, line.left)
    if line.centre:
        paragraph.add_run("\t")
        fill(paragraph, line.centre)
    paragraph.add_run("\t")
    fill(paragraph, line.right)


def _heads_and_feet(section: Section, outline: Outline) -> list[tuple[PageLine, BlockItemContainer]]:
    lines: list[tuple[PageLine, BlockItemContainer]] = [(outline.head, section.header), (outline.foot, section.footer)]
    if section.different_first_page_header_footer:
        lines += [(outline.first_head, section.first_page_header), (outline.foot, section.first_page_footer)]
    return lines
