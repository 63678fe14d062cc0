"""The file around a Word document: the parts of an empty one, its properties, and bytes that do not change.

The empty document is made here and not from python-docx's template, so that none of that template's author, dates,
thumbnail, hundred styles and compatibility mode can stay behind.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from briefgen.model.style import Style
from briefgen.rendering.blocks import Properties
from briefgen.rendering.word.numbering import numbering_xml
from briefgen.rendering.word.ooxml import NAMESPACE
from briefgen.rendering.word.styles import font_table_xml, styles_xml
from briefgen.rendering.word.theme import theme_xml

if TYPE_CHECKING:
    from docx.document import Document

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can hold
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def empty_document(style: Style, properties: Properties) -> Document:
    """An empty python-docx document with the style's style sheet and the file's properties."""
    import docx

    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core_xml(properties),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>briefgen</Application>'
        "</Properties>",
        "word/document.xml": f"<w:document {NAMESPACE}><w:body>{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles_xml(style),
        "word/settings.xml": _settings_xml(style),
        "word/numbering.xml": numbering_xml(style),
        "word/fontTable.xml": font_table_xml(style),
        "word/theme.xml": theme_xml(style),
    }
    return docx.Document(io.BytesIO(_zipped((name, (_HEAD + xml).encode()) for name, xml in parts.items())))


def set_properties(document: Document, properties: Properties) -> None:
    """Makes a letterhead's properties those of the brief; nothing of whoever made the letterhead stays in them."""
    core, moment = document.core_properties, dt.datetime.combine(properties.date, dt.time())
    core.title, core.subject, core.author = properties.title, properties.subject, properties.author
    core.keywords, core.language = properties.keywords, properties.language
    core.last_modified_by = core.comments = core.category = core.version = core.identifier = core.content_status = ""
    core.created = core.modified = core.last_printed = moment
    core.revision = 1


def saved(document: Document) -> bytes:
    """The finished file; the same document gives the same bytes at any time."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as package:
        return _zipped((name, package.read(name)) for name in package.namelist())


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return packed.getvalue()


def _core_xml(properties: Properties) -> str:
    day = f"{properties.date.isoformat()}T00:00:00Z"
    given = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": properties.keywords,
        "dc:language": properties.language,
    }
    told = "".join(f"<{tag}>{escape(value)}</{tag}>" for tag, value in given.items() if value)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{day}</dcterms:{tag}>' for tag in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{told}{dates}</cp:coreProperties>'
    )


def _settings_xml(style: Style) -> str:
    colours = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    colours |= {name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink", "followedHyperlink")}
    mapping = " ".join(f'w:{name}="{value}"' for name, value in colours.items())
    # Mode 15: the layout rules of Word 2013 and later; without it Word opens the file in "compatibility mode".
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{style.language}"/><w:clrSchemeMapping {mapping}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings"}
    kinds |= {"numbering": "numbering", "fontTable": "fontTable"}
    overrides = {f"/word/{part}.xml": f"{_WORD_TYPE}.{kind}+xml" for part, kind in kinds.items()}
    overrides["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _root_relations() -> str:
    return _relations(
        {
            "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
            "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
        }
    )


def _document_relations() -> str:
    parts = ("styles", "settings", "numbering", "fontTable", "theme")
    return _relations({f"{part}.xml": f"{_OFFICE}/relationships/{part}" for part in parts})


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
