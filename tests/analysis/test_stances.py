"""Red lines in passages nobody learnt from, and what holds for any text. Single cases: tests/cases/red_line*.md."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import build_context
from briefgen.analysis.context import Context
from briefgen.analysis.stances import find_stances
from briefgen.errors import EngineError
from briefgen.model.article import Article, Block, Source
from briefgen.model.findings import Stance

OWN = Path(__file__).parents[2] / "training" / "own"
HELD_BACK = 4  # every fourth passage was kept from the weights
# Measured on the passages held back, which are hard on purpose; they only rise.
FLOORS = {"precision": 0.68, "recall": 0.48}
SHARD = st.sampled_from(
    ["Norway", "will not", "unless", "\"", "“",
     "if Peru", "must stop", ",", ";", "or face", "said", "he", "ruled out",
     "any ship that", "whoever", ". ", "?", "Lea Tamm", "called on", "—", "until", "2019", "\n", "we", "'",
     "(", "never"]
)  # fmt: skip


def context_of(text: str, published: dt.date | None = None) -> Context:
    blocks = tuple(Block("paragraph", p, n) for n, p in enumerate(filter(None, map(str.strip, text.split("\n"))), 1))
    return build_context(Article(Source("A"), blocks), published=published)


def folded(text: str) -> str:
    return " ".join(text.split())


@cache
def compared() -> tuple[list[tuple[Stance, bool]], int]:
    """The red lines found in the passages held back, each with whether it is labelled; how many are labelled."""
    passages = [p for f in sorted(OWN.glob("*.yaml")) for p in yaml.safe_load(f.read_text(encoding="utf8"))]
    rows: list[tuple[Stance, bool]] = []
    labelled = 0
    for passage in passages[HELD_BACK - 1 :: HELD_BACK]:
        context = context_of(passage["text"], passage["published"])
        text_of = {s.id: folded(s.text) for s in context.document.sents}
        wanted = [[folded(e) for e in line["evidence"]] for line in passage["red_lines"]]
        labelled += len(wanted)
        for stance in find_stances(context):
            words = " ".join(text_of[e] for e in stance.evidence)
            fitting = [w for w in wanted if any(e in words or words in e for e in w)]
            if fitting:
                wanted.remove(fitting[0])
            rows.append((stance, bool(fitting)))
    return rows, labelled


@pytest.mark.slow
def test_red_lines_of_passages_nobody_learnt_from() -> None:
    rows, labelled = compared()
    right = sum(good for _, good in rows)
    figures = {"precision": right / len(rows), "recall": right / labelled}
    assert labelled >= 30
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures


@pytest.mark.slow
def test_high_confidence_is_right_more_often_than_the_rest() -> None:
    rows, _ = compared()
    sure = [good for stance, good in rows if stance.confidence == "high"]
    rest = [good for stance, good in rows if stance.confidence != "high"]
    assert sum(sure) / len(sure) >= sum(rest) / len(rest) + 0.1, Counter((s.confidence, good) for s, good in rows)


def test_trigger_and_consequence_are_cut_from_the_evidence() -> None:
    context = context_of(
        "“If Peru seizes one more boat,” said Chile’s navy minister, Ana Soto, “we will close the strait.” "
        "Chile demanded that Peru free the crew or face the loss of its berths. "
        "Any tanker that enters the bay will be boarded, Ana Soto of Chile warned."
    )
    text_of = {s.id: s.text for s in context.document.sents}
    found = find_stances(context)
    assert len(found) == 3
    for stance in found:
        evidence = " ".join(text_of[e] for e in stance.evidence)
        assert stance.holders == ("Chile",)
        assert stance.trigger is not None and stance.trigger in evidence
        assert stance.consequence is not None and stance.consequence.replace("[Chile]", "we") in evidence


@settings(max_examples=60, deadline=None)
@given(st.lists(SHARD, min_size=1, max_size=30))
def test_any_text_gives_red_lines_with_holder_and_evidence(shards: list[str]) -> None:
    try:
        context = context_of(" ".join(shards))
    except EngineError:
        return  # nothing that could be cited
    ids = {s.id for s in context.document.sents}
    for stance in find_stances(context):
        assert stance.holders and all(stance.holders)
        assert stance.evidence and set(stance.evidence) <= ids
        assert stance.statement


def test_ten_times_the_text_costs_about_ten_times_the_time() -> None:
    passage = (
        "Norway will not sign the accord unless Peru frees the crew, Foreign Minister Lea Tamm of Norway said. "
        "“We will close the port if one more boat is taken,” she added. Peru rejected the demand. "
    )

    def seconds(times: int) -> float:
        context = context_of(passage * times)
        begin = time.perf_counter()
        find_stances(context)
        return time.perf_counter() - begin

    seconds(2)
    assert seconds(100) < 20 * seconds(10) + 0.2
