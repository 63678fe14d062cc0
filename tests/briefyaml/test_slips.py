"""The slips that people make, each made wherever it can be: all are told with the line, in words for their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.briefyaml import dump, load, load_overrides, merge
from briefgen.errors import BriefFileError

from .norland import norland, uncommented_example

BRIEF = dump(norland())
EDITS = uncommented_example(norland())
TEXT_KEYS = "title|text|statement|action|speaker|name|to|reference"

# What is spoilt in a line, what it becomes, words of the message, and how many lines further down it points.
SLIPS: dict[str, tuple[str, str, str, int]] = {
    "an unquoted colon": (r": (?=\w+ \w)", ": Minister: ", "unquoted colon", 0),
    "a tab": (r"^  (?=\w)", "\t", "a tab", 0),
    "the key twice": (r"^( *)((?:- )?)(\w+)(: .+)$", r"\1\2\3\4\n\1@\3\4", "stands twice", 1),
    "a typo in the key": (rf"\b({TEXT_KEYS}): ", r"\1q: ", "unknown key", 0),
    "a typo in an id": (r"\bid: (\w+)-", r"id: \1_", "", 0),
    "a quotation mark left open": (r": (?=[A-Za-z])", ': "', "quotation mark opens here", 0),
    "a text behind a quotation mark": (r": ([A-Za-z]\w*)", r': "\1" x', "goes on", 0),
    "an alias": (r": (?=[A-Za-z])", ": *", "cannot begin with *", 0),
    "an anchor": (r": (?=[A-Za-z])", ": &", "cannot begin with", 0),
    "a bracket left open": (r": (?=[A-Za-z])", ": [", "bracket", 0),
    "a list where a text is meant": (rf"\b({TEXT_KEYS}|id): (\w.*)", r"\1: [\2]", "but a list stands", 0),
    "keys where a text is meant": (rf"\b({TEXT_KEYS}|id): (\w.*)", r"\1: {a: b}", "but keys of its own stand", 0),
    "a bad word": (r"\b(kind|status|confidence): \w+", r"\1: no", 'cannot be "no"', 0),
    "a date in words": (r"\b(date|earliest|latest): \S+", r"\1: in May", "is a date", 0),
    "a number in words": (r"\bmentions: \d+", "mentions: on", "whole number", 0),
    "a switch that is a word": (r"\bdrop: true", "drop: on", "drop is true or false", 0),
}


def spoilt(text: str, slip: str) -> Iterator[tuple[str, int]]:
    """The text with the slip in one line, for each line where it can be; and the line that is to be named."""
    pattern, replacement, _, below = SLIPS[slip]
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("#"):
            continue
        new, count = re.subn(pattern, replacement, line, count=1)
        new = new.replace("@", "  " if line.lstrip().startswith("- ") else "")
        if count and new != line:
            yield "\n".join([*lines[:number], new, *lines[number + 1 :], ""]), number + 1 + below


def refusal(text: str, *, overrides: bool) -> BriefFileError:
    with pytest.raises(BriefFileError) as caught:
        if overrides:
            merge(norland(), load_overrides(text, Path("overrides.yaml")))
        else:
            load(text, Path("brief.yaml"))
    return caught.value


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_wherever_it_is_made(slip: str) -> None:
    made = 0
    for original, overrides in ((BRIEF, False), (EDITS, True)):
        for text, line in spoilt(original, slip):
            if slip == "a typo in an id" and not overrides:
                continue  # in a brief an id may be any word; in overrides it must be one of the brief
            error = refusal(text, overrides=overrides)
            assert error.place is not None, text
            assert error.place.line == line, (str(error), text.splitlines()[line - 1])
            assert SLIPS[slip][2] in error.what, text.splitlines()[line - 1]
            assert error.hint
            made += 1
    assert made


def test_these_are_more_than_200_spoilt_files() -> None:
    assert sum(1 for text in (BRIEF, EDITS) for slip in SLIPS for _ in spoilt(text, slip)) > 200
