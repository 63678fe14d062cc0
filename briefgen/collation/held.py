"""What somebody holds, red lines and positions: two sources tell the same of one holder, or differ in one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from briefgen.collation.grouping import Difference, Group, Item, collated
from briefgen.collation.names import Cast, Held
from briefgen.collation.numbers import number_difference, same_numbers
from briefgen.collation.statements import actor_difference, likeness
from briefgen.model.findings import Disagreement


@dataclass(frozen=True, slots=True)
class HeldItems(Generic[Item]):
    """How items of a kind are compared: whose each is and what it says, and what share and number of content words two
    that tell the same have in common."""

    held: Callable[[Item], Held]
    text: Callable[[Item], str]
    cast: Cast
    least: float
    fewest: int = 2

    def collated(
        self, items: Sequence[Item], joined: Callable[[Group[Item]], Item]
    ) -> tuple[tuple[Item, ...], list[Disagreement]]:
        """As `grouping.collated`."""
        return collated(items, self.text, self._alike, self._differ, joined)

    def _alike(self, one: Item, other: Item) -> float:
        if not self.cast.same_holder(self.held(one), self.held(other)):
            return 0.0
        return self._likeness(one, other) if same_numbers(self.text(one), self.text(other)) else 0.0

    def _differ(self, one: Item, other: Item) -> Difference | None:
        mine, theirs = self.held(one), self.held(other)
        if self.cast.same_holder(mine, theirs):
            return number_difference(self.text(one), self.text(other)) if self._likeness(one, other) else None
        return actor_difference((mine.holders, self.text(one)), (theirs.holders, self.text(other)), self.cast)

    def _likeness(self, one: Item, other: Item) -> float:
        names = {name or "" for held in (self.held(one), self.held(other)) for name in (*held.holders, held.speaker)}
        return likeness(self.text(one), self.text(other), sorted(names), self.least, self.fewest)
