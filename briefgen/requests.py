"""What the workflow is asked for, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from briefgen.model.brief import Brief, Given


@dataclass(frozen=True, slots=True)
class MakeRequest:
    """What to make a brief of, and how.

    `where` is a file, a web address or `-` for `stdin`; addresses that are not public are read where `allow_private`.
    `beside`: further articles for the same brief, which is named after the first.
    `name` None: named after the article. A field of `given` that is None is taken from the previous draft; an empty
    text clears it. `formats` empty: the draft alone, no documents. `language_model` None: the one that is installed.
    `today` dates the brief unless `given` does. `unless`: the digest of an article of which no brief is to be made;
    None where there is none such.
    """

    where: str
    output: Path
    today: dt.date
    given: Given = field(default_factory=Given)
    name: str | None = None
    formats: tuple[str, ...] = ()
    discard_edits: bool = False
    language_model: str | None = None
    stdin: BinaryIO | None = None
    allow_private: bool = False
    unless: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """Which brief to render: its folder or file. `style` and `date` None: as the brief says.

    `letterhead` None: the style's. `fair`: without comments for a reviewer.
    """

    where: Path
    formats: tuple[str, ...]
    style: str | None = None
    date: dt.date | None = None
    letterhead: Path | None = None
    fair: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that were written for the user, and what the user should know about them.

    `brief` is the one that was made, with the overrides; None where none was.
    """

    folder: Path
    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()
    brief: Brief | None = None
