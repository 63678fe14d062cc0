"""What cannot be read is refused with one message: what, where, and what to do."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.sources import read
from briefgen.sources.files import MAX_BYTES
from tests.sources.shapes import article_of

TEXT = "The ministers met again on Monday, and nothing was signed.\n"


def refusal(where: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(str(where))
    assert caught.value.hint
    return str(caught.value)


def refusal_of(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        article_of(data)
    assert caught.value.hint
    return str(caught.value)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Run as a user without special rights, where the tests run as one who has them."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "herring-talks.txt").write_text(TEXT)
    message = refusal(tmp_path / "hering-talks.txt")
    assert f"There is no file {tmp_path}/hering-talks.txt." in message
    assert f"Did you mean {tmp_path}/herring-talks.txt?" in message


def test_a_missing_file_among_others(tmp_path: Path) -> None:
    (tmp_path / "unlike.yaml").write_text(TEXT)
    assert "Did you mean" not in refusal(tmp_path / "herring.txt")


def test_a_missing_folder(tmp_path: Path) -> None:
    assert f"There is no folder {tmp_path}/none either" in refusal(tmp_path / "none" / "herring.txt")


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert "There is no file" in refusal(tmp_path / "a.txt" / "b.txt")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "articles.txt"
    folder.mkdir()
    assert "is a folder" in refusal(folder)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.txt")


@pytest.mark.parametrize("name", ["talks.docm", "talks"])
def test_an_unknown_type_names_the_supported_ones(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT)
    assert "Supported: .txt, .md" in refusal(tmp_path / name)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with as_somebody_else():
        assert "permission denied" in refusal(path)


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert f"{tmp_path}/a.txt cannot be read" in refusal(tmp_path / "a.txt")


def test_a_link_to_an_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read(str(tmp_path / "b.txt")).source.file == str(tmp_path / "b.txt")


@pytest.mark.parametrize("name", ["two\nlines.txt", "bell\x07.txt", os.fsdecode(b"caf\xe9.txt")])
def test_names_that_cannot_be_written_into_a_brief(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT)
    message = refusal(tmp_path / name)
    assert "Rename the file" in message
    assert message.count("\n") == 1
    message.encode()  # can be printed


@pytest.mark.parametrize("name", ["", "a\0b.txt", "x" * 5000 + ".txt"])
def test_names_that_no_file_has(name: str) -> None:
    refusal(name)


def test_a_neighbour_with_a_hostile_name_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "talks\x1b[31m.txt").write_text(TEXT)
    assert "\x1b" not in refusal(tmp_path / "talks.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u00a0\u200b\n".encode(), b"\xff\xfe"])
def test_nothing_in_it(data: bytes) -> None:
    assert "is empty" in refusal_of(data)


def a_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n" + TEXT.encode(), "a PDF file"),
        (a_zip(), "a Word, ODF or zip file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture"),
        (b"{\\rtf1\\ansi " + TEXT.encode(), "an RTF file"),
        (gzip.compress(TEXT.encode()), "a compressed file"),
        (b"\n<!DOCTYPE html>\n<p>" + TEXT.encode(), "a web page"),
        (TEXT.encode() + b"\0" + TEXT.encode(), "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
    ],
)
def test_other_formats(data: bytes, kind: str) -> None:
    assert f"is {kind}" in refusal_of(data)


def test_bytes_that_no_encoding_fits() -> None:
    assert "encoding" in refusal_of(bytes(range(129, 256)) * 3 + b"\x81\x8d\xff\xfe\x90")


def test_a_damaged_utf_16_file() -> None:
    assert "damaged" in refusal_of(TEXT.encode("utf-16") + b"\x00\xd8")


@pytest.mark.parametrize("text", ["12.5 3.7 44 %\n" * 20, "*** --- ***\n", "2029-05-03"])
def test_no_letters(text: str) -> None:
    assert "holds no letters" in refusal_of(text.encode())


@pytest.mark.parametrize(
    "text", ["Talks resume", "milk\neggs\nbread\n", "Talks resume\n\nBy Jane Doe\n\n3 May 2029", "# Talks"]
)
def test_no_sentence(text: str) -> None:
    assert "holds no sentence" in refusal_of(text.encode())


def test_a_file_at_the_limit_is_read_and_one_above_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    padding = (b" " * 79_999 + b"\n") * (MAX_BYTES // 80_000)
    path.write_bytes(TEXT.encode() + padding[len(TEXT) :])
    assert path.stat().st_size == MAX_BYTES
    assert read(str(path)).blocks
    with path.open("ab") as file:
        file.write(b"\n")
    assert "larger than 20 MB" in refusal(path)


class Endless(io.RawIOBase):
    """Standard input that never ends, in small pieces; it counts what was taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # a RawIOBase takes any buffer
        size = min(len(buffer), 65_536)
        buffer[:size] = b"a" * size
        self.taken += size
        return size


@pytest.mark.parametrize("buffered", [False, True])
def test_no_more_than_the_limit_is_taken_from_standard_input(buffered: bool) -> None:
    endless = Endless()
    stream = io.BufferedReader(endless, 4096) if buffered else endless
    with pytest.raises(SourceError, match="larger than 20 MB"):
        read("-", stdin=stream)  # type: ignore[arg-type]  # a raw stream reads bytes as well
    assert endless.taken <= MAX_BYTES + 65_536


def test_a_line_of_a_megabyte() -> None:
    assert "a line of 1,000,000 characters" in refusal_of(b"word " * 200_000)


def test_a_wrapped_paragraph_that_never_ends() -> None:
    line = "the ministers of the two coastal states met again on Monday in the harbour\n"
    assert "which no article has" in refusal_of(("The talks\n" + line * 20_000).encode())
