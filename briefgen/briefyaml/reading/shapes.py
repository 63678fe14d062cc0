"""What may stand under each key, read off the data model once: the loaders type by it, not by YAML's guesses."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from briefgen.model.brief import Model

Kind = Literal["text", "number", "day", "word", "names", "texts", "table", "section", "sections", "mapping", "items"]

# What a message calls each kind, with an example to copy.
MEANT = {
    "text": "a text",
    "number": "a whole number such as 7",
    "day": "a date such as 2024-04-27",
    "word": "a word of a fixed list",
    "names": "a name, or a list of names such as [Norland, Westmark]",
    "texts": "a list such as [Norland, Westmark]",
    "table": "keys with a text each",
    "section": "a text, or a list of texts, a line each",
    "sections": "keys of sections, each with a text or a list",
    "mapping": "keys of its own, a line each, two spaces further in",
    "items": 'a list of entries, each beginning with "- "',
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value looks like; `words` for a word of a fixed list, `model` for a mapping and for a list of items."""

    kind: Kind
    nullable: bool = False
    words: tuple[str, ...] = ()
    model: type[Model] | None = None

    @property
    def of(self) -> type[Model]:
        """The model of a mapping or an item. Raises TypeError for any other kind: a fault of ours."""
        if self.model is None:
            raise TypeError(f"{self.kind} has no model")
        return self.model


@dataclass(frozen=True, slots=True)
class Slot:
    """A key of a mapping."""

    key: str
    shape: Shape
    required: bool


@cache
def slots(model: type[BaseModel]) -> dict[str, Slot]:
    """The keys of a mapping in the order of the file. Raises TypeError for an annotation that no loader knows."""
    return {
        key: Slot(key, _shape(field.annotation), field.is_required())
        for name, field in model.model_fields.items()
        for key in [field.alias or name]
    }


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0])
    if origin is Literal:
        return Shape("word", words=arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is list:
        return Shape("texts") if arguments == (str,) else Shape("items", model=arguments[0])
    if origin is dict and arguments == (str, str):
        return Shape("table")
    if origin is dict:
        return Shape("sections")
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape("mapping", model=annotation)
    plain: dict[Any, Kind] = {str: "text", int: "number", dt.date: "day"}
    if annotation in plain:
        return Shape(plain[annotation])
    raise TypeError(f"no loader knows {annotation!r}")


def _union(arguments: tuple[Any, ...]) -> Shape:
    if arguments == (str, list[str]):
        return Shape("names")
    inner = tuple(argument for argument in arguments if argument is not type(None))
    if len(inner) != 1:
        raise TypeError(f"no loader knows {arguments!r}")
    return replace(_shape(inner[0]), nullable=True)
