"""A file spoilt at random is either still a brief or refused with a line; nothing else ever happens."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.briefyaml import dump, load, load_overrides, merge
from briefgen.errors import BriefFileError

from .norland import norland, uncommented_example

BRIEF = dump(norland())
EDITS = uncommented_example(norland())
SCRAPS = [
    *(
        ":",
        ": ",
        "- ",
        "#",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "|",
        ">",
        "&a ",
        "*a",
        "!",
        "!!str ",
        "%",
        "@",
        "?",
        "? ",
        "\t",
    ),
    *(
        "\n",
        "\r",
        " ",
        "  ",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\\",
        "---\n",
        "...\n",
        "~",
        "null",
        "<<: ",
    ),
    *("é", "👍", "id: ", "drop: true\n", "after: own-1\n", "2031-02-30", "9" * 30, "\\ud800", "\\UFFFFFFFF"),
]


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """The text after one to four mishaps: characters cut out, scraps put in, lines cut, doubled, moved or indented."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start) + 1 or len(text)
        line = text[line_start:line_end]
        match draw(st.integers(0, 5)):
            case 0:
                text = text[:start] + text[start + draw(st.integers(1, 9)) :]
            case 1:
                text = text[:start] + draw(st.sampled_from(SCRAPS)) + text[start:]
            case 2:
                text = text[:line_start] + text[line_end:]
            case 3:
                text = text[:line_end] + line + text[line_end:]
            case 4:
                text = text[:line_start] + text[line_end:] + line
            case _:
                text = text[:line_start] + " " * draw(st.integers(1, 3)) + text[line_start:]
    return text


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(BRIEF))
def test_a_mutated_brief_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        brief = load(text, Path("brief.yaml"))
    except BriefFileError as error:
        assert error.place is not None
        assert 1 <= error.place.line <= len(text.splitlines()) + 1
        assert error.hint
    else:
        assert load(dump(brief), Path("brief.yaml")) == brief


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(EDITS))
def test_mutated_overrides_are_merged_or_refused_with_a_line(text: str) -> None:
    try:
        brief = merge(norland(), load_overrides(text, Path("overrides.yaml"))).brief
    except BriefFileError as error:
        assert error.place is not None
        assert error.hint
    else:
        assert load(dump(brief), Path("brief.yaml")) == brief
