"""What the engine was unsure of, in words that a reader can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.article import Article
from briefgen.model.brief import Brief, Caveat
from briefgen.model.ids import IdMint

FEW = 3  # from more doubtful steps than these one caveat speaks for all
OPEN_PRONOUN = re.compile(
    r"^(He|She|They|His|Her|Their|Its|This|These|It(?! (?:is|was|would|will) \w+ (?:that|to)\b))\b"
)


def draft_caveats(article: Article, brief: Brief, mint: IdMint) -> list[Caveat]:
    """Caveats on the brief as a whole first, then on single items in their order."""
    dated = brief.given.published is not None or article.source.published is not None
    rows = [*_on_the_brief(brief, dated), *_on_red_lines(brief), *_on_steps(brief, dated), *_on_pronouns(brief)]
    return [Caveat(id=mint.mint("caveats", f"{about or ''}{text}"), text=text, about=about) for text, about in rows]


def _on_the_brief(brief: Brief, dated: bool) -> Iterator[tuple[str, str | None]]:
    if not dated:
        yield "The publication date is not known, so relative dates are not resolved: give --published.", None
    if not (brief.red_lines or brief.next_steps or any(i.positions for i in brief.issues)):
        yield "The engine found no position, red line or next step: the text may be no news article.", None


def _on_red_lines(brief: Brief) -> Iterator[tuple[str, str | None]]:
    for line in brief.red_lines:
        if line.confidence == "low":
            yield "The engine is not sure that this is a red line, or whose: read the cited sentence.", line.id


def _on_steps(brief: Brief, dated: bool) -> Iterator[tuple[str, str | None]]:
    doubtful = [step for step in brief.next_steps if step.confidence == "low"]
    if len(doubtful) > FEW:
        yield f"{len(doubtful)} next steps are marked as doubtful: read the cited sentences before they go out.", None
    for step in brief.next_steps:
        if dated and step.due is not None and step.due.earliest is None and step.due.latest is None:
            yield f"“{step.due.text}” could not be resolved to a date.", step.id
        if not step.owners:
            yield "The source does not say clearly who is to do this.", step.id
        elif step.confidence == "low" and len(doubtful) <= FEW:
            yield "The engine is not sure that this is planned: read the cited sentence.", step.id


def _on_pronouns(brief: Brief) -> Iterator[tuple[str, str | None]]:
    """Lines that open with a pronoun nobody could be named for."""
    lines = [(p.text, p.id) for p in brief.summary.key_points]
    lines += [(p.text, p.id) for i in brief.issues for p in i.positions]
    lines += [(r.statement, r.id) for r in brief.red_lines] + [(s.action, s.id) for s in brief.next_steps]
    for text, about in lines:
        found = OPEN_PRONOUN.match(text)
        if found:
            yield f"“{found.group(1)}” at the start of this line is not resolved: read the sentences around it.", about
