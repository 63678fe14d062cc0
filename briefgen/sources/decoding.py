"""Bytes to text. Certain signs come before guesses: byte order mark, then UTF-8, then Windows-1252, then detection."""

from __future__ import annotations

import codecs
import re

from briefgen.errors import SourceError

_MARKS = (  # UTF-32 before UTF-16: the mark of the one begins like that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, ODF or zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
)
WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_SAVE_AS_TEXT = "Give it the ending of what it is, if briefgen reads that; else save its article as plain text (.txt)."

# Declared encodings that are worth trying on what is no UTF-8. Python has others, some slow, some no encodings of text.
_DECLARABLE = re.compile(
    r"(?:windows-125|cp125|iso-?8859-|latin|koi8-|euc-|gb|big5|shift_jis|macintosh)[\w-]*", re.IGNORECASE
)
_LATIN_1 = ("iso-8859-1", "iso8859-1", "latin1", "latin-1")  # which is taken for Windows-1252, as browsers do

# What Western texts are written in, the most usual first. A reading is plausible when accented letters stand inside
# words of plain letters ("café", "naïve") and neither capitals nor signs follow small letters, as they do where the
# bytes of one encoding are taken for another's ("donÕt"). Detection by statistics is often wrong on a few such bytes.
_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")
_WORD = re.compile(r"[^\W\d_]+")
_MISREAD = re.compile(
    r"[\x80-\x9f]|[a-z][À-ÖØ-ÞŠŒŽŸıŨ]|[^\W\d_][ƒˆ˜†‡‰¤¦¨ª¯´¸º¬±¥¢¶∂∑∏π∫Ω√≈∆◊ˇ˘˙˚˝˛░▒▓│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌▄▌▐▀■]"
    r"|[ƒˆ˜†‡¤¦¨¯´¸¬∂∑∏π∫√≈∆◊ˇ˘˙˚˝˛╔╚╗╝][^\W\d_]"
    r"|[^\W\d_][‚„][^\W\d_]|(?<!\w)[ÐÑÒÔÕÛÞ]+(?!\w)"
)
_DETECTED = "cp1250 cp1251 koi8_r cp1253 cp1254 cp1256 shift_jis euc_jp gb18030 big5 euc_kr".split()
_SAMPLE = 200_000  # bytes that the detection looks at


def decode(data: bytes, name: str, *, web_page: bool = False) -> str:
    """The text of `data`, without byte order mark. `name` is how an error calls the source.

    A web page is refused as another format unless `web_page` says that one is wanted.

    Raises SourceError when there is nothing in it, when it is no text, or when no encoding fits.
    """
    if not data.strip():
        raise SourceError(f"{name} is empty.", "Give a file that holds the text of an article.")
    _refuse_other_formats(data, name, web_page)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name)
    if b"\0" in data:
        return _decode_marked(data, _utf16_order(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    readings = (_plausible_reading(data, encoding) for encoding in _WESTERN)
    return next((text for text in readings if text is not None), None) or _detect(data, name)


def decode_declared(data: bytes, encoding: str) -> str | None:
    """The text of `data`: UTF-8 where it is, else as the `encoding` that is declared for it; None when neither fits."""
    if b"\0" in data:  # UTF-16, whatever is declared
        return None
    usual = "cp1252" if encoding.lower() in _LATIN_1 else encoding
    for candidate in ("utf-8-sig", usual) if _DECLARABLE.fullmatch(encoding) else ("utf-8-sig",):
        try:
            return data.decode(candidate)
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _refuse_other_formats(data: bytes, name: str, web_page: bool) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{name} is {kind}, whatever its name says.", _SAVE_AS_TEXT)
    if WEB_PAGE.match(data) and not web_page:
        raise SourceError(f"{name} is a web page, whatever its name says.", "Give it a name that ends in .html.")


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} is damaged: it is {encoding.upper()} up to byte {error.start}, and no text there.", _SAVE_AS_TEXT
        ) from error


def _utf16_order(data: bytes, name: str) -> str:
    """UTF-16 without a mark: in Western text every second byte is nearly always NUL. Anything else is binary."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    if len(data) % 2 == 0 and max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    raise SourceError(f"{name} is a binary file, not text.", _SAVE_AS_TEXT)


def _plausible_reading(data: bytes, encoding: str) -> str | None:
    """The text in a Western encoding if every byte is plausible in it, None otherwise."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    accented = [word for word in _WORD.findall(text) if not word.isascii()]
    foreign = any(len(word) > 3 and sum(map(str.isascii, word)) < len(word) / 2 for word in accented)
    return None if foreign or _MISREAD.search(text) else text


def _detect(data: bytes, name: str) -> str:
    import charset_normalizer  # takes a while to import and is rarely needed

    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_DETECTED).best()
    if best is None:
        raise SourceError(f"The encoding of {name} cannot be made out.", _SAVE_AS_TEXT)
    return _decode_marked(data, best.encoding, name)
