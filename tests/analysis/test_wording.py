"""Lines of a brief are cut from sentences: whole, readable alone, with nothing added but names in brackets."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis import analyse
from briefgen.analysis.summary.wording import in_marks, says_we, tidy
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
        ("So far the quota stays.", "So far the quota stays."),
        ("So it's the quota that stays.", "It's the quota that stays."),
        ("That agreement stays.", "That agreement stays."),
        ("Nor will the quota fall.", "Nor will the quota fall."),
        ("Well, first of all, Ana, the quota stays.", "The quota stays."),
        ("Look, Mr. Secretary, the quota stays.", "The quota stays."),
        ("Excellencies, ladies and gentlemen, the quota stays.", "The quota stays."),
        ("Mr. Lund, the minister, left.", "Mr. Lund, the minister, left."),
        ("**FISHING IN THE NORTH:** The quota stays.*", "The quota stays."),
        ('"The quota stays,"', '"The quota stays."'),
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
    (urged,) = lines_of(
        "Peru urges coastal states and institutions, namely the Intergovernmental Council on Fisheries, that are "
        "guarantors of the revitalised cod agreement to take swift action to end the dispute and put the talks back on "
        "track prior to the end of the already extended season in February 2033."
    )
    assert urged.endswith("February 2033.")


@pytest.mark.parametrize(
    "tail",
    [
        "giving them leave to send the ships of both fleets into the northern waters as soon as the ice breaks.",
        "calling for an end to all raids on the harbours of both countries before the winter storms set in.",
        "including the quota of the southern waters that the two ministers had agreed on 24 March 2022 in Lima.",
        "including by means of a joint fleet that the council of the northern waters is to send in the spring.",
    ],
)
def test_a_tail_with_the_matter_stays(tail: str) -> None:
    """What is given, asked or called, what is dated, and the measure to be taken."""
    (line,) = lines_of(
        "Norway and Peru sent a joint letter to the ministers of the council of the northern waters in the harbour of "
        f"Bergen, {tail}"
    )
    assert line.endswith(tail)


def test_no_weekday_within_a_name() -> None:
    """ "Norland Today" is a newspaper."""
    text = "The minister of Peru resigned today. Norland Today told its readers in Lima that the talks are over."
    blocks = (Block("paragraph", text, 1),)
    first, second = analyse(Article(Source("A"), blocks), published=dt.date(2031, 5, 6)).key_statements
    assert "today [Tuesday]" in first.text
    assert "[" not in second.text


def test_what_nobody_else_can_say_is_a_quotation() -> None:
    """A "we" that no name can stand for; marks within get single ones, a sentence in marks no second pair."""
    assert in_marks('We call it "over".') == "“We call it ‘over’.”"
    assert in_marks('"We call it over."') == "“We call it over.”"
    assert says_we("The fleet is ours.") and says_we("The fleet left. We stay.") and says_we("I’m staying.")
    assert not says_we('Lund said, "We stay," and left for World War I.')
    assert not says_we("The Working Group I contribution is late.") and says_we("After the Summit, I sign.")
    assert not says_we("The Our Seas Conference met; [Peru’s] fleet left.")


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Peru will use all its ports and our whole fleet to hold the line in the north.",
            "Peru will use all its ports and [its] whole fleet to hold the line in the north.",
        ),
        (
            "We will send our fleet to the northern waters before the end of the month.",
            "[Peru] will send [its] fleet to the northern waters before the end of the month.",
        ),
        (
            "The crew has told our ministers that the talks in the capital are over.",
            "The crew has told [Peru’s] ministers that the talks in the capital are over.",
        ),
        (
            "Our ministers will tell us in June whether the whole of the treaty is lost.",
            "Our ministers will tell us in June whether the whole of the treaty is lost.",
        ),
        (
            "The ministers will protect our planet and all of its oceans from illegal fishing.",
            "The ministers will protect our planet and all of its oceans from illegal fishing.",
        ),
    ],
)
def test_names_stand_for_the_first_person(sentence: str, line: str) -> None:
    """In a statement whose issuer is known; "our planet" is nobody's, and "us" may be everybody."""
    opening = "Peru condemns the raid on our fleet and calls on Chile to release the crew at once."
    blocks = (
        Block("headline", "Statement by the Government of Peru on the raid"),
        Block("paragraph", opening, 1),
        Block("paragraph", sentence, 2),
    )
    found = analyse(Article(Source("A"), blocks)).key_statements
    assert found[-1].text == line
    assert found[-1].spoken == (line == sentence)
    assert found[-1].speakers == ("Peru",)


def test_marks_that_a_sentence_before_opened_are_kept() -> None:
    """The second half of a quotation gets its opening mark back; a sentence within is its speaker's."""
    paragraph = (
        'Minister Ana Reis of Peru told reporters: "The fleet of Peru stays in port. The nets must go from the icy '
        'waters. Peru has waited long enough for an answer," Reis said. Chile declined to comment on it in public.'
    )
    article = Article(Source("A"), (Block("paragraph", paragraph, 1),))
    first, within, last, after = analyse(article).key_statements
    assert first.text.endswith('"The fleet of Peru stays in port."')
    assert (within.spoken, within.speakers) == (True, ("Ana Reis",))
    assert last.text.startswith('"Peru has waited')
    assert not after.spoken


def test_greetings_and_thanks_are_no_statements() -> None:
    """What a speaker says before the matter has no place in a summary; an ellipsis stands for the opener."""
    turns = (
        "MINISTER REIS: Good morning, everyone, and welcome. Look, the nets must go from our waters.",
        "MINISTER LUND: Thank you, Minister, for your words. The treaty between Peru and Norway will stay as it is.",
    )
    blocks = tuple(Block("paragraph", t, n) for n, t in enumerate(turns, 1))
    found = analyse(
        Article(Source("A"), (Block("headline", "Reis and Lund before their meeting"), *blocks))
    ).key_statements
    assert [k.words for k in found] == [
        "…the nets must go from our waters.",
        "The treaty between Peru and Norway will stay as it is.",
    ]
    assert all(k.spoken for k in found)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "The two ministers signed the treaty today in Lima.",
            "The two ministers signed the treaty today [Tuesday] in Lima.",
        ),
        (
            "Peru closed all its ports to the fleet yesterday.",
            "Peru closed all its ports to the fleet yesterday [Monday].",
        ),
        (
            "Today, Peru and Chile are party to the treaty on fishing.",
            "Today, Peru and Chile are party to the treaty on fishing.",
        ),
        ("Peru said that today's vote on the treaty was free.", "Peru said that today's vote on the treaty was free."),
    ],
)
def test_today_has_a_weekday(sentence: str, line: str) -> None:
    """Counted from the publication; not where "today" means these days, and not where the day is unknown."""
    article = Article(Source("A"), (Block("paragraph", sentence, 1),))
    assert [k.text for k in analyse(article, published=dt.date(2031, 5, 6)).key_statements] == [line]
    assert [k.text for k in analyse(article).key_statements] == [sentence]
