"""Edits in the text of a YAML file at the parser's marks: every byte outside of them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as Ordered
from typing import TypeGuard

from briefgen.briefyaml.capturing.comments import comments_in
from briefgen.briefyaml.capturing.written import (
    DRAFT,
    Change,
    Entries,
    Keys,
    Plain,
    block,
    entry_lines,
    flow,
    flow_pairs,
    item_lines,
    value_lines,
)
from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.briefyaml.reading.quoting import NEEDS_ESCAPES, quoted
from briefgen.briefyaml.reading.syntax import BREAK

_BREAKS = frozenset("\n\r\x85\u2028\u2029")
_NEWLINE = re.compile("\r\n|\n|\r")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")
_COMMENT_BELOW = re.compile("(?:[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029]))*( *)#")


class Splicer:
    """Collects edits to a text without byte order mark that was parsed once, and makes them all at the end.

    What is edited within brackets is written in brackets. Edits of what stands within a node are to be asked for before
    those that add something behind it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[tuple[int, int, str]] = []  # from, to, what is to stand there
        newline = _NEWLINE.search(text)
        self._newline = newline[0] if newline else "\n"

    def text(self) -> str:
        """The text with all edits made."""
        parts, at = [], 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[0]):
            parts += [self._text[at:start], new]
            at = end
        text = "".join([*parts, self._text[at:]])
        whole_lines = not self._text[at:] and self._newline in "".join(parts[-1:])
        return text + self._newline if whole_lines and not text.endswith(self._newline) else text

    def replace(self, key: Scalar, node: Node, value: Plain | Keys | Entries) -> None:
        """Put another value behind a key; a text keeps the quotes that stand there."""
        if isinstance(node, Sequence) and _are_texts(value) and len(value) == len(node.items):
            self._replace_items(node, value)
        elif isinstance(node, Scalar) and (same := self._in_its_quotes(node, value)):
            self._edit(node.start, node.end, same)
        elif key.flow:
            kept = "".join(f" {line}{self._newline}{' ' * key.place.column}" for line in self._comments_in(node))
            self._edit(node.start, node.end, " " * (node.start == node.end) + flow(value) + kept)
        elif isinstance(node, Scalar) or node.flow:
            self._replace_inline(key.place.column - 1, node, value)
        else:
            self._replace_block(key, node, value)

    def add_keys(self, mapping: Mapping, changes: Ordered[Change], order: Ordered[str]) -> None:
        """Put keys into a mapping: each behind the last one there that comes before it in `order`, else at the end."""
        if mapping.flow:
            self._add_within_brackets(mapping, flow_pairs(Keys(tuple(changes))), _values(mapping))
            return
        for change in changes:
            where = self._behind(_end_of(mapping, _predecessor(mapping, change.key, order)))
            indent = mapping.place.column - 1
            self._insert(where, block(Keys((change,)), literals=self._ends(where, indent)), indent)

    def add_to_root(self, root: Node | None, changes: Ordered[Change], order: Ordered[str]) -> None:
        """Put keys into the file's own mapping, which may not be there yet (`root` None or a null)."""
        if isinstance(root, Mapping) and root.entries:
            if root.flow:
                self.add_keys(root, changes, order)
                return
            last = next(reversed(root.entries))
            at_end = [change for change in changes if _predecessor(root, change.key, order) == last]
            self.add_keys(root, [change for change in changes if change not in at_end], order)
            where, indent = self._end_of_file(self._behind(root.end)), root.place.column - 1
            self._insert(where, block(Keys(tuple(at_end)), literals=self._ends(where, indent)), indent)
            return
        if root is not None:  # null, ~, {} or nothing behind ---
            self._edit(root.start, root.end, "")
        where = self._end_of_file(self._behind(root.end) if root else 0)
        gap = [""] if self._text.strip() else []
        self._insert(where, [*gap, *block(Keys(tuple(changes)), literals=self._ends(where, 0))], 0)

    def add_entries(self, key: Scalar, node: Node, entries: Entries) -> None:
        """Put entries at the end of the list behind a key; where nothing or an empty list stands, make one."""
        if not isinstance(node, Sequence) or not node.items:
            self.replace(key, node, entries)
        elif node.flow:
            self._add_within_brackets(node, flow(entries)[1:-1], node.items)
        else:
            where, indent = self._behind(node.end), node.place.column - 1
            self._insert(where, entry_lines(entries, literals=self._ends(where, indent)), indent)

    def remove_switch(self, mapping: Mapping, key: str) -> None:
        """Take a switch that is true out of a mapping, with the comment we put above it; where it does not stand by
        itself, turn it to false instead."""
        key_node, value = mapping.entries[key]
        if mapping.flow:
            ends = [max(name.end, node.end) for name, node in mapping.entries.values() if name.start < key_node.start]
            start, end = (ends[-1] if ends else 0), value.end
            around = self._text[start : key_node.start].strip(", \t\r\n")
            alone = bool(ends) and not around
        else:
            line, end = self._line_start(key_node.start), self._line_end(value.end)
            alone = not (self._text[line : key_node.start] + self._text[value.end : end]).strip()
            above = self._line_start(self._line_break(line))
            ours = self._text[above:line].strip().startswith(f"# {DRAFT}")
            start = self._line_break(above if ours else line)
        if alone:
            self._edit(start, end, "")
        else:
            self._edit(value.start, value.end, "false")

    def _replace_items(self, node: Sequence, texts: list[str]) -> None:
        for item, text in zip(node.items, texts, strict=True):
            if not isinstance(item, Scalar) or item.text == text:
                continue
            if same := self._in_its_quotes(item, text):
                self._edit(item.start, item.end, same)
            elif item.flow:
                self._edit(item.start, item.end, flow(text))
            else:
                self._replace_inline(node.place.column - 1, item, text)

    def _replace_inline(self, indent: int, node: Node, value: Plain | Keys | Entries) -> None:
        """Put a value where a scalar or brackets stand; its key, or the dash before it, stands `indent` further in."""
        start, end = node.start, node.end
        inline, below = value_lines(value, literals=self._ends(self._behind(end), indent))
        header = _BLOCK_HEADER.match(self._text, start) if isinstance(node, Scalar) and not node.plain else None
        comment = (header["comment"] or "") if header else ""
        if inline and start != end:
            inline = inline.removeprefix(" ")
        elif not inline:
            start = len(self._text[:start].rstrip(" \t"))
        ended = self._newline if end > start and self._begins_line(end) else ""
        self._edit(start, end, inline + comment + ended)
        kept = [] if isinstance(node, Scalar) else self._comments_in(node)
        self._insert(self._behind(end), [*below, *kept], indent)

    def _replace_block(self, key: Scalar, node: Mapping | Sequence, value: Plain | Keys | Entries) -> None:
        """Put a value where a mapping or list in block style stands below its key; comments between them stay there,
        those among its lines follow on the value."""
        ended = self._newline if self._begins_line(node.end) else ""
        colon = self._text.index(":", key.end) + 1
        above = self._line_break(self._line_start(node.start))
        literals = self._ends(self._behind(node.end), key.place.column - 1) and above <= self._line_end(colon)
        if isinstance(node, Sequence) and _are_texts(value):
            items = [line for text in value for line in item_lines(text, literals=literals)]
            end = self._behind(node.end) if self._comments_in(node) else node.end
            lines = self._joined([*items, *self._comments_in(node, end)], node.place.column - 1)
            self._edit(node.start, end, lines.lstrip(" \r\n") + ended)
            return
        inline, below = value_lines(value, literals=literals)
        self._edit(colon, colon, inline)
        lines = self._joined([*below, *self._comments_in(node, self._behind(node.end))], key.place.column - 1)
        self._edit(above, self._behind(node.end), lines + ended)

    def _comments_in(self, node: Node, end: int | None = None) -> list[str]:
        """The comments among the lines of a node, up to `end`, that are not ours."""
        found = comments_in(self._text, node.start, node.end if end is None else end, node)
        return [comment for comment in found if not comment.startswith(f"# {DRAFT}")]

    def _add_within_brackets(self, node: Mapping | Sequence, new: str, children: Iterable[Node]) -> None:
        last = max((child.end for child in children), default=None)
        where = node.start + 1 if last is None else last
        self._edit(where, where, new if last is None else f", {new}")

    def _in_its_quotes(self, node: Scalar, value: Plain | Keys | Entries) -> str | None:
        """A text in the quotes that stand around the old one; None where there are none or they would not do."""
        mark = self._text[node.start : node.start + 1]
        if node.plain or not isinstance(value, str) or "\n" in value:
            return None
        if mark == '"':
            return quoted(value)
        return "'" + value.replace("'", "''") + "'" if mark == "'" and not NEEDS_ESCAPES.search(value) else None

    def _insert(self, where: int, lines: list[str], indent: int) -> None:
        """Put whole lines behind the line that ends at `where`, or before the one that begins there."""
        if not lines:
            return
        new = self._joined(lines, indent)
        if self._begins_line(where):
            new = new.removeprefix(self._newline) + self._newline
        self._edit(where, where, new)

    def _joined(self, lines: list[str], indent: int) -> str:
        """Lines with their indentation, each behind a line break."""
        return "".join(self._newline + (" " * indent + line if line else "") for line in lines)

    def _behind(self, end: int) -> int:
        """Where lines may be put behind what ends at `end`: at the end of its line, comments and all."""
        return end if self._begins_line(end) else self._line_end(end)

    def _ends(self, where: int, indent: int) -> bool:
        """Whether a block of text that is put at `where` ends there: not if a comment stands further in below it."""
        comment = _COMMENT_BELOW.match(self._text, where)
        return comment is None or len(comment[1]) <= indent

    def _end_of_file(self, start: int) -> int:
        """The same where nothing but comments follows on `start`: behind them all; else `start`."""
        rest = BREAK.split(self._text[start:])
        if all(not line.strip() or line.lstrip().startswith("#") for line in rest):
            return max(start, len(self._text.rstrip()))
        return start

    def _begins_line(self, at: int) -> bool:
        return at == 0 or self._text[at - 1] in _BREAKS

    def _line_end(self, at: int) -> int:
        found = BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def _line_start(self, at: int) -> int:
        while not self._begins_line(at):
            at -= 1
        return at

    def _line_break(self, line: int) -> int:
        """Where the line break before the line that begins at `line` stands."""
        return max(0, line - (2 if self._text[line - 2 : line] == "\r\n" else 1))

    def _edit(self, start: int, end: int, new: str) -> None:
        self._edits.append((start, end, new))


def _predecessor(mapping: Mapping, key: str, order: Ordered[str]) -> str:
    """The last key of a mapping that comes before `key` in `order`; without one the last of all."""
    rank = {name: number for number, name in enumerate(order)}
    before = [name for name in mapping.entries if rank.get(name, len(rank)) < rank[key]]
    return before[-1] if before else next(reversed(mapping.entries))


def _end_of(mapping: Mapping, key: str) -> int:
    key_node, value = mapping.entries[key]
    return max(key_node.end, value.end)


def _values(mapping: Mapping) -> list[Node]:
    return [key_node if key_node.end > value.end else value for key_node, value in mapping.entries.values()]


def _are_texts(value: Plain | Keys | Entries) -> TypeGuard[list[str]]:
    return isinstance(value, list) and bool(value) and all(isinstance(text, str) for text in value)
