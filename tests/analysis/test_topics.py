"""The matters of an article: distinct, tightly cited, named by a phrase of the text."""

from __future__ import annotations

import cProfile

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyse, build_context
from briefgen.analysis.topics import find_topics
from briefgen.analysis.topics.candidates import lexicon
from briefgen.analysis.topics.headings import roll_calls
from briefgen.analysis.topics.words import stem
from briefgen.model.article import Article, Block, Source
from briefgen.model.findings import Topic

READOUT = (
    "The President of Norway and the President of Peru met in Lima on Tuesday. They discussed the cod quota in the "
    "northern waters. Both sides agreed that the cod quota should follow the stock.",
    "They condemned the use of deep-sea nets by unlicensed fleets. Deep-sea nets destroy the sea floor, and both "
    "countries support a ban on deep-sea nets in the treaty area.",
    "On the Bergen grain terminal, they welcomed the end of the strike. The grain terminal reopens in June, and Peru "
    "will send its first ship to the grain terminal in July.",
    "The two leaders also reviewed the release of the detained sailors. Families of the detained sailors had written "
    "to both capitals.",
)


def topics_of(*paragraphs: str, headline: str | None = None) -> list[Topic]:
    """The topics of an article of these paragraphs."""
    blocks = [Block("headline", headline)] if headline else []
    blocks += [Block("paragraph", p, n) for n, p in enumerate(paragraphs, 1)]
    context = build_context(Article(Source("A"), tuple(blocks)))
    return find_topics(context, lexicon(context))


def test_each_paragraph_of_a_readout_is_a_matter() -> None:
    """Four matters are dealt with, and four are found, each with sentences of its own paragraph."""
    found = topics_of(*READOUT)
    for words, block in (("cod quota", "A1."), ("nets", "A2."), ("terminal", "A3."), ("sailors", "A4.")):
        matter = next((t for t in found if words in t.title.casefold()), None)
        assert matter is not None, [t.title for t in found]
        assert sum(e.startswith(block) for e in matter.evidence) * 2 > len(matter.evidence), matter


def test_titles_are_cut_from_the_text() -> None:
    """A title stands in the article, quotation marks apart, and names more than a party or a person."""
    text = " ".join(READOUT).casefold()
    for topic in topics_of(*READOUT):
        assert topic.title.casefold() in text
        assert topic.title not in ("Norway", "Peru", "Lima", "President", "Leaders")
        assert topic.title[0].isupper() and topic.title[-1] not in " ,.;:"


def test_a_note_on_where_to_read_more_is_no_matter() -> None:
    """A pointer to another page is nothing that parties deal with."""
    note = "For more information on the designations, please see Norway's Treasury press release."
    titles = [t.title for t in topics_of("Norway and Peru met. The cod quota was on the table.", note)]
    assert titles and not any("press release" in t for t in titles), titles


def test_more_than_falls_from_a_title_as_a_whole() -> None:
    """The matter of "more than 130 quota applicants" is not "Than 130 quota applicants"."""
    titles = [t.title for t in topics_of("Norway admitted more than 130 quota applicants.", "Peru did not.")]
    assert titles == ["Quota applicants"], titles


def test_evidence_is_tight_and_titles_differ() -> None:
    """At most three sentences a matter, no title twice, in the order of the text."""
    found = topics_of(*READOUT)
    assert all(1 <= len(t.evidence) <= 3 for t in found)
    assert len({t.title.casefold() for t in found}) == len(found)
    assert [t.evidence[0] for t in found] == sorted(t.evidence[0] for t in found)


def test_an_enumeration_may_hold_several_matters() -> None:
    """ "discussed A, B and C" is not one matter because it is one sentence."""
    found = topics_of(
        "The ministers discussed the border fence, the price of natural gas, and the return of stolen manuscripts.",
        "The price of natural gas has doubled since the pipeline burst. Natural gas heats every second home.",
        "The border fence was put up in 2029. Farmers have cut the border fence in nine places.",
        "Forty stolen manuscripts lie in a vault in Lima. The stolen manuscripts were sold at auction.",
    )
    titles = " | ".join(t.title.casefold() for t in found)
    assert "fence" in titles and "gas" in titles and "manuscripts" in titles


def test_nothing_to_name_gives_no_topic() -> None:
    """A text without a noun phrase has no matter."""
    assert topics_of("He did. She did not. They will.") == []


def test_the_headline_may_name_the_matter() -> None:
    """Where the text speaks of "it", the headline has the words."""
    found = topics_of(
        "The ban on plastic nets takes effect in May. Norway had asked for it. The plastic nets fill the fjords.",
        headline="Norway wins ban on plastic nets",
    )
    assert any("plastic nets" in t.title.casefold() for t in found)


def test_deeds_and_their_nouns_share_a_stem() -> None:
    """So that a sentence on withdrawing belongs to the withdrawal."""
    assert stem("withdrawal") == stem("withdraw")
    assert stem("deployment") == stem("deploy")
    assert stem("war") != stem("ward")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("the of a ban talks trade border, - ' \" ( Norway Peru must and nets on".split()), max_size=30
    )
)
def test_any_row_of_words_is_borne(words: list[str]) -> None:
    """No row of words makes it fail, and every title is a piece of the text."""
    text = " ".join(["Norway said:", *words, "."])
    for topic in topics_of(text):
        assert topic.evidence
        assert topic.title


def test_work_grows_with_the_text() -> None:
    """Ten times the text takes about ten times the calls of functions, not a hundred times."""
    calls = []
    for copies in (4, 40):
        names = [f"{p} Case {n} of the harbour of Port{n} is open." for n in range(copies) for p in READOUT]
        blocks = tuple(Block("paragraph", p, n) for n, p in enumerate(names, 1))
        context = build_context(Article(Source("A"), blocks))
        with cProfile.Profile() as profile:
            find_topics(context, lexicon(context))
        calls.append(sum(row.callcount for row in profile.getstats()))
    assert calls[1] < 12 * calls[0], calls


def test_a_title_says_what_is_dealt_with() -> None:
    """Not a bare word that fits any text, an institution, a measure, or an owner whom only the text tells."""
    found = topics_of(
        "The European Union discussed this morning's report on the price of tonnes of frozen cod with Norway. "
        "The costs of frozen cod have doubled, the European Union said, and the freedom of trade suffers.",
        "Norway condemned the regime's arrest of striking sailors. The arrest of striking sailors has costs. "
        "Peru called the arrest of striking sailors a violation of the treaty.",
    )
    titles = [t.title.casefold() for t in found]
    assert any("arrest of striking sailors" in t for t in titles)
    assert any("cod" in t for t in titles)
    assert not {"costs", "freedom", "european union"} & set(titles)
    assert not any(t.startswith(("regime's", "morning's", "tonnes")) for t in titles)


def test_most_sentences_in_common_make_one_matter() -> None:
    """However the two are called, no reader wants the same sentences twice."""
    found = topics_of(
        "Norway's ban on deep-sea nets hits the fishing fleet of Peru. Peru's fishing fleet uses deep-sea nets daily. "
        "The fishing fleet lost its deep-sea nets in May.",
        "The grain terminal in Bergen reopens in June. Peru will send its grain to the Bergen terminal.",
    )
    for n, one in enumerate(found):
        for other in found[:n]:
            common = set(one.evidence) & set(other.evidence)
            assert len(common) < 2 or 2 * len(common) <= max(len(one.evidence), len(other.evidence)), (one, other)


SHEET = (
    "The governments of Norway and Peru agreed on a plan for their harbours. The plan runs for ten years.",
    "Shared Pilots and Tugs: Norway will lend Peru two tugs. Peru pays the crews.",
    "Dredging the Northern Channel: Both sides will pay for the dredging. Work begins in May.",
    "Norway: the minister was content.",
    "The plan is clear: both sides want it.",
)


def test_inline_headings_name_the_matters() -> None:
    """Where paragraphs open with a heading and a colon, it is the title, and their sentences are the evidence."""
    found = {t.title: t.evidence for t in topics_of(*SHEET)}
    assert found["Shared Pilots and Tugs"] == ("A2.1", "A2.2")
    assert found["Dredging the Northern Channel"] == ("A3.1", "A3.2")
    assert not {"Norway", "The plan is clear", "Plan is clear"} & set(found)
    assert sum(set(e) <= {"A2.1", "A2.2"} for e in found.values()) == 1


def test_one_colon_or_a_slogan_is_no_heading() -> None:
    """Capitals all through shout, and a single paragraph with a colon has no structure."""
    assert "Shared Pilots and Tugs" not in {t.title for t in topics_of(*SHEET[:2])}
    shouted = [p.replace(p.partition(":")[0], p.partition(":")[0].upper()) for p in SHEET[1:3]]
    assert not any(t.title.isupper() for t in topics_of(SHEET[0], *shouted))


def test_no_assembly_occasion_or_bare_word_is_a_title() -> None:
    """The court, the visit and the budget are where a matter is dealt with; the ban on nets is the matter."""
    found = topics_of(
        "The Supreme Court of Norway upheld the ban on deep-sea nets during the Peruvian visit to Oslo. The visit of "
        "the envoys ended on Friday. The Supreme Court of Norway heard the fishermen, and the budget was passed.",
        "Peru praised the ban on deep-sea nets. The Supreme Court of Norway will publish its reasons. The budget "
        "pays for the visit of the envoys.",
    )
    titles = [t.title.casefold() for t in found]
    assert any("deep-sea nets" in t for t in titles)
    assert not any(t.endswith("visit") or t.startswith(("visit of", "supreme court")) or t == "budget" for t in titles)


def test_a_bare_deed_may_be_a_title() -> None:
    """ "Disarmament" says what is dealt with."""
    found = topics_of(
        "Norway demanded disarmament. Disarmament was refused by Peru.", "Peru said disarmament would come later."
    )
    assert "Disarmament" in {t.title for t in found}


def test_a_list_of_who_was_there_is_no_matter() -> None:
    """The items under "Attendees:" name nothing that was dealt with; those under other lines may."""
    items = [Block("item", name, n) for n, name in enumerate(("Cod Harbour Fund", "Deep Sea Nets Agency"), 2)]
    for line, left_out in (("Attendees:", {1, 2}), ("Participants", {1, 2}), ("They discussed:", set())):
        assert roll_calls([Block("paragraph", line, 1), *items]) == left_out
    blocks = [Block("paragraph", p, n) for n, p in enumerate((*READOUT[:2], "Attendees:"), 1)]
    context = build_context(Article(Source("A"), (*blocks, *items)))
    found = find_topics(context, lexicon(context))
    assert not any("Fund" in t.title or "Agency" in t.title for t in found)


def test_a_list_of_who_was_there_is_no_part_of_the_summary() -> None:
    """However long its items are."""
    items = [
        Block("item", "Ada Lind, the minister of transport of Norway, who led her country's delegation", 4),
        Block("item", "Bo Krone of the Deep Sea Nets Agency, who came with four members of his own ministry", 5),
    ]
    blocks = [Block("paragraph", p, n) for n, p in enumerate((*READOUT[:2], "Participants:"), 1)]
    found = analyse(Article(Source("A", language="en"), (*blocks, *items)))
    assert found.key_statements
    assert not {"A4.1", "A5.1"} & {e for s in found.key_statements for e in s.evidence}
