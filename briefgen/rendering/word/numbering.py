"""Bullets and numbers as Word's own lists, never typed: python-docx has no call for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.text.paragraph import Paragraph

from briefgen.model.style import Style
from briefgen.rendering.word.ooxml import NAMESPACE, element, twips
from briefgen.rendering.word.styles import BULLET_INDENT, NUMBER_INDENT, face_xml

if TYPE_CHECKING:
    from docx.document import Document


def numbering_xml(style: Style) -> str:
    """The numbering part of a document of ours: the bullets of `List Bullet`."""
    return (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr>{_hanging(BULLET_INDENT)}</w:pPr>'
        f'<w:rPr>{face_xml(style.fonts.label)}<w:color w:val="{style.colours.accent}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def new_numbers(document: Document) -> int:
    """A list of numbers that begins at 1; returns the id for `number_paragraph`."""
    numbering = _part(document).element
    abstract = 1 + max((int(node.get(qn("w:abstractNumId"))) for node in numbering.xpath("w:abstractNum")), default=-1)
    made = parse_xml(
        f'<w:abstractNum {NAMESPACE} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{_hanging(NUMBER_INDENT)}</w:pPr></w:lvl></w:abstractNum>'
    )
    # All abstract definitions stand before the first list.
    lists = numbering.xpath("w:num")
    if lists:
        lists[0].addprevious(made)
    else:
        numbering.append(made)
    return int(numbering.add_num(abstract).numId)


def number_paragraph(paragraph: Paragraph, list_id: int) -> None:
    """Makes a paragraph an item of the list with that id."""
    properties: Any = paragraph._p.get_or_add_pPr()
    numbered = properties._add_numPr()
    numbered.append(element("w:ilvl", val=0))
    numbered.append(element("w:numId", val=list_id))


def _hanging(millimetres: float) -> str:
    return f'<w:ind w:left="{twips(millimetres)}" w:hanging="{twips(millimetres)}"/>'


def _part(document: Document) -> Any:
    """The document's numbering part; a letterhead may have none."""
    try:
        found: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        package = document.part.package
        empty = f"<w:numbering {NAMESPACE}/>".encode()
        found = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, package)
        document.part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    return found
