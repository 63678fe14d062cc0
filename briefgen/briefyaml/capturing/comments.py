"""The comments of a YAML file, which the parser passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, parse

_COMMENT = re.compile(r"#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(?P<comment>#[^\r\n]*)")


def comments(text: str, file: Path) -> list[str]:
    """The comments in `text` in their order, each from its # to the end of the line.

    Raises BriefFileError where the text is not YAML.
    """
    text = text.removeprefix("\ufeff")
    return comments_in(text, 0, len(text), parse(text, file))


def comments_in(text: str, start: int, end: int, node: Node | None) -> list[str]:
    """The comments between two offsets of a text, where no other texts stand than those of `node`."""
    found, at = [], start
    for scalar in _scalars(node):
        found += _COMMENT.findall(text, at, scalar.start)
        header = None if scalar.plain else _BLOCK_HEADER.match(text, scalar.start)
        found += [header["comment"]] if header else []
        at = scalar.end
    return found + _COMMENT.findall(text, at, end)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """The texts in the order of the file, keys among them."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield key
            yield from _scalars(value)
    else:
        for item in node.items if node else []:
            yield from _scalars(item)
