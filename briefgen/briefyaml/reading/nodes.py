"""YAML text -> a tree of nodes that know their places; nothing is typed here.

Built from the parser's events rather than with `yaml.load`: every key and value keeps its line and column, duplicate
keys are seen, and anchors, aliases, tags and deep nesting are refused before they can do harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from briefgen.briefyaml.reading.quoting import shown
from briefgen.briefyaml.reading.syntax import place_in, syntax_error
from briefgen.errors import BriefFileError, Place

# The parser in C where PyYAML was built with it (20 times as fast), else the one in Python; both are safe.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20  # a brief needs 7
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(" *")
_KEEPS_BLANK_LINES = re.compile(r"[|>][1-9]?\+")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """A text as read; `plain` when it stood without quotes and not as a block.

    Here as in the other nodes, `start` and `end` are offsets in the file's text without byte order mark; what follows
    a node on its line or below it, comments and blank lines, is no part of it. `flow` says that the node stands within
    brackets (flow style) or is such brackets.
    """

    text: str
    plain: bool
    place: Place
    start: int = 0
    end: int = 0
    flow: bool = False

    @property
    def is_null(self) -> bool:
        """Whether YAML reads it as no value: nothing at all, ~ or null, unquoted."""
        return self.plain and self.text in _NULLS

    @property
    def is_left_out(self) -> bool:
        """Whether nothing stands there at all."""
        return self.plain and not self.text


@dataclass(slots=True)
class Mapping:
    """Keys with their places and values, in the order of the file."""

    place: Place
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    flow: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)
    start: int = 0
    end: int = 0
    flow: bool = False


Node = Scalar | Mapping | Sequence


def parse(text: str, file: Path) -> Node | None:
    """The one document in `text`, None when it holds nothing but comments.

    Raises BriefFileError, with place, for what is not YAML, for control characters and for all that a brief has no
    use for: several documents, duplicate keys, keys that are no text, anchors, aliases, tags, nesting beyond reason.
    """
    text = text.removeprefix("\ufeff")
    if bad := _FORBIDDEN.search(text):
        where = place_in(text, bad.start(), file)
        raise BriefFileError(
            f"the character U+{ord(bad[0]):04X} cannot stand in a YAML file", "Delete it, or write it anew.", where
        )
    builder = _Builder(file, text)
    try:
        return builder.build(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text, file, builder.last) from None
    except (ValueError, OverflowError):  # the parser in Python, of "\UFFFFFFFF"
        what = "an escape in double quotes stands for no character"
        raise BriefFileError(what, "Delete it.", Place(file, 1, 1)) from None


class _Builder:
    """Puts the events together without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, file: Path, text: str) -> None:
        self._file = file
        self._text = text
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []  # of each open node: the key that waits for its value
        self._root: Node | None = None
        self.last: yaml.ScalarEvent | None = None

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.last = event
                self._refuse_marks(event)
                plain = event.style is None or event.style == ""
                self._add(Scalar(event.value, plain, self._place(event), *self._span(event), self._in_flow()))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_marks(event)
                self._enter(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._leave(event)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse_mark(event, "*", event.anchor or "", "aliases")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here (---)", "Keep one document; delete the rest.")
        return self._root

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, "nested too deeply", "A brief has no such levels; close some brackets or unindent.")
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        start = _offset(event.start_mark)
        # In block style the parser sees the end only at what follows, comments and all; so the last child's end counts.
        flow = bool(event.flow_style) or self._in_flow()
        node = kind(self._place(event), start=start, end=start, flow=flow)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _leave(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.flow:
            node.end = _offset(event.end_mark)
        elif isinstance(node, Sequence):
            node.end = node.items[-1].end if node.items else node.end
        elif node.entries:
            key, value = next(reversed(node.entries.values()))
            node.end = max(key.end, value.end)

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._new_key(parent, node)
        else:
            parent.entries[key.text] = (key, node)
            self._keys[-1] = None

    def _new_key(self, parent: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise BriefFileError("a key must be a word, not a list or keys of its own", "Write key: value.", node.place)
        if node.text in parent.entries:
            first = parent.entries[node.text][0].place
            raise BriefFileError(
                f"the key {shown(node.text)} stands twice; the first is on line {first.line}",
                "Keep one of them.",
                node.place,
            )
        return node

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse_mark(event, "&", event.anchor, "anchors")
        if event.tag is not None:
            self._refuse_mark(event, "!", event.tag.removeprefix("!"), "tags")

    def _refuse_mark(self, event: yaml.Event, mark: str, name: str, kind: str) -> NoReturn:
        what = f"a text cannot begin with {mark} unless it stands in quotes (found {shown(mark + name)})"
        self._refuse(event, what, f'Put the whole text in quotes: "{mark}..."; YAML {kind} are not taken here.')

    def _refuse(self, event: yaml.Event, what: str, hint: str) -> NoReturn:
        raise BriefFileError(what, hint, self._place(event))

    def _in_flow(self) -> bool:
        return bool(self._open) and self._open[-1].flow

    def _span(self, event: yaml.ScalarEvent) -> tuple[int, int]:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        if event.style in ("|", ">") and not _KEEPS_BLANK_LINES.match(self._text, start):
            body = self._text[start:end].rstrip(" \n\r\x85\u2028\u2029")
            spaces = _SPACES.match(self._text, start + len(body), end)
            end = spaces.end() if spaces else end
        return start, end

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file, 1, 1)


def _offset(mark: Any) -> int:
    return mark.index if mark else 0
