"""Key statements become a bottom line that can be said aloud and a few points, each with the sentences it rests on."""

from __future__ import annotations

from briefgen.drafting.summary import MOST, draft_summary
from briefgen.model.brief import Summary
from briefgen.model.findings import SAYABLE, Findings, KeyStatement, Sentence, Stance
from briefgen.model.ids import IdMint

LONG = "The ministers of nine coastal states " + " ".join(f"and of island {n}" for n in range(15)) + " met in Bergen."


def summary_of(
    *statements: tuple[str, str, float], stances: tuple[Stance, ...] = (), spoken: tuple[str, ...] = ()
) -> Summary:
    """The summary of statements (id, text, score), whose sentences read as they do; Peru says those in `spoken`."""
    sentences = tuple(Sentence(i, text, int(i[1:].split(".")[0])) for i, text, _ in statements)
    found = tuple(
        KeyStatement((i,), text, score, ("Peru",) if i in spoken else (), text, i in spoken)
        for i, text, score in statements
    )
    findings = Findings(model="none", language="en", sentences=sentences, key_statements=found, stances=stances)
    return draft_summary(findings, {s.id: s.text for s in sentences}, IdMint())


def bottom_line(summary: Summary) -> str:
    """The words of the bottom line."""
    assert summary.bottom_line is not None
    return summary.bottom_line.text


def test_the_bottom_line_can_be_said_aloud() -> None:
    """Not the longest sentence, a pointer to another, a quotation or somebody's "we", though they are stronger."""
    found = summary_of(
        ("A1.1", LONG, 0.9),
        ("A2.1", "This follows a dispute over cod.", 0.9),
        ("A3.1", "We have waited long enough for our share.", 0.9),
        ("A4.1", "Norway and Peru agreed to halve the cod quota.", 0.7),
        spoken=("A3.1",),
    )
    assert bottom_line(found) == "Norway and Peru agreed to halve the cod quota."
    assert len(bottom_line(found).split()) <= SAYABLE


def test_a_lead_that_cannot_be_said_aloud_gives_its_core() -> None:
    """It opens the brief with it, though what follows could be said whole; "there" points out of a line."""
    core = "Norway and Peru agreed to halve the cod quota."
    lead = KeyStatement(("A1.1",), LONG, 0.9, core=core)
    rest = KeyStatement(("A2.1",), "There, the ship Ida waits for its crew.", 0.9)
    more = KeyStatement(("A3.1",), "Chile joined the treaty in spring.", 0.5)
    sentences = tuple(Sentence(k.evidence[0], k.text, n) for n, k in enumerate((lead, rest, more)))
    findings = Findings(model="none", language="en", sentences=sentences, key_statements=(lead, rest, more))
    found = draft_summary(findings, {s.id: s.text for s in sentences}, IdMint())
    assert bottom_line(found) == core
    apart = summary_of(("A1.1", rest.text, 0.9), ("A2.1", more.text, 0.7))
    assert bottom_line(apart) == more.text


def test_the_bottom_line_goes_on_to_the_red_line_behind_it() -> None:
    """Where the lead holds none and the next sentence does; not to one of another matter further down, which is then a
    point."""
    threat = Stance(("A1.2",), ("Peru",), None, None, "conditional", "x", None, None, "high")
    lead = ("A1.1", "Norway and Peru agreed to halve the cod quota.", 0.9)
    found = summary_of(lead, ("A1.2", "Peru will leave the treaty unless the nets go.", 0.5), stances=(threat,))
    assert bottom_line(found).endswith("Peru will leave the treaty unless the nets go.")
    assert found.bottom_line is not None and found.bottom_line.evidence == ["A1.1", "A1.2"]
    assert found.key_points == []
    other = Stance(("A5.1",), ("Peru",), None, None, "conditional", "x", None, None, "high")
    found = summary_of(lead, ("A5.1", "Chile will shut its mines unless wages fall.", 0.5), stances=(other,))
    assert bottom_line(found) == lead[1]
    assert [p.evidence for p in found.key_points] == [["A5.1"]]


def test_a_sure_red_line_has_its_point() -> None:
    """The weakest of the points gives way to it."""
    words = "cod border fence grain terminal stolen icebreaker lease visa".split()
    rows = [(f"A{n}.1", f"The {word}{n} {word}talks{n} ended{word}.", 0.9 - n / 100) for n, word in enumerate(words, 1)]
    threat = Stance(("A20.1",), ("Peru",), None, None, "conditional", "x", None, None, "high")
    found = summary_of(*rows, ("A20.1", "Chile will shut its mines unless wages fall.", 0.01), stances=(threat,))
    assert found.key_points[-1].evidence == ["A20.1"]
    assert len(found.key_points) == MOST - 1


def test_neighbours_in_a_paragraph_are_one_point() -> None:
    """With both sentences as evidence, and one quotation where one speaker says both; else they stay apart."""
    found = summary_of(
        ("A1.1", "Norway and Peru agreed to halve the cod quota.", 0.9),
        ("A4.1", "We shall send our first ship in July.", 0.5),
        ("A4.2", "We expect it back in August.", 0.1),
        ("A4.3", "Chile has bought the icebreaker.", 0.4),
        ("A5.1", "The strike at the Bergen terminal is over.", 0.4),
        spoken=("A4.1", "A4.2"),
    )
    assert [(p.text, p.evidence) for p in found.key_points] == [
        ("[Peru:] “We shall send our first ship in July. We expect it back in August.”", ["A4.1", "A4.2"]),
        ("Chile has bought the icebreaker.", ["A4.3"]),
        ("The strike at the Bergen terminal is over.", ["A5.1"]),
    ]


def test_a_pointer_gets_what_it_points_to() -> None:
    """ "The move" stands behind the sentence that says which, though the sentence behind it is the stronger one."""
    found = summary_of(
        ("A1.1", "Norway and Peru agreed to halve the cod quota.", 0.9),
        ("A4.1", "Chile shut the harbour of Arica.", 0.1),
        ("A4.2", "The move angered truckers.", 0.8),
        ("A4.3", "Wool prices rose by half.", 0.11),
    )
    assert found.key_points[0].text.startswith("Chile shut the harbour of Arica. The move angered truckers.")


def test_few_words_in_common_are_no_support() -> None:
    """A short sentence of the same words is not cited; one that says the same at length is."""
    claim = "Norway and Peru agreed to halve the cod quota in northern waters from January."
    again = "The cod quota in northern waters is halved from January, Norway announced."
    found = summary_of(("A1.1", claim, 0.9), ("A5.1", "Norway likes cod.", 0.1), ("A6.1", again, 0.1))
    assert found.bottom_line is not None
    assert found.bottom_line.evidence == ["A1.1", "A6.1"]


def test_nothing_is_said_twice_and_little_is_said() -> None:
    """At most seven items, in the order of the text, and one line for two sentences of the same words."""
    matters = (
        "cod quota border fence grain terminal stolen manuscripts gas price icebreaker lease visa rules radar".split()
    )
    rows = [
        (f"A{n}.1", f"The {word}{n} talks{n} on {word}field{n} ended{n}.", 0.5) for n, word in enumerate(matters, 1)
    ]
    found = summary_of(*rows, ("A40.1", rows[0][1], 0.5))
    evidence = [p.evidence[0] for p in found.key_points]
    assert len(found.key_points) == MOST - 1
    assert evidence == sorted(evidence, key=lambda e: int(e[1:].split(".")[0]))
    assert len({p.text for p in found.key_points} | {bottom_line(found)}) == MOST


def test_no_statement_no_summary() -> None:
    """An article of fragments has none."""
    assert summary_of() == Summary()
