"""Footnotes: real ones, which Word numbers and sets at the foot of the page. python-docx has no call for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.text.run import Run

from briefgen.rendering.blocks import Entry
from briefgen.rendering.word.ooxml import NAMESPACE, element

if TYPE_CHECKING:
    from docx.document import Document

# What Word draws between text and notes; both must be there, under ids that no note has.
_RULES = "".join(
    f'<w:footnote w:type="{rule}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    f"<w:r><w:{rule}/></w:r></w:p></w:footnote>"
    for number, rule in ((-1, "separator"), (0, "continuationSeparator"))
)


def add_footnotes(document: Document, notes: Sequence[Entry], text_style: str, number_style: str) -> None:
    """The document's footnotes, numbered from 1 in this order; the styles by their ids. They replace a letterhead's."""
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text_style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{number_style}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note.text)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    content = f"{head}<w:footnotes {NAMESPACE}>{_RULES}{written}</w:footnotes>".encode()
    part, package = document.part, document.part.package
    for known in [key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]:
        del part.rels[known]
    # The letterhead's settings may name its own rules between text and notes, under numbers that are our notes'.
    for named in document.settings.element.xpath("w:footnotePr"):
        named.getparent().remove(named)
    made = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, package)
    part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)


def refer_to_footnote(run: Run, number: int) -> None:
    """Makes a run the mark of a footnote, in place of its text."""
    run.text = ""
    run._r.append(element("w:footnoteReference", id=number))
