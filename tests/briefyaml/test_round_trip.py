"""What is dumped is loaded back equal, and reads like somebody's notes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from briefgen.briefyaml import dump, load
from briefgen.model import brief as model

from .strategies import TRICKY, briefs

FILE = Path("brief.yaml")


@settings(deadline=None, max_examples=60)
@given(briefs())
def test_loading_what_was_dumped_gives_the_same_brief_and_dumping_that_the_same_text(brief: model.Brief) -> None:
    text = dump(brief)
    assert load(text, FILE) == brief
    assert dump(load(text, FILE)) == text


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_survive_in_every_position(text: str) -> None:
    brief = model.Brief(
        title=text,
        date=dt.date(2024, 4, 27),
        issues=[
            model.Issue(id="iss-1", title=text, positions=[model.Position(id="pos-1", actor=[text, text], text=text)])
        ],
        evidence={"A1.1": text, "A1.2": "next"},
    )
    dumped = dump(brief)
    assert load(dumped, FILE) == brief
    # Any YAML reader, typing by YAML's own guesses, gets the same texts.
    plain = yaml.safe_load(dumped)
    assert plain["title"] == plain["evidence"]["A1.1"] == plain["issues"][0]["positions"][0]["actor"][1] == text


def test_layout_is_block_style_with_a_key_a_line_in_the_order_of_the_design() -> None:
    brief = model.Brief(
        title="Norland-Westmark: talks in Port Elm",
        date=dt.date(2031, 3, 4),
        given=model.Given(published=dt.date(2031, 3, 3)),
        header=model.Header(to="The Minister"),
        next_steps=[
            model.NextStep(
                id="nxt-77b0",
                action="Resume talks",
                owners=["Norland", "Westmark"],
                due=model.DueDate(text="in May", earliest=dt.date(2031, 5, 1), latest=None),
                status="scheduled",
                confidence="high",
                evidence=["A1.1", "A1.2"],
            )
        ],
        quotes=[model.Quote(id="quo-1", text="First line\nsecond line")],
        evidence={"A1.1": "Long " + "sentence " * 60 + "ends.", "A1.2": "Der Präsident sagte: „Nein“ 👍"},
    )
    assert dump(brief) == (
        """\
# yaml-language-server: $schema=.briefgen/brief.schema.json
schema: briefgen/1
title: "Norland-Westmark: talks in Port Elm"
date: 2031-03-04
marking: ""
style: info-memo
engine:
  name: local
  version: ""
  model: ""
given:
  published: 2031-03-03
header:
  to: The Minister
  from: null
  reference: null
sources: []
summary:
  bottom_line: null
  key_points: []
issues: []
red_lines: []
next_steps:
- id: nxt-77b0
  action: Resume talks
  owners: [Norland, Westmark]
  due:
    text: in May
    earliest: 2031-05-01
    latest: null
  status: scheduled
  confidence: high
  evidence: [A1.1, A1.2]
quotes:
- id: quo-1
  speaker: null
  text: |-
    First line
    second line
  evidence: []
actors: []
caveats: []
evidence:
  A1.1: Long """
        + "sentence " * 60
        + """ends.
  A1.2: "Der Präsident sagte: „Nein“ 👍"
"""
    )


@pytest.mark.parametrize("text", ["1e3", "0o17", "0x1F", "2031", "no", "2031-03-04"])
def test_what_an_editor_would_take_for_a_number_a_date_or_a_truth_value_is_quoted(text: str) -> None:
    assert f'\ntitle: "{text}"\n' in dump(model.Brief(title=text, date=dt.date(2031, 3, 4)))


def test_what_no_document_can_hold_becomes_a_replacement_character_that_loads() -> None:
    brief = model.Brief(title="a\ud800b\x00c\x1bd\uffff", date=dt.date(2024, 4, 27))
    assert load(dump(brief), FILE).title == "a\ufffdb\ufffdc\ufffdd\ufffd"


@pytest.mark.parametrize("written", ["no", "on", "12:30", "1.10", "2024-04-27", "0777", "1_000", "Norland is at 3"])
def test_a_text_stays_the_text_that_was_written_whatever_yaml_would_guess(written: str) -> None:
    assert load(f"title: {written}\ndate: 2024-04-27\n", FILE).title == written


def test_a_date_or_number_may_stand_in_quotes_and_a_byte_order_mark_is_no_matter() -> None:
    brief = load('\ufefftitle: T\ndate: "2024-04-27"\nactors:\n- {id: act-1, name: Ada, mentions: "7"}\n', FILE)
    assert (brief.date, brief.actors[0].mentions) == (dt.date(2024, 4, 27), 7)


def test_windows_line_ends_and_texts_over_several_lines_are_read_as_yaml_says() -> None:
    brief = load("title: One\r\n  title\r\ndate: 2024-04-27\r\nmarking: |-\r\n  a\r\n  b\r\n", FILE)
    assert (brief.title, brief.marking) == ("One title", "a\nb")
