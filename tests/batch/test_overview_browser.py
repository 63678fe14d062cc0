"""The overview in a browser: it filters by itself, and runs nothing that is not its own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import lxml.html
import pytest
from test_overview import ENTRIES, HOSTILE, entry
from tools import need

from briefgen.batch.overview.page import page
from briefgen.batch.overview.rows import rows

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("overview") / "index.html"
    bad = entry("bad", parties=[HOSTILE], text=f"{HOSTILE}<script>document.title = 'taken'</script>")
    path.write_bytes(page(rows([*ENTRIES, bad | {"title": HOSTILE}])))
    return path


def browse(path: Path, asked: str = "") -> lxml.html.HtmlElement:
    """The page as it is once the browser has run it, opened at what stands behind the #."""
    chromium = need("chromium", "chromium")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=3000",
        f"--user-data-dir={path.parent}/x",
    ]
    done = subprocess.run(
        [chromium, *flags, "--dump-dom", f"{path.as_uri()}{asked}"], capture_output=True, check=True, timeout=120
    )
    return lxml.html.fromstring(done.stdout.decode())


def shown(document: lxml.html.HtmlElement) -> list[str]:
    """The briefs of the rows that can be seen, from the top."""
    names = [row.xpath("string(.//a)") for row in document.xpath("//tbody/tr[not(@hidden)]")]
    assert document.xpath("string(//*[@id='count'])") == f"{len(names)} of 5 lines"
    return [name.removeprefix("Title of ") for name in names]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("", ["d", "c", HOSTILE, "a", "b"]),
        ("#holder=Norland", ["a"]),
        ("#owner=Suthmark", ["d", "c", "b"]),
        ("#holder=Norland&owner=Norland", ["d", "c", "a", "b"]),
        ("#from=2024-05-12&until=2024-05-31", ["d"]),
        ("#until=2024-05-09", []),
        ("#from=2024-05-16", ["c"]),
        ("#text=STEP+pledged&order=brief", ["b", "c", "d"]),
        ("#order=party&text=title+of", ["a", "d", "c", "b"]),
        ("#length=1&nothing=2", ["d", "c", HOSTILE, "a", "b"]),
    ],
)
def test_it_shows_what_is_asked_for(overview: Path, asked: str, wanted: list[str]) -> None:
    document = browse(overview, asked)
    assert shown(document) == wanted
    assert document.xpath("string(//title)") == "Red lines and next steps"
    assert not document.xpath("//img")
    assert not document.xpath("//form[@hidden]")


TYPED = """<script>
const field = document.querySelector("[name=holder]");
field.value = "Norland";
field.dispatchEvent(new Event("input", {bubbles: true}));
document.body.dataset.kept = location.hash;
</script></body>"""


def test_it_follows_what_is_typed_and_keeps_it_in_the_address(overview: Path, tmp_path: Path) -> None:
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", overview.read_text(encoding="utf-8"))
    typed = tmp_path / "typed.html"
    typed.write_text(text.replace("</body>", TYPED), encoding="utf-8")
    document = browse(typed)
    assert shown(document) == ["a"]
    assert document.xpath("string(//body/@data-kept)") == "#holder=Norland"


def test_a_script_of_somebody_else_is_not_run(overview: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.html"
    text = overview.read_text(encoding="utf-8")
    added.write_text(text.replace("</body>", "<script>document.title = 'taken'</script></body>"), encoding="utf-8")
    assert browse(added).xpath("string(//title)") == "Red lines and next steps"
