"""A brief laid out for the terminal, section under section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Column
from rich.text import Text

from briefgen.cli.layout import EMPTY, Rows, hanging, heading, plain
from briefgen.model.brief import Brief, DueDate, RedLine
from briefgen.model.merged import Merged, Path
from briefgen.model.sections import Attendee, Option, Recommendation, SectionValue

NOTHING = "None stated in the source."
YOURS, MACHINE = "◆", "·"


def screen(merged: Merged, *, origin: bool = False) -> RenderableType:
    """The whole brief. With `origin` each part begins with the sign of who wrote it."""
    return Group(*_Page(merged, origin).parts())


class _Page:
    """Lays out one brief; knows whose each part is."""

    def __init__(self, merged: Merged, origin: bool) -> None:
        self._brief: Brief = merged.brief
        self._is_human = merged.is_human
        self._origin = origin

    def parts(self) -> Iterator[RenderableType]:
        yield from self._head()
        yield from self._summary()
        for key, value in self._brief.sections.items():
            yield heading(_label(key))
            yield from self._section(value, ("sections", key))
        yield from self._issues()
        yield from self._red_lines()
        yield from self._next_steps()
        yield from self._quotations()
        yield from self._actors()
        yield from self._foot()

    def _head(self) -> Iterator[RenderableType]:
        brief = self._brief
        yield Text("")
        if self._origin:
            yield plain(f"{YOURS} yours   {MACHINE} the machine's", "dim")
        if brief.marking:
            yield self._text(("marking",), brief.marking, "bold red")
        yield self._text(("title",), brief.title, "bold")
        for key, value in brief.header.model_dump(by_alias=True, mode="json").items():
            if value:
                yield self._text(("header", key), f"{_label(key)}: {value}")
        yield self._text(("date",), f"Date: {brief.date.isoformat()}")
        for source in brief.sources:
            day = source.published.isoformat() if source.published else "day of publication not given"
            origin = source.url or source.file
            parts = (source.title, source.publisher, source.author, day, origin, f"{source.words} words")
            yield plain(f"Source {source.id}: {', '.join(part for part in parts if part)}", "dim")

    def _summary(self) -> Iterator[RenderableType]:
        bottom, points = self._brief.summary.bottom_line, self._brief.summary.key_points
        yield heading("Bottom line")
        path: Path = ("summary", "bottom_line", "text")
        cited = self._text(path, _cited(bottom.text, bottom.evidence)) if bottom else plain(NOTHING, "dim")
        yield Panel(cited, box=box.ROUNDED)
        yield heading("Key points")
        path = ("summary", "key_points")
        rows = [[self._text((*path, p.id, "text"), p.text), self._trace((*path, p.id), p.evidence)] for p in points]
        yield _rows([Column(ratio=1), _source()], rows)

    def _section(self, value: SectionValue, path: Path) -> Iterator[RenderableType]:
        """What only a human writes, in whichever form it has."""
        for entry in [value] if isinstance(value, str) else value:
            match entry:
                case Recommendation():
                    yield self._text(path, "\n".join([entry.text, *(f"[ ] {reply}" for reply in entry.replies)]))
                case Option():
                    lines = [entry.text] if entry.text else []
                    lines += [f"+ {text}" for text in entry.advantages] + [f"− {text}" for text in entry.disadvantages]
                    title = plain(entry.title, "bold")
                    yield self._text(path, title.append_text(plain("".join(f"\n{line}" for line in lines))))
                case Attendee():
                    parts = (entry.name, entry.role, entry.organisation)
                    yield self._text(path, ", ".join(part for part in parts if part))
                case _:
                    yield self._text(path, entry)

    def _issues(self) -> Iterator[RenderableType]:
        yield heading("Issues and positions")
        if not self._brief.issues:
            yield plain(NOTHING, "dim")
        for number, issue in enumerate(self._brief.issues):
            if number:
                yield Text("")
            title = plain(issue.title, "bold").append_text(plain(f"  {' '.join(issue.evidence)}  {issue.id}", "dim"))
            yield self._text(("issues", issue.id, "title"), title)
            rows = []
            for position in issue.positions:
                path = ("issues", issue.id, "positions", position.id)
                who = self._text((*path, "actor"), _names(position.actor), "cyan")
                rows.append([who, self._text((*path, "text"), position.text), self._trace(path, position.evidence)])
            yield Padding(_rows([Column(ratio=2), Column(ratio=5), _source()], rows), (0, 0, 0, 2))

    def _red_lines(self) -> Iterator[RenderableType]:
        yield heading("Red lines")
        rows = []
        for line in self._brief.red_lines:
            path = ("red_lines", line.id)
            who = self._text((*path, "holder"), _names(line.holder), "cyan")
            kind = self._text((*path, "kind"), line.kind)
            rows.append([who, self._red_line(path, line), kind, self._trace(path, line.evidence)])
        columns = [Column("Holder", ratio=2), Column("Red line", ratio=5), Column("Kind", no_wrap=True), _source()]
        yield _rows(columns, rows)

    def _red_line(self, path: Path, line: RedLine) -> RenderableType:
        """The statement, and what triggers it and follows from it where the source says so."""
        parts = [self._text((*path, "statement"), line.statement)]
        for label, key, value in (("if", "trigger", line.trigger), ("then", "consequence", line.consequence)):
            if value:
                parts.append(self._text((*path, key), f"{label}: {value}", "dim"))
        return Group(*parts)

    def _next_steps(self) -> Iterator[RenderableType]:
        yield heading("Next steps")
        rows = []
        for step in self._brief.next_steps:
            path = ("next_steps", step.id)
            who = self._text((*path, "owners"), _names(step.owners), "cyan")
            what = self._text((*path, "action"), step.action)
            rows.append([who, what, self._due(path, step.due), self._trace(path, step.evidence)])
        yield _rows([Column("Who", ratio=2), Column("What", ratio=5), Column("When", ratio=2), _source()], rows)

    def _due(self, path: Path, due: DueDate | None) -> RenderableType | None:
        """The words of the source, and the days they were resolved to."""
        if due is None:
            return None
        parts = [self._text((*path, "due", "text"), due.text)]
        first, last = (day.isoformat() if day else "" for day in (due.earliest, due.latest))
        if first and last:
            days = first if first == last else f"{first} –\n{last}"
        else:
            days = f"from {first}" if first else f"by {last}" if last else ""
        if days:
            key = "earliest" if self._is_human((*path, "due", "earliest")) else "latest"
            parts.append(self._text((*path, "due", key), days, "dim"))
        return Group(*parts)

    def _quotations(self) -> Iterator[RenderableType]:
        yield heading("Quotations")
        rows = []
        for quote in self._brief.quotes:
            path = ("quotes", quote.id)
            who = self._text((*path, "speaker"), quote.speaker or EMPTY, "cyan")
            rows.append([who, self._text((*path, "text"), f"“{quote.text}”"), self._trace(path, quote.evidence)])
        yield _rows([Column("Speaker", ratio=2), Column("Words", ratio=5), _source()], rows)

    def _actors(self) -> Iterator[RenderableType]:
        yield heading("Actors")
        rows = []
        for actor in self._brief.actors:
            path = ("actors", actor.id)
            known = {"role": actor.role, "represents": actor.represents}
            parts = [self._text((*path, key), text) if text else None for key, text in known.items()]
            rows.append([self._text((*path, "name"), actor.name, "cyan"), *parts, plain(actor.id, "dim")])
        columns = [Column("Name", ratio=3), Column("Role", ratio=4), Column("For", ratio=3), Column(width=12)]
        yield _rows(columns, rows)

    def _foot(self) -> Iterator[RenderableType]:
        brief = self._brief
        if brief.caveats:
            yield heading("To be checked")
            rows = [[self._text(("caveats", c.id, "text"), c.text), plain(c.about or "", "dim")] for c in brief.caveats]
            yield _rows([Column(ratio=1), Column(width=12)], rows)
        engine = brief.engine
        made = f"Drafted by briefgen {engine.version} ({engine.name} engine, {engine.model}), style {brief.style}."
        yield Padding(plain(made, "dim"), (1, 0, 0, 0))

    def _text(self, path: Path, text: str | Text, style: str = "") -> RenderableType:
        """A part of the brief, under `origin` behind the sign of who wrote it."""
        body = plain(text, style) if isinstance(text, str) else text
        if not self._origin:
            return body
        return hanging(plain(YOURS, "bold green") if self._is_human(path) else plain(MACHINE, "dim"), body)

    def _trace(self, path: Path, evidence: Sequence[str]) -> RenderableType:
        """The sentences that a line rests on, with the line's id below them."""
        lines = [*([" ".join(evidence)] if evidence else []), path[-1]]
        return self._text((*path, "evidence"), plain("\n".join(lines), "dim"))


def _source() -> Column:
    return Column("Source", width=12, overflow="fold")


def _rows(columns: Sequence[Column], rows: Sequence[Sequence[RenderableType | None]]) -> RenderableType:
    return Rows(columns, rows) if rows else plain(NOTHING, "dim")


def _names(names: str | list[str]) -> str:
    return names if isinstance(names, str) else ", ".join(names) or EMPTY


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _cited(text: str, evidence: Sequence[str]) -> Text:
    return plain(text).append_text(plain(f"  {' '.join(evidence)}", "dim"))
