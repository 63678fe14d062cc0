"""What the rules look at: the merged brief, who wrote which part of it, and what it has to stand up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.brief import Brief
from briefgen.model.extent import Extent
from briefgen.model.merged import Merged, Path
from briefgen.model.sections import SectionEntry
from briefgen.model.style import Style

SECTIONS = "sections"  # the key under which stands what only humans write


@dataclass(frozen=True, slots=True)
class Line:
    """An item or the bottom line: its words by the paths they stand at, the main ones first, and what it rests on."""

    path: Path
    texts: dict[Path, str]
    evidence: list[str]


@dataclass(frozen=True)
class Subject:
    """A brief to be checked.

    `sentences` are those of source.txt by id, None where the file is missing; `style` is None where there is no such
    style; `extents` say how much room the sections take on paper, none where nobody has laid them out.
    """

    merged: Merged
    sentences: Mapping[str, str] | None = None
    style: Style | None = None
    extents: tuple[Extent, ...] = ()

    @property
    def brief(self) -> Brief:
        """The brief itself, edits included."""
        return self.merged.brief

    def ground(self, line: Line) -> str:
        """The sentences that a line rests on, in one text."""
        return " ".join(self.brief.evidence[identity] for identity in line.evidence if identity in self.brief.evidence)

    def machine_texts(self) -> Iterator[tuple[Line, Path, str]]:
        """Every text that the machine wrote and that rests on sentences, with its line and its path."""
        for line in self.lines:
            for path, text in line.texts.items():
                if line.evidence and not self.merged.is_human(path):
                    yield line, path, text

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text of the brief that is not somebody else's words: statements, and what stands under sections."""
        for line in self.lines:
            if line.path[0] != "quotes":
                yield from line.texts.items()
        for key, value in self.brief.sections.items():
            yield from _texts(value, (SECTIONS, key))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that has evidence beside it, but for the issues, whose titles state nothing."""
        return tuple(_lines(self.brief))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a section, whichever form it has; entries of a list go by their number."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, SectionEntry):
        for key, part in value:
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*path, str(number)))


def _lines(brief: Brief) -> Iterator[Line]:
    if brief.summary.bottom_line:
        yield _line(("summary", "bottom_line"), brief.summary.bottom_line.evidence, text=brief.summary.bottom_line.text)
    for point in brief.summary.key_points:
        yield _line(("summary", "key_points", point.id), point.evidence, text=point.text)
    for issue in brief.issues:
        for position in issue.positions:
            yield _line(("issues", issue.id, "positions", position.id), position.evidence, text=position.text)
    for red in brief.red_lines:
        words = {"statement": red.statement, "trigger": red.trigger, "consequence": red.consequence}
        yield _line(("red_lines", red.id), red.evidence, **words)
    for step in brief.next_steps:
        line = _line(("next_steps", step.id), step.evidence, action=step.action)
        if step.due:
            line.texts[*line.path, "due", "text"] = step.due.text
        yield line
    for quote in brief.quotes:
        yield _line(("quotes", quote.id), quote.evidence, text=quote.text)


def _line(path: Path, evidence: list[str], **texts: str | None) -> Line:
    return Line(path, {(*path, key): text for key, text in texts.items() if text is not None}, evidence)
