"""Every .docx is valid by the schema and the rules that Word opens files by, so it asks nobody whether to repair it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, write

from .sample import bare_brief, full_brief, human_brief, long_brief, two_sources_brief
from .test_hostile import NASTY, filled

pytestmark = pytest.mark.slow
STYLES = ["assessment", "info-memo", "meeting-brief", "one-page", "sitrep", "submission"]
BRIEFS = {
    "full": full_brief(),
    "what only humans write": human_brief(),
    "two sources, a marking": two_sources_brief(),
    "nothing found": bare_brief(),
    "60 red lines": long_brief(60),
    "hostile text": filled(NASTY),
    "long words": filled("x" * 10_000),
}


def faults(content: bytes, folder: Path) -> list[str]:
    """What the validator has against a .docx."""
    file = folder / "checked.docx"
    file.write_bytes(content)
    return [str(fault) for fault in OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(file).errors]


@pytest.fixture(scope="module")
def letterhead(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Paper with what letterheads have lying about: a remark on the text, and a first page of its own."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Ministry of Straits and Narrows"
    section.footer.paragraphs[0].text = "12 Harbour Row, Port Sorrel"
    document.styles["Normal"].font.size = Pt(12)
    document.add_comment(document.add_paragraph().add_run("Type here."), "Is this the new crest?", author="Print Shop")
    file = tmp_path_factory.mktemp("letterhead") / "ministry.docx"
    document.save(str(file))
    return file


@pytest.mark.parametrize("under_letterhead", [False, True], ids=["own paper", "letterhead"])
@pytest.mark.parametrize("brief", BRIEFS.values(), ids=BRIEFS)
@pytest.mark.parametrize("style", STYLES)
def test_every_style_makes_valid_word(
    style: str, brief: Brief, under_letterhead: bool, letterhead: Path, tmp_path: Path
) -> None:
    look = load_style(style).model_copy(update={"letterhead": str(letterhead) if under_letterhead else None})
    assert faults(write(brief, look, "docx").content, tmp_path) == []


def test_remarks_on_the_letterhead_do_not_come_along(letterhead: Path) -> None:
    look = load_style("info-memo").model_copy(update={"letterhead": str(letterhead)})
    for fair in (False, True):
        with zipfile.ZipFile(io.BytesIO(write(full_brief(), look, "docx", fair=fair).content)) as package:
            assert not [name for name in package.namelist() if b"Print Shop" in package.read(name)]


def test_the_validator_finds_what_word_would_repair(tmp_path: Path) -> None:
    """Else its silence above would mean nothing."""
    content = write(full_brief(), load_style("info-memo"), "docx").content
    for old, new in ((b"<w:tblGrid>", b"<w:tblGrid><w:p/>"), (b'w:type="dxa"', b'w:type="inches"')):
        spoilt = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(spoilt, "w") as copy:
            for name in package.namelist():
                data = package.read(name)
                copy.writestr(name, data.replace(old, new, 1) if name == "word/document.xml" else data)
        assert faults(spoilt.getvalue(), tmp_path)
