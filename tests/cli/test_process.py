"""What only a process of its own shows: signals, pipes, terminals, full disks and what is imported."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from calls import contents

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals, limits and terminals")
BRIEFGEN = [sys.executable, "-c", "from briefgen.cli import main; main()"]


def briefgen(*arguments: object, cwd: Path, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BRIEFGEN, *map(str, arguments)], cwd=cwd, capture_output=True, encoding="utf-8", check=False, **more
    )


RENDERED = """
import sys
from briefgen.cli import main
try:
    main(["render", sys.argv[1]])
finally:
    print("modules:", *sys.modules, file=sys.stderr)
"""


def test_rendering_never_loads_the_language_model(brief: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RENDERED, brief], capture_output=True, encoding="utf-8", check=True, cwd=brief
    )
    loaded = set(done.stderr.partition("modules:")[2].split())
    assert {"docx", "reportlab"} <= loaded
    assert {"spacy", "thinc", "numpy", "dateparser"}.isdisjoint(loaded)


LIMITED = """
import resource, signal
from briefgen.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
main(["render", "output/talks"])
"""


def test_a_file_that_outgrows_the_limit_leaves_the_documents_as_they_were(brief: Path) -> None:
    before = contents(brief)
    workspace = brief.parents[1]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], cwd=workspace, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("error: cannot write output/talks/talks.")
    assert "file too large" in done.stderr
    assert done.stderr.count("\n") == 2
    assert contents(brief) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk is not permitted here; the limit on file sizes is tested instead")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_leaves_the_brief_as_it_was(brief: Path, small_disk: Path) -> None:
    folder = small_disk / "talks"
    folder.mkdir()
    for name in ("brief.yaml", "talks.docx"):
        shutil.copy(brief / name, folder / name)
    before = contents(small_disk)
    done = briefgen("render", folder, cwd=small_disk)
    assert done.returncode == 1
    assert "talks.pdf: no space left on device" in done.stderr
    assert "Free some space" in done.stderr
    assert contents(small_disk) == before


@pytest.mark.parametrize("arguments", [["show", "output/talks"], ["schema"], ["--help"], ["render", "output/talks"]])
def test_a_reader_that_goes_away_is_no_fault(brief: Path, arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [*BRIEFGEN, *arguments],
        cwd=brief.parents[1],
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(write)
    assert process.returncode == 1
    assert process.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_results_that_cannot_be_printed_are_an_error(brief: Path) -> None:
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(
            [*BRIEFGEN, "schema"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert process.returncode == 1
    assert process.stderr == "error: cannot go on: No space left on device\n  Check where the output goes.\n"


@dataclass
class InTerminal:
    """A call that runs on a terminal, and what it has shown there so far."""

    process: subprocess.Popen[bytes]
    terminal: int
    shown: str = ""

    @classmethod
    def start(cls, *arguments: str, cwd: Path) -> InTerminal:
        terminal, theirs = os.openpty()
        process = subprocess.Popen([*BRIEFGEN, *arguments], cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        return cls(process, terminal)

    def read_until(self, words: str) -> None:
        """Wait until `words` are shown; an OSError when the call ended before."""
        while words not in self.shown:
            self.shown += os.read(self.terminal, 4096).decode(errors="replace")

    def finish(self) -> int:
        """Wait for the end; the exit code."""
        with contextlib.suppress(OSError):  # by which Linux tells that nobody writes to the terminal any more
            while chunk := os.read(self.terminal, 4096):
                self.shown += chunk.decode(errors="replace")
        os.close(self.terminal)
        return self.process.wait(30)


def test_an_interruption_ends_with_130_and_leaves_what_was_there(brief: Path) -> None:
    before = contents(brief)
    call = InTerminal.start("make", "talks.txt", cwd=brief.parents[1])
    call.read_until("loading the language model")
    call.process.send_signal(signal.SIGINT)
    assert call.finish() == 130
    assert "Traceback" not in call.shown
    assert "error" not in call.shown
    assert contents(brief) == before


def test_two_that_write_one_brief_at_a_time_do_not_meet(brief: Path) -> None:
    """The second is told at once, and what the first has made is whole."""
    first = InTerminal.start("make", "talks.txt", cwd=brief.parents[1])
    first.read_until("loading the language model")
    for arguments in (["make", "talks.txt"], ["render", "output/talks"], ["capture", "output/talks"]):
        second = briefgen(*arguments, cwd=brief.parents[1])
        assert second.returncode == 1
        assert second.stderr.startswith("error: another briefgen is at work on ")
        assert "Wait until it is done" in second.stderr
    assert first.finish() == 0
    assert not list(brief.rglob("*lock"))
    assert briefgen("render", "output/talks", cwd=brief.parents[1]).returncode == 0


def test_progress_is_shown_on_a_terminal_and_not_in_a_log(brief: Path) -> None:
    workspace = brief.parents[1]
    loud = InTerminal.start("render", "output/talks", cwd=workspace)
    assert loud.finish() == 0
    quiet = InTerminal.start("render", "output/talks", "--quiet", cwd=workspace)
    assert quiet.finish() == 0
    assert "output/talks: rendering" in loud.shown
    assert "rendering" not in quiet.shown
    assert briefgen("render", "output/talks", cwd=workspace).stderr == ""


def test_a_traceback_is_shown_under_debug_only(brief: Path) -> None:
    plain = briefgen("show", "nowhere", cwd=brief)
    assert plain.stderr.startswith("error: ")
    debug = briefgen("show", "nowhere", "--debug", cwd=brief)
    assert "Traceback" in debug.stderr
    assert debug.stderr.endswith(plain.stderr)
    assert debug.returncode == plain.returncode == 1


def test_an_output_that_is_not_utf_8_still_gets_its_text(brief: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = briefgen("show", "output/talks", cwd=brief.parents[1], env=environment)
    assert done.returncode == 0
    assert "Ana Lopes" in done.stdout
