"""The brief's folder: which file is whose, and what may not be overwritten."""

import os
from pathlib import Path

import pytest

from briefgen.errors import StorageError
from briefgen.model.article import Source
from briefgen.model.brief import SourceInfo
from briefgen.storage import BriefFolder, write_together


def drafted(folder: BriefFolder, text: bytes = b"title: x\n") -> BriefFolder:
    write_together({folder.brief: text, folder.last_draft: text})
    return folder


def test_documents_bear_the_folders_name_even_when_seen_from_inside(tmp_path: Path, monkeypatch) -> None:
    folder = BriefFolder.under(tmp_path, "talks")
    assert folder.document("docx") == tmp_path / "talks" / "talks.docx"
    folder.path.mkdir()
    monkeypatch.chdir(folder.path)
    assert BriefFolder(Path()).document("pdf") == Path("talks.pdf")


def test_a_draft_as_the_machine_left_it_may_be_overwritten(tmp_path: Path) -> None:
    folder = drafted(BriefFolder(tmp_path / "talks"))
    folder.refuse_hand_edits()
    assert not folder.is_hand_edited()


@pytest.mark.parametrize("edit", [b"title: y\n", b"title: x\r\n", b""])
def test_a_hand_edit_is_not_overwritten(tmp_path: Path, edit: bytes) -> None:
    folder = drafted(BriefFolder(tmp_path / "talks"))
    folder.brief.write_bytes(edit)
    with pytest.raises(StorageError, match="was edited by hand") as caught:
        folder.refuse_hand_edits()
    assert "overrides.yaml" in caught.value.hint
    assert "--discard-edits" in caught.value.hint


def test_a_brief_without_a_last_draft_counts_as_hand_written(tmp_path: Path) -> None:
    folder = drafted(BriefFolder(tmp_path))
    folder.last_draft.unlink()
    assert folder.is_hand_edited()


def test_backups_never_overwrite_each_other(tmp_path: Path) -> None:
    folder = BriefFolder(tmp_path)
    names = []
    for _ in range(3):
        names.append(folder.backup().name)
        folder.backup().touch()
    assert names == ["brief.yaml.bak", "brief.yaml.2.bak", "brief.yaml.3.bak"]


def source(file: str | None, sha256: str = "1", url: str | None = None) -> Source:
    return Source("A", file=file, sha256=sha256, url=url)


OWNER = [SourceInfo(id="A", file="news.txt", sha256="1", url="https://example.org/1")]


@pytest.mark.parametrize(
    "same",
    [
        source("news.txt", sha256="2"),
        source("./news.txt", sha256="2"),
        source("elsewhere/copy.txt", sha256="1"),
        source(None, sha256="1"),
        source("other.txt", sha256="2", url="https://example.org/1"),
    ],
)
def test_the_same_file_url_or_text_is_the_same_article(tmp_path: Path, monkeypatch, same: Source) -> None:
    monkeypatch.chdir(tmp_path)
    folder = BriefFolder(Path("output/news"))
    write_together({folder.origin: folder.way_to(source("news.txt")).encode()})
    folder.refuse_other_source(OWNER, same)


@pytest.mark.parametrize(
    "other",
    [source("sub/news.txt", sha256="2"), source(None, sha256="2"), source("n.txt", "2", "https://example.org/2")],
)
def test_another_article_is_refused_with_a_way_out(tmp_path: Path, monkeypatch, other: Source) -> None:
    monkeypatch.chdir(tmp_path)
    folder = BriefFolder(Path("output/news"))
    write_together({folder.origin: folder.way_to(source("news.txt")).encode()})
    with pytest.raises(StorageError, match=r"another article \(https://example.org/1\)") as caught:
        folder.refuse_other_source(OWNER, other)
    assert "--name" in caught.value.hint


def test_two_files_of_one_name_in_different_folders_are_two_articles(tmp_path: Path, monkeypatch) -> None:
    folder = BriefFolder(tmp_path / "out" / "news")
    for name in ("monday", "tuesday"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "monday")
    write_together({folder.origin: folder.way_to(source("news.txt")).encode()})
    monkeypatch.chdir(tmp_path / "tuesday")
    with pytest.raises(StorageError, match="another article"):
        folder.refuse_other_source([SourceInfo(id="A", file="news.txt", sha256="1")], source("news.txt", sha256="2"))


def test_a_first_draft_does_not_overwrite_somebodys_document(tmp_path: Path) -> None:
    folder = BriefFolder(tmp_path / "talks")
    write_together({folder.document("docx"): b"my own"})
    folder.refuse_foreign_files(["pdf"])
    with pytest.raises(StorageError, match=r"talks\.docx is there already"):
        folder.refuse_foreign_files(["pdf", "docx"])


def test_an_output_folder_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="is a file, not a folder"):
        BriefFolder.under(tmp_path / "file" / "deeper", "talks")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission_is_told_before_the_work(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(StorageError, match="permission denied"):
        BriefFolder.under(tmp_path, "talks")
