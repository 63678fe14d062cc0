"""Word files (.docx): text, headings, lists and tables through python-docx, changes that are tracked as accepted."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean, fold
from briefgen.sources.layout import finish
from briefgen.sources.layout.draft import Draft, ends_with_stop
from briefgen.sources.marked import heading, item, paragraph, ranked, row
from briefgen.sources.reading import Reading

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _TABLE, _BOX = (f"{_W}{tag}" for tag in ("t", "p", "tbl", "txbxContent"))
_CHARACTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# What only holds other blocks: content controls, tracked insertions.
_CONTAINERS = frozenset(f"{_W}{tag}" for tag in "sdt sdtContent customXml ins moveTo smartTag".split())
# Text that is not, or no longer, part of the paragraph that it stands in.
_ELSEWHERE = frozenset(
    [
        *(f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    ]
)
_NOT_TEXT = ("caption", "toc ")  # names of styles begin so

_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED, _MOST_XML = 300_000_000, 30_000_000  # bytes
_MOST_PARTS = 5_000
_MOST_PARAGRAPHS = 20_000
_DEEPEST_STYLE = 12  # styles that may be based on one another
_SAVE = "Open it in Word or LibreOffice and save it as .docx again."


def read(data: bytes, name: str) -> Reading:
    """The article of a Word file; SourceError when it is none, is protected or damaged, or has macros."""
    _check_package(data, name)
    import docx  # a text is read without it

    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        if sum(1 for _ in body.iter(_PARAGRAPH)) > _MOST_PARAGRAPHS:
            raise SourceError(f"{name} has more than {_MOST_PARAGRAPHS:,} paragraphs.", "Give one article.")
        drafts = list(_Walk(document).drafts(body))
        title, author = (_line(getattr(document.core_properties, field)) for field in ("title", "author"))
    except SourceError:
        raise
    except Exception as error:  # what python-docx raises on a damaged file is of every kind
        raise SourceError(f"{name} is damaged, or no Word file.", _SAVE) from error
    blocks, masthead = finish(ranked(drafts))
    has_headline = any(block.kind == "headline" for block in blocks)
    # Files keep the title of the template they were made from, so what stands on the page comes first. The day on
    # which somebody saved a file is not that of publication.
    return Reading(
        blocks,
        title=None if has_headline else title,
        author=masthead.author or author,
        published=masthead.published,
    )


def _line(text: str | None) -> str | None:
    return fold(clean(text or "")) or None


def _check_package(data: bytes, name: str) -> None:
    """Refuse what is no Word file, is protected, has macros, or is far larger unpacked than an article is."""
    if data.startswith(_OLD_FORMAT):
        if _ENCRYPTED in data:
            raise SourceError(f"{name} is protected by a password.", "Save a copy of it without one.")
        raise SourceError(f"{name} is an old Word file, whatever its name says.", _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError(f"{name} is damaged, or no Word file.", _SAVE) from error
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MOST_PARTS or xml > _MOST_XML or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise SourceError(
            f"{name} unpacks to far more than an article has, as a file made to do harm does.",
            "Copy its text into a new file.",
        )
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise SourceError(f"{name} has macros, and is not opened.", "Save a copy of it as .docx without them.")


class _Walk:
    """One walk over the blocks of a document, counting its numbered lists."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)  # list -> level -> number of its last item

    def drafts(self, parent: _Element) -> Iterator[Draft]:
        """The drafts of the paragraphs and tables in `parent`, text boxes behind the paragraph they hang on."""
        for element in parent:
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == _TABLE:
                yield from self._table(element)
            elif element.tag in _CONTAINERS:
                yield from self.drafts(element)

    def _paragraph(self, element: _Element) -> Iterator[Draft]:
        text = _text(element)
        styles = self._styles(element)
        names = [str(style.name).lower() for style in styles]
        level = next((level for name in names if (level := _heading_level(name))), None)
        if text.strip() and not any(name.startswith(_NOT_TEXT) for name in names):
            marker = self._marker([element, *(style.element for style in styles)])
            if level:
                yield heading(text, level)
            elif marker:
                yield item(text, *marker)
            else:
                yield from map(paragraph, _parted(text))
        for box in element.iter(_BOX):
            if _belongs(box.getparent(), element):
                yield from self.drafts(box)

    def _table(self, table: _Element) -> Iterator[Draft]:
        for line in table.iterfind(f"{_W}tr"):
            cells = line.findall(f"{_W}tc")
            if len(cells) == 1:  # a frame around text
                yield from self.drafts(cells[0])
            else:
                yield row(" ".join(map(_text, cell.iter(_PARAGRAPH))) for cell in cells)

    def _styles(self, element: _Element) -> list[BaseStyle]:
        """The style of a paragraph, and those it is based on."""
        from docx.text.paragraph import Paragraph

        style = Paragraph(element, self._document).style  # type: ignore[arg-type]  # a paragraph is what it is given
        styles: list[BaseStyle] = []
        while style is not None and len(styles) < _DEEPEST_STYLE:
            styles.append(style)
            style = style.base_style
        return styles

    def _marker(self, sources: list[_Element]) -> tuple[str, int] | None:
        """Bullet or number and depth of a list item: as the paragraph has it, else the first of its styles."""
        for source in sources:
            number = _value(source, "pPr/numPr/numId")
            if number is not None:
                level = _value(source, "pPr/numPr/ilvl") or 0
                return (self._numbered(number, level), level + 1) if number else None
        return None

    def _numbered(self, number: int, level: int) -> str:
        counts = self._counts[number]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return f"{counts[level]}." if self._formats.get((number, level)) == "decimal" else "-"

    @cached_property
    def _formats(self) -> dict[tuple[int, int], str]:
        """By list and level: "decimal", "bullet", "lowerLetter" and so on."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        related = {link.reltype: link for link in self._document.part.rels.values() if not link.is_external}
        if RELATIONSHIP_TYPE.NUMBERING not in related:
            return {}
        root = self._document.part.numbering_part.element
        levels = {
            definition.get(f"{_W}abstractNumId"): [
                (int(level.get(f"{_W}ilvl", "0")), level.find(f"{_W}numFmt")) for level in definition.iter(f"{_W}lvl")
            ]
            for definition in root.iter(f"{_W}abstractNum")
        }
        return {
            (int(number.get(f"{_W}numId", "0")), level): form.get(f"{_W}val", "")
            for number in root.iter(f"{_W}num")
            for level, form in levels.get(str(_value(number, "abstractNumId")), ())
            if form is not None
        }


def _value(parent: _Element, path: str) -> int | None:
    child = parent.find("/".join(f"{_W}{tag}" for tag in path.split("/")))
    value = child.get(f"{_W}val", "") if child is not None else ""
    return int(value) if value.isdecimal() else None


def _heading_level(style: str) -> int | None:
    """1 for "title" and "heading 1", 2 for "heading 2"; None for any other style."""
    if style == "title":
        return 1
    word, _, number = style.partition(" ")
    return int(number) if word == "heading" and number in tuple("123456789") else None


def _text(element: _Element) -> str:
    """The text of a paragraph, with line feeds where its lines are broken by hand."""
    nodes = (node for node in element.iter(_TEXT, *_CHARACTERS) if _belongs(node, element))
    return "".join(_CHARACTERS.get(node.tag) or node.text or "" for node in nodes)


def _belongs(node: _Element | None, element: _Element) -> bool:
    """Whether nothing between `node` and the paragraph `element` says that it stands elsewhere, or is hidden."""
    while node is not None and node is not element:
        if node.tag in _ELSEWHERE or node.find(f"{_W}rPr/{_W}vanish") is not None:
            return False
        node = node.getparent()
    return True


def _parted(text: str) -> list[str]:
    """A line broken by hand behind a full stop ends a paragraph; elsewhere it only fits a line to the page."""
    parts = [""]
    for line in text.split("\n"):
        if ends_with_stop(parts[-1]):
            parts.append(line)
        else:
            parts[-1] += f" {line}"
    return parts
