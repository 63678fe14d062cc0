"""One writer at a time, told at once, and nothing left of a lock that nobody holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import StorageError
from briefgen.storage import locked_brief, locked_file, write_whole

HOLD = """
import sys
from pathlib import Path
from briefgen.storage import locked_brief
with locked_brief(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize("there", [True, False])
def test_a_second_writer_is_told_and_a_killed_one_holds_nothing(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "talks"
    if there:
        folder.mkdir()
    with holder(folder) as first:
        with pytest.raises(StorageError, match=r"another briefgen is at work on .*talks") as told, locked_brief(folder):
            pass
        assert "Wait" in told.value.hint
        assert folder.exists() == there
        first.kill()
    with locked_brief(folder):
        pass
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_threads_exclude_each_other_too(tmp_path: Path) -> None:
    with locked_file(tmp_path / "x.lock", "busy"):
        with pytest.raises(StorageError, match="busy"), locked_file(tmp_path / "x.lock", "busy"):
            pass
        assert (tmp_path / "x.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_made_while_it_is_locked_stays(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "talks"
    with locked_brief(folder):
        write_whole(folder, {folder / "brief.yaml": b"x"})
    assert [path.name for path in folder.parent.iterdir()] == ["talks"]
    assert [path.name for path in folder.iterdir()] == ["brief.yaml"]


def test_folders_made_for_a_lock_alone_go_with_it(tmp_path: Path) -> None:
    with locked_brief(tmp_path / "output" / "deeper" / "talks"):
        assert (tmp_path / "output" / "deeper").is_dir()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"x")
    (tmp_path / "x.lock").symlink_to(tmp_path / "target")
    with pytest.raises(StorageError, match="cannot write"), locked_file(tmp_path / "x.lock", "busy"):
        pass
    assert (tmp_path / "target").read_bytes() == b"x"
