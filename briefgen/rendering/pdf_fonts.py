"""The faces of the PDF, and what happens to characters that they lack."""

from __future__ import annotations

import unicodedata
from importlib import resources
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefgen.errors import RenderError
from briefgen.model.style import Fonts, PdfFace

_PACKAGES: dict[PdfFace, tuple[str, str]] = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
}
_REGULAR, _BOLD = "Regular", "Semibold"
_NAMED_MISSING = 12  # characters that the warning spells out
# Spaces and hyphens that no face has; their everyday relatives say the same.
_RELATIVES = dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000], " ") | {0x202F: "\xa0", 0x2010: "-", 0x2011: "-"}


class FontBook:
    """Registers a style's faces and fits text to them; remembers the characters that none of them has."""

    def __init__(self, fonts: Fonts) -> None:
        self.text, self.text_bold = _register(fonts.text.pdf, _REGULAR), _register(fonts.text.pdf, _BOLD)
        self.label, self.label_bold = _register(fonts.label.pdf, _REGULAR), _register(fonts.label.pdf, _BOLD)
        self._glyphs = {name: _glyphs(name) for name in (self.text, self.text_bold, self.label, self.label_bold)}
        self._stand_ins = {
            self.text: self.label,
            self.text_bold: self.label_bold,
            self.label: self.text,
            self.label_bold: self.text_bold,
        }
        self._missing: dict[str, None] = {}

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
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in list(self._missing)[:_NAMED_MISSING])
        more = f" and {len(self._missing) - _NAMED_MISSING} more" if len(self._missing) > _NAMED_MISSING else ""
        return (f"the PDF's faces have no glyph for {named}{more}; printed as codes such as [U+4E60]",)

    def _parts(self, text: str, face: str) -> list[tuple[str, str]]:
        """Pairs of face and text."""
        glyphs = self._glyphs[face]
        if all(ord(char) in glyphs for char in set(text)):
            return [(face, text)]
        stand_in = self._stand_ins[face]
        parts: list[tuple[str, str]] = []
        for char in unicodedata.normalize("NFC", text).translate(_RELATIVES):
            if ord(char) in glyphs:
                name = face
            elif ord(char) in self._glyphs[stand_in]:
                name = stand_in
            elif unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
                continue  # joiners, direction marks and variation selectors have no look of their own
            else:
                name = ""
            if parts and parts[-1][0] == name:
                parts[-1] = (name, parts[-1][1] + char)
            else:
                parts.append((name, char))
        return [(name or face, part if name else self._code(part)) for name, part in parts]

    def _code(self, text: str) -> str:
        self._missing |= dict.fromkeys(text)
        return f"[{' '.join(f'U+{ord(char):04X}' for char in text)}]"


def _register(family: PdfFace, weight: str) -> str:
    """The name under which reportlab knows the face. Raises RenderError when its package is not installed."""
    package, stem = _PACKAGES[family]
    name = f"{stem}-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            with resources.as_file(resources.files(package) / "files" / f"{name}.ttf") as path:
                pdfmetrics.registerFont(TTFont(name, str(path)))
        except (ModuleNotFoundError, OSError, TTFError) as error:
            hint = f"Install it: pip install {package.replace('_', '-')}"
            what = f"the PDF needs the face {family} ({weight}), which cannot be read: {error}"
            raise RenderError(what, hint) from None
    return name


def _glyphs(name: str) -> frozenset[int]:
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - we registered it as one
    return frozenset(font.face.charToGlyph)
