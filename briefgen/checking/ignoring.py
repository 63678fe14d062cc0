"""Comments that switch rules off for the line they stand on: `holder: Estmark  # briefgen: ignore unknown-actor`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.errors import Place

_COMMENT = re.compile(r"(?:^|\s)#\s*briefgen:\s*ignore\s+([A-Za-z0-9-]+(?:[\s,]+[A-Za-z0-9-]+)*)\s*$")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines


@dataclass(frozen=True, slots=True)
class Ignored:
    """The rules that the comments of a file switch off, by line, each with the column of its comment."""

    lines: dict[int, dict[str, int]] = field(default_factory=dict)

    def covers(self, rule: str, place: Place) -> bool:
        """Whether a comment on the line of `place` names the rule."""
        return rule in self.lines.get(place.line, ())

    def named(self) -> Iterator[tuple[str, int, int]]:
        """Every rule named, with line and column."""
        for line, rules in self.lines.items():
            yield from ((rule, line, column) for rule, column in rules.items())


def read_ignored(text: str) -> Ignored:
    """The comments in the text of a YAML file."""
    if "briefgen:" not in text:
        return Ignored()
    lines = {}
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        if "briefgen:" in line and (found := _COMMENT.search(line)):
            lines[number] = {name[0]: found.start(1) + name.start() + 1 for name in re.finditer(r"[^\s,]+", found[1])}
    return Ignored(lines)
