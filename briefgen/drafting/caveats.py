"""What the engine was unsure of, in words that a reader can act on."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.drafting.disagreements import copied, told_differently
from briefgen.drafting.open_words import open_word
from briefgen.model.brief import Brief, Caveat, NextStep
from briefgen.model.findings import Findings, source_of
from briefgen.model.ids import IdMint

FEW = 3  # from more next steps of one doubt than these one caveat speaks for all
# A caveat's words and the id of the item that it is about; None: the brief as a whole.
Row = tuple[str, str | None]


def draft_caveats(brief: Brief, findings: Findings, mint: IdMint) -> list[Caveat]:
    """Caveats on the brief as a whole first, then on single items in their order."""
    rows = [
        *_on_the_brief(brief),
        *copied(findings),
        *told_differently(brief, findings),
        *_on_red_lines(brief),
        *_on_steps(brief),
        *_on_pronouns(brief),
    ]
    rows.sort(key=lambda row: row[1] is not None)
    return [Caveat(id=mint.mint("caveats", f"{about or ''}{text}"), text=text, about=about) for text, about in rows]


def _on_the_brief(brief: Brief) -> Iterator[Row]:
    undated = _undated(brief)
    if len(brief.sources) > 1:
        for letter in undated:
            what = f"The publication date of source {letter} is not known"
            yield f"{what}, so relative dates in it are not resolved: give --published.", None
    elif undated:
        yield "The publication date is not known, so relative dates are not resolved: give --published.", None
    if brief.summary.bottom_line is None and not (brief.red_lines or brief.next_steps or brief.issues or brief.quotes):
        yield "Nobody in public life acts or speaks here, so the brief is empty: the text may be no news article.", None
    elif not (brief.red_lines or brief.next_steps or any(i.positions for i in brief.issues)):
        yield "The engine found no position, red line or next step: read the article, and add what it missed.", None


def _on_red_lines(brief: Brief) -> Iterator[Row]:
    for line in brief.red_lines:
        if line.confidence == "low":
            yield "The engine is not sure that this is a red line, or whose: read the cited sentence.", line.id


def _undated(brief: Brief) -> list[str]:
    """The letters of the sources of which nobody knows when they were published."""
    return [source.id for source in brief.sources if source.published is None]


def _on_steps(brief: Brief) -> Iterator[Row]:
    steps, undated = brief.next_steps, set(_undated(brief))
    for step in steps:
        unresolved = step.due is not None and step.due.earliest is None and step.due.latest is None
        if step.due and unresolved and not undated.issuperset(map(source_of, step.evidence)):
            yield f"“{step.due.text}” could not be resolved to a date.", step.id
        if not step.owners:
            yield "The source does not say clearly who is to do this.", step.id
    yield from _each_or_all(
        [step for step in steps if step.confidence == "low" and step.owners],
        "The engine is not sure that this is planned: read the cited sentence.",
        "{} next steps are marked as doubtful: read the cited sentences before they go out.",
    )
    yield from _each_or_all(
        [step for step in steps if step.due is None and step.confidence != "low"],
        "The source gives no day for this: ask for one before it is followed up.",
        "{} next steps have no day in the source: ask for one before they are followed up.",
    )
    yield from _each_or_all(
        [step for step in steps if step.due and step.due.latest and step.due.latest < brief.date],
        "This was due before the date of the brief: find out what came of it.",
        "{} next steps were due before the date of the brief: find out what came of them.",
    )


def _each_or_all(steps: list[NextStep], each: str, all_of_them: str) -> Iterator[Row]:
    """One caveat a step; one for all where they are more than a few."""
    if len(steps) > FEW:
        yield all_of_them.format(len(steps)), None
    else:
        yield from ((each, step.id) for step in steps)


def _on_pronouns(brief: Brief) -> Iterator[Row]:
    """Lines that open with a pronoun nobody could be named for."""
    lines = [(p.text, p.id) for p in brief.summary.key_points]
    lines += [(p.text, p.id) for i in brief.issues for p in i.positions]
    lines += [(r.statement, r.id) for r in brief.red_lines] + [(s.action, s.id) for s in brief.next_steps]
    for text, about in lines:
        word = open_word(text)
        if word:
            yield f"“{word}” at the start of this line is not resolved: read the sentences around it.", about
