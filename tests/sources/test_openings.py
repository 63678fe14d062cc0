"""What stands above the first paragraph."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.sources.shapes import article_of, shape_of

BODY = (
    "The two coastal states signed an agreement on fishing on Monday, after nine rounds of talks.\n\n"
    "It enters into force in June, when both parliaments have voted on it."
)
NUMBERED = [f"{number}: {text}" for number, text in enumerate(BODY.split("\n\n"), 1)]


def opening(*lines: str) -> list[str]:
    shape = shape_of("\n\n".join([*lines, BODY]))
    assert shape[-2:] == NUMBERED
    return [line.split(":")[0] for line in shape[:-2]]


def test_no_headline_where_the_first_line_is_a_paragraph() -> None:
    article = article_of(BODY)
    assert (article.headline, article.source.title) == (None, None)


@pytest.mark.parametrize(
    "headline",
    [
        "Fishing talks end in a deal",
        "Who owns the herring?",
        "JOINT STATEMENT OF THE COASTAL STATES",
        "FACT SHEET: Fishing rights: what was agreed",
        "Fishing talks end. The catch comes later",
        "Valmora sends delegation to the U.S.",
        "“Not one more trawler”",
        "2029 in review: a year of quotas",
        "Statement by the Minister of Fisheries on the Agreement with the Island States and the Territories, and",
        "Statement on the Agreement with the Islands,",  # cut off, as titles of pages are
    ],
)
def test_headlines(headline: str) -> None:
    article = article_of(f"{headline}\n\n{BODY}")
    assert (article.headline, article.source.title) == (headline, headline)


@pytest.mark.parametrize(
    "line",
    [
        "They signed on Monday.",  # a sentence
        "the deal was signed",  # no beginning
        "The parties agree that:",  # goes on
    ],
)
def test_no_headlines(line: str) -> None:
    assert article_of(f"{line}\n\n{BODY}").headline is None


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"),
        ("By Jane van der Doe, Northern Courier", "Jane van der Doe"),
        ("By Jane Doe in Orno", "Jane Doe"),
        ("Written by: Jane Doe", "Jane Doe"),
        ("Jane Doe, diplomatic correspondent", "Jane Doe"),
        ("Ilse B. Marrow, Minister of Fisheries", "Ilse B. Marrow"),
        ("Office of the Spokesperson", "Office of the Spokesperson"),
        ("Ministry of Fisheries and Coasts", "Ministry of Fisheries and Coasts"),
        ("Issued by the Ministry of Fisheries, host of the talks", "Ministry of Fisheries"),
    ],
)
def test_bylines(byline: str, author: str) -> None:
    assert opening("Fishing talks end in a deal", byline) == ["headline", "byline"]
    assert article_of(f"Fishing talks end in a deal\n\n{byline}\n\n{BODY}").source.author == author


@pytest.mark.parametrize(
    "line", ["By land and by sea", "By the numbers", "Fish, chips and quotas", "By Friday, talks end."]
)
def test_no_bylines(line: str) -> None:
    assert article_of(f"Fishing talks end in a deal\n\n{line}\n\n{BODY}").source.author is None


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("3 May 2029", dt.date(2029, 5, 3)),
        ("Thursday, May 3, 2029", dt.date(2029, 5, 3)),
        ("Orno, 3rd of May 2029", dt.date(2029, 5, 3)),
        ("2029-05-03", dt.date(2029, 5, 3)),
        ("Published 2029-05-03T10:30:00Z", dt.date(2029, 5, 3)),
        ("Published 3 May 2029, 10:30 GMT | Updated 4 May 2029", dt.date(2029, 5, 3)),
        ("Sept. 3, 2029 at 4 p.m.", dt.date(2029, 9, 3)),
        ("13/05/2029", dt.date(2029, 5, 13)),
        ("05/13/2029", dt.date(2029, 5, 13)),
        ("03/05/2029", None),  # May or March
        ("Friday, May 3, 2029", None),  # it was a Thursday
        ("30 February 2029", None),
    ],
)
def test_datelines(dateline: str, published: dt.date | None) -> None:
    assert opening("Fishing talks end in a deal", dateline) == ["headline", "dateline"]
    assert article_of(f"Fishing talks end in a deal\n\n{dateline}\n\n{BODY}").source.published == published


def test_two_dates_that_differ_give_no_day() -> None:
    text = f"Fishing talks end in a deal\n\n3 May 2029\n\nOrno, 4 May 2029\n\n{BODY}"
    assert article_of(text).source.published is None


def test_a_date_in_a_byline() -> None:
    assert article_of(f"Talks end\n\nBy Jane Doe, 3 May 2029\n\n{BODY}").source.published == dt.date(2029, 5, 3)


def test_a_date_that_closes_the_text() -> None:
    article = article_of(f"{BODY}\n\nDone at Orno, 3 May 2029")
    assert article.source.published == dt.date(2029, 5, 3)
    assert article.blocks[-1].kind == "dateline"


def test_a_date_in_a_sentence_is_none_of_publication() -> None:
    assert article_of(f"{BODY}\n\nThe deal of 3 May 2029 is the first.").source.published is None


def test_a_full_opening() -> None:
    text = (
        f"FOR IMMEDIATE RELEASE\n\nFishing talks end\n\nQuotas rise by a tenth\n\nBy Jane Doe\n\n3 May 2029\n\n{BODY}"
    )
    assert shape_of(text)[:5] == [
        "heading: FOR IMMEDIATE RELEASE",
        "headline: Fishing talks end",
        "heading: Quotas rise by a tenth",
        "byline: By Jane Doe",
        "dateline: 3 May 2029",
    ]


def test_labels_above_their_values() -> None:
    lines = ["Fishing talks end", "Quotas rise by a tenth in June.", "From:", "Ministry of Fisheries", "Published"]
    article = article_of("\n".join([*lines, "3 May 2029", "", BODY]))
    assert [block.kind for block in article.blocks[:6]] == [
        "headline", "paragraph", "heading", "byline", "heading", "dateline",
    ]  # fmt: skip
    assert article.source.published == dt.date(2029, 5, 3)


def test_a_ministry_above_its_headline() -> None:
    assert opening("Ministry of Fisheries, Valmora", "Statement on herring") == ["byline", "headline"]


def test_the_place_of_a_transcript() -> None:
    lines = ["Remarks to the press", "Ilse Marrow, Minister of Fisheries", "Orno, Valmora", "Map Room"]
    text = "\n\n".join([*lines, "MINISTER MARROW: Good day to you all, and welcome."])
    assert [line.split(":")[0] for line in shape_of(text)] == ["headline", "byline", "dateline", "dateline", "1"]


def test_a_signature_is_no_paragraph() -> None:
    assert shape_of(f"{BODY}\n\nIlse Marrow, Minister of Fisheries")[-1] == "byline: Ilse Marrow, Minister of Fisheries"


def test_who_a_motto_is_from() -> None:
    text = f"Fishing talks end\n\n“The sea has no fences.”\n\n– President Marrow, 3 May 2029\n\n{BODY}"
    assert shape_of(text)[2] == "byline: – President Marrow, 3 May 2029"
    source = article_of(text).source
    assert (source.author, source.published) == (None, None)


def test_who_writes_is_told_at_the_end_in_a_paragraph() -> None:
    line = "Jane Doe has advised the island states on fishing."
    assert shape_of(f"{BODY}\n\n{line}")[-1] == f"3: {line}"
