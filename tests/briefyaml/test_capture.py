"""Edits made by hand in brief.yaml, as they are written into an overrides.yaml that may hold something already."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.briefyaml import capture, comments, example_overrides, load_edited, load_overrides, merge
from briefgen.errors import BriefFileError
from briefgen.model.brief import Brief

from .norland import TEXT, norland

FILE = Path("overrides.yaml")


def edited(*changes: tuple[str, str]) -> Brief:
    """The brief of the tests after somebody changed its file."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load_edited(text, Path("brief.yaml"), norland(), sentences={"A1.3": "They shook hands."})


def captured(before: str, *changes: tuple[str, str]) -> str:
    brief = edited(*changes)
    sentences = {"A1.3": "They shook hands."}
    after = capture(norland(), brief, before, FILE, sentences=sentences)
    assert capture(norland(), brief, after, FILE, sentences=sentences) == after
    assert capture(norland(), norland(), after, FILE, sentences=sentences) == after
    return after


HOLDER = ("holder: Norland", "holder: Osterland")
TITLE = ("title: Talks in Port Elm", "title: Row in Port Elm")
OSTERLAND = "  # draft: Norland\n  holder: Osterland\n"  # below the id of the entry
ROW = "# draft: Talks in Port Elm\ntitle: Row in Port Elm\n"
QUOTE = "- id: quo-01\n  speaker: Ada Lind\n  text: Not one brick\n  evidence: [A1.1]\n"
NEW_STEP = "- action: Sign\n  owners: [Norland]\n  status: pledged\n"
SECOND_STEP = "- id: nxt-02\n  action: Send a letter\n  status: pledged\n  confidence: low\n"

# What was changed in brief.yaml, and what an empty overrides.yaml then says.
NEW: dict[str, tuple[list[tuple[str, str]], str]] = {
    "a text": ([TITLE], "# draft: Talks in Port Elm\ntitle: Row in Port Elm\n"),
    "a day": ([("date: 2031-03-04", "date: 2031-03-05")], "# draft: 2031-03-04\ndate: 2031-03-05\n"),
    "a text cleared": ([("to: The Minister", "to: null")], "header:\n  # draft: The Minister\n  to: null\n"),
    "a text that was empty": ([("reference: null", "reference: no")], 'header:\n  reference: "no"\n'),
    "a text of several lines": (
        [("text: Not one brick", "text: |-\n    Not one brick,\n    not one")],
        "quotes:\n- id: quo-01\n  # draft: Not one brick\n  text: |-\n    Not one brick,\n    not one\n",
    ),
    "a field of an entry": ([HOLDER], "red_lines:\n- id: red-01\n  # draft: Norland\n  holder: Osterland\n"),
    "a list": (
        [("owners: [Norland, Westmark]", "owners: []")],
        "next_steps:\n- id: nxt-01\n  # draft: Norland, Westmark\n  owners: []\n",
    ),
    "part of a due date": (
        [("latest: 2031-05-31", "latest: 2031-05-09")],
        "next_steps:\n- id: nxt-01\n  due:\n    # draft: 2031-05-31\n    latest: 2031-05-09\n",
    ),
    "a position": (
        [("actor: Westmark\n    speaker", "actor: Norland\n    speaker")],
        "issues:\n- id: iss-01\n  positions:\n  - id: pos-01\n    # draft: Westmark\n    actor: Norland\n",
    ),
    "the bottom line": (
        [("bottom_line: null", "bottom_line:\n    text: No wall.\n    evidence: [A1.1]")],
        "summary:\n  bottom_line:\n    text: No wall.\n    evidence: [A1.1]\n",
    ),
    "an entry removed": (
        [(QUOTE, ""), ("quotes:", "quotes: []")],
        "quotes:\n- id: quo-01\n  # draft: Not one brick\n  drop: true\n",
    ),
    "an entry added last": (
        [("quotes:\n", "- id: own-9\n  action: Sign\n  status: pledged\nquotes:\n")],
        "next_steps:\n- id: own-9\n  action: Sign\n  status: pledged\n",
    ),
    "an entry added without an id": (
        [("- id: nxt-02", f"{NEW_STEP}- id: nxt-02")],
        "next_steps:\n- id: own-669460\n  after: nxt-01\n  action: Sign\n  owners: [Norland]\n  status: pledged\n",
    ),
    "an entry added first, with an id like the machine's": (
        [("caveats:\n", "caveats:\n- id: cav-x\n  text: A doubt\n  about: cav-x\n")],
        "caveats:\n- id: own-cav-x\n  first: true\n  text: A doubt\n  about: own-cav-x\n",
    ),
    "entries in another order": (
        [(SECOND_STEP, ""), ("next_steps:\n", f"next_steps:\n{SECOND_STEP}")],
        "order:\n  next_steps: [nxt-02]\n",
    ),
    "a sentence of the source cited": (
        [("text: Not one brick\n  evidence: [A1.1]", "text: Not one brick\n  evidence: [A1.1, A1.3]")],
        "quotes:\n- id: quo-01\n  # draft: A1.1\n  evidence: [A1.1, A1.3]\n",
    ),
    "sections": (
        [("evidence:\n  A1.1", "sections:\n  background: Old\n  options:\n  - title: Wait\nevidence:\n  A1.1")],
        "sections:\n  background: Old\n  options:\n  - title: Wait\n",
    ),
}


@pytest.mark.parametrize("what", NEW)
def test_an_edit_is_said_in_as_few_lines_as_it_takes(what: str) -> None:
    changes, after = NEW[what]
    assert captured("", *changes) == after


# What stood in overrides.yaml, what was changed in brief.yaml, and what overrides.yaml says then.
OVER: dict[str, tuple[str, list[tuple[str, str]], str]] = {
    "the same field": (
        "red_lines:\n- id: red-01\n  holder: 'Nor'  # who?\n  # said twice\n",
        [HOLDER],
        "red_lines:\n- id: red-01\n  holder: 'Osterland'  # who?\n  # said twice\n",
    ),
    "another field of the entry": (
        "red_lines:\n  # ours\n  -   id:  red-01\n      trigger: ~ # none\n\n# end\n",
        [HOLDER],
        "red_lines:\n  # ours\n  -   id:  red-01\n      # draft: Norland\n      holder: Osterland\n"
        "      trigger: ~ # none\n\n# end\n",
    ),
    "an entry in brackets": (
        "red_lines: [{id: red-01, trigger: null}] # ours\n",
        [HOLDER, ("quotes:\n" + QUOTE, "quotes: []\n")],
        "red_lines: [{id: red-01, trigger: null, holder: Osterland}] # ours\n"
        "quotes:\n- id: quo-01\n  # draft: Not one brick\n  drop: true\n",
    ),
    "another entry in brackets": (
        "red_lines: [{id: red-02, kind: demand},]\n",
        [HOLDER],
        "red_lines: [{id: red-02, kind: demand}, {id: red-01, holder: Osterland},]\n",
    ),
    "all in brackets": ("{title: A}", [HOLDER], "{title: A, red_lines: [{id: red-01, holder: Osterland}]}"),
    "a dropped entry": ("red_lines:\n- id: red-01\n  drop: true\n", [HOLDER], f"red_lines:\n- id: red-01\n{OSTERLAND}"),
    "a dropped entry in brackets": (
        "red_lines:\n- {id: red-01, drop: true}\n",
        [HOLDER],
        "red_lines:\n- {id: red-01, holder: Osterland}\n",
    ),
    "a dropped entry with a comment": (
        "red_lines:\n- drop: true # no!\n  id: red-01\n",
        [HOLDER],
        "red_lines:\n- drop: false # no!\n  id: red-01\n  # draft: Norland\n  holder: Osterland\n",
    ),
    "an entry with a field": (
        "quotes:\n- id: quo-01\n  speaker: null\n",
        [(QUOTE, ""), ("quotes:", "quotes: []")],
        "quotes:\n- id: quo-01\n  # draft: Not one brick\n  drop: true\n  speaker: null\n",
    ),
    "a block of text": (
        "title: |- # why\n  One\n  Two\n\n# end\n",
        [TITLE],
        "title: Row in Port Elm # why\n\n# end\n",
    ),
    "a text where a block comes": (
        "red_lines:\n- id: red-01\n  statement: Short # why\n  kind: demand\n",
        [("statement: Norland will not accept a wall", "statement: |-\n    A\n    B")],
        "red_lines:\n- id: red-01\n  statement: |- # why\n    A\n    B\n  kind: demand\n",
    ),
    "a comment that a block of text would take in": (
        "title: A\n  # why\n",
        [("title: Talks in Port Elm", "title: |-\n  A\n  B")],
        'title: "A\\nB"\n  # why\n',
    ),
    "a list of lines": (
        "next_steps:\n- id: nxt-01\n  owners:\n  # both\n  - Ost # one\n  - 'West' # two\n",
        [("owners: [Norland, Westmark]", "owners: [Ost, Sud]")],
        "next_steps:\n- id: nxt-01\n  owners:\n  # both\n  - Ost # one\n  - 'Sud' # two\n",
    ),
    "a longer list of lines": (
        "next_steps:\n- id: nxt-01\n  owners:\n  - Ost\n  status: pledged\n",
        [("owners: [Norland, Westmark]", "owners: [Ost, Sud]")],
        "next_steps:\n- id: nxt-01\n  owners:\n  - Ost\n  - Sud\n  status: pledged\n",
    ),
    "a mapping where nothing comes": (
        "next_steps:\n- id: nxt-01\n  due: # open\n    text: soon\n  status: pledged\n",
        [("due:\n    text: in May\n    earliest: 2031-05-01\n    latest: 2031-05-31", "due: null")],
        "next_steps:\n- id: nxt-01\n  due: null # open\n  status: pledged\n",
    ),
    "a mapping with comments where nothing comes": (
        "next_steps:\n- id: nxt-01\n  due:\n    # open\n    text: soon # or late\n    latest: null\n  # above\n"
        "  status: pledged\n",
        [("due:\n    text: in May\n    earliest: 2031-05-01\n    latest: 2031-05-31", "due: null")],
        "next_steps:\n- id: nxt-01\n  due: null\n    # open\n  # or late\n  # above\n  status: pledged\n",
    ),
    "a longer list of lines with comments": (
        "next_steps:\n- id: nxt-01\n  owners: # two\n  # both\n  - Ost # one\n  - West # two\n  status: pledged\n",
        [("owners: [Norland, Westmark]", "owners: [Sud]")],
        "next_steps:\n- id: nxt-01\n  owners: # two\n  # both\n  - Sud\n  # one\n  # two\n  status: pledged\n",
    ),
    "a list in brackets over several lines": (
        "next_steps:\n- id: nxt-01\n  owners: [Ost, # one\n    West]\n  status: pledged\n",
        [("owners: [Norland, Westmark]", "owners: [Sud]")],
        "next_steps:\n- id: nxt-01\n  owners: [Sud]\n  # one\n  status: pledged\n",
    ),
    "a list in brackets within brackets": (
        "next_steps:\n- {id: nxt-01, owners: [Ost, # one\n    West], status: pledged}\n",
        [("owners: [Norland, Westmark]", "owners: [Sud]")],
        "next_steps:\n- {id: nxt-01, owners: [Sud] # one\n                , status: pledged}\n",
    ),
    "nothing where a mapping comes": (
        "next_steps:\n- id: nxt-01\n  due: null # open\n",
        [("latest: 2031-05-31", "latest: 2031-05-09")],
        "next_steps:\n- id: nxt-01\n  due: # open\n    # draft: 2031-05-31\n    latest: 2031-05-09\n",
    ),
    "a key with nothing behind it": (
        "red_lines: # below\n#- id: red-02\n#  drop: true\ntitle: A\n",
        [HOLDER],
        f"red_lines: # below\n- id: red-01\n{OSTERLAND}#- id: red-02\n#  drop: true\ntitle: A\n",
    ),
    "an empty list": ("red_lines: []\n", [HOLDER], f"red_lines:\n- id: red-01\n{OSTERLAND}"),
    "a mark of a document": ("---\n", [TITLE], f"---\n\n{ROW}"),
    "an empty mapping": ("{}\n", [TITLE], f"\n\n{ROW}"),
    "comments alone": ("# mine\n\n", [TITLE], "# mine\n\n# draft: Talks in Port Elm\ntitle: Row in Port Elm\n\n"),
    "no last line end": ("marking: A", [TITLE], "marking: A\n# draft: Talks in Port Elm\ntitle: Row in Port Elm\n"),
    "line ends of Windows and a mark": (
        "\ufeff# mine\r\nmarking: A\r\n",
        [TITLE],
        "\ufeff# mine\r\nmarking: A\r\n# draft: Talks in Port Elm\r\ntitle: Row in Port Elm\r\n",
    ),
    "an order": (
        "order:\n  red_lines: [red-02] # last first\n",
        [(SECOND_STEP, ""), ("next_steps:\n", f"next_steps:\n{SECOND_STEP}")],
        "order:\n  red_lines: [red-02] # last first\n  next_steps: [nxt-02]\n",
    ),
    "an own entry": (
        "next_steps:\n- action: Wait\n  status: pledged\n  after: nxt-01\n",
        [("- id: nxt-02", f"{NEW_STEP}- id: nxt-02")],
        "next_steps:\n- action: Wait\n  status: pledged\n  after: nxt-01\n"
        "- id: own-669460\n  after: nxt-01\n  action: Sign\n  owners: [Norland]\n  status: pledged\n",
    ),
}


@pytest.mark.parametrize("what", OVER)
def test_over_what_was_there_every_byte_stays_but_for_the_edit(what: str) -> None:
    before, changes, after = OVER[what]
    assert captured(before, *changes) == after


def test_edits_of_what_is_overridden_win_and_other_overrides_stay() -> None:
    after = captured("title: Mine\nred_lines:\n- {id: red-01, holder: Mine, kind: demand}\n", HOLDER)
    brief = merge(norland(), load_overrides(after, FILE)).brief
    assert (brief.title, brief.red_lines[0].holder, brief.red_lines[0].kind) == ("Mine", "Osterland", "demand")


def test_the_example_keeps_its_place_above_the_first_edits() -> None:
    example = example_overrides(norland())
    assert captured(example, TITLE) == f"{example}\n{ROW}"


def test_a_merged_brief_that_was_pasted_over_the_draft_and_edited_is_captured_too() -> None:
    before = "caveats:\n- text: A doubt\n"
    merged = merge(norland(), load_overrides(before, FILE)).brief
    own = merged.caveats[1].model_copy(update={"text": "Another doubt"})
    pasted = merged.model_copy(update={"caveats": [merged.caveats[0], own]})
    after = capture(norland(), pasted, before, FILE)
    assert after == f"caveats:\n- text: Another doubt\n  id: {own.id}\n"
    assert merge(norland(), load_overrides(after, FILE)).brief == pasted


def test_what_cannot_be_written_is_refused_and_says_that_nothing_was_changed() -> None:
    with pytest.raises(BriefFileError, match="Nothing was changed"):
        captured("red_lines: [id: red-01]\n", HOLDER)


def test_comments_are_those_of_the_file_and_not_the_marks_within_texts() -> None:
    text = "# one\ntitle: 'a # b' # two\nmarking: |- # three\n  # text\nstyle: a#b\n#four"
    assert comments(text, FILE) == ["# one", "# two", "# three", "#four"]


def test_an_edit_of_what_the_article_no_longer_has_stays_as_it_is() -> None:
    before = "quotes:\n- id: quo-01\n  text: Not a brick\n"
    basis = merge(norland(), load_overrides(before, FILE)).basis
    now = norland().model_copy(update={"quotes": []})
    seen = now.model_copy(update={"title": "Row in Port Elm"})
    after = capture(now, seen, before, FILE, basis=basis)
    assert after == f"{before}# draft: Talks in Port Elm\ntitle: Row in Port Elm\n"
    brief = merge(now, load_overrides(after, FILE), basis).brief
    assert (brief.title, [quote.text for quote in brief.quotes]) == ("Row in Port Elm", ["Not a brick"])
