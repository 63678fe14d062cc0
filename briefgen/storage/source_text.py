"""`source.txt`: the cleaned, numbered article, in which a reader looks a citation up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.model.article import Block
from briefgen.model.findings import Sentence

if TYPE_CHECKING:  # pydantic is slow to import, and this module needs none of it
    from briefgen.model.brief import SourceInfo

_SENTENCE = re.compile(r"(?P<id>[A-Z]+[0-9]+\.[0-9]+) +(?P<text>\S.*)")


def source_text(source: SourceInfo, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> str:
    """The article as text: each sentence on a line of its own behind its id, headings underlined, a blank line
    between blocks. `read_sentences` gives the sentences back. Ends with a newline."""
    by_block: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_block[sentence.block].append(sentence)
    width = max((len(sentence.id) for sentence in sentences), default=0)
    parts = ["\n".join(map(_no_sentence, _origin(source)))]
    for index, block in enumerate(blocks):
        lines = [f"{sentence.id:<{width}}  {sentence.text}" for sentence in by_block[index]]
        parts.append("\n".join(lines or _uncited(block)))
    return "\n\n".join(parts) + "\n"


def read_sentences(text: str) -> dict[str, str]:
    """The sentences in the text of a source.txt by their ids, such as A4.2; all other lines count for nothing."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if sentence := _SENTENCE.fullmatch(line):
            found.setdefault(sentence["id"], sentence["text"])
    return found


def _no_sentence(line: str) -> str:
    """A line that cannot be cited, indented where it would look like one that can."""
    return f" {line}" if _SENTENCE.match(line) else line


def _origin(source: SourceInfo) -> Iterator[str]:
    yield f"Source {source.id}: {source.title or source.file or source.url or 'standard input'}"
    details = [source.publisher, source.author, source.published.isoformat() if source.published else None, source.url]
    known = [detail for detail in details if detail]
    if known:
        yield ", ".join(known)
    yield f"A citation such as {source.id}4.2 means source {source.id}, paragraph 4, sentence 2."


def _uncited(block: Block) -> list[str]:
    """The lines of a block that cannot be cited: the headline, a heading, a byline, a dateline."""
    text = _no_sentence(block.text)
    if block.kind in ("headline", "heading"):
        return [text, ("=" if block.kind == "headline" else "-") * min(len(text), 80)]
    return [text]
