"""An article without a headline is named after its first sentence, where that gives a title that is true and whole."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.article import Article, Block, Source
from briefgen.model.brief import Given

REST = "The cod quota is in dispute between Peru and Norway. Norway said that it would halve the cod quota in June."


def title_of(first: str) -> str:
    """The title of a brief of an article that opens with `first`."""
    blocks = (Block("paragraph", first, 1), Block("paragraph", REST, 2))
    article = Article(Source("A", file="cod.txt", language="en"), blocks)
    return draft(article, analyse(article), date=dt.date(2031, 5, 6), given=Given()).title


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (
            "On Tuesday, Tale Brekke, the Norwegian fisheries minister, met with the Peruvian ambassador in Bergen.",
            "Tale Brekke met with the Peruvian ambassador in Bergen",
        ),
        (
            "Norway (a party to it) signed a treaty on cod with Peru that opens two of its ports to the whole fleet.",
            "Norway signed a treaty on cod with Peru",
        ),
        ("Peru has rarely agreed with Norway on the quota.", "Peru has rarely agreed with Norway on the quota"),
    ],
)
def test_the_core_of_the_first_sentence(first: str, title: str) -> None:
    """Days, asides and long tails fall; an adverb that turns the sense stays."""
    assert title_of(first) == title


@pytest.mark.parametrize(
    "first",
    [
        "We met in Bergen to talk about the quota of Norway and Peru.",
        "They met with the ambassador of Peru in Bergen.",
        "If Norway halves the quota, Peru will leave the treaty.",
        "Peru will leave the treaty that it signed with Norway, Chile, Iceland, Canada and Japan in the spring of 2019 "
        "unless Norway gives way.",
        "The quota is the lowest in years, the ambassador of Peru said.",
        'Norway called the quota of Peru "a joke".',
    ],
)
def test_else_the_matter(first: str) -> None:
    """No title without its condition, its source or its subject: the weightiest topic and the parties instead."""
    title = title_of(first)
    assert "quota" in title.casefold()
    assert not first.startswith(title)
