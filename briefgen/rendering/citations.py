"""Citations: which sentences the document cites, and the links from the text to where they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.rendering.blocks import Entry, Inline, Run
from briefgen.rendering.wording import NO_BREAK, clean


class Citations:
    """Makes the citations of one document and remembers them for the annex.

    `notes`: a citation is a number, and what it leads to is a note that holds all its sentences; otherwise it is the
    ids of the sentences, each of which leads to its own entry.
    """

    def __init__(self, evidence: dict[str, str], *, notes: bool = False) -> None:
        self._evidence = evidence
        # Numbered anchors: ids come from a file that people edit, anchors must be valid names in every format.
        ordered = sorted(evidence, key=_reading_order)
        self._anchors = {id_: f"cited_{number}" for number, id_ in enumerate(ordered, start=1)}
        self._cited: set[str] = set()
        self._notes: list[Entry] | None = [] if notes else None
        self.missing: list[str] = []

    def ids(self, evidence: Iterable[str]) -> Inline:
        """The sentence ids with commas between them, each linked to the annex where its sentence is there."""
        listed = self._note(evidence)
        if self._notes is not None:
            return self._numbered(listed)
        runs: list[Run] = []
        for id_ in listed:
            if runs:
                runs.append(Run(", ", "citation"))
            runs.append(Run(clean(id_), "citation", target=self._anchors.get(id_)))
        return tuple(runs)

    def bracketed(self, evidence: Iterable[str]) -> Inline:
        """What follows a line: the ids in brackets behind a no-break space, or the number of a note; may be empty."""
        ids = self.ids(evidence)
        if self._notes is not None:
            return ids
        return (Run(f"{NO_BREAK}[", "citation"), *ids, Run("]", "citation")) if ids else ()

    def entries(self) -> list[Entry]:
        """What has been cited so far: the notes by number, or the sentences in the order of the source."""
        if self._notes is not None:
            return self._notes
        return [
            Entry(anchor, clean(id_), clean(self._evidence[id_]))
            for id_, anchor in self._anchors.items()
            if id_ in self._cited
        ]

    def _note(self, evidence: Iterable[str]) -> list[str]:
        listed = list(dict.fromkeys(evidence))
        self._cited.update(id_ for id_ in listed if id_ in self._anchors)
        self.missing += [id_ for id_ in listed if id_ not in self._anchors and id_ not in self.missing]
        return listed

    def _numbered(self, listed: list[str]) -> Inline:
        if not listed or self._notes is None:
            return ()
        number = len(self._notes) + 1
        said = (f"{clean(id_)} {clean(self._evidence[id_])}" if id_ in self._evidence else clean(id_) for id_ in listed)
        self._notes.append(Entry(f"note_{number}", str(number), " ".join(said)))
        return (Run(str(number), "note", target=f"note_{number}"),)


def _reading_order(id_: str) -> tuple[tuple[bool, int, str], ...]:
    """Sorts A4.10 behind A4.9, and any other text somewhere."""
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", id_))
