"""Only one briefgen at a time writes a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import StorageError
from briefgen.storage.atomic import make_folders, remove_empty, storage_error
from briefgen.storage.journal import finish

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked_brief(folder: Path) -> Iterator[None]:
    """Keep others from writing the brief in `folder`, and clear up behind a run that was killed while it did.

    A folder that is not there yet can be locked too; it is not made. Raises StorageError at once where another run has
    it, or where nothing can be written.
    """
    folder = folder.absolute()
    with _locked(lambda: _lock_file(folder), f"another briefgen is at work on {folder}"):
        finish(folder)
        yield


@contextmanager
def locked_file(path: Path, busy: str) -> Iterator[None]:
    """Hold the lock that the file `path` is, which is there only as long. StorageError `busy` where another does."""
    with _locked(lambda: path, busy):
        yield


@contextmanager
def _locked(lock_file: Callable[[], Path], busy: str) -> Iterator[None]:
    made: list[Path] = []
    handle, path = _acquire(lock_file, busy, made)
    try:
        yield
    finally:
        if sys.platform == "win32":  # where what is open cannot be removed
            os.close(handle)
        with suppress(OSError):
            path.unlink()
        if sys.platform != "win32":
            os.close(handle)
        remove_empty(made)


def _acquire(lock_file: Callable[[], Path], busy: str, made: list[Path]) -> tuple[int, Path]:
    """The open, locked file and its path. It is sought anew where its last holder has removed it meanwhile."""
    while True:
        path = lock_file()
        try:
            make_folders(path.parent, made)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError as error:
            remove_empty(made)
            raise storage_error(f"cannot write into {path.parent}", error) from error
        try:
            _lock(handle)
            if path == lock_file() and os.path.samestat(path.stat(), os.fstat(handle)):
                return handle, path
        except FileNotFoundError:
            pass
        except OSError as error:
            os.close(handle)
            remove_empty(made)
            raise StorageError(busy, "Wait until it is done, then run the command again.") from error
        os.close(handle)


def _lock_file(folder: Path) -> Path:
    """Within a folder that there is; beside one that is still to be made, since it appears with all that is in it."""
    if folder.is_dir():
        return folder / ".briefgen" / "lock"
    return folder.parent / f".briefgen-{folder.name}.lock"
