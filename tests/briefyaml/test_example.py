"""What a new overrides.yaml starts with."""

from __future__ import annotations

from pathlib import Path

from briefgen.briefyaml import example_overrides, load_overrides, merge
from briefgen.model.brief import Brief

from .norland import norland, uncommented_example

FILE = Path("overrides.yaml")


def test_as_it_is_the_example_changes_nothing() -> None:
    assert not load_overrides(example_overrides(norland()), FILE)
    assert example_overrides(norland()).startswith("# yaml-language-server: $schema=.briefgen/overrides.schema.json\n")


def test_with_its_marks_taken_away_the_example_shows_every_kind_of_edit() -> None:
    brief = merge(norland(), load_overrides(uncommented_example(norland()), FILE)).brief
    assert (brief.title, brief.header.to) == ("A title of your own", "The Minister")
    assert [red_line.id[:4] for red_line in brief.red_lines] == ["red-", "own-"]
    assert brief.red_lines[0].holder == "The party whose red line it is"
    assert [step.id for step in brief.next_steps] == ["nxt-02", "nxt-01"]
    assert brief.next_steps[1].owners == ["Who is to do it"]
    assert list(brief.sections) == ["recommendation", "lines_to_take", "background"]
    assert brief.sections["background"] == "A text of several lines,\nwithout quotes around it.\n"


def test_a_brief_with_no_items_has_an_example_too() -> None:
    empty = Brief(title="Empty", date=norland().date)
    assert len(merge(empty, load_overrides(uncommented_example(empty), FILE)).brief.red_lines) == 1
