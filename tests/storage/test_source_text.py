"""source.txt, in which a reader looks a citation up."""

import datetime as dt

from briefgen.model.article import Block
from briefgen.model.brief import SourceInfo
from briefgen.model.findings import Sentence
from briefgen.storage import read_sentences, source_text

BLOCKS = (
    Block("headline", "Harbour talks resume"),
    Block("byline", "By Ana Lopes"),
    Block("paragraph", "Norland opened the talks. Its envoy smiled.", number=1),
    Block("heading", "Tariffs"),
    Block("item", "No tariffs.", number=2, marker="-"),
)
SENTENCES = (
    Sentence("A1.1", "Norland opened the talks.", 2),
    Sentence("A1.2", "Its envoy smiled.", 2),
    Sentence("A2.1", "No tariffs.", 4, "Tariffs"),
)


def test_each_sentence_stands_behind_its_id_and_headings_are_shown() -> None:
    source = SourceInfo(id="A", title="Harbour talks resume", publisher="Harbour Post", published=dt.date(2024, 4, 27))
    assert source_text(source, BLOCKS, SENTENCES) == (
        "Source A: Harbour talks resume\n"
        "Harbour Post, 2024-04-27\n"
        "A citation such as A4.2 means source A, paragraph 4, sentence 2.\n"
        "\n"
        "Harbour talks resume\n"
        "====================\n"
        "\n"
        "By Ana Lopes\n"
        "\n"
        "A1.1  Norland opened the talks.\n"
        "A1.2  Its envoy smiled.\n"
        "\n"
        "Tariffs\n"
        "-------\n"
        "\n"
        "A2.1  No tariffs.\n"
    )


def test_an_article_of_which_nothing_is_known_still_has_a_first_line() -> None:
    first = source_text(SourceInfo(id="A"), BLOCKS[2:3], SENTENCES[:2]).splitlines()[0]
    assert first == "Source A: standard input"


def test_the_sentences_can_be_read_back_and_nothing_else_passes_for_one() -> None:
    source = SourceInfo(id="A", title="Talks", publisher="A9.1  The Post", url="A9.2  http://post.example")
    blocks = (Block("headline", "A9.3  We give in"), Block("byline", "A9.4   By Lopes"), *BLOCKS[2:])
    text = source_text(source, blocks, [*SENTENCES, Sentence("A10.12", "At the end.", 4)])
    assert read_sentences(text) == {
        "A1.1": "Norland opened the talks.",
        "A1.2": "Its envoy smiled.",
        "A2.1": "No tariffs.",
        "A10.12": "At the end.",
    }
