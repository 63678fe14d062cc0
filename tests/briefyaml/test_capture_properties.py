"""What holds for every brief, every hand edit of it and every overrides.yaml that was there before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from briefgen.briefyaml import capture, dump, load_edited, load_overrides, merge
from briefgen.briefyaml.reading.nodes import Mapping, Node, Sequence, parse
from briefgen.model.brief import Brief

from .hand_edits import edited_by_hand, laid_out
from .strategies import briefs, edits_of

FILE = Path("overrides.yaml")
Property = Callable[[st.DataObject], None]


def at_length(check: Property) -> None:
    """Try a property on many more cases than there is time for in every run."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    # The same examples each time; a run of others is for whoever changes capture.
    seed(0)(settings(deadline=None, max_examples=400, suppress_health_check=slow)(given(st.data())(check)))()


few = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])


def merged(draft: Brief, text: str) -> Brief:
    return merge(draft, load_overrides(text, FILE)).brief


def captured_alone(data: st.DataObject) -> None:
    """Into a file without edits: merged, it gives exactly the edited brief; once more changes nothing."""
    draft = data.draw(briefs())
    edited = data.draw(edited_by_hand(draft))
    assert load_edited(dump(edited), FILE, draft) == edited
    text = capture(draft, edited, data.draw(laid_out({})), FILE)
    assert merged(draft, text) == edited
    assert capture(draft, edited, text, FILE) == text
    assert capture(draft, draft, text, FILE) == text


def captured_over_others(data: st.DataObject) -> None:
    """Into a file with edits of any layout: what was edited is as edited, the rest as it was overridden, and every
    byte that says neither stays, comments too."""
    draft = data.draw(briefs())
    before = data.draw(laid_out(data.draw(edits_of(draft))))
    edited = data.draw(edited_by_hand(draft))
    was = merged(draft, before)
    assert capture(draft, draft, before, FILE) == before

    text = capture(draft, edited, before, FILE)
    now = merged(draft, text)
    for key in ("title", "date", "marking", "header"):
        changed = getattr(edited, key) != getattr(draft, key)
        if key != "header" or not changed:
            assert getattr(now, key) == getattr(edited if changed else was, key)
    for section in ("issues", "red_lines", "next_steps", "quotes", "actors", "caveats"):
        check_items(*(getattr(brief, section) for brief in (draft, edited, was, now)))
    assert re.findall(r"#c\d+", text) == re.findall(r"#c\d+", before)
    assert is_spread_over("".join(unchanged(before, text)), text)
    assert capture(draft, edited, text, FILE) == text


def check_items(draft: list, edited: list, was: list, now: list) -> None:
    in_draft, in_edited, in_was, in_now = ({item.id: item for item in items} for items in (draft, edited, was, now))
    for identity, item in in_edited.items():
        if identity not in in_draft:
            assert in_now[identity] == item
        elif item != in_draft[identity]:
            for key in type(item).model_fields:
                if getattr(item, key) != getattr(in_draft[identity], key) and key not in ("positions", "due"):
                    assert getattr(in_now[identity], key) == getattr(item, key)
        else:
            assert in_now.get(identity) == in_was.get(identity)
    assert not in_now.keys() & (in_draft.keys() - in_edited.keys())
    assert in_was.keys() - in_draft.keys() <= in_now.keys()


def unchanged(before: str, after: str) -> Iterator[str]:
    """The text of the file before, without the values that are others in the file after."""
    before, after = before.removeprefix("\ufeff"), after.removeprefix("\ufeff")
    at = 0
    for start, end in sorted(changed(parse(before, FILE), parse(after, FILE), before, after)):
        yield before[at:start].rstrip(" \r\n")
        at = end
    yield before[at:].rstrip()


def changed(old: Node | None, new: Node | None, before: str, after: str) -> Iterator[tuple[int, int]]:
    if isinstance(old, Mapping) and isinstance(new, Mapping) and old.entries:
        end = old.start
        for key, (key_node, value) in old.entries.items():
            if key in new.entries:
                yield from changed(value, new.entries[key][1], before, after)
            else:  # only a switch is ever taken out, with the comma before it
                assert key == "drop"
                yield end, value.end
            end = max(key_node.end, value.end)
    elif isinstance(old, Sequence) and isinstance(new, Sequence) and any(isinstance(i, Mapping) for i in old.items):
        assert len(old.items) <= len(new.items)
        for one, other in zip(old.items, new.items, strict=False):
            yield from changed(one, other, before, after)
    elif old is not None and (new is None or before[old.start : old.end] != after[new.start : new.end]):
        yield old.start, old.end


def is_spread_over(part: str, whole: str) -> bool:
    """Whether all characters of the part stand in the whole, in their order."""
    rest = iter(whole)
    return all(character in rest for character in part)


@few
@given(st.data())
def test_capture_then_merge_gives_back_exactly_the_edited_brief(data: st.DataObject) -> None:
    captured_alone(data)


@few
@given(st.data())
def test_over_earlier_overrides_edits_win_and_every_other_byte_stays(data: st.DataObject) -> None:
    captured_over_others(data)


@pytest.mark.slow
@pytest.mark.parametrize("check", [captured_alone, captured_over_others])
def test_the_same_at_length(check: Property) -> None:
    at_length(check)
