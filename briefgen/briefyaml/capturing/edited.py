"""A `brief.yaml` that a human edited by hand -> Brief; refuses edits of what only the machine may say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefgen.briefyaml.reading.load import load
from briefgen.briefyaml.reading.overrides import MACHINE_KEYS
from briefgen.briefyaml.reading.places import places
from briefgen.errors import BriefFileError
from briefgen.model.brief import Brief, Given
from briefgen.model.merged import Path as Keys
from briefgen.model.sections import HUMAN_SECTIONS

_OPTIONS = {field.alias or name for name, field in Given.model_fields.items()}


def load_edited(
    text: str,
    file: Path,
    draft: Brief,
    sections: Collection[str] = tuple(HUMAN_SECTIONS),
    sentences: Mapping[str, str] | None = None,
) -> Brief:
    """The brief in `text`, which a human made of the draft; entries without an id are theirs and get one.

    The arguments are those of `load`. Raises BriefFileError, with place, for what `load` refuses and for an edit of
    what records what the machine did or read: sources, sentences, engine, options given.
    """
    sentences = sentences or {}
    edited = load(text, file, sections, sentences)
    was, now = draft.model_dump(by_alias=True), edited.model_dump(by_alias=True)
    now["evidence"] = {
        identity: sentence
        for identity, sentence in now["evidence"].items()
        if identity in was["evidence"] or sentences.get(identity) != sentence
    }
    for key in MACHINE_KEYS:
        for path in _differences(was[key], now[key], (key,)):
            raise _refused(path, text, file)
    return edited


def _differences(was: Any, now: Any, path: Keys) -> Iterator[Keys]:
    """The paths where two values differ, down to the keys and ids that both have."""
    if was == now:
        return
    if isinstance(was, list) and isinstance(now, list):
        was, now = ({item["id"]: item for item in items} for items in (was, now))
    if isinstance(was, dict) and isinstance(now, dict):
        for key in {**was, **now}:
            if key not in was or key not in now:
                yield (*path, key)
            else:
                yield from _differences(was[key], now[key], (*path, key))
    else:
        yield path


def _refused(path: Keys, text: str, file: Path) -> BriefFileError:
    known = places(text, file)
    there = [path[:length] for length in range(len(path), 0, -1) if path[:length] in known]
    key, *_, last = (*path, path[-1])
    hint = "Put it back as it was"
    if key == "evidence":
        hint += ", as the source has it; change the text that rests on it instead."
    elif last in _OPTIONS and key in ("given", "sources"):
        hint += f"; give it as an option instead: briefgen draft ARTICLE --{last} ..."
    else:
        hint += "; it records what the machine did and read."
    what = f"{' '.join(path)} is the machine's and cannot be edited by hand"
    return BriefFileError(what, hint, known[there[0]] if there else None)
