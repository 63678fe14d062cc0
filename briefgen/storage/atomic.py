"""Writes that either happen whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from briefgen.errors import StorageError

_HINTS = {
    errno.ENOSPC: "Free some space on the disk and run the command again.",
    errno.EDQUOT: "Your disk quota is used up; free some space and run the command again.",
    errno.EFBIG: "The file is larger than this system lets briefgen write.",
    errno.EROFS: "The disk is read-only; choose another folder with --output.",
    errno.EACCES: "You may not write there; choose another folder with --output.",
    errno.EPERM: "You may not write there; choose another folder with --output.",
    errno.ENAMETOOLONG: "Choose a shorter name with --name, or another folder with --output.",
    errno.ENOTDIR: "A part of that path is a file; choose another folder with --output.",
    errno.EEXIST: "A file stands where the folder should be; choose another folder with --output.",
    errno.EISDIR: "A folder stands where the file should be; move it away.",
}


def write_together(files: Mapping[Path, bytes], record: Callable[[Mapping[Path, Path]], None] | None = None) -> None:
    """Write several files, making their folders where needed.

    Every file is first written in full beside its place and flushed to the disk; only when all of them are there
    are they renamed into place, in the order of `files`. A full disk or an interruption before that leaves the
    previous files, and no new ones. Just before the first of them is renamed, `record` is called with the temporary
    file of each path; from then on they stay where an error cuts the renaming short. Raises StorageError.
    """
    made: list[Path] = []
    recorded = False
    waiting: dict[Path, Path] = {}
    where = Path()
    try:
        for path, data in files.items():
            where = path.parent
            make_folders(where, made)
            where = path
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            waiting[path] = path.parent / f".briefgen-{secrets.token_hex(8)}.tmp"
            write_flushed(waiting[path], data, like=path)
        if record:
            record(waiting)
            recorded = True
        for path in list(waiting):
            where = path
            waiting[path].replace(path)
            del waiting[path]
        for folder in {path.parent for path in files}:
            where = folder
            flush_folder(folder)
    except OSError as error:
        raise storage_error(f"cannot write {where}", error) from error
    finally:
        if not recorded:
            _remove(waiting.values())
        remove_empty(made)


def storage_error(what: str, error: OSError) -> StorageError:
    """`error` as a StorageError that says `what` failed, why, and what to do about it."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    hint = _HINTS.get(error.errno or 0, "Check the path and the disk, then run the command again.")
    return StorageError(f"{what}: {reason.lower()}", hint)


def make_folders(folder: Path, made: list[Path]) -> None:
    """Make `folder` and its missing parents; each one made is appended to `made`, outermost first."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folders(folder.parent, made)
    try:
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        made.append(folder)


def write_flushed(path: Path, data: bytes, like: Path) -> None:
    """Write a new file with the permissions of `like`, or those the user's umask gives, and wait for the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(like.stat().st_mode & 0o777)


def flush_folder(folder: Path) -> None:
    """Wait until the renames in `folder` are on the disk."""
    if os.name == "nt":  # Windows cannot open a folder, and needs no flush after a rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(files: Iterable[Path]) -> None:
    """What cannot be removed stays: the error that led here is the one to tell."""
    for path in files:
        with suppress(OSError):
            path.unlink()


def remove_empty(made: list[Path]) -> None:
    """Remove those folders that are empty (only a failed write leaves an empty one), the innermost first."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
