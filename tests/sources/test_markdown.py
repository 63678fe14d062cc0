"""Markdown: structure from its marks, text without them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.model.article import Article
from briefgen.sources import read
from tests.sources.shapes import shape

BODY = "The ministers met again on Monday, and nothing was signed by either of them."


@pytest.fixture
def article_of(tmp_path: Path):
    def make(text: str) -> Article:
        path = tmp_path / "talks.md"
        path.write_text(text, encoding="utf-8")
        return read(str(path))

    return make


def test_a_whole_article(article_of) -> None:
    article = article_of(
        """\
# Herring talks resume

By Jane Doe
3 May 2029

ORNO — The *ministers* of **two** coastal states met [again](https://example.org "x") on
Monday, and `nothing` was signed &amp; sealed.

What comes next
---------------

- more herring,
  in the north
- fewer nets
    1. for cod
    2. for hake

### Further off

> "We shall see," Ilse Marrow said.

| State | Crates |
|-------|-------:|
| Tesk  | 40     |

***

<!-- nobody sees this -->
<div>It ends <b>here</b>.</div>

![a map](map.png)

[ref]: https://example.org
"""
    )
    assert shape(article) == [
        "headline: Herring talks resume",
        "byline: By Jane Doe",
        "dateline: 3 May 2029",
        "1: ORNO — The ministers of two coastal states met again on Monday, and nothing was signed & sealed.",
        "heading: What comes next",
        "2 -: more herring, in the north",
        "3 -: fewer nets",
        "4 -- 1.: for cod",
        "5 -- 2.: for hake",
        "heading: Further off",
        '6: "We shall see," Ilse Marrow said.',
        "7: State | Crates",
        "8: Tesk | 40",
        "9: It ends here .",
    ]
    assert [block.level for block in article.blocks if block.kind == "heading"] == [1, 2]
    assert article.source.author == "Jane Doe"
    assert article.source.published == dt.date(2029, 5, 3)


def test_front_matter(article_of) -> None:
    source = article_of(
        f"""\
---
title: "Herring: the end?"
author: [Jane Doe, John Roe]
date: 2029-05-03
source: The Northern Courier
url: https://example.org/herring
tags: [fish]
---
# Herring talks resume

{BODY}
"""
    ).source
    assert source.title == "Herring: the end?"
    assert source.author == "Jane Doe, John Roe"
    assert source.published == dt.date(2029, 5, 3)
    assert source.publisher == "The Northern Courier"
    assert source.url == "https://example.org/herring"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("date: 2029-05-03T22:00:00+02:00", dt.date(2029, 5, 3)),
        ("date: May 3, 2029", dt.date(2029, 5, 3)),
        ("published: '03/05/2029'", None),
        ("date: soon", None),
        ("date: [1, 2]", None),
        ("date:", None),
    ],
)
def test_dates_in_front_matter(article_of, line: str, published: dt.date | None) -> None:
    assert article_of(f"---\n{line}\n---\n\n{BODY}\n").source.published == published


def test_a_source_that_is_an_address(article_of) -> None:
    source = article_of(f"---\nsource: https://example.org/a\n---\n{BODY}\n").source
    assert (source.url, source.publisher) == ("https://example.org/a", None)


def test_an_address_that_is_none_is_left_out(article_of) -> None:
    assert article_of(f"---\nurl: javascript:alert(1)\n---\n{BODY}\n").source.url is None


def test_invalid_front_matter_is_told_with_its_line(article_of) -> None:
    with pytest.raises(SourceError, match="line 3: the front matter is not valid YAML"):
        article_of(f"---\ntitle: Herring\nauthor: Jane: Doe\n---\n{BODY}\n")


@pytest.mark.parametrize("value", ["2029-13-45", "[" * 5_000, "!!python/object:os.system x", "9" * 5_000])
def test_hostile_front_matter(article_of, value: str) -> None:
    with pytest.raises(SourceError, match="front matter"):
        article_of(f"---\ndate: {value}\n---\n{BODY}\n")


def test_dashes_without_front_matter_are_a_rule(article_of) -> None:
    assert shape(article_of(f"---\n\n{BODY}\n\n---\n\n{BODY}\n")) == [f"1: {BODY}", f"2: {BODY}"]


def test_a_paragraph_above_dashes_is_no_heading(article_of) -> None:
    text = f"{BODY} {BODY} {BODY} {BODY}"
    assert shape(article_of(f"{text}\n---\n{BODY}\n")) == [f"1: {text}", f"2: {BODY}"]


def test_hard_breaks_part_sentences_but_never_one(article_of) -> None:
    assert shape(article_of("They met.  \nThey left  \nat noon.<br>Nobody waved.")) == [
        "1: They met.",
        "2: They left at noon.",
        "3: Nobody waved.",
    ]


def test_bold_lines_are_headings(article_of) -> None:
    assert shape(article_of(f"{BODY}\n\n**What comes next**\n\n{BODY}\n"))[1] == "heading: What comes next"


def test_items_of_several_paragraphs(article_of) -> None:
    assert shape(article_of(f"{BODY}\n\n1. One.\n\n   More of it.\n\n2. Two.\n"))[1:] == [
        "2 1.: One.",
        "3: More of it.",
        "4 2.: Two.",
    ]


def test_invisible_characters_behind_entities_go(article_of) -> None:
    assert shape(article_of("The min&shy;ister&#8203; met&nbsp;them on Monday.")) == [
        "1: The minister met them on Monday."
    ]


def test_scripts_are_no_text(article_of) -> None:
    assert shape(article_of(f"{BODY}\n\n<script>\nalert('x')\n</script>\n\n<style>p {{}}</style>\n")) == [f"1: {BODY}"]


def test_what_stands_in_a_code_fence_is_kept(article_of) -> None:
    assert shape(article_of(f"{BODY}\n\n```\nArticle 5\nis kept.\n```\n"))[1:] == ["2: Article 5 is kept."]


@pytest.mark.parametrize("text", ["# Only a title", "---\ntitle: x\n---\n", "![x](y)", "<!-- x -->"])
def test_nothing_to_cite(article_of, text: str) -> None:
    with pytest.raises(SourceError, match="holds no sentence"):
        article_of(text)
