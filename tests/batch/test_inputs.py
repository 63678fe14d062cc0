"""Folders, patterns and lists stand for the articles in them, each once."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from articles import article

from briefgen.batch.inputs import Found, find
from briefgen.batch.naming import allot
from briefgen.errors import SourceError


@pytest.fixture
def feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "feeds/a.txt",
        "feeds/mon/b.HTML",
        "feeds/mon/c.pdf",
        "feeds/d.zip",
        "feeds/.hidden.txt",
        "feeds/.x/e.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(article(1))
    return tmp_path / "feeds"


def found(*named: str, stdin: bytes = b"") -> Found:
    return find(named, Path("output"), io.BytesIO(stdin))


def test_a_folder_is_searched_at_any_depth(feeds: Path) -> None:
    assert found("feeds").articles == ["feeds/a.txt", "feeds/mon/b.HTML", "feeds/mon/c.pdf"]
    assert found("feeds").others == 1


def test_what_a_batch_wrote_is_no_article(feeds: Path) -> None:
    for name in (
        "output/a/source.txt",
        "other/index.html",
        "other/manifest.jsonl",
        "brief/source.txt",
        "brief/.briefgen/x",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert found(".").articles == ["./feeds/a.txt", "./feeds/mon/b.HTML", "./feeds/mon/c.pdf"]
    assert found("**/*.*").articles == ["feeds/a.txt", "feeds/mon/b.HTML", "feeds/mon/c.pdf"]


@pytest.mark.parametrize("pattern", ["feeds/*/*.html", "feeds/**/*.HTML", "{}/mon/b.*"])
def test_a_pattern_stands_for_what_fits(feeds: Path, pattern: str) -> None:
    articles = found(pattern.format(feeds).replace(".html", ".HTML")).articles
    assert [Path(article).name for article in articles] == ["b.HTML"]


def test_a_pattern_that_fits_nothing_is_told(feeds: Path) -> None:
    with pytest.raises(SourceError, match=r"No file fits the pattern feeds/\*\.docx"):
        found("feeds/*.docx")


LIST = b"# today\nfeeds/a.txt\n\nhttps://norland.example/b?c=1\r\nfeeds/gone.txt\nfeeds/a.txt\n"


@pytest.mark.parametrize("name", ["today.txt", "today.list", "today"])
def test_a_list_names_paths_and_addresses(feeds: Path, name: str) -> None:
    Path(name).write_bytes(LIST)
    assert found(name).articles == ["feeds/a.txt", "https://norland.example/b?c=1", "feeds/gone.txt"]
    assert found("-", stdin=LIST).articles == found(name).articles


def test_an_article_is_no_list(feeds: Path) -> None:
    assert found("feeds/a.txt", "feeds/mon").articles == ["feeds/a.txt", "feeds/mon/b.HTML", "feeds/mon/c.pdf"]


def test_links_in_a_circle_come_to_an_end(feeds: Path) -> None:
    (feeds / "round").symlink_to(feeds, target_is_directory=True)
    (feeds / "mon" / "back").symlink_to("..", target_is_directory=True)
    (feeds / "itself.txt").symlink_to("itself.txt")
    (feeds / "broken.txt").symlink_to("nowhere")
    articles = found("feeds").articles
    assert articles == ["feeds/a.txt", "feeds/broken.txt", "feeds/itself.txt", "feeds/mon/b.HTML", "feeds/mon/c.pdf"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(feeds: Path) -> None:
    (feeds / "mon").chmod(0)
    assert found("feeds").closed == [("feeds/mon", "Permission denied")]


def test_ten_thousand_files_are_found_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in range(100):
        (tmp_path / "feeds" / f"{folder}").mkdir(parents=True)
        for number in range(100):
            (tmp_path / "feeds" / f"{folder}" / f"report {number}.txt").touch()
    articles = found("feeds").articles
    assert len(articles) == 10_000
    assert len(set(allot(articles, {}, Path("output")).values())) == 10_000


def test_names_are_the_same_whatever_was_made_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that was killed leaves some of them known; the others still get the names they would have had."""
    monkeypatch.chdir(tmp_path)
    articles = ["x/a/r.txt", "y/a/r.html", "b/r.txt", "b-r.txt", "https://n.example/b/r", "https://n.example/", "r.x"]
    whole = allot(articles, {}, Path("output"))
    assert whole["b-r.txt"] == "b-r"
    assert whole["b/r.txt"].startswith("r-")
    assert len(set(whole.values())) == len(articles)
    for where in articles:
        identity = where if "://" in where else str(tmp_path / where)
        assert allot(articles, {identity: whole[where]}, Path("output")) == whole
        assert allot(articles[::-1], {identity: whole[where]}, Path("output")) == whole
