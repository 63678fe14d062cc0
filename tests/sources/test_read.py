"""What the article says about its source."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.sources import STDIN, read
from briefgen.sources.cleaning import clean
from briefgen.sources.text import INLINE_TAG
from tests.sources.shapes import article_of

SEED = Path(__file__).parents[2] / "seeds" / "us-china-beijing-talks.txt"
TEXT = "Talks resume\n\nThe ministers met again on Monday, and nothing was signed.\n"


def test_the_seed() -> None:
    article = read(str(SEED))
    assert article.headline is None
    assert [block.text for block in article.blocks if block.kind == "heading"] == [
        "US-China economic and tech competition",
        "Differences over the South China Sea, Taiwan",
        "Pressure on Russia",
        "Hopes For Progress",
    ]
    assert [block.number for block in article.blocks if block.number] == list(range(1, 23))
    assert article.source.words == 1147
    assert article.source.title is None


@pytest.mark.parametrize("suffix", [".md", ".TXT"])
def test_the_seed_under_other_names_has_the_same_blocks(tmp_path: Path, suffix: str) -> None:
    copy = tmp_path / f"seed{suffix}"
    copy.write_bytes(SEED.read_bytes())
    assert read(str(copy)).blocks == read(str(SEED)).blocks


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    source = read(str(path), letter="B").source
    assert (source.letter, source.file, source.title, source.language) == ("B", str(path), "Talks resume", None)
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.words == 12


def test_standard_input_is_no_file() -> None:
    source = read(STDIN, stdin=io.BytesIO(TEXT.encode())).source
    assert (source.file, source.letter) == (None, "A")


def test_standard_input_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read(STDIN).headline == "Talks resume"


WORDS = st.sampled_from(
    "the Minister of Fisheries said on Monday that “no” – never - U.S. 3 May 2029 By Jane Doe : ; 1. (a) • * # Q: "
    "QUESTION: Read more: Inc. <b>bold</b> — and NATO. why? Orno, \t".split(" ")
)
LINES = st.lists(WORDS, max_size=14).map(" ".join)
TEXTS = st.lists(st.tuples(st.sampled_from(["", "  ", "    ", "\t"]), LINES), max_size=30).map(
    lambda lines: "\n".join(indent + line for indent, line in lines)
)
RULE = re.compile(r"[-–—=_*#~•·+\s]*|\s*[-–—]\s?\d\s?[-–—]\s*")


@given(TEXTS, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_word_stands_in_one_block_in_its_order(text: str, end: str) -> None:
    """Only lines that are rules, such as "* * *", and paired tags are left out."""
    try:
        article = article_of(text.replace("\n", end))
    except SourceError:
        return
    kept = "".join(f"{block.marker}{block.text}" for block in article.blocks)
    words = "".join(line for line in INLINE_TAG.sub(r"\2", clean(text)).split("\n") if not RULE.fullmatch(line))
    assert "".join(kept.split()) == "".join(words.split())


@given(TEXTS)
def test_blocks_are_numbered_folded_and_without_marker(text: str) -> None:
    try:
        blocks = article_of(text).blocks
    except SourceError:
        return
    citable = [block for block in blocks if block.kind in ("paragraph", "item")]
    assert [block.number for block in citable] == list(range(1, len(citable) + 1))
    assert all(block.number is None for block in blocks if block not in citable)
    for block in blocks:
        assert block.text == " ".join(block.text.split()) != ""
        assert block.kind == "item" or not block.marker
        assert block.level >= 1


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    try:
        assert article_of(text) == article_of(text)
    except SourceError as error:
        with pytest.raises(SourceError, match="standard input"):
            article_of(text)
        assert error.what
