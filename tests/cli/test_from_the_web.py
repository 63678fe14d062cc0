"""`briefgen make URL`: the brief of a page that a server on loopback gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from calls import Run

from briefgen.briefyaml import load
from tests.sources.pages import page
from tests.web_servers import Reply, Site, web_server


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {"/": Reply(status=302, headers={"Location": "/world/ports"}), "/world/ports": Reply(page().encode())}
    with web_server(Site(dict(pages))) as running:
        yield running


def test_a_brief_of_a_page_is_named_after_its_title_and_made_again_in_its_folder(
    run: Run, site: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "output" / "ports-reopen-in-norland"
    for _ in range(2):
        done = run("make", site.address, "--allow-private", "--format", "docx")
        assert done.code == 0, done.err
        assert f"{folder.relative_to(tmp_path)}/ports-reopen-in-norland.docx" in done.out
    brief = load((folder / "brief.yaml").read_text(), folder / "brief.yaml")
    (source,) = brief.sources
    assert (source.title, source.publisher, str(source.published)) == (
        "Ports reopen in Norland",
        "The Harbour Post",
        "2024-05-03",
    )
    assert (source.url, source.file) == (f"{site.address}/world/ports", None)
    assert brief.given.url is None


def test_what_cannot_be_read_leaves_nothing(run: Run, site: Site, tmp_path: Path) -> None:
    done = run("make", site.address)
    assert (done.code, done.out) == (1, "")
    assert "--allow-private" in done.err
    assert list(tmp_path.iterdir()) == []
