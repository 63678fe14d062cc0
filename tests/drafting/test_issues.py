"""Topics and positions become issues: each position once, under the weightiest issue that its sentence belongs to."""

from __future__ import annotations

from briefgen.drafting.filing import MOST_POSITIONS
from briefgen.drafting.issues import MOST_ISSUES, draft_issues
from briefgen.model.brief import Issue
from briefgen.model.findings import Findings, Position, Sentence, Topic
from briefgen.model.ids import IdMint

SENTENCES = tuple(Sentence(f"A{n}.1", f"Sentence {n} of the text.", n) for n in range(1, 31))


def issues_of(topics: list[Topic], positions: list[Position]) -> list[Issue]:
    """The issues drafted from these findings."""
    findings = Findings(
        model="none", language="en", sentences=SENTENCES, topics=tuple(topics), positions=tuple(positions)
    )
    return draft_issues(findings, {s.id: s.text for s in SENTENCES}, IdMint())


def position(n: int, text: str, *actors: str) -> Position:
    """A position on sentence `n`."""
    return Position((f"A{n}.1",), actors or ("Norway",), None, text)


def test_a_position_stands_under_its_issue() -> None:
    """Only positions on the issue's own sentences, with actor and speaker as they were found."""
    ours = Position(("A1.1",), ("Norway",), "Tale Brekke", "The quota follows the stock.")
    (issue,) = issues_of([Topic("Cod quota", ("A1.1", "A2.1"), 0.5)], [ours, position(9, "The fence stays up.")])
    assert [(p.actor, p.speaker, p.text) for p in issue.positions] == [
        ("Norway", "Tale Brekke", "The quota follows the stock.")
    ]
    assert issue.positions[0].evidence == ["A1.1"]


def test_a_shared_sentence_goes_to_the_weightier_issue() -> None:
    """No position stands under two issues."""
    topics = [Topic("Cod quota", ("A1.1",), 0.4), Topic("Deep-sea nets", ("A1.1", "A2.1"), 0.9)]
    light, heavy = issues_of(topics, [position(1, "The nets must go.")])
    assert not light.positions
    assert [p.text for p in heavy.positions] == ["The nets must go."]


def test_a_position_goes_where_its_words_belong() -> None:
    """Not to a weightier issue that it says nothing of, out where none fits; "withdraw" speaks of withdrawal."""
    topics = [Topic("Withdrawal of the fleet", ("A1.1", "A2.1"), 0.9), Topic("Cable repairs", ("A1.1",), 0.4)]
    said = [position(1, "The cable must be mended."), position(2, "The ships withdraw."), position(2, "All is well.")]
    fleet, cable = issues_of(topics, said)
    assert [p.text for p in fleet.positions] == ["The ships withdraw."]
    assert [p.text for p in cable.positions] == ["The cable must be mended."]


def test_an_adjunct_does_not_file_a_position() -> None:
    """What it says counts, not when: neither the weightier issue of its "after the ..." nor a party's name decides."""
    topics = [Topic("Harbour elections", ("A1.1", "A2.1"), 0.9), Topic("Cod quota in Norway", ("A1.1", "A2.1"), 0.4)]
    said = [
        position(1, "Norway rejected the quota after the elections in the harbour towns."),
        position(2, "Since the harbour was closed, the levy has doubled."),
    ]
    harbour, quota = issues_of(topics, said)
    assert [p.text for p in quota.positions] == [said[0].text]
    assert not harbour.positions


def test_a_position_that_names_a_topic_in_full_stands_under_it() -> None:
    """Though its sentence is none of the topic's; one word of several is not enough."""
    named = position(7, "Northern cod needs a quota.")
    said = [
        named,
        position(5, "Norway rejected the quota on herring."),
        position(6, "Norway rejected the cod liver tax."),
    ]
    (issue,) = issues_of([Topic("Northern cod quota", ("A1.1",), 0.9)], said)
    assert [p.text for p in issue.positions] == [named.text]


def test_of_two_that_fit_alike_the_empty_issue_comes_first() -> None:
    """So that fewer stand without a position."""
    topics = [Topic("Deep-sea nets", ("A1.1", "A2.1"), 0.9), Topic("Cod nets", ("A2.1",), 0.4)]
    nets, cod = issues_of(topics, [position(1, "Nets stay dry in May."), position(2, "Nets shall be mended by June.")])
    assert [len(i.positions) for i in (nets, cod)] == [1, 1]


def test_an_empty_issue_has_what_fits_it_almost_as_well() -> None:
    """From an issue that keeps another position."""
    topics = [Topic("Herring nets", ("A1.1", "A2.1"), 0.9), Topic("Herring quota ferries", ("A1.1", "A2.1"), 0.4)]
    said = [position(1, "Herring nets stay dry in May."), position(2, "The herring nets shall follow the quota.")]
    nets, ferries = issues_of(topics, said)
    assert [p.text for p in nets.positions] == [said[0].text]
    assert [p.text for p in ferries.positions] == [said[1].text]
    nets, ferries = issues_of(topics, said[1:])
    assert not ferries.positions


def test_what_stands_under_a_heading_belongs_to_it() -> None:
    """Whatever its words are, in the same paragraph."""
    grounds = {"A1.1": "Digital trade: Norway will lift the levy.", "A1.2": "Peru bans it.", "A2.1": "Peru sings."}
    findings = Findings(
        model="none",
        language="en",
        sentences=tuple(Sentence(s, text, 1) for s, text in grounds.items()),
        topics=(Topic("Digital trade", tuple(grounds), 0.5),),
        positions=(
            Position(("A1.2",), ("Peru",), None, "Peru bans it."),
            Position(("A2.1",), ("Peru",), None, "Sings."),
        ),
    )
    (issue,) = draft_issues(findings, grounds, IdMint())
    assert [p.text for p in issue.positions] == ["Peru bans it."]


def test_issues_keep_the_order_of_the_text() -> None:
    """Weight chooses, the text orders."""
    topics = [Topic(f"Matter {n}", (f"A{n}.1",), n / 100) for n in range(1, 15)]
    found = issues_of(topics, [])
    assert len(found) == MOST_ISSUES
    assert [i.title for i in found] == [f"Matter {n}" for n in range(5, 15)]


def test_positions_are_few_and_none_is_said_twice() -> None:
    """At most four, and the same line of the same actor once; of another actor it stays."""
    ground = tuple(f"A{n}.1" for n in range(1, 10))
    said = [position(n, f"Harbour {'abcdefghi'[n]}{n}0 shall remain shut for{n}{n}{n} fleets{n}.") for n in range(1, 8)]
    (issue,) = issues_of([Topic("Harbours", ground, 0.5)], said)
    assert len(issue.positions) == MOST_POSITIONS
    twice = [position(1, "The harbour stays shut."), position(2, "The harbour stays shut!")]
    theirs = position(3, "The harbour stays shut.", "Peru")
    (issue,) = issues_of([Topic("Harbours", ground, 0.5)], [*twice, theirs])
    assert [p.actor for p in issue.positions] == ["Norway", "Peru"]


def test_joint_positions_have_a_list_of_actors() -> None:
    """One actor is a name, several are a list."""
    (issue,) = issues_of([Topic("Fleet", ("A1.1",), 0.5)], [position(1, "The fleet sails.", "Norway", "Peru")])
    assert issue.positions[0].actor == ["Norway", "Peru"]


def test_no_topic_no_issue() -> None:
    """Positions alone make no issue."""
    assert issues_of([], [position(1, "The quota stays.")]) == []
