"""`--together`: one brief of several articles, its letters, its documents, and what becomes of them when redrafted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from calls import TALKS, Run, contents
from docx import Document
from pypdf import PdfReader

COURIER = """---
title: No deal on the Grey Strait
date: 2024-04-29
publisher: Suthmark Courier
---

Talks between Norland and Suthmark in Vellin ended without a deal, the Suthmark envoy Piet Brandt said on Monday.

"We will never accept a foreign base in the Grey Strait," said Ana Lopes, the foreign minister of Norland. Norland \
pledged to publish its fee schedule by 20 May.
"""
RADIO = (
    "Foreign Minister Ana Lopes of Norland will fly to Harn on 9 May to sign the treaty on cod, Norland's radio said.\n"
)
HERE = ["--date", "2024-05-01", "--format", "md"]
FOLDER = Path("output/talks")


@pytest.fixture
def articles(tmp_path: Path, run: Run) -> None:
    """Three articles: one that says nothing about itself, one that does, one more."""
    for name, text in {"talks.txt": TALKS, "courier.md": COURIER, "radio.txt": RADIO}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")


def draft(folder: Path = FOLDER) -> dict[str, Any]:
    return yaml.safe_load((folder / "brief.yaml").read_text(encoding="utf-8"))


def letters() -> dict[str, str]:
    return {source["id"]: source["file"] for source in draft()["sources"]}


def texts(data: dict[str, Any]) -> list[str]:
    return [caveat["text"] for caveat in data["caveats"]]


def test_one_folder_named_after_the_first_holds_both_sources(run: Run, articles: None) -> None:
    done = run("make", "talks.txt", "courier.md", "--together", "--published", "2024-04-27", *HERE)
    assert (done.code, done.err) == (0, "")
    assert [Path(file).name for file in done.files] == ["brief.yaml", "source.txt", "overrides.yaml", "talks.md"]
    data = draft()
    told = [(s["id"], s["file"], s["title"], s["publisher"], str(s["published"])) for s in data["sources"]]
    assert told == [
        ("A", "talks.txt", "Norland and Suthmark resume harbour talks", None, "2024-04-27"),
        ("B", "courier.md", "No deal on the Grey Strait", "Suthmark Courier", "2024-04-29"),
    ]
    assert data["title"] == "Norland and Suthmark resume harbour talks"
    numbered = (FOLDER / "source.txt").read_text(encoding="utf-8")
    for identity, sentence in data["evidence"].items():
        assert re.search(rf"^{identity} +{re.escape(sentence)}$", numbered, re.M)
    base = [line for line in data["red_lines"] if "foreign base" in line["statement"]]
    assert [(line["holder"], line["evidence"]) for line in base] == [("Norland", ["A2.1", "B2.1"])]
    assert [text for text in texts(data) if "source A has “by 15 May” (A3.2), source B has “by 20 May” (B2.2)" in text]
    assert run("check", FOLDER).code == 0


def test_word_pdf_and_html_name_both_sources_and_lead_from_each_citation_to_its_sentence(
    run: Run, articles: None
) -> None:
    run("make", "talks.txt", "courier.md", "--together", "--format", "docx,pdf,html")
    word = Document(str(FOLDER / "talks.docx"))
    paragraphs = [paragraph.text for paragraph in word.paragraphs]
    page = (FOLDER / "talks.html").read_text(encoding="utf-8")
    pdf = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(FOLDER / "talks.pdf").pages).split())
    sentence = "Norland pledged to publish its fee schedule by 20 May."
    assert paragraphs.index("Source A") < paragraphs.index("Source B")
    assert next(n for n, text in enumerate(paragraphs) if text.endswith(sentence)) > paragraphs.index("Source B")
    for text in (pdf, page):
        assert "Suthmark Courier" in text
        assert text.rindex("Source B") < text.rindex(sentence)
    for letter in "AB":
        cited = re.findall(rf'href="#([\w-]+)"[^>]*>{letter}\d', page)
        assert cited
        assert all(f'id="{anchor}"' in page for anchor in cited)


def test_one_more_article_keeps_letters_ids_and_edits_whatever_the_order(run: Run, articles: None) -> None:
    run("make", "talks.txt", "courier.md", "--together", "--published", "2024-04-27", *HERE)
    before = draft()
    line = before["red_lines"][0]
    own = "{holder: Norland, statement: No, kind: demand, evidence: [B2.1]}"
    edits = f"red_lines:\n- {{id: {line['id']}, holder: The Norland Navy}}\n- {own}\n"
    (FOLDER / "overrides.yaml").write_text(edits, encoding="utf-8")
    done = run("make", "radio.txt", "courier.md", "talks.txt", "--together", "--name", "talks", *HERE)
    assert (done.code, done.err) == (0, "")
    assert letters() == {"A": "talks.txt", "B": "courier.md", "C": "radio.txt"}
    after = draft()
    for section in ("red_lines", "next_steps"):
        assert {item["id"] for item in before[section]} <= {item["id"] for item in after[section]}
    merged = yaml.safe_load(run("show", FOLDER, "--yaml", "--quiet").out)
    assert merged["red_lines"][0]["holder"] == "The Norland Navy"
    assert merged["red_lines"][-1]["evidence"] == ["B2.1"]
    assert str(after["sources"][0]["published"]) == "2024-04-27"
    assert [text for text in texts(after) if "publication date of source C is not known" in text]


def test_a_cited_sentence_that_two_sources_have_is_followed_in_its_own(
    run: Run, articles: None, tmp_path: Path
) -> None:
    (tmp_path / "radio.txt").write_text(f"{TALKS.split(chr(10) * 2)[1]}\n", encoding="utf-8")
    run("make", "talks.txt", "radio.txt", "--together", *HERE)
    own = "red_lines:\n- {holder: Norland, statement: No, kind: demand, evidence: [B1.2]}\n"
    (FOLDER / "overrides.yaml").write_text(own, encoding="utf-8")
    run("render", FOLDER, "--format", "md")
    (tmp_path / "radio.txt").write_text(f"It rained in Vellin.\n\n{TALKS.split(chr(10) * 2)[1]}\n", encoding="utf-8")
    assert "the sentence that was B1.2 is B2.2 now" in run("make", "talks.txt", "radio.txt", "--together", *HERE).err


def test_a_corrected_article_is_the_same_source(run: Run, articles: None, tmp_path: Path) -> None:
    run("make", "talks.txt", "courier.md", "--together", "--published", "2024-04-27", *HERE)
    ids = {step["id"] for step in draft()["next_steps"]}
    (tmp_path / "courier.md").write_text(COURIER.replace("by 20 May", "by 21 June"), encoding="utf-8")
    assert run("make", "talks.txt", "courier.md", "--together", *HERE).code == 0
    assert {step["id"] for step in draft()["next_steps"]} == ids
    assert [text for text in texts(draft()) if "“by 21 June” (B2.2)" in text]


def test_an_article_may_go_and_its_letter_is_given_away_last(run: Run, articles: None) -> None:
    run("make", "talks.txt", "courier.md", "--together", *HERE)
    assert run("make", "talks.txt", "radio.txt", "--together", *HERE).code == 0
    assert letters() == {"A": "talks.txt", "C": "radio.txt"}
    assert set(draft()["evidence"]) <= {*re.findall(r"^[AC]\d+\.\d+", (FOLDER / "source.txt").read_text(), re.M)}


def test_a_brief_of_one_article_takes_in_another_and_keeps_what_it_was_given(run: Run, articles: None) -> None:
    run("make", "talks.txt", "--published", "2024-04-27", "--publisher", "The Vellin Post", *HERE)
    ids = {line["id"] for line in draft()["red_lines"]}
    assert run("make", "talks.txt", "radio.txt", "--together", *HERE).code == 0
    data = draft()
    assert ids <= {line["id"] for line in data["red_lines"]}
    assert (data["sources"][0]["publisher"], str(data["sources"][0]["published"])) == ("The Vellin Post", "2024-04-27")
    assert data["sources"][1]["published"] is None  # what was given once was given of the first article
    assert data["given"].keys() == {"date"}


@pytest.mark.parametrize(
    ("command", "message", "way_out"),
    [
        (["talks.txt"], "output/talks holds a brief of several articles (talks.txt, courier.md)", "--together"),
        (["courier.md", "radio.txt", "--together", "--name", "talks"], "holds the brief of another article", "--name"),
    ],
)
def test_other_articles_are_refused(run: Run, articles: None, command: list[str], message: str, way_out: str) -> None:
    run("make", "talks.txt", "courier.md", "--together", *HERE)
    before = contents(FOLDER)
    done = run("make", *command, *HERE)
    assert done.code == 1
    assert message in done.err
    assert way_out in done.err
    assert contents(FOLDER) == before


def test_an_article_named_twice_is_not_taken_for_two_witnesses(run: Run, articles: None, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(TALKS, encoding="utf-8")
    for again in ("./talks.txt", "copy.txt"):
        done = run("draft", "talks.txt", again, "--together")
        assert done.code == 1
        assert f"talks.txt and {again} are the same article" in done.err
    assert not FOLDER.exists()


def test_a_bad_article_stops_the_brief_and_is_named(run: Run, articles: None, tmp_path: Path) -> None:
    german = "Der Minister sagte am Montag, dass das Land keinen Stützpunkt in der Meerenge dulden werde. " * 5
    (tmp_path / "german.txt").write_text(german, encoding="utf-8")
    for bad in ("missing.txt", "german.txt"):
        done = run("draft", "talks.txt", bad, "--together")
        assert done.code == 1
        assert bad in done.err
        assert done.err.count("error: ") == 1
    assert not FOLDER.exists()


def test_there_are_26_letters(run: Run) -> None:
    done = run("draft", *(f"{number}.txt" for number in range(27)), "--together")
    assert done.code == 1
    assert "26 articles at most" in done.err
    assert "there are 27" in done.err


@pytest.mark.parametrize("option", [["--publisher", "The Post"], ["--author", "Eva"], ["--url", "https://a.example"]])
def test_what_is_true_of_one_article_is_wrong_usage(run: Run, articles: None, option: list[str]) -> None:
    done = run("draft", "talks.txt", "courier.md", "--together", *option)
    assert done.code == 2
    assert f"{option[0]} fits one article only" in done.err
    assert run("draft", "talks.txt", "--together").code == 2


def test_title_and_name_are_those_of_the_brief(run: Run, articles: None) -> None:
    done = run("draft", "talks.txt", "courier.md", "--together", "--title", "Strait", "--name", "strait", "--json")
    (outcome,) = json.loads(done.out)
    assert (outcome["articles"], outcome["folder"]) == (["talks.txt", "courier.md"], "output/strait")
    data = draft(Path("output/strait"))
    assert data["title"] == "Strait"
    assert data["sources"][0]["title"] == "Norland and Suthmark resume harbour talks"


def test_the_example_of_the_readme_says_what_is_shown(run: Run) -> None:
    root = Path(__file__).resolve().parents[2]
    names = ("post", "courier")
    run("draft", *(root / "seeds" / f"strait-talks-{name}.md" for name in names), "--together", "--name", "strait")
    (shown,) = re.findall(r"^> (.+)$", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    data = draft(Path("output/strait"))
    assert shown in texts(data)
    assert "holder: Piet Brandt" not in Path("output/strait/brief.yaml").read_text(encoding="utf-8")
    assert [line["evidence"] for line in data["red_lines"]].count(["A2.1", "B2.1"]) == 1
