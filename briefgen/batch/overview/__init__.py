"""The overview of a batch: each red line and next step over all its briefs, on a page and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefgen import storage
from briefgen.batch.overview.page import page
from briefgen.batch.overview.rows import rows
from briefgen.batch.overview.table import table

Entries = Callable[[], Iterator[dict[str, Any]]]


def write(output: Path, entries: Entries) -> tuple[Path, Path]:
    """Write `index.html` and `index.csv` into `output`; their paths. `entries` gives the manifest's. StorageError."""
    html, csv = output / "index.html", output / "index.csv"
    storage.write_together({html: page(rows(entries())), csv: table(rows(entries()))})
    return html, csv
