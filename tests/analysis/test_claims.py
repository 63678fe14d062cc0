"""What a country says of another in a statement of its own is its claim, and the summary says whose."""

from __future__ import annotations

from briefgen.analysis import analyse
from briefgen.model.article import Article, Block, Source

STATEMENT = (
    "We will continue to impose costs on Chile until the blockade ends. Norway stands with Peru.",
    "Chile has detained 40 crews since spring. Norway has sent two ships to the bay.",
)


def test_a_claim_has_its_speaker_and_a_deed_of_ones_own_needs_none() -> None:
    """Norway tells of Chile, and of itself."""
    blocks = [Block("headline", "Statement by the Foreign Minister of Norway on the blockade of Peru")]
    blocks += [Block("paragraph", text, n) for n, text in enumerate(STATEMENT, 1)]
    found = {k.text: k for k in analyse(Article(Source("A"), tuple(blocks))).key_statements}
    claim = found["Chile has detained 40 crews since spring."]
    assert (claim.spoken, claim.speakers) == (True, ("Norway",))
    assert not found["Norway has sent two ships to the bay."].spoken


def test_a_report_claims_nothing() -> None:
    """What a newspaper writes is nobody's claim."""
    blocks = (Block("paragraph", "Chile has detained 40 crews since spring. Norway has sent two ships.", 1),)
    assert not any(k.spoken for k in analyse(Article(Source("A"), blocks)).key_statements)


def test_the_author_says_i_in_a_statement_that_he_signs() -> None:
    """Where the text does not name him, the byline does; an office is nobody who says "I"."""
    told = "Norway has asked Chile for an answer. I have decided to close the port of Harn to every trawler from Chile."
    blocks = (Block("paragraph", told, 1),)
    for author, speaker in (("Ana Reis", "Ana Reis"), ("Office of the Spokesperson", "The text")):
        found = analyse(Article(Source("A", author=author), blocks)).key_statements
        assert [k.speakers for k in found if k.spoken] == [(speaker,)]
