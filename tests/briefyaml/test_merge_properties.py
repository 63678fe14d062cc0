"""What holds for every brief and every set of edits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.briefyaml import Overrides, dump, load, load_overrides, merge
from briefgen.briefyaml.writing.dump import dump_plain
from briefgen.model.brief import Brief
from briefgen.model.ids import TEXT_KEYS

from .strategies import briefs, edits_of, orders_and_sections

FILE = Path("overrides.yaml")
few = settings(deadline=None, max_examples=30)


def read(edits: dict[str, Any]) -> Overrides:
    return load_overrides(dump_plain(edits), FILE)


def items(brief: Brief) -> Iterator[tuple[str, Any]]:
    for section in ("issues", "red_lines", "next_steps", "quotes", "actors", "caveats"):
        for item in getattr(brief, section):
            yield section, item
    for issue in brief.issues:
        yield from (("positions", position) for position in issue.positions)


def entries(edits: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every entry with its section and whether the issue that it stands in is dropped."""
    for section, listed in edits.items():
        if isinstance(listed, list):
            for entry in listed:
                yield section, entry, False
                yield from (("positions", below, bool(entry.get("drop"))) for below in entry.get("positions", []))


@few
@given(briefs())
def test_no_edits_leave_the_brief_as_it_is(brief: Brief) -> None:
    assert merge(brief, load_overrides("# nothing yet\n", FILE)).brief == brief


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_merging_twice_is_merging_once(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    edits = data.draw(edits_of(brief))
    overrides = read(edits | data.draw(orders_and_sections(brief, edits)))
    once = merge(brief, overrides)
    twice = merge(once.brief, overrides, once.basis)
    assert twice.brief == once.brief
    assert twice.basis == once.basis
    assert dump(twice.brief) == dump(once.brief)


@few
@given(st.data())
def test_a_brief_with_sections_is_read_as_it_was_written(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    merged = merge(brief, read(data.draw(orders_and_sections(brief, {})))).brief
    assert load(dump(merged), FILE) == merged


@few
@given(st.data())
def test_a_merge_leaves_the_draft_alone_and_gives_a_brief_that_can_be_written_and_read(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    before = dump(brief)
    merged = merge(brief, read(data.draw(edits_of(brief)))).brief
    assert dump(brief) == before
    assert load(dump(merged), FILE) == merged


@few
@given(st.data())
def test_what_was_dropped_is_gone_what_was_added_is_there_and_the_rest_stays_in_order(data: st.DataObject) -> None:
    brief = data.draw(briefs())
    edits = data.draw(edits_of(brief))
    merged = list(items(merge(brief, read(edits)).brief))

    dropped = {(section, entry["id"]) for section, entry, _ in entries(edits) if entry.get("drop")}
    kept_ids = [(section, item.id) for section, item in merged]
    assert not dropped & set(kept_ids)

    gone = {position.id for issue in brief.issues if ("issues", issue.id) in dropped for position in issue.positions}
    draft_ids = [(section, item.id) for section, item in items(brief) if item.id not in gone]
    assert [known for known in draft_ids if known not in dropped] == [
        k for k in kept_ids if not k[1].startswith("own-")
    ]

    texts = {(section, getattr(item, TEXT_KEYS[section])) for section, item in merged}
    for section, entry, under_dropped in entries(edits):
        if TEXT_KEYS[section] in entry and not entry.get("drop") and not under_dropped:
            assert (section, entry[TEXT_KEYS[section]]) in texts
