"""The overview lists every red line and next step, harmless whatever they say."""

from __future__ import annotations

import csv
import io
from typing import Any

import lxml.html
import pytest

from briefgen.batch.overview.page import page
from briefgen.batch.overview.rows import rows
from briefgen.batch.overview.table import table

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&<!--\u202e"


def entry(name: str, **line: Any) -> dict[str, Any]:
    defaults = {"type": "red line", "parties": ["Norland"], "text": "No base.", "sort": "refusal", "confidence": "high"}
    files = [f"{name}/brief.yaml", f"{name}/{name}.docx", f"{name}/{name}.pdf"]
    return {
        "folder": name,
        "title": f"Title of {name}",
        "published": "2024-04-27",
        "files": files,
        "lines": [defaults | line],
    }


def step(name: str, latest: str | None, earliest: str | None = None) -> dict[str, Any]:
    when = {"due": "by then", "latest": latest, "earliest": earliest}
    return entry(
        name, type="next step", parties=["Suthmark", "Norland"], text=f"Step of {name}", sort="pledged", **when
    )


ENTRIES = [entry("a"), step("b", None), step("c", "2024-06-01"), step("d", "2024-05-15", "2024-05-10"), {"folder": "e"}]


def test_the_page_has_a_row_for_each_with_what_is_due_first() -> None:
    document = lxml.html.fromstring(page(rows(ENTRIES)).decode())
    found = [[cell.text_content() for cell in row] for row in document.iter("tr")][1:]
    assert [row[5] for row in found] == [f"Title of {name}{name}, 2024-04-27" for name in "dcab"]
    assert found[0] == [
        "next step",
        "SuthmarkNorland",
        "Step of dpledged",
        "2024-05-10 to 2024-05-15by then",
        "high",
        found[0][5],
    ]
    assert document.xpath("//a/@href") == [f"./{name}/{name}.pdf" for name in "dcab"]
    assert document.xpath("//html/@lang") == ["en"]
    assert document.xpath("count(//th[@scope='col'])") == 6
    assert document.xpath("count(//form//*[@name][not(ancestor::label)])") == 0


def test_what_comes_from_outside_stays_text() -> None:
    bad = entry("x", parties=[HOSTILE], text=HOSTILE, sort=HOSTILE, confidence=HOSTILE) | {"title": HOSTILE}
    bad |= {"files": [f"{HOSTILE}/a b#?.pdf"], "published": HOSTILE}
    document = lxml.html.fromstring(page(rows([bad, step("y", HOSTILE, HOSTILE)])).decode())
    assert document.xpath("//img") == []
    assert len(document.xpath("//script")) == 1
    assert not document.xpath("//*[@onerror]")
    assert document.xpath("//a/@href")[0].startswith("./%3C/script%3E")
    assert document.xpath("//a/@href")[0].endswith("/a%20b%23%3F.pdf")
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_of_very_many_the_first_are_shown_and_the_rest_counted() -> None:
    shown = page(rows(ENTRIES), most=2).decode()
    assert shown.count("<tr data") == 2
    assert "The first 2 of 4 lines" in shown
    assert "Title of d" in shown


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " =", "\r", "\n+", "＝"])
def test_no_cell_of_the_table_begins_a_formula(begin: str) -> None:
    bad = entry("x", parties=[f"{begin}1"], text=f'{begin}cmd|"x"!A1', sort="=1", confidence="=1", due="=1")
    text = table(rows([bad | {"title": f"{begin}2", "published": "=1", "files": ["=x/a.pdf"]}])).decode("utf-8-sig")
    head, cells = csv.reader(io.StringIO(text, newline=""))
    assert len(head) == len(cells)
    assert [cell for cell in cells if cell and cell.strip()[:1] in set("=+-@＝")] == []
    assert cells[2] == f'\'{begin}cmd|"x"!A1'


def test_the_table_has_what_the_page_has() -> None:
    text = table(rows(ENTRIES)).decode("utf-8-sig")
    assert text.count("\r\n") == 5
    line = next(row for row in csv.DictReader(io.StringIO(text, newline="")) if row["brief"] == "Title of d")
    assert line["holder or owner"] == "Suthmark; Norland"
    assert (line["due"], line["earliest"], line["latest"]) == ("by then", "2024-05-10", "2024-05-15")
    assert line["file"] == "./d/d.pdf"
