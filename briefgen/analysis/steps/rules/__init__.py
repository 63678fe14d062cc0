"""The rules that look for planned actions, in the order in which they may claim one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.steps import words
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.rules import dated, futures, orders, plans
from briefgen.analysis.steps.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

Find = Callable[[Scene, "Token"], Candidate | None]

# Each with the words, as they stand or as lemmas, that it can begin at; None: any word. It is asked about these alone.
RULES: tuple[tuple[Find, frozenset[str] | None], ...] = (
    (futures.will, frozenset(("will", "shall", "'ll"))),
    (futures.is_to, frozenset(("be",))),
    (futures.to_come, None),
    (futures.going_to, frozenset(("going", "gon", "about"))),
    (orders.given_time, words.GIVING),
    (orders.has_until, frozenset(("have",))),
    (orders.ordered, words.ORDERING),
    (orders.demanded, words.DEMANDING),
    (plans.planned, words.PLEDGING | words.PLANNING),
    (plans.ready, words.ADJECTIVES),
    (plans.plan_noun, words.PLAN_NOUNS),
    (plans.agreed_that, words.PLEDGING | words.AGREEING),
    (plans.looks_forward, frozenset(("look",))),
    (futures.would, frozenset(("would", "'d"))),
    (orders.must_by, frozenset(("must", "should", "have", "need", "require", "oblige"))),
    (futures.progressive, None),
    (dated.due, words.DUE),
    (dated.fixed, words.FIXING),
    (dated.present, None),
    (dated.misparsed, None),
    (plans.promised_thing, words.PROMISING),
    (dated.event, words.EVENTS),
    (dated.listed, None),
)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """The candidates of a sentence; of several that claim one action the first rule's."""
    claimed: set[int] = set()
    tokens = scene.tokens
    places: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        for word in {token.lower_, token.lemma_.lower()}:
            places.setdefault(word, []).append(place)
    present = frozenset(places)
    for rule, begins in RULES:
        if begins is None:
            asked = tokens
        else:
            asked = [tokens[i] for i in sorted({i for word in begins & present for i in places[word]})]
        for token in asked:
            found = rule(scene, token)
            if found is not None and found.action.i not in claimed and found.marker.i not in claimed:
                claimed.update((found.action.i, found.marker.i))
                yield found
