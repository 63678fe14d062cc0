"""Files are written whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import StorageError
from briefgen.storage import write_together


def everything_in(folder: Path) -> dict[str, bytes | None]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


def test_files_and_their_folders_are_written(tmp_path: Path) -> None:
    write_together({tmp_path / "a" / "one.txt": b"1", tmp_path / "a" / "b" / "two.txt": b"\x00\r\n"})
    assert everything_in(tmp_path / "a") == {"one.txt": b"1", "b": None, "b/two.txt": b"\x00\r\n"}


def test_a_second_write_replaces_the_first_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    write_together({file: b"first"})
    file.chmod(0o640)
    write_together({file: b"second"})
    assert everything_in(tmp_path) == {"brief.yaml": b"second"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_may_be_read_by_those_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_together({tmp_path / "x": b""})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_when_one_of_several_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"old")
    (tmp_path / "a folder").mkdir()
    before = everything_in(tmp_path)
    with pytest.raises(StorageError, match=r"cannot write .*a folder: is a directory"):
        write_together({tmp_path / "one.txt": b"new", tmp_path / "new" / "x": b"", tmp_path / "a folder": b"data"})
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("file/x.yaml", "not a directory|file exists"),
        ("n" * 300, "file name too long"),
        ("dir/" * 1500, "too long"),
    ],
)
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(StorageError, match=reason) as caught:
        write_together({tmp_path / path: b"new"})
    assert caught.value.hint
    assert everything_in(tmp_path) == {"file": b"old"}


LIMITED = """
import resource, signal, sys
from pathlib import Path
from briefgen.errors import StorageError
from briefgen.storage import write_together
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_together({Path("small"): b"new", Path("sub/large"): b"x" * 5000})
except StorageError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file size")
def test_a_disk_that_fills_up_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", LIMITED], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "cannot write sub/large: file too large" in done.stdout
    assert everything_in(tmp_path) == {"small": b"old"}


INTERRUPTED = """
import os, signal
from pathlib import Path
from briefgen.storage import write_together

class Contents(dict):
    def items(self):
        yield Path("first"), b"new"
        os.kill(os.getpid(), signal.SIGINT)
        yield Path("second"), b"new"

write_together(Contents())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_an_interruption_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "first").write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode in (-signal.SIGINT, 130, 1)
    assert b"KeyboardInterrupt" in done.stderr
    assert everything_in(tmp_path) == {"first": b"old"}
