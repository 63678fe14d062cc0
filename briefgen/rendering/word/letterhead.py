"""A user's .docx as the paper to write on: its headers, footers, margins and styles are kept, its own text is not."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from docx import Document as open_document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from briefgen.errors import RenderError
from briefgen.model.style import Style
from briefgen.rendering.word.roles import ASKED_OF_A_LETTERHEAD, BODY, BUILT_IN, style_id
from briefgen.rendering.word.styles import styles_xml

if TYPE_CHECKING:
    from docx.document import Document

_LARGEST = 100_000_000  # bytes unpacked; a letterhead with pictures has a few million
# Parts that go with the letterhead's text: remarks on it, what the file says of itself, which LibreOffice does in a way
# that python-docx does not see and writes twice, and the copy of the styles that Word 2010 kept.
_LEFT_OUT = re.compile(r"/(?:comments\w*|people|core-properties|stylesWithEffects)$")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # how a .doc begins, and a .docx with a password


def open_letterhead(path: Path) -> Document:
    """The letterhead without its text. Raises RenderError for what is no .docx that can be read."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else _refuse(path, "is too large")
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        _refuse(path, f"cannot be read: {getattr(error, 'strerror', error)}")
    if data.startswith(_OLD_OFFICE):
        _refuse(path, "is password-protected or an old .doc", "Save it in Word as .docx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _LARGEST:
                _refuse(path, "is too large when unpacked")
        document = open_document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, EOFError):
        _refuse(path, "is not a Word document", "Save it in Word as .docx; templates (.dotx) and macros do not do.")
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if _LEFT_OUT.search(relation.reltype)]:
            del relations[key]
    return document


def adopt_styles(document: Document, style: Style, path: Path) -> dict[str, str]:
    """The ids of the letterhead's styles by the names of ours; what it need not have is added to it.

    Raises RenderError that names every style the letterhead lacks, and for a name in `letterhead_styles` that is none
    of ours.
    """
    theirs = _ids_by_name(document)
    meant = {**{name: name for name in BUILT_IN}, **style.letterhead_styles}
    if unknown := sorted(set(style.letterhead_styles) - set(BUILT_IN)):
        _refuse(path, f"is given styles for {', '.join(unknown)}", f"letterhead_styles may name {', '.join(BUILT_IN)}.")
    asked = {*ASKED_OF_A_LETTERHEAD, *style.letterhead_styles}
    if missing := [meant[name] for name in BUILT_IN if name in asked and meant[name] not in theirs]:
        hint = "Use each of them once in Word and save, or name others under letterhead_styles: in the house style."
        _refuse(path, f"lacks the styles {', '.join(missing)}", hint)
    ids = {name: theirs[other] for name, other in meant.items() if other in theirs}
    ids.setdefault(BODY, "")
    for definition in parse_xml(styles_xml(style)).xpath("w:style[w:qFormat]"):
        _add(document, definition, ids)
    return {**_ids_by_name(document), **ids}


def _ids_by_name(document: Document) -> dict[str, str]:
    """The ids of all styles by their names; the built-in ones by the names that Word shows."""
    shown = {in_file: name for name, in_file in BUILT_IN.items()}
    return {shown.get(known.name, known.name): known.style_id for known in document.styles if known.name}


def _add(document: Document, definition: BaseOxmlElement, ids: dict[str, str]) -> None:
    """A style of ours, in the letterhead's own faces, unless it has one of that name."""
    ours = {style_id(name): id_ for name, id_ in ids.items()}
    own_id = definition.get(qn("w:styleId"))
    if own_id in ours or document.styles.element.xpath(f"w:style[@w:styleId='{own_id}']"):
        return
    made = copy.deepcopy(definition)
    for face in made.xpath(".//w:rFonts"):
        face.getparent().remove(face)
    for reference in made.xpath("w:basedOn | w:next"):
        known = ours.get(reference.get(qn("w:val")), reference.get(qn("w:val")))
        if document.styles.element.xpath(f"w:style[@w:styleId='{known}']"):
            reference.set(qn("w:val"), known)
        else:
            made.remove(reference)
    document.styles.element.append(made)


def _refuse(path: Path, what: str, hint: str = "Give a letterhead that opens in Word.") -> NoReturn:
    raise RenderError(f"the letterhead {path} {what}", hint)
