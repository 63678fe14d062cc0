"""The HTML: one file, valid and harmless whatever a brief says, with links that lead somewhere."""

from __future__ import annotations

import itertools
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, write

from .sample import bare_brief, full_brief

STYLE = load_style("info-memo")
VOID = {"meta", "br"}


class Tags(HTMLParser):
    """Every tag with its attributes; fails where one is closed that is not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def tags(brief: Brief) -> list[tuple[str, dict[str, str | None]]]:
    return Tags(write(brief, STYLE, "html").content.decode()).seen


def test_nothing_is_fetched_and_nothing_runs() -> None:
    seen = tags(full_brief())
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in seen}
    assert all(str(attributes["href"]).startswith("#") for tag, attributes in seen if tag == "a")


def test_every_link_leads_to_one_sentence() -> None:
    seen = tags(full_brief())
    targets = [attributes["id"] for _, attributes in seen if "id" in attributes]
    links = [str(attributes["href"])[1:] for tag, attributes in seen if tag == "a"]
    assert len(links) > 40
    assert len(targets) == len(set(targets))
    assert set(links) <= set(targets)


def test_headings_skip_no_level_and_tables_have_heads() -> None:
    seen = tags(full_brief())
    levels = [int(tag[1]) for tag, _ in seen if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert {attributes.get("scope") for tag, attributes in seen if tag == "th"} == {"col"}


@given(st.text(max_size=80))
def test_text_is_printed_and_never_becomes_markup(text: str) -> None:
    plain = len(tags(bare_brief().model_copy(update={"title": "x", "marking": "x"})))
    assert len(tags(bare_brief().model_copy(update={"title": f"x{text}", "marking": f"x{text}"}))) == plain


@pytest.mark.parametrize("wicked", ["<script>alert(1)</script>", '" onload="x', "]]><b>", "&lt;i&gt;"])
def test_markup_in_a_title_is_text(wicked: str) -> None:
    page = write(bare_brief().model_copy(update={"title": wicked}), STYLE, "html").content.decode()
    assert "<script" not in page
    assert not any("onload" in attributes for _, attributes in Tags(page).seen)
