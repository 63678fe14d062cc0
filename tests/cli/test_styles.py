"""House styles from the command line: what there is, a style of the user's own, and documents in it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from calls import Run
from jsonschema import Draft202012Validator

BUILT_IN = ["assessment", "info-memo", "meeting-brief", "one-page", "sitrep", "submission"]
TEMPLATES = Path(__file__).parents[2] / "templates"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def own(run: Run, tmp_path: Path) -> Path:
    """A style of the user's own in the working folder, with a section that no built-in style has."""
    assert run("styles", "new", "cabinet").code == 0
    file = tmp_path / "cabinet.style.yaml"
    edit(file, "paper: A4", "paper: Letter\nown_sections: {treaty_basis: the articles that apply}")
    edit(file, "- section: contact", "- {section: treaty_basis, label: Treaty basis}\n- section: contact")
    edit(file, "label: Information memo", "label: Note to the cabinet")
    return file


def test_the_list_says_what_each_style_is_for(run: Run) -> None:
    done = run("styles")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in done.files] == BUILT_IN
    assert all(len(line.split()) > 5 for line in done.files)


def test_a_style_is_printed_as_its_file_stands(run: Run) -> None:
    assert run("styles", "sitrep").out == (TEMPLATES / "sitrep.yaml").read_text(encoding="utf-8")


def test_an_unknown_style_is_refused_with_the_nearest(run: Run) -> None:
    done = run("styles", "sitrap")
    assert (done.code, done.out) == (1, "")
    assert "no style is called 'sitrap'\n  Did you mean sitrep?" in done.err


def test_a_new_style_is_a_copy_that_editors_know_the_schema_of(run: Run, tmp_path: Path) -> None:
    done = run("styles", "new", "ministry", "--from", "submission")
    file = tmp_path / "ministry.style.yaml"
    assert (done.code, done.files) == (0, [str(file)])
    modeline, text = file.read_text(encoding="utf-8").split("\n", 1)
    model = (TEMPLATES / "submission.yaml").read_text(encoding="utf-8")
    assert text == model.replace("name: submission", "name: ministry")
    schema = json.loads((tmp_path / modeline.partition("$schema=")[2]).read_text(encoding="utf-8"))
    assert schema == json.loads(run("schema", "style").out)
    Draft202012Validator(schema).validate(yaml.safe_load(text))


def test_a_new_style_from_ones_own_has_one_line_for_editors(run: Run, own: Path, tmp_path: Path) -> None:
    assert run("styles", "new", "second", "--from", "cabinet").code == 0
    text = (tmp_path / "second.style.yaml").read_text(encoding="utf-8")
    assert text.count("yaml-language-server") == 1
    assert "treaty_basis" in text


def test_a_style_that_is_there_is_not_written_over(run: Run, own: Path) -> None:
    before = own.read_bytes()
    done = run("styles", "new", "cabinet")
    assert (done.code, done.out) == (1, "")
    assert "cabinet.style.yaml is there already" in done.err
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["new"], 2, "say what to call the style"),
        (["new", "new"], 2, "is no name for a style"),
        (["new", "../up"], 2, "is no name for a style"),
        (["new", "Ministry"], 2, "is no name for a style"),
        (["new", "a" * 65], 2, "is no name for a style"),
        (["new", "ministry", "--from", "submision"], 1, "no style is called 'submision'\n  Did you mean submission?"),
        (["sitrep", "one-page"], 2, "one style at a time"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_written(
    run: Run, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    done = run("styles", *arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_style_of_ones_own_is_used_and_kept_for_the_next_run(run: Run, own: Path, brief: Path) -> None:
    assert run("make", "talks.txt", "--style", "cabinet", "--format", "md").code == 0
    assert yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))["given"]["style"] == "cabinet"
    assert "Note to the cabinet" in (brief / "talks.md").read_text(encoding="utf-8")
    assert run("make", "talks.txt", "--format", "docx").code == 0
    written = docx.Document(str(brief / "talks.docx"))
    assert written.paragraphs[0].text == "Note to the cabinet"
    assert round(written.sections[0].page_width.mm) == 216


def test_another_style_for_one_rendering_is_not_kept(run: Run, brief: Path) -> None:
    before = (brief / "brief.yaml").read_bytes()
    assert run("render", brief, "--style", "one-page", "--format", "md").code == 0
    assert "One-page brief" in (brief / "talks.md").read_text(encoding="utf-8")
    assert (brief / "brief.yaml").read_bytes() == before


@pytest.mark.parametrize("command", [["make", "talks.txt"], ["render", "output/talks"]])
def test_a_style_that_is_not_known_is_refused_before_anything_is_written(
    run: Run, brief: Path, command: list[str]
) -> None:
    before = (brief / "talks.docx").stat().st_mtime_ns
    done = run(*command, "--style", "inf-memo")
    assert (done.code, done.out) == (1, "")
    assert "no style is called 'inf-memo'\n  Did you mean info-memo?" in done.err
    assert (brief / "talks.docx").stat().st_mtime_ns == before


def test_a_section_of_the_styles_own_is_written_checked_and_captured(run: Run, own: Path, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("sections: {treaty_basis: Article 12}\n", encoding="utf-8")
    assert run("make", "talks.txt", "--style", "cabinet", "--format", "md").code == 0
    assert "## Treaty basis\n\nArticle 12" in (brief / "talks.md").read_text(encoding="utf-8")
    assert "schema" not in run("check", brief).out
    for kind in ("brief", "overrides"):
        schema = json.loads((brief / ".briefgen" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        section = schema["properties"]["sections"]["properties"]["treaty_basis"]
        assert section["description"] == "the articles that apply"
        assert schema == json.loads(run("schema", kind).out)
    draft = brief / "brief.yaml"
    draft.write_text(f"{draft.read_text(encoding='utf-8')}sections: {{treaty_basis: Article 13}}\n", encoding="utf-8")
    assert run("capture", brief).code == 0
    assert "Article 13" in (brief / "overrides.yaml").read_text(encoding="utf-8")
    assert "Article 13" in run("show", brief).out


def test_a_section_that_no_style_has_is_refused_with_its_place(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("sections: {treaty_basis: Article 12}\n", encoding="utf-8")
    done = run("render", brief)
    assert done.code == 1
    assert "overrides.yaml:1:12: unknown key" in done.err
    assert "treaty_basis" in done.err


def test_a_letterhead_is_written_under(run: Run, brief: Path, tmp_path: Path) -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Ministry of Straits and Narrows"
    paper.save(str(tmp_path / "ministry.docx"))
    assert run("render", brief, "--letterhead", "ministry.docx", "--format", "docx").code == 0
    written = docx.Document(str(brief / "talks.docx"))
    assert written.sections[0].header.paragraphs[0].text == "Ministry of Straits and Narrows"


def test_a_letterhead_that_is_none_is_refused(run: Run, brief: Path) -> None:
    before = (brief / "talks.docx").read_bytes()
    done = run("render", brief, "--letterhead", "talks.txt")
    assert done.code == 1
    assert "the letterhead talks.txt is not a Word document\n  Save it in Word as .docx" in done.err
    assert (brief / "talks.docx").read_bytes() == before


def test_a_clean_copy_has_no_comments(run: Run, brief: Path) -> None:
    step = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))["next_steps"][0]["id"]
    edits = f"next_steps:\n- {{id: {step}, confidence: low}}\n"
    (brief / "overrides.yaml").write_text(edits, encoding="utf-8")
    for options, commented in (([], True), (["--clean"], False)):
        assert run("render", brief, "--format", "docx", *options).code == 0
        with zipfile.ZipFile(brief / "talks.docx") as package:
            assert ("word/comments.xml" in package.namelist()) is commented


def test_a_style_that_cannot_be_read_is_listed_named_by_doctor_and_told_where(run: Run, own: Path, brief: Path) -> None:
    edit(own, "paper: Letter", "papre: Letter")
    wrong = f"{own}:7:1: unknown key 'papre'; did you mean paper?"
    listed = run("styles")
    assert (listed.code, listed.files[-1]) == (0, f"cabinet        cannot be used: {wrong}")
    checks = {check["name"]: check for check in json.loads(run("doctor", "--json").out)}
    assert checks["style cabinet"]["found"] == wrong
    assert not checks["style cabinet"]["ok"]
    assert checks["configuration folder"]["found"].endswith("briefgen")
    done = run("render", brief, "--style", "cabinet")
    assert done.code == 1
    assert wrong in done.err


def test_a_style_in_the_configuration_folder_is_found_everywhere(run: Run, own: Path) -> None:
    checks = {check["name"]: check for check in json.loads(run("doctor", "--json").out)}
    folder = Path(checks["configuration folder"]["found"])
    folder.mkdir(parents=True)
    own.rename(folder / own.name)
    try:
        assert run("styles", "cabinet").out.startswith("# yaml-language-server")
        assert str(folder) in run("styles").out
    finally:
        (folder / own.name).unlink()
