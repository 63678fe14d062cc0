"""Web pages saved from a browser: the article without what stands around it, and what the page says about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.sources import read
from tests.sources.pages import BODY, HEAD, article_on, page, saved
from tests.sources.shapes import shape


def refusal(folder: Path, content: str | bytes) -> str:
    with pytest.raises(SourceError) as caught:
        article_on(folder, content)
    assert caught.value.hint
    return str(caught.value)


def test_the_article_without_what_stands_around_it(tmp_path: Path) -> None:
    assert shape(article_on(tmp_path, page())) == [
        "headline: Ports reopen in Norland",
        "1: Norland reopened its three largest ports on Monday after talks with Suthmark about harbour fees.",
        '2: "We will never accept a foreign base in the Grey Strait," Foreign Minister Ana Lopes said in Vellin.',
        "heading: What comes next",
        "3: The delegations will meet again on 14 May in Harn, where a fee schedule is to be signed.",
        "4 -: Norland publishes its fees.",
        "5 -- -: For ferries, by June.",
        "6 -: Suthmark opens its ports.",
        "7: Port | Fee",
        "8: Vellin | 20",
        "9: Suthmark warned that it would close its ports if Norland raised the fees again.",
    ]


def test_what_the_page_says_about_its_article(tmp_path: Path) -> None:
    source = article_on(tmp_path, page()).source
    assert (source.title, source.author, source.publisher) == (
        "Ports reopen in Norland",
        "Ana Reyes",
        "The Harbour Post",
    )
    assert source.published == dt.date(2024, 5, 3)
    assert source.url == "https://harbourpost.example/world/ports-reopen"


def test_what_search_engines_are_told_counts_as_well(tmp_path: Path) -> None:
    head = """<title>Ports reopen in Norland</title><script type="application/ld+json">{"@context": "https://schema.org",
    "@type": "NewsArticle", "headline": "Ports reopen in Norland", "datePublished": "2024-05-03T22:00:00+02:00",
    "dateModified": "2024-06-01", "author": [{"@type": "Person", "name": "Ana Reyes"},
    {"@type": "Person", "name": "Piet Roos"}], "publisher": {"@type": "Organization", "name": "The Harbour Post"}}
    </script>"""
    source = article_on(tmp_path, page(head=head)).source
    assert (source.author, source.publisher) == ("Ana Reyes, Piet Roos", "The Harbour Post")
    assert source.published == dt.date(2024, 5, 3)


def test_a_day_of_publication_still_to_come_is_one_too(tmp_path: Path) -> None:
    """What is read from a page is the same on whatever day it is read."""
    assert article_on(tmp_path, page(head=HEAD.replace("2024-05-03", "2091-05-03"))).source.published == dt.date(
        2091, 5, 3
    )


def test_a_day_in_the_text_is_not_that_of_publication(tmp_path: Path) -> None:
    body = BODY + "<p>The ports had been closed since 12 March 2021, when the fees were raised.</p>"
    assert article_on(tmp_path, page(body, "<title>Ports reopen in Norland</title>")).source.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = page(BODY.replace("Ana Lopes", "José Núñez"), HEAD.replace("utf-8", encoding))
    assert "Foreign Minister José Núñez said" in article_on(tmp_path, text.encode(encoding)).blocks[2].text


def test_an_encoding_that_only_the_page_tells(tmp_path: Path) -> None:
    text = page(BODY.replace("Ana Lopes", "Анна Лопес"), HEAD.replace("utf-8", "koi8-r"))
    assert "Анна Лопес" in article_on(tmp_path, text.encode("koi8-r")).blocks[2].text


def test_a_page_of_many_megabytes_of_pictures(tmp_path: Path) -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_000_000}">'
    assert article_on(tmp_path, page(picture + BODY)).blocks == article_on(tmp_path, page()).blocks


def test_a_notice_in_the_place_of_the_article(tmp_path: Path) -> None:
    notice = """<html><head><title>The Harbour Post</title><script>go()</script></head><body><main>
    <h1>Before you continue</h1><p>We value your privacy. We and our 842 partners store and read information on your
    device, such as cookies, and process personal data to show advertisements and to measure them.</p>
    <p>You may accept or manage your choices at any time in our cookie policy, and withdraw your consent there.</p>
    <button>Accept all</button><button>Reject all</button></main></body></html>"""
    assert "a notice on cookies and consent in the place of an article" in refusal(tmp_path, notice)


def test_an_article_about_consent_is_an_article(tmp_path: Path) -> None:
    body = BODY + "<p>Norland's parliament also voted that sites must ask for consent before they set cookies.</p>"
    assert len(article_on(tmp_path, page(body)).blocks) == 12


def test_scripts_only(tmp_path: Path) -> None:
    text = "<html><head><title>Post</title></head><body><div id=root></div><script>load()</script></body></html>"
    assert "only scripts that would fetch it" in refusal(tmp_path, text)


def test_a_check_for_robots(tmp_path: Path) -> None:
    text = "<html><body><h1>harbourpost.example</h1><p>Verify you are human by completing the action below.</p></body>"
    assert "a check for robots in the place" in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n", "is a PDF file"),
        ("<html><body></body></html>", "holds no article"),
        ("<p>" * 100_001, "more than 100,000 tags"),
        ("<!DOCTYPE html><!-- nothing -->", "is no web page"),
    ],
)
def test_no_article(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert message in refusal(tmp_path, content)


def test_a_page_of_50_megabytes(tmp_path: Path) -> None:
    assert "larger than 20 MB" in refusal(tmp_path, page(BODY * 70_000))


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul><li", "blockquote", "table><tr><td"])
def test_elements_inside_one_another_without_end(tmp_path: Path, tag: str) -> None:
    where = saved(tmp_path, page(BODY + f"<{tag}>" * 10_000 + "the end of it."))
    try:
        assert read(where).blocks
    except SourceError as error:
        assert error.hint
