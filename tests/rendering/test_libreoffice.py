"""LibreOffice opens the .docx and lays it out with the same words as ours; and ours is written under its letterhead."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import docx
import pypdf
import pytest
from tools import need

from briefgen.model.brief import Brief
from briefgen.model.style import Style
from briefgen.rendering import load_style, outline, write

from .readback import bare, outline_lines, word_lines
from .sample import bare_brief, full_brief, human_brief, long_brief, two_sources_brief

STYLES = ["assessment", "info-memo", "meeting-brief", "one-page", "sitrep", "submission"]
STYLE = load_style("info-memo")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def soffice() -> str:
    return need("soffice", "libreoffice-writer")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's settings; it takes long to write them anew."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def convert(soffice: str, profile: Path, tmp_path: Path):
    def converted(file: Path, extension: str) -> Path:
        """`file` as LibreOffice writes it in another format."""
        settings, folder = f"-env:UserInstallation={profile.as_uri()}", tmp_path / "converted"
        command = [soffice, settings, "--headless", "--convert-to", extension, "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"{file.stem}.{extension}"

    return converted


@pytest.fixture
def printed(convert, tmp_path: Path):
    def printed(brief: Brief, style: Style) -> pypdf.PdfReader:
        """The brief's .docx as LibreOffice prints it."""
        file = tmp_path / "brief.docx"
        file.write_bytes(write(brief, style, "docx").content)
        return pypdf.PdfReader(convert(file, "pdf"))

    return printed


@pytest.mark.parametrize("style", STYLES)
def test_libreoffice_lays_out_every_line_on_about_as_many_pages(printed, style: str) -> None:
    look = load_style(style)
    reader = printed(human_brief(), look)
    ours = pypdf.PdfReader(io.BytesIO(write(human_brief(), look, "pdf").content))
    assert abs(len(reader.pages) - len(ours.pages)) <= 1
    text = bare("".join(page.extract_text() for page in reader.pages))
    for line in outline_lines(outline(human_brief(), look), notes=False):
        assert line in text or len(line) > 60  # a longer line may have a page's head and foot in it
    assert bare(f"Page 1 of {len(reader.pages)}") in bare(reader.pages[0].extract_text())


@pytest.mark.parametrize(("brief", "pages"), [(full_brief(), 4), (bare_brief(), 1), (long_brief(60), 9)])
def test_short_and_long_briefs_take_the_pages_that_they_need(printed, brief: Brief, pages: int) -> None:
    assert abs(len(printed(brief, STYLE).pages) - pages) <= 1


def test_libreoffice_keeps_the_links_to_the_annex(printed) -> None:
    reader = printed(full_brief(), STYLE)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert len([note for note in notes if note["/Subtype"] == "/Link"]) > 40


@pytest.mark.parametrize("style", STYLES)
def test_a_letterhead_that_libreoffice_made_is_written_under(convert, printed, tmp_path: Path, style: str) -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Ministry of Straits and Narrows"
    for name in ("Title", "Heading 1", "Heading 2", "List Bullet"):
        paper.add_paragraph("Used once, so that it is saved.", style=name)
    paper.save(str(tmp_path / "paper.docx"))
    letterhead = convert(convert(tmp_path / "paper.docx", "odt"), "docx")
    look = load_style(style).model_copy(update={"letterhead": str(letterhead)})
    content = write(two_sources_brief(), look, "docx").content
    assert word_lines(content) == outline_lines(outline(two_sources_brief(), look), notes=False)
    text = bare("".join(page.extract_text() for page in printed(two_sources_brief(), look).pages))
    assert bare("Ministry of Straits and Narrows") in text
    for line in outline_lines(outline(two_sources_brief(), look), notes=False):
        assert line in text or len(line) > 60
