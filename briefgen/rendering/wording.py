"""The words and the typography that the documents add to the brief's own text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from briefgen.model.brief import DueDate, Names
from briefgen.model.printable import clean as clean
from briefgen.model.printable import shorten as shorten
from briefgen.model.style import DateFormat

NO_BREAK = "\xa0"  # a space at which no line ends
NONE_STATED = "None stated in the source."
EMPTY = {"caveats": "The engine marked nothing as uncertain.", "annex": "No sentence is cited."}
NOT_STATED = "Not stated"
EDITED = "A person has edited this brief since the engine drafted it; what that person wrote need not carry a citation."
NOT_EDITED = "No person has edited this brief since the engine drafted it."
TO_BE_COMPLETED = "[to be completed]"
ANALYST = "analyst"
LOW_CONFIDENCE = "The engine is not sure of this line: check it against the sentence cited."
_IDS = "A4.2 means source A, paragraph 4, sentence 2"
HOW_TO_CITE = {
    "brackets": "Each line that the engine drafted cites the sentences it rests on. "
    f"{_IDS}; the annex prints each cited sentence word for word.",
    "notes": f"Each line that the engine drafted has a note with the sentences it rests on, word for word. {_IDS}.",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_IN_A_DATE = re.compile(r"(?<=\d) (?=[A-Z])|(?<=[a-z,]) (?=\d{4})")


def join_names(names: Names) -> str:
    """One name, or several as "A, B and C"; "Not stated" for none."""
    listed = [clean(name) for name in ([names] if isinstance(names, str) else names)]
    listed = [name for name in listed if name]
    if len(listed) < 2:
        return listed[0] if listed else NOT_STATED
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def join_parts(parts: Sequence[str], mark: str = ", ") -> str:
    """The parts that are not empty, with `mark` between them."""
    return mark.join(part for part in parts if part)


def quoted(text: str) -> str:
    """`text` between typographic quotation marks."""
    return f"“{text}”"


def date_words(date: dt.date, pattern: DateFormat) -> str:
    """A date as the style writes it; month names do not depend on the computer's language."""
    month = MONTHS[date.month - 1]
    if pattern == "day month year":
        return f"{date.day} {month} {date.year}"
    if pattern == "month day, year":
        return f"{month} {date.day}, {date.year}"
    return date.isoformat()


def span_words(first: dt.date, last: dt.date, pattern: DateFormat) -> str:
    """A span of days, both ends included, without saying month and year twice where the style can do without."""
    if first == last:
        return date_words(first, pattern)
    if pattern == "day month year" and first.year == last.year:
        start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    else:
        start = date_words(first, pattern)
    return f"{start} to {date_words(last, pattern)}"


def due_words(due: DueDate, pattern: DateFormat) -> str:
    """The words of `due`, and in brackets the days they stand for unless the words already spell them out."""
    words, days = clean(due.text), _due_days(due, pattern)
    if not days or days.casefold() in words.casefold():
        return words
    return f"{words} ({_IN_A_DATE.sub(NO_BREAK, days)})"


def _due_days(due: DueDate, pattern: DateFormat) -> str:
    """The days themselves; empty where none are known."""
    if due.earliest and due.latest:
        return span_words(due.earliest, due.latest, pattern)
    if due.latest:
        return f"by {date_words(due.latest, pattern)}"
    return f"from {date_words(due.earliest, pattern)}" if due.earliest else ""
