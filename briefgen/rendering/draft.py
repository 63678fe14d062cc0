"""What the sections of one document are written from, and the runs that they are put together of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefgen.model.brief import Brief, NextStep, RedLine
from briefgen.model.style import Style
from briefgen.rendering import wording
from briefgen.rendering.blocks import Block, Bullets, Inline, Run
from briefgen.rendering.citations import Citations
from briefgen.rendering.wording import clean

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a section is written from.

    `edited`: a person has changed the brief since the engine drafted it. `human`: the paths of what that person wrote,
    of an item or a key of it, such as ("red_lines", "red-3c01", "holder"). `fair`: a fair copy, without the doubts that
    are meant for a reviewer.
    """

    brief: Brief
    style: Style
    citations: Citations
    edited: bool = False
    human: frozenset[Path] = frozenset()
    fair: bool = False
    _doubts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _human_ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not self.fair:
            for caveat in self.brief.caveats:
                self._doubts[caveat.about or ""].append(clean(caveat.text))
            items: list[RedLine | NextStep] = [*self.brief.red_lines, *self.brief.next_steps]
            for item in items:
                if item.confidence == "low" and item.id not in self._doubts:
                    self._doubts[item.id].append(wording.LOW_CONFIDENCE)
        self._human_ids.update(step for path in self.human for step in path)

    def line(self, words: str, item: str) -> Inline:
        """The words of an item, with the doubts about it, and marked where a person wrote any of it."""
        run = Run(clean(words), comment=" ".join(self._doubts.get(item, ())) or None)
        if self.style.mark_analyst and item in self._human_ids:
            return (run, Run(f"{wording.NO_BREAK}({wording.ANALYST})", "analyst"))
        return (run,)


def text(words: str) -> Inline:
    """`words` as plain text."""
    return (Run(words),)


def strong(words: str) -> Inline:
    """`words` with weight."""
    return (Run(words, "strong"),)


def quiet(words: str) -> Inline:
    """`words` as an aside."""
    return (Run(words, "quiet"),)


def bullets(items: Iterable[Inline]) -> list[Block]:
    """A list of these; nothing where there are none."""
    listed = tuple(items)
    return [Bullets(listed)] if listed else []
