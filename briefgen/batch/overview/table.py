"""The overview as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefgen.batch.overview.rows import Row

HEAD = (
    *("type", "holder or owner", "text", "kind or status", "confidence"),
    *("due", "earliest", "latest", "brief", "published", "file"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(rows: Iterable[Row]) -> bytes:
    """The rows as CSV, in UTF-8 with the mark that Excel knows it by. No cell can begin a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for row in rows:
        days = (row.due, row.earliest or "", row.latest or "")
        cells = (row.type, "; ".join(row.parties), row.text, row.sort, row.confidence, *days, row.brief, row.published)
        writer.writerow([_harmless(cell) for cell in (*cells, row.link)])
    return text.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str) -> str:
    """Spreadsheets run what begins like a formula; an apostrophe before it makes it text."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
