"""Characters to lines, as they stand on a page."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = ("\x02", "\ufffe")  # what PDFium gives for the hyphen at which a word is parted
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc"  # what Word draws as bullets from its fonts of symbols
_GAP = 1.6  # heights of a letter; a wider one parts columns, or the cells of a table
_JUMP = 0.4  # of that height, up or down: another line. What is set higher or lower by less is an index


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line without a wide gap in it. Places are points from the lower left corner; `size` is the height
    of its letters, ascenders and descenders included; `height` is that of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    height: float


@dataclass(slots=True)
class _Piece:
    """A line in the making."""

    letters: list[str] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0

    def goes_on_with(self, left: float, base: float, size: float) -> bool:
        """Whether a letter there belongs to this line."""
        if not self.sizes:
            return True
        height = max(size, self.sizes[-1])
        return abs(base - self.base) <= _JUMP * height and -height <= left - self.right <= _GAP * height

    def add(self, letter: str, left: float, right: float, base: float, size: float) -> None:
        if not self.sizes:
            self.left, self.base = left, base
        self.letters.append(letter)
        self.sizes.append(size)
        self.right = max(self.right, right)


def lines_of(page: PdfPage, number: int, most: int) -> list[Line] | None:
    """The lines of a page in the order in which the file draws them; None when it has more than `most` characters."""
    text = page.get_textpage()
    try:
        if text.count_chars() > most:
            return None
        height = page.get_height()
        pieces = list(_pieces(text))
    finally:
        text.close()
    lines = [_line(piece, number, height) for piece in pieces]
    return _joined([line for line in lines if line.text])


def _pieces(text: PdfTextPage) -> Iterator[_Piece]:
    from pypdfium2 import raw

    piece = _Piece()
    x, base = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter in "\r\n" or letter == "\0":
            yield piece
            piece = _Piece()
        elif letter.isspace():
            piece.letters.append(" ")
        else:
            left, bottom, right, top = text.get_charbox(index, loose=True)
            raw.FPDFText_GetCharOrigin(text, index, x, base)
            if not piece.goes_on_with(left, base.value, top - bottom):
                yield piece
                piece = _Piece()
            shown = "-" if letter in _HYPHENS else "•" if letter in _BULLETS else letter
            piece.add(shown, left, right, base.value, top - bottom)
    yield piece


def _line(piece: _Piece, number: int, height: float) -> Line:
    size = statistics.median(piece.sizes) if piece.sizes else 0.0
    return Line(" ".join("".join(piece.letters).split()), piece.left, piece.right, piece.base, size, number, height)


def _joined(lines: list[Line]) -> list[Line]:
    """Pieces of one line that the file draws one after the other, bold beside plain, made one."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and abs(before.base - line.base) <= _JUMP * line.size and before.right - line.left <= line.size:
            gap = line.left - before.right
            if gap <= _GAP * max(before.size, line.size):
                space = " " if gap > 0.12 * line.size else ""
                size = max(before, line, key=lambda part: len(part.text)).size
                text = before.text + space + line.text
                joined[-1] = Line(
                    text, before.left, max(before.right, line.right), before.base, size, line.page, line.height
                )
                continue
        joined.append(line)
    return joined
