"""The next steps of whole passages: found, owned, dated; and what holds for any text."""

from __future__ import annotations

import datetime as dt
import re
import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import build_context
from briefgen.analysis.context import Context
from briefgen.analysis.steps import find_steps
from briefgen.errors import EngineError
from briefgen.model.article import Article, Block, Source
from briefgen.model.findings import Step

CASES = Path(__file__).parents[1] / "cases"
OWN = Path(__file__).parents[2] / "training" / "own"
HELD_BACK = 4  # every fourth passage of a file was kept from the weights
# Measured on the passages held back; they only rise.
FLOORS = {"precision": 0.77, "recall": 0.86, "owner": 0.82, "date": 0.95}


def context_of(text: str, published: dt.date | None = None) -> Context:
    blocks = tuple(Block("paragraph", p, n) for n, p in enumerate(filter(None, map(str.strip, text.split("\n"))), 1))
    return build_context(Article(Source("A", published=published), blocks), published=published)


def steps_in(text: str, published: dt.date | None = dt.date(2031, 5, 6)) -> list[Step]:
    return find_steps(context_of(text, published))


@cache
def compared() -> tuple[list[tuple[Step, dict[str, object]]], list[Step], int]:
    """The steps found in the passages held back, those with a labelled one paired with it; how many are labelled."""
    pairs: list[tuple[Step, dict[str, object]]] = []
    found: list[Step] = []
    labelled = 0
    for file in sorted(OWN.glob("*.yaml")):
        for passage in yaml.safe_load(file.read_text(encoding="utf8"))[HELD_BACK - 1 :: HELD_BACK]:
            context = context_of(passage["text"], passage["published"])
            text_of = {s.id: folded(s.text) for s in context.document.sents}
            steps, wanted = find_steps(context), list(passage["next_steps"])
            found += steps
            labelled += len(wanted)
            for step in steps:
                words = " ".join(text_of[e] for e in step.evidence)
                fitting = [w for w in wanted if any(folded(e) in words for e in w["evidence"])]
                if fitting:
                    # Of two steps in one sentence the one on the same day.
                    best = max(fitting, key=lambda w: bool(step.due and w.get("due") and is_on_time(step, w)))
                    wanted.remove(best)
                    pairs.append((step, best))
    return pairs, found, labelled


def folded(text: str) -> str:
    return " ".join(text.split())


def is_on_time(step: Step, label: dict[str, object]) -> bool:
    due = label["due"]
    assert isinstance(due, dict)
    return step.due is not None and (step.due.earliest, step.due.latest) == (due["earliest"], due["latest"])


def is_owner(step: Step, label: dict[str, object]) -> bool:
    names = label["owner"]
    assert isinstance(names, list)
    accepted = {w.casefold() for n in names for w in re.findall(r"[\w'’-]{3,}", n)} - {"the"}
    return any(w.casefold() in accepted for n in step.owners for w in re.findall(r"[\w'’-]{3,}", n))


@pytest.mark.slow
def test_high_confidence_is_right_clearly_more_often_than_low() -> None:
    pairs, steps, _ = compared()
    right = [id(step) for step, _ in pairs]
    shares = {}
    for word in ("high", "low"):
        said = [step for step in steps if step.confidence == word]
        shares[word] = sum(id(step) in right for step in said) / len(said)
    assert shares["high"] > 0.8 > 0.6 > shares["low"], shares


@pytest.mark.slow
def test_steps_of_passages_nobody_learnt_from() -> None:
    pairs, found, labelled = compared()
    dated = [(s, w) for s, w in pairs if w.get("due")]
    figures = {
        "precision": len(pairs) / len(found),
        "recall": len(pairs) / labelled,
        "owner": sum(is_owner(s, w) for s, w in pairs) / len(pairs),
        "date": sum(is_on_time(s, w) for s, w in dated) / len(dated),
    }
    assert labelled >= 60
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures


def test_of_100_dated_sentences_95_are_due_when_they_should_be() -> None:
    wrong, asked = [], 0
    for group in yaml.safe_load((CASES / "dated_steps.yaml").read_text(encoding="utf8")):
        for case in group["sentences"]:
            steps = find_steps(context_of(case["text"], group["published"]))
            found = [[s.due.earliest, s.due.latest] for s in steps if s.due and (s.due.earliest or s.due.latest)]
            asked += 1
            if not (case["due"] in found if case["due"] else not found):
                wrong.append(f"{case['text']} -> {found}")
    print(asked - len(wrong), "of", asked, "are right; not these:", *wrong, sep="\n")  # noqa: T201  # the share is asked for
    assert asked >= 100
    assert len(wrong) <= 0.05 * asked


def test_a_step_cites_its_sentence_and_takes_its_words_from_it() -> None:
    context = context_of(
        "Peru will open the Tacna archive to historians on 3 June.\nIts culture minister is to fly to Lima on Friday.",
        dt.date(2031, 5, 6),
    )
    sentences = {s.id: s.text for s in context.document.sents}
    steps = find_steps(context)
    assert [s.evidence for s in steps] == [("A1.1",), ("A2.1",)]
    for step in steps:
        bare = re.sub(r"\[[^]]*\]", "", step.action).strip(" .")
        assert all(word in sentences[step.evidence[0]] for word in bare.split()[1:])


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("Ghana's parliament votes on the harbour bill on Thursday.", "2031-05-08", "2031-05-08"),
        ("Ghana has until 30 June to answer the tribunal.", "2031-05-06", "2031-06-30"),
        ("Officials said on Monday that Ghana would publish the survey next week.", "2031-05-12", "2031-05-18"),
        ("Ghana was given 90 days to hold a new ballot.", "2031-05-06", "2031-08-04"),
    ],
)
def test_a_step_is_due_on_its_own_day_and_not_on_the_day_of_the_report(
    sentence: str, earliest: str, latest: str
) -> None:
    (step,) = steps_in(sentence)
    assert step.due is not None
    assert (str(step.due.earliest), str(step.due.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("told", "deadline", "latest"),
    [
        ("Peru and Chile will sign the accord on 3 June.", "within 60 days of signing", "2031-08-02"),
        ("Peru and Chile signed the accord on 3 May.", "within 60 days of the agreement", "2031-07-02"),
        ("The accord of Peru and Chile takes effect on 3 June.", "30 days after its entry into force", "2031-07-03"),
        ("Chile's election is on 1 June.", "within two weeks of the vote", "2031-06-15"),
        ("Peru and Chile agreed on an accord in May.", "within 60 days of signing", None),
        ("Chile's elections were held on 2 March and on 4 May.", "within two weeks of the vote", None),
        ("Peru's port will open on 3 June.", "30 days after signing", None),
    ],
)
def test_a_step_counts_from_the_day_that_the_document_gives_for_its_event_and_stays_open_without_one(
    told: str, deadline: str, latest: str | None
) -> None:
    step = steps_in(f"{told}\nChile will hand over the maps {deadline}.")[-1]
    assert step.due is not None
    assert step.due.text == deadline
    assert (str(step.due.latest) if step.due.latest else None) == latest


def test_without_a_publication_date_a_relative_day_stays_open() -> None:
    (step,) = steps_in("Ghana's parliament will vote on the harbour bill on Thursday.", None)
    assert step.due is not None
    assert (step.due.text, step.due.earliest, step.due.latest) == ("on Thursday", None, None)


def test_the_same_step_told_twice_has_both_sentences_and_the_day_that_one_of_them_gives() -> None:
    (step,) = steps_in(
        "Kenya will host the wildlife conference.\nKenya is to host the wildlife conference on 3 June in Nairobi."
    )
    assert step.evidence == ("A1.1", "A2.1")
    assert step.due is not None and step.due.text == "on 3 June"


@pytest.mark.slow
def test_no_step_is_empty_and_none_comes_twice_in_the_passages() -> None:
    for step, _ in compared()[0]:
        assert step.action.endswith((".", "!", "?", "”", '"')) and len(step.action.split()) > 2
        assert not re.match(r"(?:and|but|which|who|that)\b", step.action, re.I)
        assert len(set(step.evidence)) == len(step.evidence) > 0


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("will to be by Monday until 3 June, . “”\"'[]()–-\nİß\u200b🙂 the she EU"),
        max_size=120,
    )
)
def test_no_text_breaks_it(text: str) -> None:
    if any(line.strip() for line in text.split("\n")):
        try:
            context = context_of(text)
        except EngineError:  # no sentence in it
            return
        for step in find_steps(context):
            assert step.evidence and step.action


def test_it_grows_linearly_with_the_text() -> None:
    passage = "Peru will sign the water treaty on 3 June, and Chile is to send an envoy before Friday. Prices rose. "
    short, long = context_of(passage * 10), context_of(passage * 100)
    spent = []
    for context in (short, long):
        begin = time.perf_counter()
        find_steps(context)
        spent.append(time.perf_counter() - begin)
    assert spent[1] < 25 * max(spent[0], 0.02)
