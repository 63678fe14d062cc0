"""The command line, called as a user calls it: in a folder of its own, with what it prints and its exit code."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from calls import TALKS, Done, Run

from briefgen.cli import main


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls `briefgen` with arguments, in `tmp_path` and this process, so that the language model is loaded once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Done(int(ended.value.code or 0), out, err)

    return call


@pytest.fixture(scope="session")
def finished_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and the brief that was made of it, made once for all tests."""
    folder = tmp_path_factory.mktemp("workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
        with pytest.raises(SystemExit) as ended:
            main(["make", "talks.txt", "--published", "2024-04-27", "--date", "2024-04-28", "--to", "The Minister"])
        assert not ended.value.code
    return folder


@pytest.fixture
def brief(tmp_path: Path, finished_workspace: Path) -> Path:
    """The brief's folder, `output/talks`, in a copy of that workspace that the test may change."""
    shutil.copytree(finished_workspace, tmp_path, dirs_exist_ok=True)
    return tmp_path / "output" / "talks"
