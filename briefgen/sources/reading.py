"""What every reader gives back, whatever the format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from briefgen.model.article import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's blocks and what the file says about itself; None for whatever it does not say."""

    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None
