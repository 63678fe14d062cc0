"""The faces of the PDF, and what happens to characters that they lack."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from importlib import resources
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefgen.errors import RenderError
from briefgen.model.style import Fonts, PdfFace
from briefgen.rendering.pdf.right_to_left import PRIVATE, ScriptFace, directions

_FAMILIES: dict[PdfFace, tuple[str, str]] = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
}
# Asked in turn for what a style's faces lack: Hebrew and the accents of classical Greek, then Arabic.
_SCRIPTS = (("fontpkg_cardo", "Cardo"), ("fontpkg_amiri", "Amiri"))
_NAMED_MISSING = 12  # characters that the warning spells out
# Spaces and hyphens that no face has; their everyday relatives say the same.
_RELATIVES = dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000], " ") | {0x202F: "\xa0", 0x2010: "-", 0x2011: "-"}
_MISSING = ""  # stands for the face of a character that none has


class FontBook:
    """Registers a style's faces and fits text to them; remembers the characters that no face has."""

    def __init__(self, fonts: Fonts) -> None:
        self.text, self.text_bold = _style_faces(fonts.text.pdf)
        self.label, self.label_bold = _style_faces(fonts.label.pdf)
        self._glyphs: dict[str, frozenset[int]] = {}
        self._missing: dict[str, None] = {}

    def bold(self, face: str) -> str:
        """The bold of the same voice."""
        return self.label_bold if face in (self.label, self.label_bold) else self.text_bold

    def markup(self, text: str, face: str) -> str:
        """`text` escaped for a Paragraph set in `face`; another face where `face` lacks a character."""
        return "".join(
            escape(part) if name == face else f'<font name="{name}">{escape(part)}</font>'
            for name, part in self._parts(text, face)
        )

    def plain(self, text: str, face: str) -> str:
        """`text` for places that take one face only; what `face` lacks is printed as its code, such as [U+4E60]."""
        return "".join(part if name == face else self._code(part) for name, part in self._parts(text, face))

    def warnings(self) -> tuple[str, ...]:
        """One line that names the characters printed as codes; none when there were none."""
        if not self._missing:
            return ()
        listed = list(self._missing)
        named = ", ".join(f"{char} ({_name(char)})" for char in listed[:_NAMED_MISSING])
        more = f" and {len(listed) - _NAMED_MISSING} more" if len(listed) > _NAMED_MISSING else ""
        return (f"the PDF's faces have no glyph for {named}{more}; printed as codes such as [{_point(listed[0])}]",)

    def _parts(self, text: str, face: str) -> list[tuple[str, str]]:
        """Pairs of face and text."""
        if self._covers(face, text):
            return [(face, text)]
        chosen = list(self._choose(unicodedata.normalize("NFC", text).translate(_RELATIVES), face))
        grouped = [(name, "".join(char for _, char in pairs)) for name, pairs in groupby(chosen, lambda pair: pair[0])]
        return [(name, part) if name else (face, self._code(part)) for name, part in grouped]

    def _choose(self, text: str, face: str) -> Iterator[tuple[str, str]]:
        """Each character with the face to print it in. What runs from right to left stays in one face, as far as it has
        it: words parted by a change of face would change places."""
        bold = face in (self.text_bold, self.label_bold)
        scripts = [_script_face(*family, bold) for family in _SCRIPTS]
        sister = {self.text: self.label, self.label: self.text}.get(face) or (
            self.label_bold if face == self.text_bold else self.text_bold
        )
        for right_to_left, piece in directions(text):
            faces = [face, sister, *scripts]
            if right_to_left:
                faces = [*sorted(scripts, key=lambda name: not self._covers(name, piece[0])), face, sister]
            for char in piece:
                name = next((name for name in faces if self._covers(name, char)), _MISSING)
                if name or not _has_no_look(char):
                    yield name, char

    def _covers(self, face: str, text: str) -> bool:
        if face not in self._glyphs:
            font = pdfmetrics.getFont(face)
            assert isinstance(font, TTFont)  # noqa: S101 - we registered it as one
            # Private code points mean nothing, and reportlab cannot write what those beyond 16 bits mean.
            usable = (code for code in font.face.charToGlyph if code <= 0xFFFF and code not in PRIVATE)
            self._glyphs[face] = frozenset(usable)
        return self._glyphs[face].issuperset(map(ord, text))

    def _code(self, text: str) -> str:
        self._missing |= dict.fromkeys(text)
        return f"[{' '.join(map(_point, text))}]"


def _style_faces(family: PdfFace) -> tuple[str, str]:
    package, stem = _FAMILIES[family]
    return _register(package, f"{stem}-Regular", TTFont), _register(package, f"{stem}-Semibold", TTFont)


def _script_face(package: str, stem: str, bold: bool) -> str:
    return _register(package, f"{stem}-{'Bold' if bold else 'Regular'}", ScriptFace)


def _register(package: str, name: str, kind: type[TTFont]) -> str:
    """The name under which reportlab knows the face. Raises RenderError when its package is not installed."""
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            with resources.as_file(resources.files(package) / "files" / f"{name}.ttf") as path:
                pdfmetrics.registerFont(kind(name, str(path)))
        except (ModuleNotFoundError, OSError, TTFError) as error:
            hint = f"Install it: pip install {package.replace('_', '-')}"
            raise RenderError(f"the PDF needs the face {name}, which cannot be read: {error}", hint) from None
    return name


def _has_no_look(char: str) -> bool:
    """Joiners, direction marks and variation selectors."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _point(char: str) -> str:
    return f"U+{ord(char):04X}"


def _name(char: str) -> str:
    return f"{_point(char)} {unicodedata.name(char, '')}".rstrip()
