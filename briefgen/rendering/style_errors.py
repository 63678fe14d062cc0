"""What is wrong with a style file, in words: where, what was found, the nearest valid word."""

from __future__ import annotations

import difflib
import reprlib
import unicodedata
from collections.abc import Iterable
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from briefgen.errors import StyleError
from briefgen.model.style import Style

_HINT = "`briefgen styles info-memo` shows every key with its kind of value."
_ODD = ("Cc", "Cs")  # controls, and halves of characters
Loc = tuple[int | str, ...]


def misfit(file: str, tree: Any, error: ValidationError) -> StyleError:
    """The error for the first thing that does not fit the model."""
    # A misspelt key is an unknown one and a missing one; the unknown one is what to correct.
    first = min(error.errors(), key=lambda told: told["type"] != "extra_forbidden")
    loc = first["loc"]
    key = ".".join(str(part) for part in loc)
    match first["type"]:
        case "extra_forbidden":
            what = f"unknown key {loc[-1]!r}{_nearest(str(loc[-1]), _keys_at(loc[:-1]))}"
        case "missing":
            what = f"the key {key} is missing"
        case "literal_error":
            words = first["ctx"]["expected"]
            what = f"{key} cannot be {reprlib.repr(first['input'])}; write one of {words}"
        case _:
            what = f"{key}: {first['msg']}" if key else str(first["msg"])
    return StyleError(f"{_place(file, tree, loc)}: {what}", _HINT)


def unknown_section(file: str, tree: Any, number: int, style: Style) -> StyleError:
    """The error for a section that is neither the program's nor declared by the style."""
    name = style.sections[number].section
    place = _place(file, tree, ("sections", number, "section"))
    hint = f"Known: {', '.join(style.known_sections)}. A section of your own is declared under own_sections: first."
    return StyleError(f"{place}: no section is called {name!r}{_nearest(name, style.known_sections)}", hint)


def refuse_unprintable(file: str, tree: yaml.Node | None) -> None:
    """Raises StyleError for a text with a character that no document can hold; YAML writes such as "\\0"."""
    left, seen = [tree], set()
    while left:
        node = left.pop()
        if node is None or id(node) in seen:  # an alias may lead back to what it stands in
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if odd := next(
                (char for char in node.value if unicodedata.category(char) in _ODD and char not in "\n\t"), ""
            ):
                what = f"a text has the character U+{ord(odd):04X}, which no document can hold"
                raise StyleError(f"{_place(file, node, ())}: {what}", "Take it out.")
        elif isinstance(node, yaml.MappingNode):
            left += [part for pair in node.value for part in pair]
        else:
            left += node.value


def _nearest(word: str, valid: Iterable[str]) -> str:
    near = difflib.get_close_matches(word[:100], list(valid), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def _keys_at(path: Loc) -> list[str]:
    """The keys of the mapping that `path` leads to."""
    model: type[BaseModel] = Style
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(iter(_models(model.model_fields[step].annotation)), model)
    return list(model.model_fields)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _place(file: str, node: Any, path: Loc) -> str:
    """file:line:column of the deepest node that `path` leads to; a missing key gives its parent's place."""
    mark = node.start_mark if isinstance(node, yaml.Node) else None
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            found = [(value, value) for value in node.value[step : step + 1]]
        else:
            found = []
        if not found:
            break
        key, node = found[0]
        mark = key.start_mark
    return f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
