"""Pages, PDFs, Word files and mails that other programs made give the same brief as the plain text does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen import workflow
from briefgen.briefyaml import load
from briefgen.model.brief import Brief
from briefgen.requests import MakeRequest
from tests.sources.captures import CAPTURES, PUBLISHER, Programs, Written, articles

pytestmark = pytest.mark.slow
FEWEST = 18
ARTICLES = articles()
HALF = len(CAPTURES) // 2
# Two captures of each article, and two articles in each capture.
PAIRS = [(article, CAPTURES[(n + shift) % len(CAPTURES)]) for n, article in enumerate(ARTICLES) for shift in (0, HALF)]


def brief_of(file: Path, folder: Path) -> Brief:
    """The brief of a file, of which nothing is said but what it says itself."""
    request = MakeRequest(where=str(file), output=folder / "output", today=dt.date(2024, 5, 3), name=file.name)
    path = workflow.make(request, lambda _: None).folder / "brief.yaml"
    return load(path.read_text(encoding="utf-8"), path)


def told(brief: Brief) -> list[dict[str, Any]]:
    """Red lines and next steps, the sentences they rest on in the place of their numbers."""
    lines = [*brief.red_lines, *brief.next_steps]
    return [
        line.model_dump(exclude={"id", "evidence"}) | {"evidence": [brief.evidence[each] for each in line.evidence]}
        for line in lines
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[Written, str, Brief, Brief]]]:
    """Each article with the name of a capture, the brief of its plain text and that of the capture."""
    found = []
    plain: dict[str, Brief] = {}
    for article, capture in PAIRS:
        folder = tmp_path_factory.mktemp("capture")
        if article.title not in plain:
            (folder / "plain.txt").write_text(article.plain, encoding="utf-8")
            plain[article.title] = brief_of(folder / "plain.txt", folder)
        captured = brief_of(capture(article, Programs(folder)), folder)
        found.append((article, capture.__name__, plain[article.title], captured))
    yield found


def test_the_briefs_have_the_red_lines_and_next_steps_of_the_plain_text(
    made: list[tuple[Written, str, Brief, Brief]], capsys: pytest.CaptureFixture[str]
) -> None:
    others = [(article.title, name) for article, name, plain, captured in made if told(plain) != told(captured)]
    with capsys.disabled():
        print(f"\n{len(made) - len(others)} of {len(made)} briefs are those of the plain text")  # noqa: T201
    assert len(made) == 20
    assert all(told(plain) for _, _, plain, _ in made)
    assert len(made) - len(others) >= FEWEST, others


@pytest.mark.parametrize("capture", ["saved_page", "printed_page", "forwarded_mail", "mail_in_html"])
def test_a_page_a_pdf_and_a_mail_tell_title_date_and_publisher(
    made: list[tuple[Written, str, Brief, Brief]], capture: str
) -> None:
    sources = [(article, captured.sources[0]) for article, name, _, captured in made if name == capture]
    assert len(sources) == 2
    for article, source in sources:
        assert (source.title, source.published, source.publisher) == (article.title, article.published, PUBLISHER)
