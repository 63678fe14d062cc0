"""The rows of the overview, out of the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

_LINKED = (".html", ".pdf", ".docx", ".md", ".yaml")  # the document that a row leads to is the first that there is


@dataclass(frozen=True, slots=True)
class Row:
    """A red line or a next step, with the brief it is from. `link` is seen from the overview; days are None if unknown.

    `parties` are the holders of a red line and the owners of a step; `sort` is the kind of the one, the status of the
    other.
    """

    type: str
    parties: tuple[str, ...]
    text: str
    sort: str
    confidence: str
    due: str
    earliest: str | None
    latest: str | None
    brief: str
    folder: str
    published: str
    link: str

    @property
    def order(self) -> tuple[str, str]:
        """What is due comes first, by its day, then what has no day, by brief."""
        return (self.earliest or self.latest or "9999", self.brief)


def rows(entries: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """The rows of all briefs, in the order of `entries`."""
    for entry in entries:
        link = _link(entry)
        for line in entry.get("lines") or ():
            yield Row(
                type=line["type"],
                parties=tuple(line["parties"]),
                text=line["text"],
                sort=line["sort"],
                confidence=line["confidence"],
                due=line.get("due") or "",
                earliest=line.get("earliest"),
                latest=line.get("latest"),
                brief=entry.get("title") or entry["folder"],
                folder=entry["folder"],
                published=entry.get("published") or "",
                link=link,
            )


def _link(entry: dict[str, Any]) -> str:
    by_type = {PurePosixPath(file).suffix: file for file in reversed(entry.get("files") or ())}
    linked = next((by_type[suffix] for suffix in _LINKED if suffix in by_type), f"{entry['folder']}/")
    return f"./{quote(linked)}"
