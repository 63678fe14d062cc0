"""What holds for every brief, every hand edit of it and every overrides.yaml that was there before."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.briefyaml import load_overrides, merge
from briefgen.briefyaml.capture import capture
from briefgen.model.brief import Brief

from .hand_edits import edited_by_hand, laid_out
from .strategies import briefs, edits_of

FILE = Path("overrides.yaml")
many = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def merged(draft: Brief, text: str) -> Brief:
    return merge(draft, load_overrides(text, FILE)).brief


@many
@given(st.data())
def test_capture_then_merge_gives_back_exactly_the_edited_brief(data: st.DataObject) -> None:
    draft = data.draw(briefs())
    edited = data.draw(edited_by_hand(draft))
    before = data.draw(laid_out({}))
    text = capture(draft, edited, before, FILE)
    assert merged(draft, text) == edited
    assert capture(draft, edited, text, FILE) == text
    assert capture(draft, draft, text, FILE) == text


@many
@given(st.data())
def test_over_earlier_overrides(data: st.DataObject) -> None:
    draft = data.draw(briefs())
    before = data.draw(laid_out(data.draw(edits_of(draft))))
    merged(draft, before)
    assert capture(draft, draft, before, FILE) == before
    edited = data.draw(edited_by_hand(draft))
    text = capture(draft, edited, before, FILE)
    assert re.findall(r"#c\d+", text) == re.findall(r"#c\d+", before)
    assert capture(draft, edited, text, FILE) == text
