"""The pieces of WordprocessingML that python-docx has no call for. Lengths in twentieths of a point ("twips")."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACE = f'xmlns:w="{W}"'
TWIPS_PER_MM = 1440 / 25.4


def twips(millimetres: float) -> int:
    """Millimetres as Word counts them."""
    return round(millimetres * TWIPS_PER_MM)


def element(tag: str, **attributes: str | int) -> Any:
    """An element such as `w:tblW` with attributes of the same namespace.

    Any: to the type stubs of lxml, an element takes only children of its own class.
    """
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def style_paragraph(paragraph: Paragraph, style_id: str) -> None:
    """Gives a paragraph a style by id; python-docx looks names up anew each time, which takes most of its time."""
    paragraph._p.style = style_id


def style_run(run: Run, style_id: str) -> None:
    """The same for a run."""
    run._r.style = style_id


def style_table(table: Table, style_id: str) -> None:
    """The same for a table."""
    table._tblPr.style = style_id


def wrap_in_link(run: Run, anchor: str) -> None:
    """Turns a run into a link to the bookmark `anchor`."""
    link = element("w:hyperlink", anchor=anchor, history=1)
    run._r.addprevious(link)
    link.append(run._r)


def wrap_in_field(run: Run, instruction: str) -> None:
    """Turns a run into a field such as PAGE; its text is what stands there until Word lays the page out."""
    field = element("w:fldSimple", instr=f" {instruction} ")
    run._r.addprevious(field)
    field.append(run._r)


def wrap_in_bookmark(run: Run, name: str, number: int) -> None:
    """Makes a run the target of links; `number` is unique in the document."""
    run._r.addprevious(element("w:bookmarkStart", id=number, name=name))
    run._r.addnext(element("w:bookmarkEnd", id=number))


def fix_layout(table: Table, widths: list[int]) -> None:
    """Column widths that Word and LibreOffice both keep: in the grid, in each cell (by `set_row`) and in sum."""
    properties = table._tbl.tblPr
    for old in properties.xpath("w:tblW | w:tblLayout | w:tblLook"):
        properties.remove(old)
    properties.append(element("w:tblW", w=sum(widths), type="dxa"))
    properties.append(element("w:tblLayout", type="fixed"))
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties.append(element("w:tblLook", val="0620", **look))
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))


def set_row(row: _Row, widths: list[int], *, head: bool, whole: bool) -> None:
    """Sets cell widths; `head` repeats the row on every page of the table, `whole` keeps it on one page."""
    for cell, width in zip(row._tr.tc_lst, widths, strict=True):
        properties = cell.get_or_add_tcPr()
        for old in properties.xpath("w:tcW"):
            properties.remove(old)
        properties.insert(0, element("w:tcW", w=width, type="dxa"))
    flags = row._tr.get_or_add_trPr()
    if whole:
        flags.append(element("w:cantSplit"))
    if head:
        flags.append(element("w:tblHeader"))
