"""What is being written into a folder is written down first, so that the next run can finish what a crash cut short."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.storage.atomic import flush_folder, storage_error, write_together

_HIDDEN = ".briefgen"
_TEMPORARY = re.compile(r"\.briefgen-[0-9a-f]{16}\.tmp")


def write_whole(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write `files`, all of them below `folder`: once `finish` was called, a crash at any moment has left the previous
    files or the new ones, never some of each. A new folder appears with all that is in it. Raises StorageError."""
    if not folder.exists():
        _write_new(folder, files)
        return
    journal = _journal(folder)

    def record(waiting: Mapping[Path, Path]) -> None:
        for place in {path.parent for path in waiting.values()}:
            flush_folder(place)
        names = {str(temporary.relative_to(folder)): path.name for path, temporary in waiting.items()}
        write_together({journal: json.dumps(names).encode()})

    write_together(files, record)
    journal.unlink(missing_ok=True)


def finish(folder: Path) -> None:
    """Complete what was being written into `folder` when a run was killed, and remove what was not complete.

    Whoever calls this holds the lock of the folder. Raises StorageError.
    """
    try:
        if staged(folder).is_dir():
            shutil.rmtree(staged(folder))
        for temporary, path in _recorded(folder):
            temporary.replace(path)
        for place in (folder, folder / _HIDDEN):
            for left in place.glob(".briefgen-*.tmp"):
                if _TEMPORARY.fullmatch(left.name):
                    left.unlink()
        _journal(folder).unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(f"cannot write into {folder}", error) from error


def is_cut_short(folder: Path) -> bool:
    """Whether `finish` has something to complete."""
    return _journal(folder).exists()


def staged(folder: Path) -> Path:
    """Where a new folder is made ready."""
    return folder.parent / f".briefgen-{folder.name}.tmp"


def _write_new(folder: Path, files: Mapping[Path, bytes]) -> None:
    stage = staged(folder)
    try:
        write_together({stage / path.relative_to(folder): data for path, data in files.items()})
        stage.rename(folder)
        flush_folder(folder.parent)
    except OSError as error:
        raise storage_error(f"cannot write {folder}", error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _journal(folder: Path) -> Path:
    return folder / _HIDDEN / "writing.json"


def _recorded(folder: Path) -> Iterator[tuple[Path, Path]]:
    """What waits to be renamed, and its place. A folder may come from anywhere, so its journal reaches no other."""
    try:
        names = json.loads(_journal(folder).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return
    for temporary, name in names.items() if isinstance(names, dict) else ():
        waiting = folder / temporary
        within = waiting.parent in (folder, folder / _HIDDEN) and Path(str(name)).name == name
        if within and _TEMPORARY.fullmatch(waiting.name) and waiting.is_file():
            yield waiting, waiting.with_name(name)
