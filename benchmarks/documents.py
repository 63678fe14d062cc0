"""What Word and PDF cost beside the least that the same words cost: plain python-docx and untagged ReportLab."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from briefgen.model.brief import Brief
from briefgen.rendering import blocks, load_style, write
from briefgen.rendering.blocks import Inline, Outline


def documents(brief: Brief) -> None:
    """The brief's Word and PDF as `render` makes them."""
    style = load_style(brief.style)
    for format in ("docx", "pdf"):
        write(brief, style, format)


def longer(brief: Brief, times: int) -> Brief:
    """The brief with every item and every sentence several times over, each under an id of its own."""
    copies = [brief.model_dump(by_alias=True)]
    for number in range(1, times):
        copies.append(_renamed(copies[0], {id_: f"{id_}{number:03}" for id_ in brief.evidence}, f"-{number}"))
    joined = dict(copies[0])
    for key in ("issues", "red_lines", "next_steps", "quotes"):
        joined[key] = [item for copy in copies for item in copy[key]]
    joined["evidence"] = {id_: text for copy in copies for id_, text in copy["evidence"].items()}
    return Brief.model_validate(joined)


def _renamed(value: Any, names: dict[str, str], ending: str) -> Any:
    if isinstance(value, dict):
        renamed = {names.get(key, key): _renamed(inner, names, ending) for key, inner in value.items()}
        return {**renamed, "id": value["id"] + ending} if "id" in value else renamed
    if isinstance(value, list):
        return [_renamed(inner, names, ending) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


def plain_documents(outline: Outline) -> None:
    """The outline's words as anybody would write them who has an hour: no links, no tags, no fields, no page heads."""
    _plain_word(outline)
    _plain_pdf(outline)


def _plain_word(outline: Outline) -> None:
    import docx

    document = docx.Document()
    for kind, content in _pieces(outline):
        if isinstance(content, str):
            document.add_paragraph(content, style=kind)
            continue
        table = document.add_table(len(content), len(content[0]))
        for row, cells in zip(table.rows, content, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(io.BytesIO())


def _plain_pdf(outline: Outline) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

    looks = getSampleStyleSheet()
    names = {"Title": "Title", "Heading 1": "Heading1", "Heading 2": "Heading2", "List Bullet": "Bullet"}
    body = looks["BodyText"]
    story: list[Flowable] = []
    for kind, content in _pieces(outline):
        if isinstance(content, str):
            story.append(Paragraph(escape(content), looks[names.get(kind, "BodyText")]))
        else:
            rows = [[Paragraph(escape(text), body) for text in row] for row in content]
            story.append(Table(rows, repeatRows=1, splitInRow=1))
    SimpleDocTemplate(io.BytesIO()).build(story)


def _pieces(outline: Outline) -> list[tuple[str, str | list[list[str]]]]:
    """A style of Word with a text, or the rows of a table."""
    return [piece for block in outline.blocks for piece in _of_block(block)]


def _of_block(block: blocks.Block) -> list[tuple[str, str | list[list[str]]]]:
    match block:
        case blocks.Title(text):
            return [("Title", text)]
        case blocks.Heading(level, text, citation):
            return [(f"Heading {level}", text + _said(citation))]
        case blocks.Bullets(items):
            return [("List Bullet", _said(item)) for item in items]
        case blocks.Fields(rows):
            return [("Normal", f"{label}\t{_said(value)}") for label, value in rows]
        case blocks.Table(columns, rows):
            head = [column.label for column in columns]
            return [("", [head, *([" ".join(_said(line) for line in cell) for cell in row] for row in rows)])]
        case blocks.Entry(_, label, text):
            return [("Normal", f"{label}\t{text}")]
        case blocks.Notes():
            return [piece for part in block.parts for piece in _of_block(part)]
        case blocks.Box(content) | blocks.Paragraph(content) | blocks.Quotation(content):
            return [("Normal", _said(content))]
        case blocks.Marking(text) | blocks.Kicker(text):
            return [("Normal", text)]


def _said(content: Inline) -> str:
    return "".join(run.text for run in content)
