"""One actor a body, under its full name, and none that is a note, a clock or a thing."""

from __future__ import annotations

import pytest
from test_surnames import read


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Agency for Harbour Safety (AHS) shut the port. AHS will open it.", "Agency for Harbour Safety", "AHS"),
        (
            "The Lomland Workers' Party, or PWL, left the talks. PWL said it would fight.",
            "Lomland Workers' Party",
            "PWL",
        ),
        (
            "The Tirol Democratic Forces (TDF) took the town. The TDF said it would stay.",
            "Tirol Democratic Forces",
            "TDF",
        ),
        ("Ships of Papua New Guinea (PNG) left. PNG said they would not return.", "Papua New Guinea", "PNG"),
    ],
)
def test_an_explained_short_form_is_the_same_actor(text: str, name: str, short: str) -> None:
    """And speaks under its full name."""
    found = read(text)
    assert short not in found.resolver.cast.entries
    assert short in found.resolver.cast.entries[name].aliases
    assert [s.speakers for s in found.speeches if s.verb == "say"] in ([], [(name,)])


def test_a_bracket_behind_a_name_may_explain_nothing() -> None:
    """ "Germany (SPD)" is no Germany by another name, and a person's party no person."""
    cast = read("Karl Hube of Germany (SPD) and Ana Reis (PS) met in Riga. The SPD said no.").resolver.cast
    assert "SPD" not in cast.entries["Germany"].aliases


def test_notes_clocks_offices_and_idle_things_are_no_actors() -> None:
    """They do nothing; whoever acts or is dealt with stays."""
    found = read(
        "(Inaudible.) The vote is due at 12:00 UTC. Norway spoke on Acme Corp phones in Riga. National Security "
        "Advisors met Norway's envoy on Monday. Norway fined Globex Corp again.",
    )
    actors = {a.name for a in found.resolver.cast.public()}
    assert not actors & {"Inaudible", "UTC", "Acme Corp", "National Security Advisors"}
    assert {"Norway", "Globex Corp"} <= actors
