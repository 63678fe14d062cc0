"""The files of one brief: what the workflow reads from its folder and writes into it."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from briefgen import briefyaml, house_styles, storage
from briefgen.errors import BriefFileError, StorageError
from briefgen.model.article import Article
from briefgen.model.brief import Brief
from briefgen.model.findings import Findings, source_of
from briefgen.model.merged import Basis
from briefgen.storage import BriefFolder


@contextmanager
def locked(where: Path) -> Iterator[None]:
    """Keep every other briefgen from writing the brief in `where` (its folder or file) meanwhile.

    Raises StorageError at once where another is doing so; nothing is made where there is no brief.
    """
    folder, file = locate(where)
    briefyaml.read_text(file)
    with storage.locked_brief(folder.path):
        yield


def locate(where: Path) -> tuple[BriefFolder, Path]:
    """The folder of a brief and its file, given either. Files that a crash left half renamed are all put in place."""
    try:
        is_folder = where.is_dir()
    except OSError as error:
        raise StorageError(f"{where} cannot be read: {error.strerror}", "Check the path.") from error
    folder = BriefFolder(where if is_folder else where.parent)
    if storage.is_cut_short(folder.path):
        with storage.locked_brief(folder.path):
            pass
    if not is_folder:
        return folder, where
    if not folder.brief.is_file():
        raise StorageError(f"there is no brief.yaml in {where}", "`briefgen make ARTICLE` writes one.")
    return folder, folder.brief


def read_overrides(file: Path) -> briefyaml.Overrides:
    """What the human wrote."""
    return briefyaml.load_overrides(read_edits(file), file, house_styles.section_keys())


def read_edits(file: Path) -> str:
    """The text of an overrides.yaml; a missing file is an empty one."""
    return briefyaml.read_text(file) if file.exists() else ""


def read_basis(folder: BriefFolder) -> Basis | None:
    """What is remembered of earlier drafts, None where nothing is."""
    file = folder.basis
    return briefyaml.load_basis(briefyaml.read_text(file), file) if file.exists() else None


def read_sentences(folder: BriefFolder) -> dict[str, str] | None:
    """The sentences of source.txt by id, None where there is no such file."""
    text = storage.read_bytes(folder.source)
    return None if text is None else storage.read_sentences(text.decode(errors="replace"))


def is_hand_edited(folder: BriefFolder, file: Path) -> bool:
    """Whether `file` is a draft that was changed by hand since; a brief without a last draft never was one."""
    return file == folder.brief and folder.last_draft.exists() and folder.is_hand_edited()


def read_previous(folder: BriefFolder, formats: tuple[str, ...], discard_edits: bool) -> Brief | None:
    """The folder's draft before this one, None where there is none. Refuses what a new draft would overwrite."""
    if not discard_edits:
        folder.refuse_hand_edits()
    file = folder.last_draft if folder.last_draft.exists() else folder.brief
    if not file.exists():
        folder.refuse_foreign_files(formats)
        return None
    try:
        return briefyaml.load(briefyaml.read_text(file), file, house_styles.section_keys())
    except BriefFileError as error:
        raise StorageError(
            f"the folder {folder.path} holds a draft that cannot be read, so its article is not known: {error.what}",
            "Move the folder away, or give this brief another --name.",
        ) from error


def draft_files(
    folder: BriefFolder, articles: Sequence[Article], findings: Findings, brief: Brief
) -> dict[Path, bytes]:
    """The contents of every file that a draft consists of; overrides.yaml only where there is none yet."""
    text, sections = briefyaml.dump(brief), house_styles.section_keys()
    files = {
        folder.brief: text,
        folder.source: "\n\n".join(
            storage.source_text(info, article.blocks, [s for s in findings.sentences if source_of(s.id) == info.id])
            for info, article in zip(brief.sources, articles, strict=True)
        ),
        folder.schema("brief"): _schema("brief", tuple(sections.items())),
        folder.schema("overrides"): _schema("overrides", tuple(sections.items())),
        folder.last_draft: text,
        folder.origin: folder.ways_to([article.source for article in articles]),
    }
    if not folder.overrides.exists():
        files[folder.overrides] = briefyaml.example_overrides(brief)
    return {path: content.encode() for path, content in files.items()}


def basis_file(folder: BriefFolder, basis: Basis | None) -> dict[Path, bytes]:
    """The file to write for what is to be remembered, if it is not what the folder has.

    It goes before a new draft, so that no crash in between forgets what the draft before said.
    """
    before = storage.read_bytes(folder.basis)
    after = briefyaml.dump_basis(basis).encode() if basis and (basis.grounds or before is not None) else before
    return {} if after is None or after == before else {folder.basis: after}


def write_draft(folder: BriefFolder, files: dict[Path, bytes], discard_edits: bool) -> tuple[Path, ...]:
    """Write a new draft; hand edits are looked for once more, since the analysis took a while."""
    edited = storage.read_bytes(folder.brief) if folder.is_hand_edited() else None
    if edited is not None:
        if not discard_edits:
            folder.refuse_hand_edits()
        files = {folder.backup(): edited, **files}
    storage.write_whole(folder.path, files)
    return tuple(files)


@functools.cache  # one batch writes the same into each of its folders
def _schema(kind: Literal["brief", "overrides"], sections: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(briefyaml.json_schema(kind, dict(sections)), indent=2, ensure_ascii=False) + "\n"
