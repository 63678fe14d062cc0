"""Nodes -> typed values, as the schema says and not as YAML guesses; and the messages for what does not fit.

`no`, `on`, `12:30`, `1.10` and `2024-04-27` stay texts where a text is meant. Quotes make no difference, but for null:
only an unquoted null, ~ or nothing at all is no value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable
from contextlib import suppress
from difflib import get_close_matches
from functools import cache

from pydantic import BaseModel

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.briefyaml.reading.quoting import UNHOLDABLE, shown
from briefgen.briefyaml.reading.shapes import MEANT, Shape, slots
from briefgen.errors import BriefFileError, Place
from briefgen.model.brief import Brief, Issue, Summary
from briefgen.model.ids import ID, OWN_PREFIX

Value = str | int | dt.date | list[str] | dict[str, str] | None

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def read_value(node: Node, key: str, shape: Shape) -> Value:
    """The value of a key that holds neither a mapping nor items. Raises BriefFileError at the node's place."""
    if isinstance(node, Scalar) and node.is_null:
        refuse_null(node, key, shape)
        return None
    match shape.kind:
        case "texts":
            return _texts(node, key, shape)
        case "names":
            return _texts(node, key, shape) if isinstance(node, Sequence) else read_text(node, key, shape)
        case "table":
            return _table(node, key, shape)
        case "number":
            return _number(node, key, shape)
        case "day":
            return _day(node, key, shape)
        case "word":
            return _word(node, key, shape)
        case _:
            return read_text(node, key, shape)


def refuse_null(node: Scalar, key: str, shape: Shape) -> None:
    """Raises BriefFileError where the key may not be null."""
    if shape.nullable:
        return
    hint = f"Write {MEANT[shape.kind]}."
    if shape.kind == "text":
        hint = 'Write a text; "" for an empty one.'
    elif shape.kind == "word":
        hint = f"Write one of: {', '.join(shape.words)}."
    elif shape.kind in ("texts", "items"):
        hint = f"Write {MEANT[shape.kind]}; [] for none."
    found = "has no value" if node.is_left_out else "cannot be null"
    raise BriefFileError(f"{key} {found}", hint, node.place)


def read_text(node: Node, key: str, shape: Shape) -> str:
    """The text of a scalar. Raises BriefFileError for any other node and for characters that no document can hold."""
    if not isinstance(node, Scalar):
        raise misfit(node, key, shape)
    if bad := UNHOLDABLE.search(node.text):
        raise BriefFileError(
            f"the text of {key} contains the control character U+{ord(bad[0]):04X}", "Delete it.", node.place
        )
    return node.text


def misfit(node: Node, key: str, shape: Shape) -> BriefFileError:
    """The error for a node of the wrong kind: what was found, what is meant, what to write."""
    found = {Scalar: "a text", Sequence: "a list", Mapping: "keys of its own"}[type(node)]
    if isinstance(node, Scalar):
        found = "nothing" if node.is_left_out else shown(node.text)
    stands = "stand" if isinstance(node, Mapping) else "stands"
    meant = "a list such as [A4.1, A4.2]" if key == "evidence" and shape.kind == "texts" else MEANT[shape.kind]
    match shape.kind, node:
        case "texts", Scalar():
            hint = f"Write {key}: [{node.text if len(node.text) < 40 else '...'}]"
        case "items", Mapping():
            hint = f'Below {key}:, begin each entry with "- ": - {_entry_of(node)}'
        case "items", _:
            hint = f'Below {key}:, begin each entry with "- ".'
        case "mapping", Sequence():
            hint = f'Below {key}:, write its keys without "- ".'
        case "mapping", _:
            first = next(iter(slots(shape.model)), "key") if shape.model else "key"
            value = node.text if isinstance(node, Scalar) and first == "text" and len(node.text) < 40 else "value"
            hint = f"Below {key}:, write key: value, a line each, two spaces further in: {first}: {value}"
        case _, Mapping():
            hint = 'If it is a text, put it in quotes or use |. It must not begin with { or contain ": " without them.'
        case _, Sequence():
            hint = 'Write it without "- ". A text that begins with [ stands in quotes.'
        case _:
            hint = ""
    return BriefFileError(f"{key} is {meant}, but {found} {stands} here", hint, node.place)


def entry_misfit(node: Node, section: str, words: str | None) -> BriefFileError:
    """The error for an entry of a list that is no mapping; `words` is the key that holds the words of such an entry."""
    hint = 'Write key: value, a line each, the first behind one "- " and the others below it.'
    found = "a list"
    if isinstance(node, Scalar):
        found = "nothing" if node.is_left_out else shown(node.text)
        if _looks_like_an_id(node.text):
            hint = (
                f"Write key: value, a line each: - id: {node.text} and below it, two spaces further in, what changes."
            )
        elif words and node.text:
            hint = f"Write key: value, a line each: - {words}: {shown(node.text)} and the others below it."
    what = f"an entry of {section} is keys with their values, but {found} stands here"
    return BriefFileError(what, hint, node.place)


def _entry_of(node: Mapping) -> str:
    """How an entry begins that was written as a mapping, by the id as its key or without a dash."""
    first = next(iter(node.entries), "")
    return f"id: {first}" if _looks_like_an_id(first) else f"{first or 'id'}: ..."


def _looks_like_an_id(text: str) -> bool:
    return "-" in text and ID.fullmatch(text) is not None


def unknown(what: str, name: str, node: Node, valid: Iterable[str], others: str = "Valid") -> BriefFileError:
    """The error for a name that is not among the valid ones; the nearest is named."""
    valid = list(valid)
    near = nearest(name, valid)
    listed = ", ".join(valid[:30]) + (", ..." if len(valid) > 30 else "")
    question = f"; did you mean {near}?" if near else ""
    return BriefFileError(f"{what} {shown(name)}{question}", f"{others}: {listed or 'none'}.", node.place)


def nearest(name: str, valid: Iterable[str]) -> str | None:
    """The valid name that the given one most looks like, None when it looks like none."""
    return next(iter(get_close_matches(name[:100], list(valid), n=1, cutoff=0.6)), None)


def unknown_key(key: Scalar, where: str, known: Iterable[str]) -> BriefFileError:
    """The error for a key that has no place in `where`."""
    error = unknown("unknown key", key.text, key, known, others=f"Keys {where}")
    if key.place.column == 1 and key.text in _keys_of_entries():
        what, hint = f"{shown(key.text)} is a key of an entry, but stands outside of any", "Put two spaces before it."
        return BriefFileError(what, hint, key.place)
    if "entry" in where and _looks_like_an_id(key.text):
        what, hint = (
            f"{shown(key.text)} stands where a key belongs",
            f"Write id: {key.text} and its keys below, in line.",
        )
        return BriefFileError(what, hint, key.place)
    return error


@cache
def _keys_of_entries() -> frozenset[str]:
    lists = [slot.shape for model in (Brief, Summary, Issue) for slot in slots(model).values()]
    return frozenset(key for shape in lists if shape.kind == "items" for key in slots(shape.of))


def check_required(model: type[BaseModel], present: Container[str], place: Place, assumed: Container[str] = ()) -> None:
    """Raises BriefFileError at `place` when a key that the model requires is neither present nor assumed."""
    for slot in slots(model).values():
        if slot.required and slot.key not in present and slot.key not in assumed:
            words = f" one of {', '.join(slot.shape.words)}" if slot.shape.words else f" ({MEANT[slot.shape.kind]})"
            if slot.key == "id":
                words = f" {OWN_PREFIX}-1, or another word that begins with {OWN_PREFIX}-"
            raise BriefFileError(f"the key {slot.key} is missing here", f"Add {slot.key}:{words}", place)


def _texts(node: Node, key: str, shape: Shape) -> list[str]:
    if not isinstance(node, Sequence):
        raise misfit(node, key, shape)
    texts = []
    for item in node.items:
        if isinstance(item, Scalar) and item.is_null:
            raise BriefFileError(f"an entry of {key} has no value", "Write a text, or delete the entry.", item.place)
        texts.append(read_text(item, key, Shape("text")))
    return texts


def _table(node: Node, key: str, shape: Shape) -> dict[str, str]:
    if not isinstance(node, Mapping):
        raise misfit(node, key, shape)
    text = Shape("text")
    table: dict[str, str] = {}
    for name, (name_node, value) in node.entries.items():
        if isinstance(value, Scalar) and value.is_null:
            refuse_null(value, f"the text of {shown(name)}", text)
        table[read_text(name_node, key, text)] = read_text(value, shown(name), text)
    return table


def _number(node: Node, key: str, shape: Shape) -> int:
    text = read_text(node, key, shape)
    if not _NUMBER.fullmatch(text):
        raise BriefFileError(
            f"{key} is a whole number, but {shown(text)} stands here", f"Write digits only: {key}: 7", node.place
        )
    return int(text)


def _day(node: Node, key: str, shape: Shape) -> dt.date:
    text = read_text(node, key, shape)
    hint = f"Write year-month-day: {key}: {_guessed_day(text) or '2024-04-27'}"
    if not _DAY.fullmatch(text):
        raise BriefFileError(f"{key} is a date, but {shown(text)} stands here", hint, node.place)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BriefFileError(f"{key}: the calendar has no {text}", hint, node.place) from None


def _guessed_day(text: str) -> dt.date | None:
    """The day that a text in another form means, None where it is no day or not sure which."""
    forms = {
        "%Y-%m-%d": text[:10],
        **dict.fromkeys(("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%d.%m.%Y", "%Y/%m/%d"), text),
    }
    for form, written in forms.items():
        with suppress(ValueError):
            return dt.datetime.strptime(written, form).date()
    return None


def _word(node: Node, key: str, shape: Shape) -> str:
    text = read_text(node, key, shape)
    if text not in shape.words:
        raise unknown(f"{key} cannot be", text, node, shape.words, others="Write one of")
    return text
