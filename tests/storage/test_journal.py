"""A brief's folder is written as a whole, whenever the run that does so is killed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import StorageError
from briefgen.storage import is_cut_short, locked_brief, write_whole

NAMES = ("brief.yaml", ".briefgen/draft.yaml", "talks.docx", "talks.pdf")


class Killed(BaseException):
    """Stands for SIGKILL: nothing behind it is run that a killed process would not run either."""


def files(folder: Path, content: bytes) -> dict[Path, bytes]:
    return {folder / name: content for name in NAMES}


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def die_at(step: int, patch: pytest.MonkeyPatch) -> None:
    """The process is gone at its `step`th rename or removal of a file; what would clean up behind it does nothing."""
    left = step

    def counted(act):
        def acting(self: Path, *arguments, **more):
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            return act(self, *arguments, **more)

        return acting

    for name in ("replace", "rename", "unlink"):
        patch.setattr(Path, name, counted(getattr(Path, name)))
    patch.setattr("shutil.rmtree", lambda *_, **__: None)


@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("before", [True, False], ids=["redrafted", "new"])
def test_a_folder_holds_the_old_files_or_the_new_ones(tmp_path: Path, before: bool, step: int) -> None:
    folder = tmp_path / "talks"
    if before:
        write_whole(folder, files(folder, b"old"))
    with pytest.MonkeyPatch.context() as patch:
        die_at(step, patch)
        try:
            write_whole(folder, files(folder, b"new"))
        except Killed:
            killed = True
        else:
            killed = False
    if not before:
        assert held(folder) in ({}, dict.fromkeys(NAMES, b"new"))
    with locked_brief(folder):
        pass
    possible = [dict.fromkeys(NAMES, b"new")] + [dict.fromkeys(NAMES, b"old") if before else {}] * killed
    assert held(folder) in possible
    assert not is_cut_short(folder)
    assert [path.name for path in tmp_path.iterdir()] in ([folder.name], [])


def test_a_rename_that_fails_is_made_up_for_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when Word has the document open on Windows."""
    folder = tmp_path / "talks"
    write_whole(folder, files(folder, b"old"))
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.name == "talks.docx":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with pytest.raises(StorageError, match=r"talks\.docx: permission denied"):
            write_whole(folder, files(folder, b"new"))
    assert held(folder)["talks.docx"] == b"old"
    with locked_brief(folder):
        pass
    assert held(folder) == dict.fromkeys(NAMES, b"new")


def test_a_journal_from_elsewhere_moves_nothing_out_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    temporary = f".briefgen-{'0' * 16}.tmp"
    write_whole(folder, files(folder, b"old"))
    (tmp_path / temporary).write_bytes(b"bad")
    for entry in (
        {temporary: "../victim"},
        {f"../{temporary}": "victim"},
        {"brief.yaml": "victim"},
        [1],
        {temporary: 3},
    ):
        (folder / temporary).write_bytes(b"bad")
        (folder / ".briefgen" / "writing.json").write_text(json.dumps(entry))
        with locked_brief(folder):
            pass
        assert held(folder) == dict.fromkeys(NAMES, b"old")
        assert {path.name for path in tmp_path.iterdir()} == {"talks", temporary}
