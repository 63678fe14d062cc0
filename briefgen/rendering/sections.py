"""The sections of a brief, one function each: what they say and in which order, not how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefgen.model.brief import Brief, KeyPoint, NextStep, Position, Quote, RedLine, SourceInfo
from briefgen.model.style import Section, Style
from briefgen.rendering import wording
from briefgen.rendering.blocks import (
    Block,
    Box,
    Bullets,
    Cell,
    Entry,
    Fields,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Run,
    Table,
    TableColumn,
)
from briefgen.rendering.citations import Citations
from briefgen.rendering.wording import clean, date_words, join_names, join_parts, quoted

_WHOLE_TABLE = 400  # characters; a table of a few rows is not worth breaking over two pages


@dataclass(frozen=True, slots=True)
class Draft:
    """What a section is written from. `edited`: a person has changed the brief since it was drafted."""

    brief: Brief
    style: Style
    citations: Citations
    edited: bool


def section_blocks(draft: Draft, section: Section) -> list[Block]:
    """A section with its heading; one that has nothing to say says so."""
    blocks = _WRITERS[section.section](draft, section)
    if not blocks:
        blocks = [Paragraph(quiet(wording.EMPTY.get(section.section, wording.NONE_STATED)))]
    return [Heading(1, clean(section.label)), *blocks]


def text(words: str) -> Inline:
    """`words` as plain text."""
    return (Run(words),)


def strong(words: str) -> Inline:
    """`words` with weight."""
    return (Run(words, "strong"),)


def quiet(words: str) -> Inline:
    """`words` as an aside."""
    return (Run(words, "quiet"),)


def _bottom_line(draft: Draft, section: Section) -> list[Block]:
    line = draft.brief.summary.bottom_line
    if line is None:
        return []
    return [Box((Run(clean(line.text)), *draft.citations.bracketed(line.evidence)))]


def _key_points(draft: Draft, section: Section) -> list[Block]:
    points = draft.brief.summary.key_points
    return _bullets((Run(clean(point.text)), *draft.citations.bracketed(point.evidence)) for point in points)


def _issues(draft: Draft, section: Section) -> list[Block]:
    blocks: list[Block] = []
    for issue in draft.brief.issues:
        title = clean(issue.title) or "Untitled issue"
        blocks.append(Heading(2, title, draft.citations.bracketed(issue.evidence)))
        if issue.positions:
            blocks.append(_table(section, [_position_cells(draft, position) for position in issue.positions]))
        else:
            blocks.append(Paragraph(quiet(wording.NONE_STATED)))
    return blocks


def _position_cells(draft: Draft, position: Position) -> dict[str, Cell]:
    return {
        "actor": _party(join_names(position.actor), position.speaker),
        "position": (text(clean(position.text)),),
        "source": (draft.citations.ids(position.evidence),),
    }


def _red_lines(draft: Draft, section: Section) -> list[Block]:
    rows = [_red_line_cells(draft, number, line) for number, line in enumerate(draft.brief.red_lines, start=1)]
    return [_table(section, rows)] if rows else []


def _red_line_cells(draft: Draft, number: int, line: RedLine) -> dict[str, Cell]:
    holder = list(_party(join_names(line.holder), line.speaker))
    if line.addressee:
        holder.append(quiet(f"To: {clean(line.addressee)}"))
    statement = [text(clean(line.statement))]
    for label, words in (("Trigger", line.trigger), ("Consequence", line.consequence)):
        if words:
            statement.append((Run(f"{label}: ", "strong"), Run(clean(words))))
    kind = [text(line.kind.capitalize())]
    if line.confidence == "low":
        kind.append(quiet("Low confidence"))
    return {
        "number": (text(str(number)),),
        "holder": tuple(holder),
        "statement": tuple(statement),
        "kind": tuple(kind),
        "source": (draft.citations.ids(line.evidence),),
    }


def _next_steps(draft: Draft, section: Section) -> list[Block]:
    rows = [_next_step_cells(draft, number, step) for number, step in enumerate(draft.brief.next_steps, start=1)]
    return [_table(section, rows)] if rows else []


def _next_step_cells(draft: Draft, number: int, step: NextStep) -> dict[str, Cell]:
    when = text(wording.due_words(step.due, draft.style.dates)) if step.due else quiet(wording.NOT_STATED)
    doubt = "low confidence" if step.confidence == "low" else ""
    return {
        "number": (text(str(number)),),
        "action": (text(clean(step.action)),),
        "owner": (strong(join_names(step.owners)),) if step.owners else (quiet(wording.NOT_STATED),),
        "when": (when, quiet(join_parts([step.status.capitalize(), doubt]))),
        "source": (draft.citations.ids(step.evidence),),
    }


def _quotations(draft: Draft, section: Section) -> list[Block]:
    blocks: list[Block] = []
    for quote in draft.brief.quotes:
        speaker = join_names(quote.speaker) if quote.speaker else "speaker not stated"
        said = (Run(quoted(clean(quote.text))), Run(f" — {speaker}", "strong"))
        blocks.append(Quotation((*said, *draft.citations.bracketed(quote.evidence))))
    return blocks


def _caveats(draft: Draft, section: Section) -> list[Block]:
    places = _places(draft.brief)
    items: list[Inline] = []
    for caveat in draft.brief.caveats:
        place = places.get(caveat.about or "")
        items.append((*(strong(f"{place}: ") if place else ()), Run(clean(caveat.text))))
    return _bullets(items)


def _places(brief: Brief) -> dict[str, str]:
    """What a reader finds an item under, by the item's id."""
    lists: dict[str, Sequence[KeyPoint | RedLine | NextStep | Quote]] = {
        "Key point": brief.summary.key_points,
        "Red line": brief.red_lines,
        "Next step": brief.next_steps,
        "Quotation": brief.quotes,
    }
    places = {item.id: f"{name} {n}" for name, items in lists.items() for n, item in enumerate(items, start=1)}
    for issue in brief.issues:
        places[issue.id] = f"Issue {quoted(clean(issue.title))}"
        for position in issue.positions:
            places[position.id] = f"{join_names(position.actor)} on {quoted(clean(issue.title))}"
    return places | {actor.id: clean(actor.name) for actor in brief.actors}


def _provenance(draft: Draft, section: Section) -> list[Block]:
    brief = draft.brief
    several = len(brief.sources) > 1
    words = [f"{source.words:,} words{f' in source {source.id}' * several}" for source in brief.sources if source.words]
    rows = [
        ("Engine", join_parts([f"briefgen, {clean(brief.engine.name)} engine", clean(brief.engine.version)], " ")),
        ("Language model", clean(brief.engine.model)),
        ("Date", date_words(brief.date, draft.style.dates)),
        ("Source text", clean(join_parts(words))),
        ("Editing", wording.EDITED if draft.edited else wording.NOT_EDITED),
        ("Citations", wording.HOW_TO_CITE),
    ]
    return [Fields(tuple((label, text(value)) for label, value in rows if value))]


def _annex(draft: Draft, section: Section) -> list[Block]:
    sources, entries = draft.brief.sources, draft.citations.entries()
    blocks: list[Block] = []
    for source in sources:
        if len(sources) > 1:
            blocks.append(Heading(2, f"Source {clean(source.id)}"))
        blocks.append(Paragraph(quiet(_described(draft, source)), leads=True))
        blocks += [entry for entry in entries if _letter(entry) == source.id]
        entries = [entry for entry in entries if _letter(entry) != source.id]
    return [*blocks, *entries]  # what is left belongs to no source that the brief names


def _letter(entry: Entry) -> str:
    return entry.label.rstrip("0123456789.")


def source_line(draft: Draft, source: SourceInfo) -> str:
    """A source on one line: publisher, title, day of publication; its file or address where it has no name."""
    title = quoted(clean(source.title)) if source.title else ""
    name = join_parts([clean(source.publisher or ""), title]) or clean(_file_name(source) or source.url or "")
    published = date_words(source.published, draft.style.dates) if source.published else ""
    return join_parts([name, published]) or wording.NOT_STATED


def _file_name(source: SourceInfo) -> str:
    """The file without its folders, which are the drafter's own business."""
    return re.split(r"[/\\]", source.file or "")[-1]


def _described(draft: Draft, source: SourceInfo) -> str:
    author = f"by {clean(source.author)}" if source.author else ""
    return join_parts([source_line(draft, source), author, clean(source.url or "")])


def _bullets(items: Iterable[Inline]) -> list[Block]:
    listed = tuple(items)
    return [Bullets(listed)] if listed else []


def _party(name: str, speaker: str | None) -> Cell:
    """Who holds a line, and beneath it who voiced it where that is somebody else."""
    voiced = clean(speaker or "")
    return (strong(name), quiet(voiced)) if voiced and voiced != name else (strong(name),)


def _table(section: Section, rows: list[dict[str, Cell]]) -> Table:
    width = sum(column.width for column in section.columns)
    columns = tuple(TableColumn(clean(c.label), c.width / width, c.column == "number") for c in section.columns)
    cells = tuple(tuple(row[column.column] for column in section.columns) for row in rows)
    length = sum(len(run.text) for row in cells for cell in row for line in cell for run in line)
    return Table(columns, cells, whole=length <= _WHOLE_TABLE)


_WRITERS: dict[str, Callable[[Draft, Section], list[Block]]] = {
    "bottom_line": _bottom_line,
    "key_points": _key_points,
    "issues": _issues,
    "red_lines": _red_lines,
    "next_steps": _next_steps,
    "quotations": _quotations,
    "caveats": _caveats,
    "provenance": _provenance,
    "annex": _annex,
}
