"""What stands in front of a paragraph's first sentence takes no part in it."""

from __future__ import annotations

import pytest
from test_positions import positions_of
from test_surnames import read

from briefgen.analysis.text.datelines import heading_end, opening_end


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Trade and Growth: Norway will lower the levy.", "Trade and Growth: "),
        ("Security, Ports and Defence: Norway sent two ships.", "Security, Ports and Defence: "),
        ("Ana Reis: We will not sign.", ""),
        ("Ministry of Fisheries: We will not sign.", ""),
        ("Norway and Peru said: We will not sign.", ""),
        ("Trade and Growth: of these there was none.", ""),
    ],
)
def test_a_heading_in_the_line(text: str, heading: str) -> None:
    """Joined by a small word; a name, a body or a clause is none."""
    assert text[: heading_end(text)] == heading


def test_a_heading_is_no_actor_and_no_subject() -> None:
    """What its sentence says is its subject's, and the line begins behind it."""
    found = positions_of("Harbour Safety and Fisheries Partnership: Norway rejected the levy on salted cod on Monday.")
    assert [(p.actors, p.text) for p in found] == [(("Norway",), "Norway rejected the levy on salted cod on Monday.")]
    cast = read("Kano Board and Growth Trust Partnership: Norway rejected the levy on salted cod.").resolver.cast
    assert "Growth Trust Partnership" not in cast.entries


def test_a_turns_label_leaves_the_sentence_whole() -> None:
    """The verb behind it heads the sentence, not the name in it."""
    found = read("FOREIGN MINISTER CASTRO: We will build a bridge.", "MINISTER BREKKE: We will pay for it.")
    roots = [s.span.root.lower_ for s in found.document.sents]
    assert roots == ["build", "pay"]
    assert opening_end("NOT A LABEL: ALL IN CAPITALS") == 0
