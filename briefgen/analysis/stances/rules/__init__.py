"""The rule families in the order in which they decide a red line's kind: the first that fires names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.rules import commitments, conditions, demands, emphatic, explicit, refusals
from briefgen.analysis.stances.rules.vetoes import is_vetoed
from briefgen.analysis.text.document import Sent

RULES: tuple[Callable[[Sent], Iterator[Hit]], ...] = (
    conditions.find,
    explicit.find,
    refusals.find,
    commitments.find,
    demands.find,
    emphatic.find,
)


def hits_in(sent: Sent) -> list[Hit]:
    """Every sign of a red line in `sent`, by family."""
    return [hit for find in RULES for hit in find(sent) if not is_vetoed(hit)]
