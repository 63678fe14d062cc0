"""The rules that look for planned actions, in the order in which they may claim one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.rules import dated, futures, orders, plans
from briefgen.analysis.steps.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES: tuple[Callable[[Scene, Token], Candidate | None], ...] = (
    futures.will,
    futures.is_to,
    futures.going_to,
    orders.given_time,
    orders.has_until,
    orders.ordered,
    orders.demanded,
    plans.planned,
    plans.ready,
    plans.plan_noun,
    plans.agreed_that,
    plans.looks_forward,
    futures.would,
    orders.must_by,
    futures.progressive,
    dated.due,
    dated.fixed,
    dated.present,
    dated.misparsed,
    plans.promised_thing,
    dated.event,
    dated.listed,
)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """The candidates of a sentence; of several that claim one action the first rule's."""
    claimed: set[int] = set()
    tokens = list(scene.sent.span)  # spaCy makes a token anew each time one is asked for
    for rule in RULES:
        for token in tokens:
            found = rule(scene, token)
            if found is not None and found.action.i not in claimed and found.marker.i not in claimed:
                claimed.update((found.action.i, found.marker.i))
                yield found
