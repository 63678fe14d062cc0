"""Several sources as one: with itself an article tells the same twice over, and no order of sources matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyse
from briefgen.collation import collate
from briefgen.drafting import draft
from briefgen.model.article import Article, Block, Source
from briefgen.model.brief import Brief, Given
from briefgen.model.findings import Actor, Due, Findings, Position, Quotation, Sentence, Stance, Step

DAY = dt.date(2031, 5, 6)
TALKS = (
    "Norland's Foreign Minister Ana Lopes met the Suthmark envoy Piet Brandt in Vellin on Monday. The two sides differ "
    "on harbour fees and on fishing rights in the Grey Strait. Twelve fishermen were killed there last week.",
    '"We will never accept a foreign base in the Grey Strait," Lopes said. Norland will never accept a foreign patrol '
    "either. Suthmark warned that it would close its ports if Norland raised the harbour fees again.",
    "The delegations will meet again next Tuesday in Harn. Norland pledged to publish its fee schedule by 15 May. "
    "Norland will send 3 patrol boats to the strait, and Suthmark 5. Norland will not sign.",
)
VISIT = (
    "Prime Minister Eva Holm of Norland will travel to Brell in June. Osterland's president, Jan Reuter, rejected any "
    "talks on the dam while Norland's engineers remain there.",
    '"They must leave by Friday," Reuter told reporters. "No dam without a treaty," he added.',
)


def article_of(paragraphs: Sequence[str], letter: str = "A") -> Article:
    """An article of these paragraphs."""
    blocks = tuple(Block("paragraph", text, number) for number, text in enumerate(paragraphs, 1))
    return Article(Source(letter, file=f"{letter}.txt", sha256=letter, published=DAY, language="en"), blocks)


def relettered(value: Any, letters: dict[str, str]) -> Any:
    """The findings with the letters of their sources changed."""
    if isinstance(value, tuple):
        return tuple(relettered(part, letters) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: relettered(getattr(value, f.name), letters) for f in fields(value)})
    if isinstance(value, str) and value[:1] in letters and value[1:].replace(".", "", 1).isdecimal():
        return letters[value[0]] + value[1:]
    return value


def brief_of(articles: Sequence[Article], found: Sequence[Findings]) -> Brief:
    """The brief of these articles."""
    return draft(articles[0], collate(found), date=DAY, given=Given(), beside=articles[1:])


def items(brief: Brief) -> list[tuple[Any, ...]]:
    """Everything that a brief says, without ids and evidence, mentions and caveats."""
    left = {"id", "evidence", "mentions", "positions"}
    positions = [position for issue in brief.issues for position in issue.positions]
    lists = (brief.issues, positions, brief.red_lines, brief.next_steps, brief.quotes, brief.actors)
    lines = [line.model_dump(exclude=left) for section in lists for line in section]
    points = [point.text for point in brief.summary.key_points]
    assert brief.summary.bottom_line is not None
    return [*(tuple(line.items()) for line in lines), brief.summary.bottom_line.text, *points]


@pytest.mark.parametrize("paragraphs", [TALKS, VISIT])
def test_an_article_with_itself_tells_the_same_with_the_sentences_of_both(paragraphs: tuple[str, ...]) -> None:
    article = article_of(paragraphs)
    one = analyse(article)
    other = relettered(one, {"A": "B"})
    alone, both = brief_of([article], [one]), brief_of([article, article_of(paragraphs, "B")], [one, other])
    assert items(both) == items(alone)
    for section in ("red_lines", "next_steps", "quotes", "issues"):
        for line, again in zip(getattr(alone, section), getattr(both, section), strict=True):
            assert again.id == line.id
            assert again.evidence == [*line.evidence, *(f"B{sentence[1:]}" for sentence in line.evidence)]
    said = [caveat.text for caveat in both.caveats]
    assert not [text for text in said if "sources differ" in text]
    assert [text for text in said if "Sources A and B share most of their sentences" in text]


NAMES = st.sampled_from(["Norland", "Suthmark", "Osterland"])
MATTERS = st.sampled_from(
    [
        "accept a foreign base in the Grey Strait",
        "accept a foreign naval base in the Grey Strait",
        "accept 3 patrol boats in the Grey Strait",
        "accept 5 patrol boats in the Grey Strait",
        "sign the treaty on harbour fees",
        "sign",
    ]
)
NINTH = dt.date(2031, 5, 9)
DUES = st.sampled_from(
    [
        None,
        Due("on 9 May", NINTH, NINTH),
        Due("in May", dt.date(2031, 5, 1), dt.date(2031, 5, 31)),
        Due("by 20 May", DAY, dt.date(2031, 5, 20)),
        Due("soon"),
    ]
)
ROWS = st.lists(st.tuples(NAMES, MATTERS, DUES, st.sampled_from(["high", "medium", "low"])), max_size=4)


def findings_of(letter: str, rows: list[tuple[str, str, Due | None, Any]]) -> Findings:
    """Each row as a red line, a step, a position and a quotation."""
    sentences = tuple(Sentence(f"{letter}{n}.1", f"{who} on {what}.", n) for n, (who, what, _, _) in enumerate(rows, 1))
    told = [((sentence.id,), *row) for sentence, row in zip(sentences, rows, strict=True)]
    cast = {who: (e,) for (e,), who, *_ in reversed(told)}
    return Findings(
        model="none",
        language="en",
        sentences=sentences or (Sentence(f"{letter}1.1", "It rained.", 1),),
        actors=tuple(Actor(who, "country", None, None, (), 1, evidence) for who, evidence in cast.items()),
        stances=tuple(
            Stance(e, (who,), None, None, "refusal", f"{who} will never {what}.", None, None, sure)
            for e, who, what, _, sure in told
        ),
        steps=tuple(
            Step(e, (who,), f"{who} will {what}{f' {due.text}' if due else ''}.", due, "scheduled", sure)
            for e, who, what, due, sure in told
        ),
        quotations=tuple(Quotation(e, who, f"We will never {what}") for e, who, what, _, _ in told),
        positions=tuple(Position(e, (who,), None, f"{who} will never {what}.") for e, who, what, _, _ in told),
    )


def told(findings: Findings) -> dict[str, Any]:
    """What was found, in no order, without the evidence where two equal ones may change places."""
    kinds = ("stances", "steps", "quotations", "positions")
    plain = {kind: sorted(repr(replace(x, evidence=())) for x in getattr(findings, kind)) for kind in kinds}
    differ = sorted((d.about, tuple(sorted(side.words for side in d.sides))) for d in findings.disagreements)
    return {**plain, "differ": differ, "actors": sorted((a.name, a.mentions) for a in findings.actors)}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(ROWS, min_size=2, max_size=3).flatmap(
        lambda all_rows: st.tuples(st.just(all_rows), st.permutations(range(len(all_rows))))
    )
)
def test_the_order_of_the_sources_changes_nothing_but_letters(
    case: tuple[list[list[tuple[str, str, Due | None, Any]]], list[int]],
) -> None:
    all_rows, order = case
    here = collate([findings_of(letter, rows) for letter, rows in zip("ABC", all_rows, strict=False)])
    there = collate([findings_of(letter, all_rows[n]) for letter, n in zip("ABC", order, strict=False)])
    assert told(here) == told(there)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, ROWS)
def test_no_red_line_rests_on_a_sentence_of_another_holder_or_number(
    one: list[tuple[str, str, Due | None, Any]], other: list[tuple[str, str, Due | None, Any]]
) -> None:
    found = collate([findings_of("A", one), findings_of("B", other)])
    texts = {sentence.id: sentence.text for sentence in found.sentences}
    for stance in found.stances:
        cited = [texts[sentence] for sentence in stance.evidence]
        assert all(text.startswith(stance.holders) for text in cited)
        assert not {"3", "5"} <= {word for text in cited for word in text.split()}
    for rows, letter in ((one, "A"), (other, "B")):
        cited_once = [e for stance in found.stances for e in stance.evidence if e.startswith(letter)]
        assert sorted(cited_once) == sorted(f"{letter}{n}.1" for n in range(1, len(rows) + 1))
