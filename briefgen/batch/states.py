"""Whether a brief is up to date: digests of the article, and of all else that the brief hangs on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import __version__, house_styles, settings, storage
from briefgen.storage import BriefFolder

if TYPE_CHECKING:
    from briefgen.requests import MakeRequest

_PIECE = 1_000_000


def options(request: MakeRequest) -> str:
    """The digest of what all briefs of a batch hang on: the program, its language model, the options, the configuration
    and the house styles. Raises SettingsError, StyleError."""
    given = request.given.model_dump(mode="json", exclude_none=True)
    facts = [__version__, _model(request.language_model), given, list(request.formats)]
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode())
    for path in sorted(set(_files())):
        digest.update(f"\0{path}\0".encode("utf-8", "surrogatepass"))
        digest.update(storage.read_bytes(path) or b"")
    return digest.hexdigest()


def state(options: str, folder: Path) -> str:
    """The digest of `options` and of the edits in the folder of a brief. A file of comments alone holds no edits."""
    edits = storage.read_bytes(BriefFolder(folder).overrides) or b""
    lines = (line.strip() for line in edits.splitlines())
    if all(not line or line.startswith(b"#") for line in lines):
        edits = b""
    return hashlib.sha256(options.encode() + edits).hexdigest()


def digest(path: Path) -> str | None:
    """The digest of a file, None where it cannot be read; making its brief tells why."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except (OSError, ValueError):
        return None
    return found.hexdigest()


def _files() -> Iterator[Path]:
    """What is configured, and the house styles of the user's own with their letterheads."""
    yield from settings.files()
    if letterhead := settings.read().letterhead:
        yield Path(letterhead)
    for name, file, wrong in house_styles.own_styles():
        yield file
        if wrong is None:
            yield from house_styles.style_files(name)


def _model(name: str | None) -> str:
    """The language model with its version, where it is a package; it is not loaded."""
    from importlib import metadata

    from briefgen.analysis.text.language_model import installed_model

    wanted = name or installed_model() or ""
    try:
        return f"{wanted} {metadata.version(wanted)}" if wanted.isidentifier() else wanted
    except metadata.PackageNotFoundError:
        return wanted
