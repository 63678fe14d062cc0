"""Every error that briefgen raises on purpose.

    BriefgenError                 one message: what failed, where, what to do
    ├── SourceError               the article cannot be read (missing, empty, binary, too large, ...)
    ├── BriefFileError            brief.yaml or overrides.yaml cannot be taken; carries line and column
    ├── SettingsError             briefgen.toml cannot be taken; carries the line
    ├── StyleError                the house style is unknown or its file is wrong
    ├── StorageError              the output folder cannot be written, or writing would lose somebody's work
    ├── EngineError               the language model is missing or does not fit the text
    ├── RenderError               a document cannot be made from the brief
    └── DeliveryError             the e-mail cannot be made or sent
        └── UnconfirmedError      the e-mail may have been sent

The command line prints `str(error)` and exits with 1. Anything else that escapes is a fault of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class BriefgenError(Exception):
    """Root of the tree.

    `what` says what failed and where; `hint` says what to do about it (empty when `what` already does).
    """

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what}\n  {self.hint}" if self.hint else self.what


class SourceError(BriefgenError):
    """The article cannot be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    file: Path
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class BriefFileError(BriefgenError):
    """A YAML file of the user's or of ours cannot be taken. `place` is None when the file as a whole is meant."""

    def __init__(self, what: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(f"{place}: {what}" if place else what, hint)
        self.place = place


class SettingsError(BriefgenError):
    """briefgen.toml, or a variable that stands in for it, cannot be taken. `place` is None where no line is meant."""

    def __init__(self, what: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(f"{place.file}:{place.line}: {what}" if place else what, hint)
        self.place = place


class StyleError(BriefgenError):
    """The house style is unknown or its file is wrong."""


class StorageError(BriefgenError):
    """The output folder cannot be written, or writing would lose somebody's work."""


class EngineError(BriefgenError):
    """The language model is missing or does not fit the text."""


class RenderError(BriefgenError):
    """A document cannot be made from the brief."""


class DeliveryError(BriefgenError):
    """The e-mail cannot be made or sent."""


class UnconfirmedError(DeliveryError):
    """The e-mail was handed over, and whether it was taken is not known."""
