"""The lines of a mail that are the article: not the note above it, what is quoted below it, nor the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.sources.cleaning import fold
from briefgen.sources.layout.draft import Draft

LONGEST_NOTE = 150  # words above a forwarded article, or beside an attached one
_SHORTEST_ARTICLE = 50  # words of what is quoted below a note, to be taken for the article
_DEEPEST = 6  # mails forwarded inside one another
_LONGEST_SIGNATURE = 12  # lines
_LONGEST_SMALL_PRINT = 150  # words

_MARKER = re.compile(
    r"[\s*_-]*(?:(?:begin )?forwarded message|original message|forwarded by .{1,80})\s*:?[\s*_-]*", re.IGNORECASE
)
_FIELD = re.compile(
    r"[\s*_]*(?P<field>from|sent|date|to|cc|bcc|subject|reply-to|importance)\s*[*_]*:[*_]*\s*(?P<value>.*)",
    re.IGNORECASE,
)
_WITHIN = 20  # lines that the headers of a forwarded mail take, blank ones between them included
_START = 60  # characters by which a block is found again
_LISTS = ("to", "cc", "bcc")
_QUOTED = re.compile(r">[ \t]?")
_ATTRIBUTION = re.compile(r"(?:on|am|le|el) .{6,200} (?:wrote|schrieb|a écrit|escribió)\s*:", re.IGNORECASE | re.DOTALL)
_SIGNATURE = re.compile(r"--\s?")
# Links, addresses and pictures as mail programs write them into a plain text; emphasis that stood for bold.
_WRITTEN_OUT = re.compile(r"\s?<(?:https?://|mailto:)[^<>\s]+>|\[(?:cid|image):[^\[\]\n]*\]")
_BOLD = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")
_PGP_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w[\w-]*: .*\n)*\n?|-----BEGIN PGP SIGNATURE-----.*", re.DOTALL
)
# Paragraphs that mail programs, gateways and mailing lists add. Each is matched from its first word.
_SMALL_PRINT = re.compile(
    r"sent from (?:my |outlook|yahoo|mail for)|get outlook for |"
    r"(?:view|read|open|see) (?:this|it|the)(?: e-?mail| message| newsletter)? (?:in|on) \w+ (?:web )?browser|"
    r"(?:you (?:are receiving|received) this (?:e-?mail|message|newsletter)|(?:to |click here to )?unsubscribe\b|"
    r"manage (?:your )?(?:subscription|preferences))|"
    r"\W*(?:caution|warning|external)\W+(?:\w+\W+){0,3}?(?:e-?mail|message|sender)\b|"
    r"(?:this|the information in this) (?:e-?mail|message)(?: and any| \(including| is (?:confidential|intended)|"
    r" may contain| was sent to)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The article in a mail, as `text` or as `drafts`, and the headers of the forwarded mail it stood in, if any."""

    text: str = ""
    drafts: list[Draft] = field(default_factory=list)
    headers: dict[str, str] | None = None

    @property
    def words(self) -> int:
        return len(self.text.split()) + sum(len(draft.text.split()) for draft in self.drafts)


def of_text(text: str) -> Passage:
    """The article in the plain text of a mail."""
    text = _BOLD.sub(r"\1", _WRITTEN_OUT.sub("", _PGP_SIGNED.sub("", text)))
    lines, headers = _article(text.split("\n"))
    return Passage("\n".join(lines).strip("\n"), headers=headers)


def of_drafts(drafts: Sequence[Draft], text: str) -> Passage:
    """The article in the HTML of a mail: those of its blocks that are of the article in its whole `text`."""
    passage = of_text(text)
    told = fold(passage.text)
    kept = [draft for draft in drafts if fold(_WRITTEN_OUT.sub("", draft.text))[:_START] in told]
    return Passage(drafts=kept, headers=passage.headers)


def _article(lines: list[str], depth: int = 0) -> tuple[list[str], dict[str, str] | None]:
    """The lines of the article, and the headers of the mail it stood in where it was forwarded."""
    for start in range(len(lines) if depth < _DEEPEST else 0):
        end, headers = _forwarded(lines, start)
        if not headers:
            continue
        above, below = _cleaned(lines[:start]), _unquoted(lines[end:])
        if _words(above) <= LONGEST_NOTE and _words(below) > _words(above):
            inner, inner_headers = _article(below, depth + 1)
            return inner, inner_headers or headers
        return above, None
    return _without_quotes(lines), None


def _forwarded(lines: list[str], start: int) -> tuple[int, dict[str, str]]:
    """Where the headers of a forwarded mail end that begin on line `start`, and what they say; nothing if none do."""
    marked = bool(_MARKER.fullmatch(lines[start]))
    if not marked and not _FIELD.fullmatch(_bare(lines[start])):
        return start, {}
    headers: dict[str, str] = {}
    end, name = start + marked, ""
    for number in range(end, min(end + _WITHIN, len(lines))):
        line = _bare(lines[number])
        if match := _FIELD.fullmatch(line):
            name = match["field"].lower().replace("sent", "date")
            headers.setdefault(name, fold(match["value"]))
        elif not line.strip():
            continue
        elif number > end or not (line[0].isspace() or name in _LISTS):  # else a list of addresses goes on
            break
        end = number + 1
    told = "from" in headers and ("date" in headers or "subject" in headers) and (marked or len(headers) > 2)
    return (end, headers) if told else (start, {})


def _without_quotes(lines: list[str]) -> list[str]:
    """The lines without what they quote, or what they quote where they say little else."""
    own, quoted = list(lines), [""] * len(lines)
    for number, line in enumerate(lines):
        if _QUOTED.match(line):
            own[number], quoted[number] = "", _bare(line)
            for before in range(max(0, number - 3), number):
                if _ATTRIBUTION.fullmatch(fold(" ".join(own[before:number]))):
                    own[before:number] = [""] * (number - before)
    own, quoted = _cleaned(own), _cleaned(quoted)
    fewest = max(_words(own), _SHORTEST_ARTICLE)
    return quoted if _words(own) <= LONGEST_NOTE and _words(quoted) > fewest else own


def _bare(line: str) -> str:
    return _QUOTED.sub("", line, count=1)


def _unquoted(lines: list[str]) -> list[str]:
    """Lines that are all quoted without the mark of that, else the lines."""
    if all(_QUOTED.match(line) for line in lines if line.strip()):
        return [_bare(line) for line in lines]
    return lines


def _cleaned(lines: list[str]) -> list[str]:
    """The lines without signature and small print."""
    kept = list(lines)
    for number in reversed(range(len(kept))):
        if _SIGNATURE.fullmatch(kept[number]):
            if sum(bool(line.strip()) for line in kept[number + 1 :]) <= _LONGEST_SIGNATURE:
                kept[number:] = [""] * (len(kept) - number)
            break
    start = 0
    for number in range(len(kept) + 1):
        if number == len(kept) or not kept[number].strip():
            text = fold(" ".join(kept[start:number]))
            if _SMALL_PRINT.match(text) and len(text.split()) <= _LONGEST_SMALL_PRINT:
                kept[start:number] = [""] * (number - start)
            start = number + 1
    return kept


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)
