"""Arabic and Hebrew in lines that run from left to right: the order of the words and the joined forms of the letters.

Follows the Unicode bidirectional algorithm as far as it matters for a line whose own direction is left to right and
that has no embeddings: words of those scripts, and what stands between them, run from right to left; numbers do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

PRIVATE = range(0xE000, 0xF900)  # code points without a meaning of their own; stand for glyphs that have none
_CLASSES = {"R": "R", "AL": "R", "L": "L", "EN": "D", "AN": "D", "NSM": "D"}  # other characters are neutral: N
_BRACKETS = dict.fromkeys("([{", "O") | dict.fromkeys(")]}", "C")
# A letter and all up to the last letter or number, or to the bracket that closes one opened meanwhile.
_RUN = re.compile("R(?:[NC]*O[NRD]*C|[NOC]*[RD])*")
_NUMBER = re.compile(r"([$£€]?\d+(?:[.,:/-]\d+)*%?)")
_Glyph: Any = ShapeData
_Glyphs: Any = ShapedStr
_FORMS = re.compile(r"(?<=> <)[0-9A-F]{4}(?=>)")


def directions(text: str) -> Iterator[tuple[bool, str]]:
    """`text` in pieces, in the order in which they are read, each with whether it runs from right to left."""
    classes = "".join(_BRACKETS.get(char) or _CLASSES.get(unicodedata.bidirectional(char), "N") for char in text)
    end = 0
    for run in _RUN.finditer(classes):
        if run.start() > end:
            yield False, text[end : run.start()]
        end = run.end()
        yield True, text[run.start() : end]
    if end < len(text):
        yield False, text[end:]


class ScriptFace(TTFont):
    """A face with Arabic or Hebrew, whose words it shapes with HarfBuzz."""

    # What reportlab's stubs leave out or get wrong.
    face: Any
    pdfScale: Callable[[float], float]

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._shaper = uharfbuzz.Font(self.hbFace)
        self._codes = self._name_every_glyph()
        self._meanings: WeakKeyDictionary[PDFDocument, dict[int, str]] = WeakKeyDictionary()

    def _name_every_glyph(self) -> list[int]:
        """The code point of each glyph. reportlab draws glyphs by code point, and most forms of a letter have none:
        they get private ones, always the same whatever was drawn before."""
        face = self.face
        private = (code for code in PRIVATE if code not in face.charToGlyph)
        named = []
        for glyph in range(face.numGlyphs):
            code = min(face.glyphToChar.get(glyph, ()), default=0x10000)
            if code > 0xFFFF:
                code = next(private)
                face.charToGlyph[code] = glyph
                face.charWidths[code] = self.pdfScale(self._shaper.get_glyph_h_advance(glyph))
            named.append(code)
        return named

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """The width of the words as they will stand, their letters joined."""
        width = 0.0
        for right_to_left, piece in directions(text):
            if right_to_left:
                width += sum(data.x_advance for part in _visual(piece) for data in self._shape(part)[1]) * size / 1000
            else:
                width += super().stringWidth(piece, size, encoding)
        return width

    def written(self, text: str, document: PDFDocument, format: Callable[[str], str]) -> str:
        """Operators that write `text`, pieces from right to left with their reading beside them (ActualText).

        `format` gives the operators of text whose glyphs are in their final order.
        """
        operators: list[str] = []
        for right_to_left, piece in directions(text):
            if not right_to_left:
                operators.append(format(piece))
                continue
            operators.append(f"/Span <</ActualText <FEFF{piece.encode('utf-16-be').hex()}>>> BDC")
            for part in _visual(piece):
                chars, data, read = self._shape(part)
                self._meanings.setdefault(document, {}).update(zip(map(ord, chars), read, strict=True))
                operators.append(format(_Glyphs(chars, data)))
            operators.append("EMC")
        return " ".join(operators)

    def _shape(self, part: str) -> tuple[str, list[Any], list[str]]:
        """The glyphs of a word or a number from left to right: their code points, places, and what each stands for."""
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(part)
        buffer.direction = "ltr" if _NUMBER.fullmatch(part) else "rtl"
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        read = {start: part[start:end] for start, end in zip(starts, [*starts[1:], len(part)], strict=True)}
        codes = [self._codes[info.codepoint] for info in buffer.glyph_infos]
        data = [
            _Glyph(
                info.cluster,
                *map(self.pdfScale, (place.x_advance, place.y_advance, place.x_offset, place.y_offset)),
                self.face.charWidths[code],
            )
            for info, place, code in zip(buffer.glyph_infos, buffer.glyph_positions, codes, strict=True)
        ]
        return "".join(map(chr, codes)), data, [read[info.cluster] for info in buffer.glyph_infos]

    def addObjects(self, doc: PDFDocument) -> None:
        """Embeds the face in a finished document; a form of a letter is searched for and copied as that letter."""
        super().addObjects(doc)
        meanings = {code: read for code, read in self._meanings.pop(doc, {}).items() if code in PRIVATE}

        def meaning(code: re.Match[str]) -> str:
            read = meanings.get(int(code[0], 16))
            return read.encode("utf-16-be").hex() if read else code[0]

        objects: dict[str, Any] = doc.idToObject
        for name, stream in objects.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(self.face.name.decode()):
                stream.content = _FORMS.sub(meaning, stream.content)


def _visual(piece: str) -> list[str]:
    """The words and numbers of a piece from right to left, in the order in which they stand from left to right."""
    return [part for part in reversed(_NUMBER.split(piece)) if part]
