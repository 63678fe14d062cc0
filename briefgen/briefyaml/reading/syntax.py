"""What is not YAML at all: the parser's complaint -> a message that names the slip and its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefgen.briefyaml.reading.quoting import shown
from briefgen.errors import BriefFileError, Place

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what the parser counts as the end of a line
_LONGEST_LINE = 5_000


@dataclass(frozen=True, slots=True)
class _Slip:
    """A slip is known by the parser's `complaint` (either parser's words) and by the line around the place.

    `before` is matched with the line up to the place, `at` with the rest; their named groups fill `what` and `hint`,
    with `fixed` for `value` and the rest of the line in quotes. With `at_start` the place is where the construct
    began, not where it broke.
    """

    complaint: str
    what: str
    hint: str
    before: str = ""
    at: str = ""
    at_start: bool = False


_KEY = r"\s*(?:- +)*(?P<key>[^\s:#\"'\[{]{1,60}):"
_ALIGN = "Keys of one entry begin in the same column, with spaces; a text of several lines goes below | and further in."
_END = "did not find expected key|expected <block end>|'-' indicator"

# The first slip that fits is told, so the particular ones stand above the general ones of the same complaint.
_SLIPS = (
    _Slip("", "a tab stands where spaces belong", "Put spaces in its place; YAML takes no tabs there.", at=r"\t"),
    _Slip("", "a tab stands where spaces belong", "Put spaces in its place; YAML takes no tabs there.", before=r" *\t"),
    _Slip(
        "mapping values are not allowed",
        'the text after "{key}:" contains an unquoted colon',
        "Put it in quotes or use |. Write {key}: {fixed}",
        before=_KEY + r"\s+(?P<value>\S.*)$",
    ),
    _Slip(
        "mapping values are not allowed",
        "this key stands further in than the line above allows",
        "If the line above is a key, put a space after its colon. " + _ALIGN,
    ),
    _Slip(
        "could not find expected ':'",
        "this line is neither a key with a value nor part of a text",
        "Write key: value, with a space after the colon. " + _ALIGN,
        at_start=True,
    ),
    _Slip(
        "node content",
        "the file ends within an open bracket",
        'Close it, or put a text that begins with a bracket in quotes: "[...".',
        at=r"$",
    ),
    _Slip(
        "cannot start any token|node content|node, but found",
        "a text cannot begin with {char}",
        'Put the whole text in quotes: "{char}..."',
        at=r"(?P<char>[@`%,\]}&*!|>])",
    ),
    _Slip(
        "quoted scalar:.*(end of stream|document)|quoted scalar:.*document separator",
        "a quotation mark opens here and is not closed",
        'Close it with the same mark. Inside "..." write \\" for a quotation mark.',
        at_start=True,
    ),
    _Slip(
        "escape|hexdecimal|hexadecimal",
        "in this text in double quotes, a backslash stands before a letter that means nothing there",
        "Write \\\\ for a backslash, or use single quotes.",
        at_start=True,
    ),
    _Slip(
        "',' or '[\\]}]'",
        "a bracket opens here and is not closed",
        'Close it, or put a text that begins with a bracket in quotes: "[...".',
        at_start=True,
    ),
    _Slip(
        _END,
        "the text goes on after its closing quotation mark",
        "Use the other kind of quotation marks around the whole, or |.",
        before=_KEY + r"\s+(?P<mark>[\"']).*(?P=mark)\s*$",
    ),
    _Slip(
        _END,
        "the text goes on after a closing bracket",
        'Put a text that begins with a bracket in quotes: "[...] ...".',
        before=_KEY + r"\s+[\[{].*[\]}]\s*$",
    ),
    _Slip(
        _END,
        "this list entry does not stand where its list does",
        'Begin "- " in the same column as the entries above it.',
        before=r"\s*$",
        at=r"-(\s|$)",
    ),
    _Slip(_END, "this line does not stand where the lines above it let it", _ALIGN),
    _Slip(
        "scanning an (alias|anchor)|(scanning|parsing) a tag",
        "a text cannot begin with *, & or ! unless it stands in quotes",
        'Put the whole text in quotes: "...".',
        at_start=True,
    ),
    _Slip(
        "block scalar",
        "a text stands on the same line as | or >",
        "Begin it on the next line, further in; or put it in quotes.",
    ),
    _Slip(
        "sequence entries are not allowed|mapping keys are not allowed",
        'a text cannot begin with "{char} "',
        'Put the whole text in quotes: "{char} ...".',
        at=r"(?P<char>[-?])",
    ),
    _Slip("nesting depth", "nested too deeply", "A brief has no such levels; close some brackets."),
    _Slip(
        "document start",
        "this line stands outside of what began on the lines above it",
        "Begin the keys of the file in one column, the first; delete a line of three dots, which ends the file.",
    ),
    _Slip("directive", "a line that begins with % is not taken here", "Delete it.", at_start=True),
)


def syntax_error(
    error: yaml.MarkedYAMLError, text: str, file: Path, last: yaml.ScalarEvent | None = None
) -> BriefFileError:
    """The error to raise for what the parser says about `text`, of which it read `last` as the last text or key."""
    if open_quote := _runaway_quote(error, last, file):
        return open_quote
    complaint = f"{error.context}: {error.problem}"
    broke = _Spot(error.problem_mark, text)
    start = _Spot(error.context_mark, text) if error.context_mark else broke
    for slip in _SLIPS:
        spot = start if slip.at_start else broke
        before, at = re.match(slip.before, spot.before), re.match(slip.at, spot.at)
        if re.search(slip.complaint, complaint) and before and at:
            found = before.groupdict() | at.groupdict()
            found["fixed"] = shown(found.get("value", "") + spot.at)
            return BriefFileError(slip.what.format(**found), slip.hint.format(**found), spot.place(file))
    return BriefFileError(
        f"this is not YAML ({error.problem})", f"Compare with the lines above. {_ALIGN}", broke.place(file)
    )


def _runaway_quote(error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None, file: Path) -> BriefFileError | None:
    """The error for a quotation mark that was closed only by one lines below, right before the parser broke."""
    if last is None or last.style not in ("'", '"') or not (last.start_mark and last.end_mark and error.problem_mark):
        return None
    start, end, broke = last.start_mark, last.end_mark, error.context_mark or error.problem_mark
    if not start.line < end.line or end.line not in (broke.line, error.problem_mark.line):
        return None
    what = f"a quotation mark opens here and is closed only on line {end.line + 1}, where more follows"
    hint = 'Close it with the same mark where the text ends. Inside "..." write \\" for a quotation mark.'
    return BriefFileError(what, hint, Place(file, start.line + 1, start.column + 1))


class _Spot:
    """A place that the parser names, with its line up to there and from there on."""

    def __init__(self, mark: yaml.Mark | None, text: str) -> None:
        self._line, self._column = (mark.line, mark.column) if mark else (0, 0)
        line = _line(text, self._line)
        # Cut, so that no pattern meets a line of megabytes.
        self.before = line[: self._column][:_LONGEST_LINE]
        self.at = line[self._column :][:_LONGEST_LINE]

    def place(self, file: Path) -> Place:
        return Place(file, self._line + 1, self._column + 1)


def place_in(text: str, offset: int, file: Path) -> Place:
    """The place of the character at `offset`."""
    line, start = 1, 0
    for end in BREAK.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return Place(file, line, offset - start + 1)


def _line(text: str, number: int) -> str:
    start = 0
    for index, end in enumerate(BREAK.finditer(text)):
        if index == number:
            return text[start : end.start()]
        start = end.end()
    return text[start:]
