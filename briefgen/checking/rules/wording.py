"""What the machine says is in the sentences it cites: its numbers, its names, and every word of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.checking.finding import Remark, shown
from briefgen.checking.subject import Line, Subject

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_INSERTED = re.compile(r"\[[^\]]*\]")  # whom a pronoun means, which stands in another sentence
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
_MEND = "Compare it with the sentences in source.txt; write your own wording in overrides.yaml, or drop the entry."


def number_not_in_evidence(subject: Subject) -> Iterator[Remark]:
    """A figure in a statement of the machine's that none of its sentences has."""
    for line, path, text in subject.machine_texts():
        if missing := _missing(_NUMBER, _INSERTED.sub(" ", text), subject.ground(line)):
            yield Remark(path, f"{_listed(missing)} not in the evidence ({', '.join(line.evidence[:5])})", _MEND)


def name_not_in_evidence(subject: Subject) -> Iterator[Remark]:
    """A capitalised word in a statement of the machine's that none of its sentences has."""
    for line, path, text in subject.machine_texts():
        names = " ".join(word for word in _WORD.findall(_INSERTED.sub(" ", text)) if word[0].isupper())
        if missing := _missing(_WORD, names, subject.ground(line)):
            yield Remark(path, f"{_listed(missing)} not in the evidence ({', '.join(line.evidence[:5])})", _MEND)


def quotation_not_verbatim(subject: Subject) -> Iterator[Remark]:
    """A quotation whose words, whoever wrote it down, do not stand in the sentences it cites.

    "..." and what stands in square brackets show where words were left out or put in.
    """
    for line in subject.lines:
        if line.path[0] == "quotes" and line.evidence and not _is_verbatim(line, subject.ground(line)):
            what = f"the quotation does not stand word for word in its evidence ({', '.join(line.evidence[:5])})"
            hint = "Write the words as source.txt has them, with ... where some are left out, or cite their sentence."
            yield Remark(next(iter(line.texts)), what, hint)


def _missing(pattern: re.Pattern[str], text: str, ground: str) -> list[str]:
    """What `pattern` finds in the text and not in its ground, each once; letter case does not count."""
    found = dict.fromkeys(pattern.findall(text))
    there = set(pattern.findall(ground.casefold())) if found else set()
    return [part for part in found if part.casefold() not in there]


def _is_verbatim(line: Line, ground: str) -> bool:
    start, ground = 0, _plain(ground)
    for part in _LEFT_OUT.split(next(iter(line.texts.values()))):
        words = _plain(part).strip(" ,.;:\"'")
        start = ground.find(words, start)
        if start < 0:
            return False
        start += len(words)
    return True


def _plain(text: str) -> str:
    """A text in which white space and the shape of quotation marks make no difference."""
    return " ".join(text.translate(_STRAIGHT).split())


def _listed(words: list[str]) -> str:
    return f"{', '.join(map(shown, words[:5]))} {'is' if len(words) == 1 else 'are'}"
