"""The bytes of a YAML file -> its text."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import BriefFileError, Place

MAX_SIZE = 10_000_000  # bytes, or characters once decoded; a brief of 2,000 items has 1 million


def read_text(path: Path, *, keep_mark: bool = False) -> str:
    """The text of a YAML file in UTF-8; a byte order mark is dropped unless the text is to be written again.

    Raises BriefFileError when the file cannot be opened, is larger than 10 MB (no more than that is read), or holds
    bytes that are not UTF-8.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_SIZE + 1)
    except OSError as error:
        hint = "Check the path and its permissions."
        raise BriefFileError(f"{path} cannot be read: {error.strerror}", hint) from None
    refuse_oversize(len(data), path)
    try:
        return data.decode("utf-8" if keep_mark else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode(errors="replace")) + 1
        raise BriefFileError(
            f"the byte {data[error.start]:#04x} is not UTF-8",
            "Save the file as UTF-8 in your editor.",
            Place(path, before.count(b"\n") + 1, column),
        ) from None


def refuse_oversize(size: int, file: Path) -> None:
    """Raises BriefFileError for a size beyond what a brief can have."""
    if size > MAX_SIZE:
        raise BriefFileError(
            f"the file is larger than {MAX_SIZE // 1_000_000} MB, which no brief is",
            "Check that it is the right file.",
            Place(file, 1, 1),
        )
