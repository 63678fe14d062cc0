"""Runs the rules over a brief and finds the places of what they say."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from briefgen.checking.finding import Finding
from briefgen.checking.ignoring import Ignored, read_ignored
from briefgen.checking.rules import BY_NAME, RULES
from briefgen.checking.subject import Subject
from briefgen.errors import Place
from briefgen.model.merged import Path


@dataclass(frozen=True)
class YamlFile:
    """A file that the brief was read from. `locate` gives the places of its parts; called only where one is wanted."""

    file: pathlib.Path
    text: str
    locate: Callable[[], Mapping[Path, Place]] = field(repr=False)

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        """The place of every part, by the keys and ids that lead to it."""
        return self.locate()

    @cached_property
    def ignored(self) -> Ignored:
        """What the comments in the file switch off."""
        return read_ignored(self.text)


def check(subject: Subject, files: Sequence[YamlFile]) -> list[Finding]:
    """All that the rules find in a brief, by file and line, without what its style or a comment switches off.

    `files` are where its parts may stand, the first one to look in first.
    """
    off = subject.style.checks if subject.style else {}
    findings = [*_told(subject, files), *_broken(subject, files), *_misnamed(subject, files)]
    return in_order(finding for finding in findings if finding.rule not in off)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file and line."""
    return sorted(findings, key=lambda finding: (str(finding.place.file), finding.place.line, finding.place.column))


def place_of(path: Path, files: Sequence[YamlFile]) -> Place:
    """Where the part of the brief at `path` stands, or the nearest thing around it that does."""
    for length in range(len(path), 0, -1):
        for file in files:
            if place := file.places.get(path[:length]):
                return place
    return Place(files[-1].file, 1, 1)


def _told(subject: Subject, files: Sequence[YamlFile]) -> Iterator[Finding]:
    """What the merge noticed."""
    for notice in subject.merged.notices:
        if not any(file.file == notice.place.file and file.ignored.covers(notice.rule, notice.place) for file in files):
            level = BY_NAME[notice.rule].level
            yield Finding(notice.rule, level, notice.place, notice.message, notice.hint, notice.old, notice.new)


def _broken(subject: Subject, files: Sequence[YamlFile]) -> Iterator[Finding]:
    """What the rules say."""
    for rule in RULES:
        for remark in rule.look(subject) if rule.look else ():
            if not _is_ignored(rule.name, remark.path, files):
                place = place_of(remark.path, files)
                yield Finding(rule.name, rule.level, place, remark.message, remark.hint)


def _misnamed(subject: Subject, files: Sequence[YamlFile]) -> Iterator[Finding]:
    """Comments, and lines of the style, that switch off what is no rule or cannot be switched off."""
    named = [(name, Place(file.file, line, column)) for file in files for name, line, column in file.ignored.named()]
    if subject.style:
        named += [(name, place_of(("style",), files)) for name in subject.style.checks]
    for name, place in named:
        rule = BY_NAME.get(name)
        if rule is None or not rule.optional:
            near = get_close_matches(name, BY_NAME, n=1)
            meant = f"; did you mean {near[0]}?" if near and rule is None else ""
            what = f"the rule {name} cannot be switched off" if rule else f"no rule is called {name}{meant}"
            hint = f"Correct or delete it. Rules: {', '.join(rule.name for rule in RULES if rule.optional)}."
            yield Finding("unknown-rule", "warning", place, what, hint)


def _is_ignored(rule: str, path: Path, files: Sequence[YamlFile]) -> bool:
    """Whether a comment beside the part at `path`, or beside what it belongs to, switches the rule off."""
    return any(
        file.ignored.covers(rule, place)
        for file in files
        if file.ignored.lines
        for length in range(1, len(path) + 1)
        for place in [file.places.get(path[:length])]
        if place
    )
