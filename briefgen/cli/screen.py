"""A brief laid out for the terminal. Every text goes in as `Text`, so that nothing in it counts as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from briefgen.cli.console import visible
from briefgen.model.brief import Brief, DueDate, Issue, RedLine, Statement

NOTHING = "None stated in the source."
UNKNOWN = "—"
Row = Sequence[RenderableType]


def screen(brief: Brief) -> RenderableType:
    """The whole brief, section under section."""
    return Group(*_head(brief), *_summary(brief), *_issues(brief.issues), *_tables(brief), *_foot(brief))


def _head(brief: Brief) -> Iterator[RenderableType]:
    yield Text("")
    if brief.marking:
        yield _text(brief.marking, "bold red")
    yield _text(brief.title, "bold")
    header = brief.header
    lines = {"To": header.to, "From": header.from_, "Reference": header.reference, "Date": brief.date.isoformat()}
    for label, value in lines.items():
        if value:
            yield _text(f"{label}: {value}")
    for source in brief.sources:
        day = source.published.isoformat() if source.published else "day of publication not given"
        parts = (source.title, source.publisher, source.author, day, source.url or source.file, f"{source.words} words")
        yield _text(f"Source {source.id}: {', '.join(part for part in parts if part)}", "dim")


def _summary(brief: Brief) -> Iterator[RenderableType]:
    bottom = brief.summary.bottom_line
    yield _heading("Bottom line")
    yield Panel(_cited(bottom) if bottom else _text(NOTHING, "dim"), box=box.ROUNDED)
    yield _heading("Key points")
    rows: list[Row] = [["•", _text(point.text), _trace(point.evidence, point.id)] for point in brief.summary.key_points]
    yield _table([Column(width=1), Column(ratio=1), _source()], rows)


def _issues(issues: Sequence[Issue]) -> Iterator[RenderableType]:
    yield _heading("Issues and positions")
    if not issues:
        yield _text(NOTHING, "dim")
    for issue in issues:
        title = _text(issue.title, "bold")
        yield title.append_text(_text(f"  {' '.join(issue.evidence)}  {issue.id}", "not bold dim"))
        rows = [
            [_text(_names(position.actor), "cyan"), _text(position.text), _trace(position.evidence, position.id)]
            for position in issue.positions
        ]
        yield Padding(_table([Column(ratio=2), Column(ratio=5), _source()], rows), (0, 0, 1, 2))


def _tables(brief: Brief) -> Iterator[RenderableType]:
    yield _heading("Red lines")
    yield _table(
        [Column("Holder", ratio=2), Column("Red line", ratio=5), Column("Kind", no_wrap=True), _source()],
        [
            [_text(_names(r.holder), "cyan"), _red_line(r), _text(r.kind), _trace(r.evidence, r.id)]
            for r in brief.red_lines
        ],
    )
    yield _heading("Next steps")
    yield _table(
        [Column("Who", ratio=2), Column("What", ratio=5), Column("When", ratio=2), _source()],
        [
            [_text(_names(s.owners), "cyan"), _text(s.action), _due(s.due), _trace(s.evidence, s.id)]
            for s in brief.next_steps
        ],
    )
    yield _heading("Quotations")
    yield _table(
        [Column("Speaker", ratio=2), Column("Words", ratio=5), _source()],
        [[_text(q.speaker or UNKNOWN, "cyan"), _text(f"“{q.text}”"), _trace(q.evidence, q.id)] for q in brief.quotes],
    )
    yield _heading("Actors")
    yield _table(
        [Column("Name", ratio=3), Column("Role", ratio=4), Column("For", ratio=3), Column("Named"), Column(width=12)],
        [
            [
                _text(a.name, "cyan"),
                _text(a.role or UNKNOWN),
                _text(a.represents or UNKNOWN),
                str(a.mentions),
                _id(a.id),
            ]
            for a in brief.actors
        ],
    )


def _foot(brief: Brief) -> Iterator[RenderableType]:
    if brief.caveats:
        yield _heading("To be checked")
        rows: list[Row] = [["!", _text(caveat.text), _id(caveat.about or "")] for caveat in brief.caveats]
        yield _table([Column(width=1, style="yellow"), Column(ratio=1), Column(width=12)], rows)
    engine = brief.engine
    made = f"Drafted by briefgen {engine.version} ({engine.name} engine, {engine.model}), style {brief.style}."
    yield Padding(_text(made, "dim"), (1, 0, 0, 0))


def _heading(text: str) -> RenderableType:
    return Padding(Rule(_text(text, "bold"), align="left", style="dim"), (1, 0, 0, 0))


def _source() -> Column:
    """The column of a line's sentences, with the line's id below them."""
    return Column("Source", width=12, overflow="fold")


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> RenderableType:
    if not rows:
        return _text(NOTHING, "dim")
    titled = any(column.header for column in columns[:-1])
    table = Table(
        *columns, box=None, expand=True, show_header=titled, header_style="dim", pad_edge=False, padding=(0, 1)
    )
    for row in rows:
        table.add_row(*row)
    return table


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style)


def _id(text: str) -> Text:
    return _text(text, "dim")


def _cited(statement: Statement) -> Text:
    return _text(statement.text).append_text(_text(f"  {' '.join(statement.evidence)}", "dim"))


def _trace(evidence: Iterable[str], identifier: str) -> Text:
    return _text(" ".join(evidence)).append_text(_text(f"\n{identifier}", "dim"))


def _names(names: str | list[str]) -> str:
    return names if isinstance(names, str) else ", ".join(names) or UNKNOWN


def _red_line(line: RedLine) -> Text:
    """The statement, and what triggers it and follows from it where the source says so."""
    text = _text(line.statement)
    for label, value in (("if", line.trigger), ("then", line.consequence)):
        if value:
            text.append_text(_text(f"\n{label}: {value}", "dim"))
    return text


def _due(due: DueDate | None) -> Text:
    """The words of the source, and the days they were resolved to."""
    if due is None:
        return _text(UNKNOWN)
    first, last = (day.isoformat() if day else "" for day in (due.earliest, due.latest))
    if first and last:
        days = first if first == last else f"{first} –\n{last}"
    else:
        days = f"from {first}" if first else f"by {last}" if last else ""
    return _text(due.text).append_text(_text(f"\n{days}" if days else "", "dim"))
