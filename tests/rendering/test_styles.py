"""House styles: what is found, what is refused, and that the built-in one can be read by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import RenderError, StyleError
from briefgen.rendering import load_style, write
from briefgen.rendering.styles import read_style

from .sample import bare_brief

MEMO = Path(__file__).parents[2] / "templates" / "info-memo.yaml"


def test_an_unknown_style_names_the_known_and_the_nearest() -> None:
    with pytest.raises(StyleError) as told:
        load_style("info-mmeo")
    assert str(told.value) == "no style is called 'info-mmeo'\n  Did you mean info-memo? Known styles: info-memo."


def test_a_path_is_not_a_style() -> None:
    with pytest.raises(StyleError, match="no style is called"):
        load_style("../templates/info-memo")


@pytest.mark.parametrize(
    ("wrong", "right", "line", "message"),
    [
        ("margin:", "margins:", 6, "margin: Extra inputs are not permitted"),
        ("paper: A3", "paper: A4", 5, "paper: Input should be 'A4'"),
        ("top: wide", "top: 27", 6, "margins.top: Input should be a valid number"),
        ("accent: blue", 'accent: "1F3A5F"', 11, "colours.accent: String should match pattern"),
        ("column: actors", "column: actor", 18, "has no column 'actors'; its columns: actor, position, source"),
        ("section: redlines", "section: red_lines", 24, "sections.3.section: Input should be 'bottom_line'"),
        ("section: key_points", "section: bottom_line", 1, "sections given twice: key_points"),
        ("dates: [", "dates: day month year", 14, "not valid YAML"),
    ],
)
def test_a_wrong_style_file_is_refused_with_its_line(
    tmp_path: Path, wrong: str, right: str, line: int, message: str
) -> None:
    file = tmp_path / "mine.yaml"
    text = MEMO.read_text(encoding="utf-8")
    assert text.count(right) == 1
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(StyleError) as told:
        read_style(file)
    assert str(told.value).startswith(f"{file}:{line}: ")
    assert message in str(told.value)


def test_a_style_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StyleError, match="cannot be read"):
        read_style(file)


def test_the_colours_of_the_text_stand_out_from_paper_and_shade() -> None:
    colours = load_style("info-memo").colours
    for ink in (colours.accent, colours.quiet):
        for ground in ("FFFFFF", colours.shade):
            assert _contrast(ink, ground) >= 4.5, (ink, ground)


def test_an_unknown_format_names_the_known() -> None:
    with pytest.raises(RenderError, match="no format is called 'odt'\n  Known formats: docx, pdf, md"):
        write(bare_brief(), load_style("info-memo"), "odt")


def _contrast(ink: str, ground: str) -> float:
    """As WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
