"""Hand edits laid over a draft."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.briefyaml import dump, load, load_overrides, merge
from briefgen.errors import BriefFileError, Place
from briefgen.model.brief import Brief
from briefgen.model.sections import Attendee, Option, Recommendation

from .norland import norland

FILE = Path("overrides.yaml")


def edit(text: str) -> Brief:
    return merge(norland(), load_overrides(text, FILE)).brief


def ids(items: list) -> list[str]:
    return [item.id for item in items]


@pytest.mark.parametrize("text", ["", "\n\n", "# title: x\n", "---\n", "red_lines:\nheader:\n", "{}", "null"])
def test_a_file_that_says_nothing_changes_nothing(text: str) -> None:
    assert edit(text) == norland()


def test_values_replace_and_mappings_merge() -> None:
    brief = edit(
        "title: 'no'\ndate: 2031-03-05\nmarking: ''\nstyle: one-page\nheader:\n  to: The Cabinet\n  reference: 4/31\n"
        "summary:\n  bottom_line:\n    text: No wall, for now.\n"
    )
    assert (brief.title, brief.date, brief.marking, brief.style) == ("no", dt.date(2031, 3, 5), "", "one-page")
    assert (brief.header.to, brief.header.from_, brief.header.reference) == ("The Cabinet", "Desk 3", "4/31")
    assert brief.summary.bottom_line is not None
    assert (brief.summary.bottom_line.text, brief.summary.bottom_line.evidence) == ("No wall, for now.", [])
    assert brief.summary.key_points == norland().summary.key_points


def test_null_clears() -> None:
    brief = edit(
        "header: {to: null}\nred_lines:\n- {id: red-01, trigger: ~, speaker: }\nnext_steps:\n- {id: nxt-01, due: null}"
    )
    assert (
        brief.header.to is brief.red_lines[0].trigger is brief.red_lines[0].speaker is brief.next_steps[0].due is None
    )


def test_an_entry_with_an_id_changes_only_what_it_names() -> None:
    brief = edit("red_lines:\n- id: red-02\n  holder: [Westmark, Osterland]\n")
    before, after = norland().red_lines[1], brief.red_lines[1]
    assert after == before.model_copy(update={"holder": ["Westmark", "Osterland"]})
    assert brief.red_lines[0] == norland().red_lines[0]


def test_a_position_given_to_the_wrong_country_is_put_right_in_three_lines() -> None:
    brief = edit("issues:\n- id: iss-01\n  positions: [{id: pos-01, actor: Norland}]\n")
    assert [position.actor for position in brief.issues[0].positions] == ["Norland", "Westmark"]
    assert brief.issues[0].title == "The strait"


def test_lists_without_ids_are_replaced_whole_and_parts_of_a_due_date_merge() -> None:
    brief = edit("next_steps:\n- id: nxt-01\n  owners: [Osterland]\n  evidence: []\n  due: {latest: 2031-05-09}\n")
    step = brief.next_steps[0]
    assert (step.owners, step.evidence) == (["Osterland"], [])
    assert step.due is not None
    assert (step.due.text, step.due.earliest, step.due.latest) == ("in May", dt.date(2031, 5, 1), dt.date(2031, 5, 9))


def test_drop_removes_in_every_section() -> None:
    brief = edit(
        "summary: {key_points: [{id: sum-01, drop: true}]}\n"
        "issues: [{id: iss-01, positions: [{id: pos-02, drop: true}]}]\n"
        "red_lines: [{id: red-01, drop: true}, {id: red-02, drop: false}]\nnext_steps: [{id: nxt-02, drop: true}]\n"
        "quotes: [{id: quo-01, drop: true}]\nactors: [{id: act-01, drop: true}]\ncaveats: [{id: cav-01, drop: true}]\n"
    )
    assert brief.summary.key_points == brief.quotes == brief.actors == brief.caveats == []
    assert (ids(brief.issues[0].positions), ids(brief.red_lines), ids(brief.next_steps)) == (
        ["pos-01"],
        ["red-02"],
        ["nxt-01"],
    )


def test_an_entry_without_an_id_is_added_last_and_needs_no_evidence_or_confidence() -> None:
    brief = edit("red_lines:\n- holder: Osterland\n  statement: Osterland will not pay\n  kind: refusal\n")
    added = brief.red_lines[2]
    assert (added.holder, added.statement, added.kind) == ("Osterland", "Osterland will not pay", "refusal")
    assert (added.evidence, added.confidence, added.speaker) == ([], "high", None)
    assert added.id.startswith("own-")


def test_the_id_of_an_added_entry_is_that_of_its_text_wherever_it_stands() -> None:
    one, two = "- {text: A doubt}\n", "- {text: Another}\n"
    first, second = edit(f"caveats:\n{one}{two}").caveats[1:]
    assert [caveat.id for caveat in edit(f"caveats:\n{two}{one}").caveats[1:]] == [second.id, first.id]
    assert first.id != second.id


def test_the_same_text_added_twice_stands_twice() -> None:
    brief = edit("caveats:\n- {text: A doubt}\n- {text: A doubt}\n")
    assert len(set(ids(brief.caveats))) == 3


def test_added_entries_are_placed_first_after_an_id_or_last_and_else_keep_their_order() -> None:
    brief = edit(
        "next_steps:\n"
        "- {id: own-z, action: z, status: pledged}\n"
        "- {id: own-b, action: b, status: pledged, after: own-a}\n"
        "- {id: own-a, action: a, status: pledged, after: nxt-01}\n"
        "- {id: own-c, action: c, status: pledged, after: nxt-01}\n"
        "- {id: own-1, action: '1', status: pledged, first: true}\n"
        "- {id: own-2, action: '2', status: pledged, first: true}\n"
    )
    assert ids(brief.next_steps) == ["own-1", "own-2", "nxt-01", "own-a", "own-b", "own-c", "nxt-02", "own-z"]


def test_an_added_entry_takes_the_place_of_a_dropped_one() -> None:
    brief = edit("red_lines:\n- {id: red-01, drop: true}\n- {holder: N, statement: Own, kind: demand, after: red-01}\n")
    assert [red_line.statement for red_line in brief.red_lines] == ["Own", "Westmark will close the port"]


def test_an_issue_is_added_with_its_positions() -> None:
    brief = edit(
        "issues:\n- title: The port\n  positions:\n  - {actor: Westmark, text: Keep it open, evidence: [A1.2]}\n"
    )
    assert [(position.actor, position.evidence) for position in brief.issues[1].positions] == [("Westmark", ["A1.2"])]


def test_an_own_entry_that_is_dropped_is_not_added() -> None:
    assert edit("caveats:\n- {id: own-x, drop: true, text: not now}\n") == norland()


def test_a_long_chain_of_entries_after_each_other_is_no_matter() -> None:
    chain = "".join(f"- {{id: own-{n}, text: t, after: {f'own-{n - 1}' if n else 'cav-01'}}}\n" for n in range(3000))
    assert ids(edit(f"caveats:\n{chain}").caveats) == ["cav-01", *(f"own-{n}" for n in range(3000))]


def test_any_sentence_of_the_source_can_be_cited_and_is_then_in_the_brief() -> None:
    overrides = load_overrides("quotes:\n- {id: quo-01, evidence: [A1.0, A1.2]}\n", FILE)
    merged = merge(norland(), overrides, sentences={"A1.0": "It rained.", **norland().evidence, "A2.1": "x"}).brief
    assert merged.quotes[0].evidence == ["A1.0", "A1.2"]
    assert next(iter(merged.evidence.items())) == ("A1.0", "It rained.")
    assert "A2.1" not in merged.evidence


def test_sections_hold_what_only_humans_write() -> None:
    brief = edit(
        "sections:\n  recommendation: Agree to meet\n  attendees: [Ada Lind, {name: Bo, role: Envoy}]\n"
        "  options:\n  - {title: Wait, advantages: [cheap]}\n  background: |\n    Two lines:\n    yes\n"
        "  talking_points: [one, 'no']\n  outlook:\n  timing: null\n"
    )
    assert brief.sections == {
        "recommendation": [Recommendation(text="Agree to meet")],
        "attendees": [Attendee(name="Ada Lind"), Attendee(name="Bo", role="Envoy")],
        "options": [Option(title="Wait", advantages=["cheap"])],
        "background": "Two lines:\nyes\n",
        "talking_points": ["one", "no"],
    }
    assert load(dump(brief), FILE) == brief


def test_a_house_style_may_name_sections_of_its_own() -> None:
    text = "sections:\n  weather: Rain\n"
    assert merge(norland(), load_overrides(text, FILE, ["weather"])).brief.sections == {"weather": "Rain"}


def test_what_a_human_wrote_is_known_by_its_path() -> None:
    text = (
        "title: x\nheader: {to: y}\nsummary: {bottom_line: {text: z}}\nred_lines:\n- {id: red-02, drop: true}\n"
        "- {id: red-01, holder: Osterland}\n- {id: own-1, holder: N, statement: s, kind: demand}\n"
        "issues: [{id: iss-01, positions: [{id: pos-01, actor: Norland}]}]\nsections: {ask: Sign}\n"
        "next_steps: [{id: nxt-01, due: {latest: 2031-05-09}}]\n"
    )
    merged = merge(norland(), load_overrides(text, FILE))
    assert {path for path in merged.human if "own-1" not in path} == {
        ("title",),
        ("header", "to"),
        ("summary", "bottom_line", "text"),
        ("red_lines", "red-01", "holder"),
        ("issues", "iss-01", "positions", "pos-01", "actor"),
        ("next_steps", "nxt-01", "due", "latest"),
        ("sections", "ask"),
    }
    assert ("red_lines", "own-1") in merged.human


def test_order_brings_items_to_the_front_and_positions_of_an_issue_too() -> None:
    brief = edit(
        "order: {next_steps: [nxt-02], iss-01: [pos-02, pos-01], quotes: [], red_lines: [own-1, red-02], actors: }\n"
        "red_lines:\n- {holder: N, statement: s, kind: demand, after: red-02}\n"
        "- {id: own-1, holder: N, statement: t, kind: demand}\n"
    )
    assert ids(brief.next_steps) == ["nxt-02", "nxt-01"]
    assert ids(brief.issues[0].positions) == ["pos-02", "pos-01"]
    assert [line.statement[-1] for line in brief.red_lines] == ["t", "t", "s", "l"]


# What stands in the file, line and column of the message, words of the message.
BAD = {
    "unknown id": (
        "red_lines:\n- holder: X\n  id: rad-01\n",
        3,
        7,
        ['"rad-01"', "did you mean red-01?", "id of brief.yaml"],
    ),
    "unknown id to drop": ("quotes:\n- {id: quo-10, drop: true}\n", 2, 8, ['"quo-10"', "quo-01?"]),
    "unknown id of a position": ("issues:\n- id: iss-01\n  positions:\n  - id: pos-3\n", 4, 9, ["positions", "pos-0"]),
    "unknown id to stand after": ("caveats:\n- text: x\n  after: cav-10\n", 3, 10, ['"cav-10"', "cav-01?"]),
    "unknown evidence": ("quotes:\n- id: quo-01\n  evidence: [A1.1, A1.3]\n", 3, 20, ['"A1.3"', "did you mean A1."]),
    "id used twice": ("quotes:\n- id: quo-01\n- id: quo-01\n", 3, 7, ["stands twice", "line 2"]),
    "id that is none": ("quotes:\n- id: own x\n", 2, 7, ['"own x"', "Leave it out"]),
    "unknown key": ("titel: x\n", 1, 1, ['"titel"', "did you mean title?"]),
    "key of a later version": ("annexes:\n  background: x\n", 1, 1, ['unknown key "annexes"']),
    "unknown section": ("sections:\n  backgroud: x\n", 2, 3, ['"backgroud"', "did you mean background?"]),
    "section with keys": ("sections:\n  timing: {by: May}\n", 2, 11, ["timing is a text, or a list of texts"]),
    "option without title": ("sections:\n  options:\n  - text: Wait\n", 3, 5, ["title is missing"]),
    "unknown key of an attendee": ("sections: {attendees: [{nam: X}]}\n", 1, 25, ["did you mean name?"]),
    "order of nothing": ("order:\n  red_line: [red-01]\n", 2, 3, ['"red_line"', "did you mean red_lines?"]),
    "order that is no list": ("order:\n  red_lines: red-01\n", 2, 14, ["Write red_lines: [red-01]"]),
    "unknown id in an order": ("order: {quotes: [quo-10]}\n", 1, 18, ['"quo-10"', "did you mean quo-01?"]),
    "order of an unknown issue": ("order: {iss-10: [pos-01]}\n", 1, 18, ['"iss-10"', "did you mean iss-01?"]),
    "id twice in an order": ("order: {quotes: [quo-01, quo-01]}\n", 1, 26, ["stands twice"]),
    "unknown key in an entry": ("quotes:\n- id: quo-01\n  droop: true\n", 3, 3, ["did you mean drop?"]),
    "the machine's schema": ("schema: briefgen/1\n", 1, 1, ["machine's"]),
    "the machine's engine": ("engine: {name: x}\n", 1, 1, ["machine's", "Delete it"]),
    "the machine's options": ("given: {to: x}\n", 1, 1, ["machine's", "option"]),
    "the machine's sources": ("sources: []\n", 1, 1, ["machine's", "--publisher"]),
    "the machine's evidence": ("title: x\nevidence: {A1.1: x}\n", 2, 1, ["machine's", "as the source has them"]),
    "null where none may be": ("title: null\n", 1, 8, ["title cannot be null"]),
    "null in an entry": ("red_lines:\n- id: red-01\n  holder: ~\n", 3, 11, ["holder cannot be null"]),
    "null for a section": ("red_lines: null\n", 1, 12, ["cannot be null", "drop: true"]),
    "word of no list": ("red_lines:\n- {id: red-01, kind: thread}\n", 2, 22, ['"thread"', "explicit, conditional"]),
    "date in words": ("next_steps:\n- id: nxt-01\n  due: {latest: June}\n", 3, 17, ['"June"', "2024-04-27"]),
    "added without its text": ("red_lines:\n- {holder: Norland, kind: demand}\n", 2, 3, ["statement is missing"]),
    "added without its kind": (
        "red_lines:\n- {holder: N, statement: x}\n",
        2,
        3,
        ["kind is missing", "explicit, cond"],
    ),
    "own id without its text": ("caveats:\n- id: own-1\n", 2, 3, ["text is missing"]),
    "day of no due date": ("next_steps:\n- id: nxt-02\n  due: {latest: 2031-05-09}\n", 3, 8, ["text is missing"]),
    "drop without id": ("quotes:\n- drop: true\n", 2, 3, ["drop without an id", "Add id:"]),
    "drop: on": ("quotes:\n- {id: quo-01, drop: on}\n", 2, 22, ['"on"', "drop: true"]),
    "kind: no": ("red_lines:\n- {id: red-01, kind: no}\n", 2, 22, ['"no"', "explicit, conditional"]),
    "id where an entry is meant": ("quotes:\n- quo-01\n", 2, 3, ["entry of quotes", "- id: quo-01"]),
    "list where an entry is meant": ("quotes:\n- [quo-01]\n", 2, 3, ["entry of quotes", "a list", 'one "- "']),
    "key of an entry outside of it": ("red_lines:\n- id: red-01\nholder: X\n", 3, 1, ["outside", "two spaces"]),
    "alias bomb": ("title: &a [x, x]\nmarking: [*a, *a]\n", 1, 8, ["&a", "anchors are not taken"]),
    "drop: yes": ("quotes:\n- id: quo-01\n  drop: yes\n", 3, 9, ['"yes"', "drop: true"]),
    "the draft's entry moved": ("quotes:\n- id: quo-01\n  first: true\n", 3, 3, ["only added entries are placed"]),
    "both first and after": ("caveats:\n- {text: x, first: true, after: cav-01}\n", 2, 33, ["both first and after"]),
    "after each other": (
        "caveats:\n- {id: own-1, text: x, after: own-2}\n- {id: own-2, text: y, after: own-1}\n",
        *(2, 31, ["after each other"]),
    ),
    "after itself": ("caveats:\n- {id: own-1, text: x, after: own-1}\n", 2, 31, ["after each other"]),
    "entry where a list is meant": ("quotes:\n  id: quo-01\n", 2, 3, ["quotes is a list", '"- "']),
    "text where an entry is meant": ("quotes:\n- Not one brick\n", 2, 3, ["entry of quotes", "key: value"]),
    "list where keys are meant": ("header: [x]\n", 1, 9, ["header is keys"]),
    "a list": ("- title: x\n", 1, 1, ["file of keys"]),
    "unquoted colon": ("title: Norland: no\n", 1, 15, ['Write title: "Norland: no"', "use |"]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_slip_is_told_with_its_place(name: str) -> None:
    text, line, column, words = BAD[name]
    with pytest.raises(BriefFileError) as caught:
        edit(text)
    assert caught.value.place == Place(FILE, line, column)
    for word in words:
        assert word in str(caught.value)
