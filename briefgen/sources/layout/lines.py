"""Text to groups of lines: what stands between blank lines, or between lines that only part sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAB_WIDTH = 4
# "###", "* * *", "-----", "-30-", page numbers as "- 2 -", the empty HTML comments that converters put between lists
_RULE_LINE = re.compile(r"\s*(?:(?:[-–—=_*#~•·+]\s*)+|[-–—]\s?\d{1,4}\s?[-–—]|(?:<!--[^<>]{0,200}-->\s*)+)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `indent` counts the columns in front of `text`, whose white space is folded."""

    indent: int
    text: str


def groups_of_lines(text: str) -> list[list[Line]]:
    """The lines of `text` in groups; blank lines and rules between groups are left out."""
    groups: list[list[Line]] = [[]]
    for line in text.split("\n"):
        words = line.split()
        if not words or _RULE_LINE.match(line):
            if groups[-1]:
                groups.append([])
            continue
        groups[-1].append(Line(_indent(line), " ".join(words)))
    return groups if groups[-1] else groups[:-1]


def _indent(line: str) -> int:
    lead = line[: len(line) - len(line.lstrip())]
    return len(lead.expandtabs(_TAB_WIDTH))
