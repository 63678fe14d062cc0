"""What each edit rests on: the machine's words on the day of the edit, remembered as long as the edit stands."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from briefgen.briefyaml.merging.source_sentences import SourceSentences
from briefgen.briefyaml.merging.targets import BOTTOM_LINE, Item, Key, Target, items_of, targets
from briefgen.briefyaml.reading.overrides import Overrides, is_own
from briefgen.model.brief import Brief
from briefgen.model.merged import Basis, Ground


def remember(
    draft: Brief, overrides: Overrides, basis: Basis | None = None, sentences: Mapping[str, str] | None = None
) -> Basis:
    """The grounds of all edits, where `draft` is what their author saw and `basis` what was remembered before.

    An edit that stands as it stood keeps its ground; a new or changed one rests on `draft`. What is no longer edited
    is forgotten, and ids that are neither in the draft nor in the basis are passed over. `sentences` are those of the
    source, None where only those that the draft cites are known.
    """
    return remember_in(draft.model_dump(by_alias=True), overrides, basis, sentences or {})


def remember_in(draft: Item, overrides: Overrides, basis: Basis | None, sentences: Mapping[str, str]) -> Basis:
    """The same of a draft as dumped."""
    items = items_of(draft)
    known = basis.grounds if basis else {}
    evidence = draft["evidence"]
    source = SourceSentences({**evidence, **sentences})
    edited = targets(overrides)
    renamed = _Renamed(known, edited)
    grounds: dict[Key, Ground] = {}
    for key, target in edited.items():
        before = known.get(key) or renamed.ground(target)
        if before and before.edit == target.digest:
            grounds[key] = before
        elif before or key in items or _is_the_humans(key):
            item = None if is_own(key[1]) else items.get(key)
            grounds[key] = _ground(target, item, before or Ground(), evidence, source)
    return Basis({key: ground for key, ground in grounds.items() if ground.item or ground.cited or key == BOTTOM_LINE})


def _is_the_humans(key: Key) -> bool:
    """Whether a human may write it where the machine has none."""
    return is_own(key[1]) or key == BOTTOM_LINE


def _ground(
    target: Target, item: Item | None, before: Ground, evidence: Mapping[str, str], source: SourceSentences
) -> Ground:
    cited = _cited(target.cited, before.cited, source)
    if item is None:
        return Ground(before.item, before.sentences, cited, target.digest)
    # A copy all the way down: the merge goes on to change the item, the due date within it too.
    said = copy.deepcopy({key: value for key, value in item.items() if key != "positions"})
    sentences = {identity: evidence[identity] for identity in item.get("evidence", []) if identity in evidence}
    return Ground(said, sentences, cited, target.digest)


def _cited(ids: list[str], before: Mapping[str, str], source: SourceSentences) -> dict[str, str]:
    """The sentences that a human means by these ids.

    An id that was there before means what it meant then, whatever has that number now. But if an id is new where a
    sentence cited before stands now, then the human has written the list anew with the numbers of now.
    """
    now = {before_id: source.same(before_id, text) for before_id, text in before.items()}
    if any(now[old] in ids and now[old] not in before for old in now):
        before = {}
    meant = {identity: before.get(identity) or source.by_id.get(identity) for identity in ids}
    return {identity: text for identity, text in meant.items() if text is not None}


class _Renamed:
    """Finds the ground of an added entry that has another id since its text was changed: by what it cites."""

    def __init__(self, known: Mapping[Key, Ground], edited: Mapping[Key, Target]) -> None:
        self._left = {key: ground for key, ground in known.items() if is_own(key[1]) and key not in edited}

    def ground(self, target: Target) -> Ground | None:
        section, identity = target.key
        if not is_own(identity) or not target.cited:
            return None
        for key, ground in self._left.items():
            if key[0] == section and list(ground.cited) == target.cited:
                return self._left.pop(key)
        return None
