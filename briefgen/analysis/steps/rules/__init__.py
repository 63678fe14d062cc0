"""The rules that look for planned actions, in the order in which they may claim one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.steps import words
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.rules import dated, futures, orders, plans
from briefgen.analysis.steps.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

Find = Callable[[Scene, "Token"], Candidate | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say that something is to happen. `begins`: the words, as they stand or as lemmas, that it can begin at,
    the only ones it is asked about; None: any word. `dated`: it needs a time ahead in the sentence.
    """

    find: Find
    begins: frozenset[str] | None = None
    dated: bool = False


RULES = (
    Rule(futures.will, frozenset(("will", "shall", "'ll"))),
    Rule(futures.is_to, frozenset(("be",))),
    Rule(futures.to_come, dated=True),
    Rule(futures.going_to, frozenset(("going", "gon", "about"))),
    Rule(orders.given_time, words.GIVING),
    Rule(orders.has_until, frozenset(("have",))),
    Rule(orders.ordered, words.ORDERING),
    Rule(orders.demanded, words.DEMANDING),
    Rule(plans.planned, words.PLEDGING | words.PLANNING),
    Rule(plans.ready, words.ADJECTIVES),
    Rule(plans.plan_noun, words.PLAN_NOUNS),
    Rule(plans.agreed_that, words.PLEDGING | words.AGREEING),
    Rule(plans.looks_forward, frozenset(("look",))),
    Rule(futures.would, frozenset(("would", "'d"))),
    Rule(orders.must_by, frozenset(("must", "should", "have", "need", "require", "oblige"))),
    Rule(futures.progressive, dated=True),
    Rule(dated.due, words.DUE, dated=True),
    Rule(dated.fixed, words.FIXING, dated=True),
    Rule(dated.present, dated=True),
    Rule(dated.misparsed, dated=True),
    Rule(plans.promised_thing, words.PROMISING),
    Rule(dated.event, words.EVENTS, dated=True),
    Rule(dated.listed),
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
    for rule in RULES:
        if rule.dated and not scene.times:
            continue
        if rule.begins is None:
            asked = tokens
        else:
            asked = [tokens[i] for i in sorted({i for word in rule.begins & present for i in places[word]})]
        for token in asked:
            found = rule.find(scene, token)
            if found is not None and found.action.i not in claimed and found.marker.i not in claimed:
                claimed.update((found.action.i, found.marker.i))
                yield found
