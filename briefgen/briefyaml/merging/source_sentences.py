"""The sentences of the source as it is now, among which one of an earlier version is found again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from briefgen.briefyaml.merging.similarity import fold, likest
from briefgen.model.findings import source_of


class SourceSentences:
    """Sentences by their ids, in the order of the source."""

    def __init__(self, by_id: Mapping[str, str]) -> None:
        self.by_id = by_id

    def same(self, identity: str, text: str) -> str | None:
        """The id under which this very sentence stands now, None when it does not. It was `identity` once."""
        if identity in self.by_id and fold(self.by_id[identity]) == fold(text):
            return identity
        others = self._ids.get(fold(text), [])
        letter = source_of(identity)  # of the same sentence in two sources, the one of its own
        return next((other for other in others if source_of(other) == letter), next(iter(others), None))

    def alike(self, text: str) -> str | None:
        """The id of the sentence that is most like this one, None when none is like it."""
        ids = list(self.by_id)
        best = likest(text, list(self.by_id.values()))
        return None if best is None else ids[best]

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for identity, text in self.by_id.items():
            ids.setdefault(fold(text), []).append(identity)
        return ids
