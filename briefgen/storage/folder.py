"""The folder that one brief lives in: which file is whose, and what may not be overwritten."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import StorageError
from briefgen.model.article import Source
from briefgen.storage.atomic import storage_error
from briefgen.storage.names import check_name

if TYPE_CHECKING:  # pydantic is slow to import, and this module needs none of it
    from briefgen.model.brief import SourceInfo


@dataclass(frozen=True, slots=True)
class BriefFolder:
    """The paths of one brief's files. The folder need not exist yet."""

    path: Path

    @classmethod
    def under(cls, output: Path, name: str) -> BriefFolder:
        """The folder `name` in `output`. Raises StorageError when it could not be written there."""
        folder = cls(output / check_name(name))
        folder._refuse_unwritable()
        return folder

    @property
    def name(self) -> str:
        """The brief's name, which its documents bear: `output/talks` and `.` inside of it both give `talks`."""
        return self.path.name or self.path.resolve().name or "brief"

    @property
    def brief(self) -> Path:
        """The draft, written by the machine, perhaps edited by hand since."""
        return self.path / "brief.yaml"

    @property
    def overrides(self) -> Path:
        """The human's file."""
        return self.path / "overrides.yaml"

    @property
    def source(self) -> Path:
        """The cleaned, numbered article."""
        return self.path / "source.txt"

    @property
    def last_draft(self) -> Path:
        """The last draft byte for byte, by which a hand edit of `brief` is noticed."""
        return self.path / ".briefgen" / "draft.yaml"

    @property
    def basis(self) -> Path:
        """What the draft said where `overrides` changes it, on the day of each change."""
        return self.path / ".briefgen" / "basis.yaml"

    @property
    def origin(self) -> Path:
        """Where the article lies, seen from this folder (see `way_to`)."""
        return self.path / ".briefgen" / "origin"

    def schema(self, kind: str) -> Path:
        """The JSON Schema of `brief` or `overrides` that the modeline of that file points an editor to."""
        return self.path / ".briefgen" / f"{kind}.schema.json"

    def document(self, extension: str) -> Path:
        """The document with `extension` (docx, pdf, md)."""
        return self.path / f"{self.name}.{extension}"

    def is_hand_edited(self) -> bool:
        """Whether brief.yaml differs from the last draft. A brief without a last draft counts as hand-written."""
        draft = read_bytes(self.brief)
        return draft is not None and draft != read_bytes(self.last_draft)

    def refuse_hand_edits(self) -> None:
        """Raises StorageError when writing a new draft would lose somebody's edit of brief.yaml."""
        if self.is_hand_edited():
            raise StorageError(
                f"{self.brief} was edited by hand; a new draft would overwrite the edits",
                f"`briefgen capture {self.path}` moves them into overrides.yaml, where every new draft keeps them; "
                "or run again with --discard-edits, which keeps the edited file as a .bak.",
            )

    def way_to(self, source: Source) -> str:
        """The path from this folder to the article's file, empty when it has none.

        Unlike the path that the user typed it says the same wherever the user stands, and it stays true when
        folder and article are moved together.
        """
        if source.file is None:
            return ""
        try:
            return os.path.relpath(Path(source.file).resolve(), self.path.resolve())
        except ValueError:  # another drive of Windows
            return str(Path(source.file).resolve())

    def ways_to(self, sources: Sequence[Source]) -> str:
        """The content of `origin`: a line for each source."""
        return "\n".join(map(self.way_to, sources))

    def known(self, previous: Sequence[SourceInfo], sources: Sequence[Source]) -> list[SourceInfo | None]:
        """Which of `previous`, the sources of the folder's brief, each of `sources` is; None for a new one.

        The same file or URL is the same article whatever it holds today; so is the same text from elsewhere.
        """
        origin = read_bytes(self.origin) or b""
        ways = origin.split(b"\n") if len(previous) > 1 else [origin]
        left = dict(zip((info.id for info in previous), ways, strict=False))
        by_id = {info.id: info for info in previous}
        found: dict[int, SourceInfo] = {}
        for same in (self._same_file, _same_text):
            for number, source in enumerate(sources):
                if number not in found:
                    letter = next((key for key in left if same(by_id[key], left[key], source)), None)
                    if letter is not None:
                        found[number] = by_id[letter]
                        del left[letter]
        return [found.get(number) for number in range(len(sources))]

    def refuse_other_source(self, previous: Sequence[SourceInfo], *sources: Source) -> None:
        """Raises StorageError when the folder's brief, made from `previous`, is not one of `sources`.

        It is where its first article is among them; a brief of several, only where there are several again.
        """
        if not previous:
            return
        owners = ", ".join(info.url or info.file or "standard input" for info in previous)
        if not any(info and info.id == previous[0].id for info in self.known(previous, sources)):
            raise StorageError(
                f"{self.path} holds the brief of another article ({owners})",
                "Give this brief a name of its own, as in --name second-article.",
            )
        if len(sources) == 1 and len(previous) > 1:
            raise StorageError(
                f"{self.path} holds a brief of several articles ({owners})",
                "Name them all with --together, or give this brief a name of its own, as in --name first-article.",
            )

    def _same_file(self, previous: SourceInfo, way: bytes, source: Source) -> bool:
        return source.file is not None and way == self.way_to(source).encode()

    def refuse_foreign_files(self, extensions: Sequence[str]) -> None:
        """Raises StorageError when a first draft would overwrite a file, which then cannot be one of ours."""
        for path in (self.source, *map(self.document, extensions)):
            if path.exists():
                raise StorageError(
                    f"{path} is there already, and not from a brief", "Move it away, or choose another --name."
                )

    def backup(self) -> Path:
        """Where to keep a hand-edited brief.yaml: `brief.yaml.bak`, or the first free of `brief.yaml.2.bak`, ..."""
        candidate, count = self.path / "brief.yaml.bak", 1
        while candidate.exists():
            count += 1
            candidate = self.path / f"brief.yaml.{count}.bak"
        return candidate

    def _refuse_unwritable(self) -> None:
        """Find out before the work what would stop the writing after it."""
        problem, existing = f"cannot write into {self.path}", self.path
        try:
            while not existing.exists() and existing.parent != existing:
                existing = existing.parent
        except OSError as error:
            raise storage_error(problem, error) from error
        if not existing.is_dir():
            raise StorageError(f"{problem}: {existing} is a file, not a folder", "Choose another folder with --output.")
        if not os.access(existing, os.W_OK | os.X_OK):
            raise StorageError(f"{problem}: permission denied in {existing}", "Choose another folder with --output.")


def _same_text(previous: SourceInfo, way: bytes, source: Source) -> bool:
    same_url = source.url is not None and source.url == previous.url
    return same_url or (source.sha256 != "" and source.sha256 == previous.sha256)


def read_bytes(path: Path) -> bytes | None:
    """The content of `path`, None when there is no such file. Raises StorageError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(f"cannot read {path}", error) from error
