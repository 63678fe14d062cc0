"""Names of brief folders: readable, and safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from briefgen.errors import StorageError

MAX_SLUG = 60
MAX_NAME = 100
# What some file system forbids, and what would hide or redirect the folder.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]|^[.\s-]|[.\s]$')


def slug(text: str) -> str:
    """A folder name made of `text`: lower-case ASCII letters, digits and single hyphens, at most MAX_SLUG long.

    Accents are dropped and a long text is cut between words. A text in another script keeps nothing readable,
    so it gets `brief-` and a digest, by which two such texts stay apart. Never empty.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words: list[str] = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain.lower()))
    if not words:
        return f"brief-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    name = words[0][:MAX_SLUG]
    for word in words[1:]:
        if len(name) + 1 + len(word) > MAX_SLUG:
            break
        name = f"{name}-{word}"
    return name


def check_name(name: str) -> str:
    """`name` itself if a folder and its documents can bear it on any system. Raises StorageError otherwise."""
    if not name or len(name.encode("utf-8", "surrogatepass")) > MAX_NAME or _UNSAFE.search(name):
        raise StorageError(
            f"'{name[:MAX_NAME]}' cannot be the name of a brief",
            f"Use at most {MAX_NAME} letters, digits, spaces, hyphens and dots, as in --name beijing-talks.",
        )
    return name
