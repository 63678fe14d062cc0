"""Positions, red lines and next steps as tables: what stands in each cell."""

from __future__ import annotations

from briefgen.model.brief import NextStep, Position, RedLine
from briefgen.model.style import Section
from briefgen.rendering import wording
from briefgen.rendering.blocks import Cell, Run, Table, TableColumn
from briefgen.rendering.draft import Draft, quiet, strong, text
from briefgen.rendering.wording import clean, join_names, join_parts

Cells = dict[str, Cell]
_WHOLE_TABLE = 400  # characters; a table of a few rows is not worth breaking over two pages
# The cell that says what the row is about; the citation follows there where the table has no column for it.
_MAIN = ("position", "statement", "action")


def positions_table(draft: Draft, section: Section, positions: list[Position]) -> Table:
    """Who says what on one issue, a row each."""
    return _table(
        section,
        [
            {
                "actor": _party(join_names(position.actor), position.speaker),
                "position": (draft.line(position.text, position.id),),
                "source": (draft.citations.ids(position.evidence),),
            }
            for position in positions
        ],
    )


def red_lines_table(draft: Draft, section: Section, lines: list[RedLine]) -> Table:
    """The red lines, a row each."""
    return _table(section, [_red_line(draft, number, line) for number, line in enumerate(lines, start=1)])


def next_steps_table(draft: Draft, section: Section, steps: list[NextStep]) -> Table:
    """The next steps, a row each."""
    return _table(section, [_next_step(draft, number, step) for number, step in enumerate(steps, start=1)])


def _red_line(draft: Draft, number: int, line: RedLine) -> Cells:
    holder = list(_party(join_names(line.holder), line.speaker))
    if line.addressee:
        holder.append(quiet(f"To: {clean(line.addressee)}"))
    statement = [draft.line(line.statement, line.id)]
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


def _next_step(draft: Draft, number: int, step: NextStep) -> Cells:
    when = text(wording.due_words(step.due, draft.style.dates)) if step.due else quiet(wording.NOT_STATED)
    doubt = "low confidence" if step.confidence == "low" else ""
    return {
        "number": (text(str(number)),),
        "action": (draft.line(step.action, step.id),),
        "owner": (strong(join_names(step.owners)),) if step.owners else (quiet(wording.NOT_STATED),),
        "when": (when, quiet(join_parts([step.status.capitalize(), doubt]))),
        "source": (draft.citations.ids(step.evidence),),
    }


def _party(name: str, speaker: str | None) -> Cell:
    """Who holds a line, and beneath it who voiced it where that is somebody else."""
    voiced = clean(speaker or "")
    return (strong(name), quiet(voiced)) if voiced and voiced != name else (strong(name),)


def _table(section: Section, rows: list[Cells]) -> Table:
    printed = [column.column for column in section.table]
    width = sum(column.width for column in section.table)
    columns = tuple(TableColumn(clean(c.label), c.width / width, c.column == "number") for c in section.table)
    cells = tuple(tuple(_cited(row, printed)[column] for column in printed) for row in rows)
    length = sum(len(run.text) for row in cells for cell in row for line in cell for run in line)
    return Table(columns, cells, whole=length <= _WHOLE_TABLE)


def _cited(row: Cells, printed: list[str]) -> Cells:
    """The row, its citation behind the main cell's first line where no column shows it."""
    if "source" in printed:
        return row
    main = next(name for name in _MAIN if name in row)
    first, *others = row[main]
    spaced = () if row["source"][0] and row["source"][0][0].role == "note" else (Run(wording.NO_BREAK),)
    return {**row, main: ((*first, *spaced, *row["source"][0]), *others)}
