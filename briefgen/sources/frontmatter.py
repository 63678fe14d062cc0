"""YAML front matter: what a Markdown file says about itself between two lines of dashes at its top."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean, fold
from briefgen.sources.layout.dates import the_date

_LONGEST = 64_000  # characters
_BLOCK = re.compile(r"\s*---[ ]*\n(?=[ \t#]*[\w\"'-]+[ ]*:|#)(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that a source has; None for whatever the file does not give."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    url: str | None = None


def split_front_matter(text: str, name: str) -> tuple[FrontMatter, str]:
    """The front matter of `text`, empty where it has none, and the text below it.

    Raises SourceError, with the line, when the front matter is no YAML. `name` is how the error calls the file.
    """
    match = _BLOCK.match(text[:_LONGEST])
    if not match:
        return FrontMatter(), text
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = text[: match.start(1)].count("\n") + (mark.line if mark else 0) + 1
        raise SourceError(
            f"{name}, line {line}: the front matter is not valid YAML.",
            "Correct it, or delete everything between the two lines of dashes.",
        ) from error
    body = text[match.end() :]
    if not isinstance(fields, dict):
        return FrontMatter(), body
    return _front_matter({str(key).strip().lower(): value for key, value in fields.items()}), body


def _front_matter(fields: dict[str, object]) -> FrontMatter:
    links = [*_texts(fields, "url", "link", "canonical_url", "source_url", "source")]
    publishers = [*_texts(fields, "publisher", "publication", "site", "source")]
    return FrontMatter(
        title=next(_texts(fields, "title", "headline"), None),
        author=next(_texts(fields, "author", "authors", "byline"), None),
        publisher=next((text for text in publishers if not _is_address(text)), None),
        published=_day(next((fields[key] for key in ("published", "date", "pubdate") if fields.get(key)), None)),
        url=next((text for text in links if _is_address(text)), None),
    )


def _texts(fields: dict[str, object], *keys: str) -> Iterator[str]:
    for key in keys:
        value = fields.get(key)
        entries = value if isinstance(value, list) else [value]
        text = ", ".join(fold(clean(str(entry))) for entry in entries if isinstance(entry, (str, int)))
        if text:
            yield text


def _is_address(text: str) -> bool:
    return re.match(r"https?://\S+$", text) is not None


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else the_date(str(value))
