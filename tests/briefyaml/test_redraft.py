"""A draft changes below its edits: which lines stay the same ones, and what a human is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.briefyaml import dump_basis, keep_ids, load, load_basis, load_overrides, merge, remember
from briefgen.errors import BriefFileError
from briefgen.model.brief import Brief
from briefgen.model.merged import Merged

from .norland import TEXT, norland

FILE = Path("overrides.yaml")


def changed(*changes: tuple[str, str]) -> Brief:
    """The brief with other words, as a new draft might have them."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load(text, Path("brief.yaml"))


def redrafted(edits: str, later: Brief) -> Merged:
    """The later draft, with edits that were made in the draft before."""
    overrides = load_overrides(edits, FILE)
    return merge(later, overrides, remember(norland(), overrides))


def told(merged: Merged) -> list[tuple[str, str | None, str | None]]:
    return [(notice.rule, notice.old, notice.new) for notice in merged.notices]


HOLDER = "red_lines:\n- id: red-01\n  holder: Osterland\n"


def test_nothing_is_said_where_the_draft_says_what_it_said() -> None:
    later = changed(("A1.1", "A7.3"), ("Not one brick, said", "Not  one brick, said"), ("mentions: 3", "mentions: 5"))
    merged = redrafted(HOLDER + "actors: [{id: act-01, role: Envoy}]\n", later)
    assert told(merged) == []
    assert merged.brief.red_lines[0].holder == "Osterland"


def test_an_edit_within_a_due_date_leaves_what_is_remembered_as_it_was() -> None:
    overrides = load_overrides("next_steps: [{id: nxt-01, due: {latest: 2031-05-09}}]", FILE)
    first = merge(norland(), overrides)
    assert told(merge(norland(), overrides, first.basis)) == []
    gone = norland().model_copy(update={"next_steps": []})
    again = merge(gone, overrides, first.basis)
    assert again.basis == first.basis == merge(gone, overrides, again.basis).basis


@pytest.mark.parametrize(
    ("edits", "change", "old", "new"),
    [
        (HOLDER, ("not accept a wall", "not accept a tower"), "Norland will not accept a wall", None),
        (HOLDER, ("brick, said Ada Lind", "stone, said Ada Lind"), "Not one brick, said Ada Lind.", None),
        (HOLDER, ("holder: Norland", "holder: [Norland, Suthmark]"), "holder: Norland", "holder: Norland, Suthmark"),
        ("red_lines: [{id: red-01, drop: true}]", ("accept a wall", "accept a tower"), None, None),
        ("title: Mine", ("Port Elm", "Port Oak"), "Talks in Port Elm", "Talks in Port Oak"),
        ("next_steps: [{id: nxt-01, due: {latest: 2031-05-09}}]", ("05-31", "05-30"), "latest: 2031-05-31", None),
        ("issues: [{id: iss-01, positions: [{id: pos-01, actor: N}]}]", ("No wall across", "A wall over"), None, None),
    ],
)  # fmt: skip
def test_both_texts_are_told_where_the_ground_of_an_edit_moved(
    edits: str, change: tuple[str, str], old: str | None, new: str | None
) -> None:
    merged = redrafted(edits, changed(change))
    [notice] = merged.notices
    assert notice.rule == "text-moved"
    assert notice.old != notice.new
    assert old is None or notice.old == old
    assert new is None or notice.new == new
    assert "\n" not in str(notice)


def test_nothing_is_said_where_the_draft_came_to_say_what_the_human_wrote() -> None:
    assert told(redrafted(HOLDER, changed(("holder: Norland", "holder: Osterland")))) == []


def without(section: str, *ids: str) -> Brief:
    brief = norland()
    left = [item for item in getattr(brief, section) if item.id not in ids]
    return brief.model_copy(update={section: left})


def test_an_edited_line_that_is_gone_is_kept_whole_and_is_the_analysts() -> None:
    merged = redrafted(HOLDER, without("red_lines", "red-01"))
    assert [line.id for line in merged.brief.red_lines] == ["red-02", "red-01"]
    kept = merged.brief.red_lines[1]
    assert kept == norland().red_lines[0].model_copy(update={"holder": "Osterland"})
    assert ("red_lines", "red-01") in merged.human
    assert told(merged) == [("item-gone", "Norland will not accept a wall", None)]


def test_a_dropped_line_that_is_gone_is_gone_without_a_word() -> None:
    merged = redrafted("red_lines: [{id: red-01, drop: true}]", without("red_lines", "red-01"))
    assert [line.id for line in merged.brief.red_lines] == ["red-02"]
    assert told(merged) == []


def test_a_line_that_is_gone_no_longer_gives_its_place_to_others_which_is_told() -> None:
    edits = (
        "red_lines: [{id: own-1, holder: N, statement: s, kind: demand, after: red-01}]\norder: {red_lines: [red-01]}\n"
    )
    merged = redrafted(edits, without("red_lines", "red-01"))
    assert [line.id for line in merged.brief.red_lines] == ["red-02", "own-1"]
    assert [rule for rule, _, _ in told(merged)] == ["place-gone"]


def test_a_position_is_edited_where_it_stands_now() -> None:
    later = norland()
    moved = later.issues[0].positions.pop(0)
    later.issues.append(later.issues[0].model_copy(update={"id": "iss-02", "title": "Walls", "positions": [moved]}))
    edits = "issues: [{id: iss-01, positions: [{id: pos-01, actor: Osterland}, {id: pos-02, drop: true}]}]"
    merged = redrafted(edits, later)
    assert [[p.actor for p in issue.positions] for issue in merged.brief.issues] == [[], ["Osterland"]]
    assert ("issues", "iss-02", "positions", "pos-01", "actor") in merged.human

    only = later.model_copy(update={"issues": later.issues[1:]})
    assert [issue.id for issue in redrafted(edits, only).brief.issues] == ["iss-02"]


def test_an_edited_position_that_moved_below_a_dropped_issue_stays_where_it_was_edited() -> None:
    later = norland()
    moved = later.issues[0].positions.pop(0)
    later.issues.append(later.issues[0].model_copy(update={"id": "iss-02", "title": "Walls", "positions": [moved]}))
    edits = "issues: [{id: iss-01, positions: [{id: pos-01, actor: Osterland}]}, {id: iss-02, drop: true}]"
    [issue] = redrafted(edits, later).brief.issues
    assert ("pos-01", "Osterland") in [(position.id, position.actor) for position in issue.positions]


def test_an_issue_that_is_gone_comes_back_with_what_is_the_humans_in_it() -> None:
    edits = "issues: [{id: iss-01, positions: [{id: pos-01, actor: Osterland}, {actor: N, text: Mine}]}]"
    merged = redrafted(edits, without("issues", "iss-01"))
    [issue] = merged.brief.issues
    assert (issue.id, issue.title) == ("iss-01", "The strait")
    assert [(p.actor, p.text) for p in issue.positions] == [("Osterland", "No wall across the strait"), ("N", "Mine")]


def test_a_part_that_is_gone_is_changed_as_it_was() -> None:
    later = norland()
    later.next_steps[0].due = None
    merged = redrafted("next_steps: [{id: nxt-01, due: {latest: 2031-05-09}}]", later)
    due = merged.brief.next_steps[0].due
    assert due is not None
    assert (due.text, str(due.latest)) == ("in May", "2031-05-09")


def test_only_sentences_that_still_stand_are_cited_for_a_line_that_is_gone() -> None:
    later = without("red_lines", "red-01")
    later.evidence.update({"A1.1": "Something else.", "A4.1": "Not one brick, said Ada Lind."})
    merged = redrafted(HOLDER, later)
    assert merged.brief.red_lines[1].evidence == ["A4.1"]


def test_a_cited_sentence_is_followed_and_its_new_words_are_told() -> None:
    edits = "quotes: [{text: No, evidence: [A1.2]}]"
    moved = redrafted(edits, changed(("A1.2", "A3.1")))
    assert moved.brief.quotes[-1].evidence == ["A3.1"]
    corrected = redrafted(edits, changed(("A1.2", "A3.1"), ("meet again in May", "meet again in June")))
    assert corrected.brief.quotes[-1].evidence == ["A3.1"]
    assert told(corrected) == [("evidence-moved", "They meet again in May.", "They meet again in June.")]


def test_an_own_entry_with_other_words_still_cites_the_sentence_it_cited() -> None:
    before = load_overrides("quotes: [{text: Now, evidence: [A1.2]}]", FILE)
    basis = remember(norland(), before)
    after = load_overrides("quotes: [{text: No, evidence: [A1.2]}]", FILE)
    assert merge(changed(("A1.2", "A3.1")), after, basis).brief.quotes[-1].evidence == ["A3.1"]


def test_a_memory_grows_with_the_edits_and_goes_with_them() -> None:
    basis = remember(norland(), load_overrides(HOLDER, FILE))
    assert list(basis.grounds) == [("red_lines", "red-01")]
    assert remember(norland(), load_overrides("", FILE), basis).grounds == {}


def test_a_changed_edit_rests_on_the_draft_of_its_day() -> None:
    first = load_overrides(HOLDER, FILE)
    later = changed(("accept a wall", "accept a tower"))
    basis = remember(later, first, remember(norland(), first))
    assert basis.grounds["red_lines", "red-01"].item["statement"] == "Norland will not accept a wall"
    basis = remember(later, load_overrides(HOLDER.replace("Oster", "Ester"), FILE), basis)
    assert basis.grounds["red_lines", "red-01"].item["statement"] == "Norland will not accept a tower"


def test_a_corrected_line_keeps_its_id_and_its_caveats_follow() -> None:
    later = changed(("nxt-01", "nxt-77"), ("cav-01", "cav-77"), ("again in May", "again in Port Elm in June"))
    kept = keep_ids(later, norland())
    assert [step.id for step in kept.next_steps] == ["nxt-01", "nxt-02"]
    assert [(caveat.id, caveat.about) for caveat in kept.caveats] == [("cav-01", "nxt-01")]


def test_a_line_of_other_evidence_is_a_new_one() -> None:
    later = changed(("red-01", "red-77"), ("Not one brick, said Ada Lind.", "Nobody knows what the weather will be."))
    assert [line.id for line in keep_ids(later, norland()).red_lines] == ["red-77", "red-02"]


def test_of_two_lines_of_one_sentence_each_keeps_the_id_of_its_words() -> None:
    both = changed(("pos-02", "pos-01-2"), ("evidence: [A1.2]\nred", "evidence: [A1.1]\nred"))
    later = load(TEXT.replace("pos-01", "pos-gone"), FILE)
    later.issues[0].positions = [both.issues[0].positions[1].model_copy(update={"id": "pos-01"})]
    assert [p.id for p in keep_ids(later, both).issues[0].positions] == ["pos-01-2"]


def test_an_edited_line_that_was_gone_and_is_back_corrected_is_the_same_line() -> None:
    overrides = load_overrides(HOLDER, FILE)
    basis = remember(norland(), overrides)
    gone = without("red_lines", "red-01")
    later = changed(("red-01", "red-77"), ("brick, said Ada", "brick, said Minister Ada"))
    assert [line.id for line in keep_ids(later, gone, basis).red_lines] == ["red-01", "red-02"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- x\n",
        "grounds: []\nmore: x\n",
        "grounds: [{section: quotes}]\n",
        "grounds: [{section: quotes, id: x, draft: {text: x}}]\n",
        "grounds: [{section: 7}\n",
        "a: &a [*a]\n",
    ],
)
def test_a_damaged_memory_is_refused_with_its_file_and_a_way_out(text: str) -> None:
    with pytest.raises(BriefFileError) as caught:
        load_basis(text, Path("x/basis.yaml"))
    assert "x/basis.yaml" in str(caught.value)
    assert "delete it" in caught.value.hint


def test_the_memory_is_yaml_that_a_human_can_read() -> None:
    text = dump_basis(remember(norland(), load_overrides(HOLDER, FILE)))
    assert "  statement: Norland will not accept a wall\n" in text
    assert "A1.1: Not one brick, said Ada Lind.\n" in text
