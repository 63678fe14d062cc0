"""House styles: what is found, what is refused and in which words, and that everybody can read the built-in ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import RenderError, StyleError
from briefgen.rendering import load_style, write
from briefgen.rendering.styles import read_style, style_files

from .sample import bare_brief

MEMO = Path(__file__).parents[2] / "templates" / "info-memo.yaml"
BUILT_IN = ["assessment", "info-memo", "meeting-brief", "one-page", "sitrep", "submission"]


def test_six_styles_are_built_in_each_under_its_file_name() -> None:
    assert [file.name for file in style_files()] == BUILT_IN
    assert [load_style(name).name for name in BUILT_IN] == BUILT_IN
    assert all(load_style(name).description for name in BUILT_IN)


def test_an_unknown_style_names_the_known_and_the_nearest() -> None:
    with pytest.raises(StyleError) as told:
        load_style("info-mmeo")
    known = ", ".join(BUILT_IN)
    assert str(told.value) == f"no style is called 'info-mmeo'\n  Did you mean info-memo? Known styles: {known}."


def test_a_path_is_not_a_style() -> None:
    with pytest.raises(StyleError, match="no style is called"):
        load_style("../templates/info-memo")


def test_a_style_of_the_users_own_is_found_and_hides_a_built_in_one(tmp_path: Path) -> None:
    text = MEMO.read_text(encoding="utf-8").replace("label: Information memo", "label: Note to the Secretary-General")
    near, far = tmp_path / "work", tmp_path / "settings"
    for folder, label in ((near, "Nearer"), (far, "Farther")):
        folder.mkdir()
        own = text.replace("name: info-memo", "name: cabinet").replace("Note to", f"{label} note to")
        (folder / "cabinet.style.yaml").write_text(own, encoding="utf-8")
    (far / "info-memo.style.yaml").write_text(text, encoding="utf-8")
    assert load_style("cabinet", [near, far]).label == "Nearer note to the Secretary-General"
    assert load_style("info-memo", [near, far]).label == "Note to the Secretary-General"
    assert [file.name for file in style_files([near, far]) if file.own] == ["cabinet", "info-memo"]


def test_the_letterhead_of_a_style_lies_beside_its_file(tmp_path: Path) -> None:
    file = tmp_path / "cabinet.style.yaml"
    file.write_text(f"letterhead: paper/head.docx\n{MEMO.read_text(encoding='utf-8')}", encoding="utf-8")
    assert read_style(file).letterhead == str(tmp_path / "paper" / "head.docx")


def line_and_column(text: str, part: str) -> str:
    before = text[: text.index(part)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize(
    ("right", "wrong", "at", "message"),
    [
        ("margins:", "margin:", "margin:", "unknown key 'margin'; did you mean margins?"),
        ("{top: 27", "{topp: 27", "topp", "unknown key 'topp'; did you mean top?"),
        ("paper: A4", "paper: A3", "paper", "paper cannot be 'A3'; write one of 'A4' or 'Letter'"),
        ("top: 27", "top: wide", "top: wide", "margins.top: Input should be a valid number"),
        ('accent: "1F3A5F"', "accent: blue", "accent", "colours.accent: String should match pattern"),
        ("section: red_lines", "section: redlines", "section: redlines", "called 'redlines'; did you mean red_lines?"),
        ("section: key_points", "section: bottom_line", "name:", "sections given twice: bottom_line"),
        ("dates: day month year", "dates: [", "fields:", "not valid YAML"),
        ("form: list", "form: cloud", "form: cloud", "cannot be 'cloud'; write one of 'table' or 'list'"),
        ("lines: 4", "lines: 0", "lines", "limits.lines: Input should be greater than or equal to 1"),
        ("name: info-memo", "", "description:", "the key name is missing"),
        (
            "pdf: Source Serif Pro",
            "pdf: Garamond",
            "pdf: Gar",
            "fonts.text.pdf cannot be 'Garamond'; write one of 'Source Serif Pro' or 'Source Sans Pro'",
        ),
        ("word: Cambria", f"word: {'x' * 32}", "word", "fonts.text.word: String should have at most 31 characters"),
        ("word: Cambria", 'word: "\\0"', '"\\0"', "a text has the character U+0000, which no document can hold"),
        ("label: Contact", 'label: "\\ud800"', '"\\ud800"', "a text has the character U+D800"),
    ],
)
def test_a_wrong_style_file_is_refused_with_line_and_column(
    tmp_path: Path, right: str, wrong: str, at: str, message: str
) -> None:
    file = tmp_path / "mine.yaml"
    text = MEMO.read_text(encoding="utf-8").replace("label: Red lines", "label: Red lines\n  form: list")
    assert text.count(right) == 1
    text = text.replace(right, wrong)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError) as told:
        read_style(file)
    assert message in str(told.value)
    assert str(told.value).startswith(f"{file}:{line_and_column(text, at)}: ")


def test_a_column_that_a_section_lacks_is_refused_with_those_it_has(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    columns = "label: Red lines\n  columns: [{column: actor, label: Actor, width: 1}]"
    file.write_text(MEMO.read_text(encoding="utf-8").replace("label: Red lines", columns), encoding="utf-8")
    with pytest.raises(StyleError, match="red_lines has no column 'actor'; its columns: number, holder, statement"):
        read_style(file)


def test_a_section_of_the_styles_own_is_declared_first(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    text = MEMO.read_text(encoding="utf-8").replace("section: contact", "section: treaty_basis")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError, match="declared under own_sections"):
        read_style(file)
    file.write_text(f"own_sections: {{treaty_basis: the articles that apply}}\n{text}", encoding="utf-8")
    assert "treaty_basis" in read_style(file).human_sections


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"name: x\n" * 200_000])
def test_a_style_file_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(content)
    with pytest.raises(StyleError, match=r"cannot be read|larger than a style can be"):
        read_style(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[" * 5000, "nested too deeply"),
        ("name: 2024-99-99", "month must be in 1..12"),
        (f"name: {'9' * 5000}", "Exceeds the limit"),
        ("- a", "valid dictionary"),
        ("&a [*a]", "valid dictionary"),
        ("name: a\npaper: &a [*a]", "[...]]]]]]]; write one of 'A4' or 'Letter'"),
        ("", "valid dictionary"),
    ],
)
def test_yaml_that_is_no_style_is_refused(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(StyleError) as told:
        read_style(file)
    assert message in str(told.value)
    assert str(told.value).startswith(str(file))


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_colours_of_the_text_stand_out_from_paper_and_shade(name: str) -> None:
    colours = load_style(name).colours
    for ink in (colours.accent, colours.quiet):
        for ground in ("FFFFFF", colours.shade):
            assert _contrast(ink, ground) >= 4.5, (ink, ground)


def test_an_unknown_format_names_the_known() -> None:
    with pytest.raises(RenderError, match="no format is called 'odt'\n  Known formats: docx, pdf, html, md"):
        write(bare_brief(), load_style("info-memo"), "odt")


def _contrast(ink: str, ground: str) -> float:
    """As WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
