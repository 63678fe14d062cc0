"""What holds when the draft changes in any way after a human edited it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.briefyaml import dump_basis, keep_ids, load_basis, load_overrides, merge, remember
from briefgen.briefyaml.writing.dump import dump_plain
from briefgen.model.brief import Brief

from .strategies import briefs, edits_of, orders_and_sections, texts

FILE = Path("overrides.yaml")
slowly = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def redrafted(draw: st.DrawFn, brief: Brief) -> Brief:
    """The brief of a later version of the article: items gone, new, in another order, with other words."""
    later = draw(briefs())
    changes: dict[str, Any] = {}
    for section in ("issues", "red_lines", "next_steps", "quotes", "actors", "caveats"):
        kept = [item for item in getattr(brief, section) if draw(st.booleans())]
        new = [item for item in getattr(later, section) if item.id not in {old.id for old in kept}]
        changes[section] = list(draw(st.permutations([*kept, *new])))
    positions: set[str] = set()
    for number, issue in enumerate(changes["issues"]):
        left = [p for p in issue.positions if p.id not in positions and draw(st.booleans())]
        positions |= {p.id for p in left}
        changes["issues"][number] = issue.model_copy(update={"positions": left})
    for issue in list(changes["issues"]):
        to = draw(st.sampled_from(changes["issues"]))
        if to is not issue and draw(st.booleans()):
            to.positions.extend(issue.positions)
            issue.positions.clear()
    changes["evidence"] = later.evidence | {k: draw(st.just(v) | texts) for k, v in brief.evidence.items()}
    changes["summary"] = draw(st.sampled_from([brief.summary, later.summary]))
    return Brief.model_validate(brief.model_copy(update=changes).model_dump(by_alias=True))


def words(edits: Any, dropped: bool = False) -> Iterator[str]:
    """Every text that a human wrote and did not drop, but for ids and the places of entries."""
    if isinstance(edits, str):
        yield edits
    elif isinstance(edits, list):
        for part in edits:
            yield from words(part)
    elif isinstance(edits, dict) and not edits.get("drop"):
        for key, part in edits.items():
            if key not in ("id", "after", "first", "order", "date"):
                yield from words(part)


@slowly
@given(st.data())
def test_what_a_human_wrote_is_in_the_merged_brief_whatever_became_of_the_draft(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    edits = data.draw(edits_of(brief))
    edits |= data.draw(orders_and_sections(brief, edits))
    overrides = load_overrides(dump_plain(edits), FILE)
    basis = load_basis(dump_basis(remember(brief, overrides)), Path("basis.yaml"))
    later = data.draw(redrafted(brief))
    merged = merge(later, overrides, basis)
    there = set(words(merged.brief.model_dump(by_alias=True)))
    assert set(words(edits)) <= there
    # And so it stays, merged again or drafted again.
    assert merge(merged.brief, overrides, merged.basis).brief == merged.brief
    assert merge(later, overrides, merged.basis).brief == merged.brief


@slowly
@given(st.data())
def test_what_is_remembered_is_read_as_it_was_written(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    basis = remember(brief, load_overrides(dump_plain(data.draw(edits_of(brief))), FILE))
    text = dump_basis(basis)
    assert load_basis(text, Path("basis.yaml")) == basis
    assert dump_basis(load_basis(text, Path("basis.yaml"))) == text


@slowly
@given(st.data())
def test_a_draft_of_the_same_article_keeps_all_ids_and_any_other_has_no_id_twice(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    assert keep_ids(brief, brief) == brief
    later = data.draw(redrafted(brief))
    kept = keep_ids(later, brief)
    assert keep_ids(kept, kept) == kept
    for section in ("issues", "red_lines", "next_steps", "quotes", "actors", "caveats"):
        ids = [item.id for item in getattr(kept, section)]
        assert len(ids) == len(set(ids))
        assert len(ids) == len(getattr(later, section))


@slowly
@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True),
    st.lists(st.integers(0, 7), min_size=8, max_size=8, unique=True),
)
def test_a_citation_follows_its_sentence_wherever_paragraphs_go(cited: list[int], moved: list[int]) -> None:
    topics = ["wheat", "harbour fees", "the bridge", "fishing", "visas", "rail freight", "new snow", "old maps"]
    sentences = [f"On {topic}, delegate {number} of {topic[::-1]} spoke." for number, topic in enumerate(topics)]
    before = {f"A{number}.1": text for number, text in enumerate(sentences[:6], 1)}
    after = {f"A{number}.1": sentences[place] for number, place in enumerate(moved, 1)}
    ids = [f"A{number + 1}.1" for number in cited]
    overrides = load_overrides(dump_plain({"quotes": [{"text": "No", "evidence": ids}]}), FILE)
    empty = Brief.model_validate({"title": "Talks", "date": "2031-03-04"})
    basis = remember(empty, overrides, sentences=before)
    merged = merge(empty, overrides, basis, after)
    assert [merged.brief.evidence[i] for i in merged.brief.quotes[0].evidence] == [before[i] for i in ids]
    assert merge(merged.brief, overrides, merged.basis, after).brief == merged.brief
