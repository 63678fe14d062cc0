"""An article in another language is refused before anything is found in it; one in English never is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen import sources
from briefgen.analysis.text import language_model
from briefgen.analysis.text.language import check_language
from briefgen.errors import EngineError
from briefgen.model.article import Article, Block, Source

TEXTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text(encoding="utf-8"))
SHORTEST = 12  # words


def article(text: str, language: str | None = None, file: str | None = "news.txt") -> Article:
    return Article(Source("A", file=file, language=language), (Block("paragraph", text, 1),))


def beginning(text: str) -> str:
    return " ".join(text.split()[:SHORTEST])


@pytest.mark.parametrize("code", TEXTS["foreign"])
def test_another_language_is_refused_even_in_a_dozen_words(code: str) -> None:
    for text in TEXTS["foreign"][code]:
        for part in (text, beginning(text)):
            with pytest.raises(EngineError, match=r"news\.txt seems to be in .*, but the language model reads English"):
                check_language(article(part), language_model.load())


@pytest.mark.parametrize("text", TEXTS["english"])
def test_english_is_taken_however_short_and_whatever_it_quotes(text: str) -> None:
    check_language(article(text), language_model.load())


@pytest.mark.parametrize(
    "text",
    ["", "*** 12 / 14 / 7.5", "[x] -> {y: z}; f(a, b) = 0x1f", "lorem ipsum dolor sit amet, consectetur", "é é ,"],
)
def test_what_is_in_no_language_is_not_taken_for_another(text: str) -> None:
    check_language(article(text), language_model.load())


def test_the_message_says_which_language_and_what_to_do() -> None:
    with pytest.raises(EngineError) as caught:
        check_language(article(TEXTS["foreign"]["fr"][0]), language_model.load())
    assert str(caught.value) == (
        "news.txt seems to be in French, but the language model reads English\n"
        "  Give a text in English, or say --language en if it is in English all the same."
    )


def test_a_language_without_a_name_is_told_by_its_code() -> None:
    with pytest.raises(EngineError, match='standard input seems to be in "sw"'):
        check_language(article(TEXTS["foreign"]["sw"][0], file=None), language_model.load())


def test_what_the_source_says_goes_before_what_its_words_say() -> None:
    check_language(article(TEXTS["foreign"]["fr"][0], language="en"), language_model.load())
    with pytest.raises(EngineError, match=r"news\.txt is in German"):
        check_language(article(TEXTS["english"][0], language="de"), language_model.load())


def test_the_language_is_looked_at_in_the_whole_text() -> None:
    french = TEXTS["foreign"]["fr"][0]
    read = sources.read("-", stdin=io.BytesIO(f"Accord on fishing\n\n{french}\n".encode()))
    with pytest.raises(EngineError, match="French"):
        check_language(read, language_model.load())
