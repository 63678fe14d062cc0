"""What was named so far: the mentions that a pronoun may take up, nearest last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FARTHEST = 3  # sentences back that a pronoun reaches
WINDOW = 60  # mentions; a bound on the work, not a rule of the language


@dataclass(frozen=True, slots=True)
class Trace:
    """An earlier mention: the number of its sentence, whom it names, and what a pronoun must fit."""

    sentence: int
    names: tuple[str, ...]
    person: bool
    plural: bool
    subject: bool
    quoted: bool = False


class History:
    """The mentions of one article in the order of the text."""

    def __init__(self) -> None:
        self._traces: list[Trace] = []

    def add(self, trace: Trace) -> None:
        """Files the latest mention."""
        self._traces.append(trace)

    def near(self, sentence: int, reach: int = FARTHEST) -> list[Trace]:
        """The mentions of `sentence` so far and of the `reach` sentences before it, the latest last."""
        return [t for t in self._traces[-WINDOW:] if sentence - t.sentence <= reach]

    def last(
        self,
        sentence: int,
        fits: Callable[[Trace], bool],
        prefers: Callable[[Trace], bool] = lambda _: True,
    ) -> tuple[str, ...]:
        """The names of the last fitting subject of this or the sentences before, else of the last fitting mention.

        Of several subjects those that `prefers` likes come first. Empty when nothing near fits.
        """
        near = [t for t in self.near(sentence) if fits(t)]
        for distance in range(FARTHEST + 1):
            here = [t for t in near if sentence - t.sentence == distance]
            subjects = [t for t in here if t.subject]
            if subjects:
                likely = [t for t in subjects if prefers(t)] or subjects
                return likely[-1 if distance == 0 else 0].names
            if here and distance > 0:
                return here[-1].names
        return near[-1].names if near else ()

    def is_open(self, sentence: int, fits: Callable[[Trace], bool], prefers: Callable[[Trace], bool]) -> bool:
        """Whether the last sentence before that has fitting mentions names two alike: neither the subject, or both."""
        near = [t for t in self.near(sentence) if fits(t)]
        last = max((t.sentence for t in near), default=sentence)
        here = [t for t in near if t.sentence == last]
        subjects = [t for t in here if t.subject]
        likely = [t for t in subjects if prefers(t)] or subjects or here
        names = {t.names for t in likely}
        if last == sentence or len(names) < 2:
            return False
        together = [t for t in self.near(sentence) if t.sentence == last and t.subject and len(t.names) > 1]
        return not subjects or any(all(n[0] in t.names for n in names) for t in together)

    def two_people(self, sentence: int) -> tuple[str, ...]:
        """The two people named so far in a sentence without a plural ("X met Y, who warned their ..."), or none."""
        here = self.near(sentence, 0)
        people = tuple(dict.fromkeys(t.names[0] for t in here if t.person and len(t.names) == 1))
        return people if len(people) == 2 and not any(t.plural for t in here) else ()
