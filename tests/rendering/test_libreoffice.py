"""LibreOffice opens the .docx and lays it out with the same words as ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdf
import pytest
from tools import need

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, outline, write

from .readback import bare, outline_lines
from .sample import bare_brief, full_brief, long_brief

STYLE = load_style("info-memo")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def soffice() -> str:
    return need("soffice", "libreoffice-writer")


def converted(soffice: str, brief: Brief, folder: Path) -> pypdf.PdfReader:
    """The brief's .docx as LibreOffice prints it."""
    (folder / "brief.docx").write_bytes(write(brief, STYLE, "docx").content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "brief.docx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return pypdf.PdfReader(folder / "brief.pdf")


@pytest.mark.parametrize(("brief", "pages"), [(full_brief(), 4), (bare_brief(), 1), (long_brief(60), 9)])
def test_libreoffice_lays_out_every_line(soffice: str, brief: Brief, pages: int, tmp_path: Path) -> None:
    reader = converted(soffice, brief, tmp_path)
    assert abs(len(reader.pages) - pages) <= 1
    text = bare("".join(page.extract_text() for page in reader.pages))
    for line in outline_lines(outline(brief, STYLE)):
        assert line in text or len(line) > 60  # a longer line may have a page's head and foot in it
    assert bare(f"Page 1 of {len(reader.pages)}") in bare(reader.pages[0].extract_text())


def test_libreoffice_keeps_the_links_to_the_annex(soffice: str, tmp_path: Path) -> None:
    reader = converted(soffice, full_brief(), tmp_path)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert len([note for note in notes if note["/Subtype"] == "/Link"]) > 40
