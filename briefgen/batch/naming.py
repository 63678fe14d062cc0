"""Which folder each article's brief gets: the same on every run, and never that of another article."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from briefgen import storage
from briefgen.batch.inputs import identity, is_address
from briefgen.model.article import Source
from briefgen.storage import BriefFolder


def allot(articles: Sequence[str], known: Mapping[str, str], output: Path) -> dict[str, str]:
    """The folder's name for each of `articles`; `known` says by their identity which ones were given a folder before.

    An article is called by its file name as in `briefgen make`; where several would be called the same, by their folder
    as well; where that does not tell them apart, with a digest of their path.
    """
    named = {where: known[identity(where)] for where in articles if identity(where) in known}
    taken = set(known.values())
    for rule in _RULES:
        wanted = {where: rule(where) for where in articles}
        shared = Counter(wanted.values())
        for where in articles:
            name = wanted[where]
            if where not in named and shared[name] == 1 and name not in taken and not _is_foreign(output, name, where):
                named[where] = name
        taken |= set(named.values())
    return {where: named[where] for where in articles}


def own_name(where: str) -> str:
    """The name of an article that shares it with no other."""
    return storage.slug(_parts(where)[-1])


def _by_folder_and_name(where: str) -> str:
    return storage.slug("-".join(_parts(where)[-2:]))


def _by_digest(where: str) -> str:
    digest = hashlib.sha256(identity(where).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{own_name(where)}-{digest[:16]}"


_RULES: tuple[Callable[[str], str], ...] = (own_name, _by_folder_and_name, _by_digest)


def _parts(where: str) -> list[str]:
    """The folders of an article and its name without the type; of an address its host and its path."""
    if is_address(where):
        address = urlsplit(where)
        path = [part for part in unquote(address.path).split("/") if part]
        parts = [address.netloc, *path]
    else:
        parts = list(PurePath(identity(where)).parts)
    stem = os.path.splitext(parts[-1])[0] if len(parts) > 1 else parts[-1]  # noqa: PTH122
    return [*parts[:-1], stem]


def _is_foreign(output: Path, name: str, where: str) -> bool:
    """Whether the folder called `name` is there and was made of another file."""
    folder = BriefFolder(output / name)
    if is_address(where) or "\0" in where or not folder.path.exists():
        return False
    way = folder.way_to(Source("A", file=where))
    return storage.read_bytes(folder.origin) != way.encode("utf-8", "surrogatepass")
