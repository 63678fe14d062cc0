"""Citations: which sentences the document cites, and the links from the text to the annex."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.rendering.blocks import Entry, Inline, Run
from briefgen.rendering.wording import NO_BREAK, clean


class Citations:
    """Makes the citations of one document and remembers them for the annex."""

    def __init__(self, evidence: dict[str, str]) -> None:
        self._evidence = evidence
        # Numbered anchors: ids come from a file that people edit, anchors must be valid names in every format.
        ordered = sorted(evidence, key=_reading_order)
        self._anchors = {id_: f"cited_{number}" for number, id_ in enumerate(ordered, start=1)}
        self._cited: set[str] = set()
        self.missing: list[str] = []

    def ids(self, evidence: Iterable[str]) -> Inline:
        """The sentence ids with commas between them, each linked to the annex where its sentence is there."""
        runs: list[Run] = []
        for id_ in dict.fromkeys(evidence):
            if runs:
                runs.append(Run(", ", "citation"))
            if id_ in self._anchors:
                self._cited.add(id_)
            elif id_ not in self.missing:
                self.missing.append(id_)
            runs.append(Run(clean(id_), "citation", target=self._anchors.get(id_)))
        return tuple(runs)

    def bracketed(self, evidence: Iterable[str]) -> Inline:
        """A no-break space and the ids in brackets, to follow a line; empty without evidence."""
        ids = self.ids(evidence)
        return (Run(f"{NO_BREAK}[", "citation"), *ids, Run("]", "citation")) if ids else ()

    def entries(self) -> list[Entry]:
        """The annex entries of the sentences cited so far, in the order of the source."""
        return [
            Entry(anchor, clean(id_), clean(self._evidence[id_]))
            for id_, anchor in self._anchors.items()
            if id_ in self._cited
        ]


def _reading_order(id_: str) -> tuple[tuple[bool, int, str], ...]:
    """Sorts A4.10 behind A4.9, and any other text somewhere."""
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", id_))
