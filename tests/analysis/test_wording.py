"""Lines of a brief are cut from sentences: whole, readable alone, with nothing added but names in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis import analyse
from briefgen.analysis.wording import tidy, voiced
from briefgen.model.article import Article, Block, Source


def lines_of(*paragraphs: str) -> list[str]:
    """The key statements of a text of these paragraphs."""
    blocks = tuple(Block("paragraph", p, n) for n, p in enumerate(paragraphs, 1))
    return [k.text for k in analyse(Article(Source("A"), blocks)).key_statements]


@pytest.mark.parametrize(
    ("cut", "line"),
    [
        ("However, the quota stays", "The quota stays."),
        ("and the quota stays,", "The quota stays."),
        ("that the quota stays", "The quota stays."),
        ("That is why the quota stays.", "That is why the quota stays."),
        ("To that end, the quota stays.", "The quota stays."),
        ("Also on Monday the quota fell.", "On Monday the quota fell."),
        ("quotas , nets and ships were on the table ###", "Quotas, nets and ships were on the table."),
        ('The minister said, "The nets must go', 'The minister said, "The nets must go."'),
        ("The minister said, “The nets must go", "The minister said, “The nets must go.”"),
        ('the nets must go"', "The nets must go."),
        ("The pier (built in 2019", "The pier built in 2019."),
        (" ,;", ""),
    ],
)
def test_a_cut_becomes_a_line(cut: str, line: str) -> None:
    """Connectives fall, marks have their partners, the line begins and ends like a sentence."""
    assert tidy(cut) == line


@given(st.text(alphabet="aB ,.;:-\"'“”()[]#?!\n", max_size=40))
def test_no_line_is_broken(text: str) -> None:
    """Whatever is cut: no lonely mark, no double space, no comma at an end."""
    line = tidy(text)
    assert line.count('"') % 2 == 0
    assert all(line.count(a) == line.count(b) for a, b in ("()", "[]", "“”"))
    assert "  " not in line and "\n" not in line
    assert not line or (line[-1] in ".!?…\"'”’)]" and line[0] not in " ,;:")


def test_a_link_to_the_sentence_before_is_dropped() -> None:
    """ "also" ties to what the brief does not show; "but also" ties to the line itself."""
    also, both = lines_of(
        "Norway and Peru also agreed to end the dispute over the nets in June.",
        "The treaty will protect not only the cod of the fjords but also the whales.",
    )
    assert also == "Norway and Peru agreed to end the dispute over the nets in June."
    assert "but also the whales" in both


def test_a_long_sentence_ends_before_a_tail_that_only_adds() -> None:
    """It loses ", including ...", never a condition."""
    talk = (
        "Norway and Peru agreed in Bergen on Tuesday to halve the quota of cod in the northern waters "
        "and to send a joint mission of experts to the harbours of both countries"
    )
    (short,) = lines_of(f"{talk}, including the three harbours in which the fleets of unlicensed ships have been seen.")
    assert short == f"{talk}."
    (whole,) = lines_of(
        f"{talk}, unless the parliament in Lima refuses the treaty in the vote that is due in the spring."
    )
    assert whole.endswith("due in the spring.")


def test_a_speaker_is_named_where_the_line_does_not() -> None:
    """ "we" needs a name; the name at the head of the line is enough."""
    assert voiced("We will act.", ("Peru",)) == "[Peru:] We will act."
    assert voiced("The Union will use our fleet.", ("Union",)) == "The Union will use our fleet."
    assert voiced("Nobody acts.", ("Peru",)) == "Nobody acts."
