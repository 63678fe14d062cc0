"""The overview as a page in one file, which filters by itself. It needs no server and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import heapq
import itertools
import json
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from briefgen.batch.overview.lines import NEXT_STEP, RED_LINE
from briefgen.batch.overview.rows import Row

MOST = 20_000  # rows; a browser takes its time to lay out more


def page(rows: Iterable[Row], most: int = MOST) -> bytes:
    """The rows as HTML, what is due first; of more than `most` the rest is only counted."""
    counter = itertools.count()
    shown = heapq.nsmallest(most, (row for row, _ in zip(rows, counter, strict=False)), key=lambda row: row.order)
    return "".join(_document(shown, next(counter))).encode("utf-8", "replace")


def _document(rows: list[Row], total: int) -> Iterator[str]:
    style, script = _file("page.css"), _file("page.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    yield f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Red lines and next steps</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>Red lines and next steps</h1>
"""
    if total > len(rows):
        yield f"<p>The first {len(rows):,} of {total:,} lines; all of them are in index.csv.</p>\n"
    yield from _filters(rows)
    yield """<p id="count" role="status"></p>
<table>
<caption>Every red line and next step; each leads to its brief</caption>
<thead><tr><th scope="col">Type</th><th scope="col">Holder or owner</th><th scope="col">Text</th>\
<th scope="col">Due</th><th scope="col">Confidence</th><th scope="col">Brief</th></tr></thead>
<tbody>
"""
    for row in rows:
        yield _row(row)
    yield f"</tbody>\n</table>\n</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _filters(rows: list[Row]) -> Iterator[str]:
    yield '<form id="filters" hidden>\n'
    for key, label, type in (("holder", "Holder of a red line", RED_LINE), ("owner", "Owner of a step", NEXT_STEP)):
        names = sorted({party for row in rows if row.type == type for party in row.parties}, key=str.casefold)
        options = "".join(f"<option>{escape(name)}</option>" for name in names)
        yield f'<label>{label} <select name="{key}"><option value="">all</option>{options}</select></label>\n'
    yield """<label>Due from <input type="date" name="from"></label>
<label>Due until <input type="date" name="until"></label>
<label>Text <input type="search" name="text"></label>
<label>Order <select name="order"><option value="">by due date</option>\
<option value="party">by holder or owner</option><option value="brief">by brief</option></select></label>
<button type="reset">Show all</button>
</form>
<noscript><p>The filters need JavaScript; all lines are below.</p></noscript>
"""


def _row(row: Row) -> str:
    parties = escape(json.dumps(row.parties, ensure_ascii=False))
    first, last = row.earliest or row.latest or "", row.latest or row.earliest or ""
    days = f' data-from="{escape(first)}" data-until="{escape(last)}"'
    source = ", ".join(filter(None, [row.folder, row.published]))
    cells = (
        escape(row.type),
        "<br>".join(_isolated(party) for party in row.parties),
        f"{_isolated(row.text)}<br><small>{escape(row.sort)}</small>",
        _due(row),
        escape(row.confidence),
        f'<a href="{escape(row.link)}">{_isolated(row.brief)}</a><br><small>{_isolated(source)}</small>',
    )
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr data-type="{escape(row.type)}" data-parties="{parties}"{days}>{told}</tr>\n'


def _due(row: Row) -> str:
    days = " to ".join(dict.fromkeys(day for day in (row.earliest, row.latest) if day))
    words = f"<br><small>{_isolated(row.due)}</small>" if row.due and days else _isolated(row.due)
    return f"{escape(days)}{words}"


def _isolated(text: str) -> str:
    """A text from outside, whose direction turns nothing beside it around."""
    return f"<bdi>{escape(text)}</bdi>" if text else ""


def _file(name: str) -> str:
    return (resources.files("briefgen.batch.overview") / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
