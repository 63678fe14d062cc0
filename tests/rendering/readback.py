"""Reads finished documents back as text, without white space, to compare them with the outline they were made from."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import pypdf
from docx import Document
from docx.table import Table
from markdown_it import MarkdownIt

from briefgen.rendering import blocks
from briefgen.rendering.blocks import Block, Inline, Outline, Run


def bare(text: str) -> str:
    """`text` without white space: documents break lines where they like."""
    return "".join(text.split())


def said(content: Inline) -> str:
    """The words of a line."""
    return bare("".join(run.text for run in content))


def linked_runs(block: Block) -> list[Run]:
    """The citations of a block that lead to the annex, in reading order."""
    match block:
        case blocks.Table(_, rows):
            lines = [line for row in rows for cell in row for line in cell]
        case blocks.Heading(_, _, citation):
            lines = [citation]
        case blocks.Bullets(items):
            lines = list(items)
        case blocks.Box(content) | blocks.Paragraph(content) | blocks.Quotation(content):
            lines = [content]
        case _:
            lines = []
    return [run for line in lines for run in line if run.target]


def outline_lines(outline: Outline, *, numbers: bool = False, notes: bool = True) -> list[str]:
    """What a reader meets, line by line, cell by cell.

    `numbers`: with those before paragraphs and items, which some formats leave to the program that shows them. `notes`:
    with the notes and their marks, which Word keeps elsewhere.
    """
    blocks_ = [part for block in outline.blocks for part in _parts(block, notes)]
    return [line for block in blocks_ for line in _lines(block, numbers=numbers, notes=notes)]


def _parts(block: Block, notes: bool) -> list[Block]:
    if isinstance(block, blocks.Notes):
        return list(block.parts) if notes else []
    return [block]


def _lines(block: Block, *, numbers: bool, notes: bool) -> list[str]:
    def said(content: Inline) -> str:
        return bare("".join(run.text for run in content if notes or run.role != "note"))

    match block:
        case blocks.Marking(text) | blocks.Kicker(text) | blocks.Title(text):
            return [bare(text)]
        case blocks.Heading(_, text, citation):
            return [bare(text) + said(citation)]
        case blocks.Paragraph(content, number=number):
            return [number * numbers + said(content)]
        case blocks.Box(content) | blocks.Quotation(content):
            return [said(content)]
        case blocks.Bullets(items, marks):
            before = marks if numbers and marks else ("",) * len(items)
            return [mark + said(item) for mark, item in zip(before, items, strict=True)]
        case blocks.Fields(rows):
            return [bare(label) + said(value) for label, value in rows]
        case blocks.Table(columns, rows):
            heads = [bare(column.label) for column in columns]
            return heads + [said(line) for row in rows for cell in row for line in cell]
        case blocks.Entry(_, label, text):
            return [bare(label) + bare(text)]
        case _:
            raise TypeError(f"no reader of {type(block)}")


def word_lines(content: bytes) -> list[str]:
    """The paragraphs of a .docx, those in table cells included."""
    lines: list[str] = []
    for item in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(item, Table):
            lines += [bare(p.text) for row in item.rows for cell in row.cells for p in cell.paragraphs]
        else:
            lines.append(bare(item.text))
    return lines


def pdf_text(content: bytes, outline: Outline) -> str:
    """The text of a .pdf without page heads and feet, bullets, and the table heads repeated on further pages."""
    heads = {"".join(bare(c.label) for c in b.columns) for b in outline.blocks if isinstance(b, blocks.Table)}
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    body = ""
    for number, page in enumerate(pages, start=1):
        text = bare(page.extract_text())
        for line in (outline.first_head if number == 1 else outline.head, outline.foot):
            for end in (line.left, line.right):
                words = "".join(
                    {"page": str(number), "pages": str(len(pages))}.get(run.field or "", run.text) for run in end
                )
                assert text.startswith(bare(words)), (text[:80], words)
                text = text.removeprefix(bare(words))
        repeated = next((head for head in heads if text.startswith(head)), "")
        body += text.removeprefix(repeated)
    return body.replace("•", "")


def markdown_text(content: bytes) -> str:
    """The text of a .md file as a CommonMark reader with tables shows it."""
    html = MarkdownIt("commonmark").enable("table").render(content.decode())
    reader = _Text()
    reader.feed(html)
    return bare("".join(reader.parts))


def html_text(content: bytes) -> str:
    """The text of the body of an .html file."""
    reader = _Text()
    reader.feed(content.decode().partition("<body")[2].partition(">")[2])
    return bare("".join(reader.parts))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
