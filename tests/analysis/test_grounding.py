"""Whatever the text, the engine neither fails nor says what no sentence carries."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.article import Article, Block, Source
from briefgen.model.brief import Brief, Given

WORDS = st.sampled_from(
    """the a minister President Norland Beijing U.S. said warned will must not "We ‘ ’ “ ” , . ? ! ; : - —
    ( ) [ ] if unless unacceptable red line ministry they he she it its our I on Friday May 6 June 2031
    12,500 $4.5 by March within 48 hours Ana Reis Tor Lund talks agreed to meet treaty sanctions 'no'
    border's of and or who which that Mr. Dr. J. ... … … é 北京 \t
    """.split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join) | st.text(max_size=200)


def article_of(*paragraphs: str) -> Article:
    """An article of these paragraphs."""
    folded = [re.sub(r"\s+", " ", p).strip() for p in paragraphs]
    blocks = tuple(Block("paragraph", p, n) for n, p in enumerate((p for p in folded if p), 1))
    return Article(Source("A", file="a.txt", language="en"), blocks)


def brief_of(article: Article) -> Brief:
    """The drafted brief."""
    given_ = Given(published=dt.date(2031, 5, 6))
    return draft(article, analyse(article, published=given_.published), date=dt.date(2031, 5, 6), given=given_)


def lines(brief: Brief) -> list[tuple[str, list[str]]]:
    """Every machine-written line with its evidence."""
    rows = [(k.text, k.evidence) for k in brief.summary.key_points]
    if brief.summary.bottom_line is not None:
        rows.append((brief.summary.bottom_line.text, brief.summary.bottom_line.evidence))
    rows += [(r.statement, r.evidence) for r in brief.red_lines]
    rows += [(s.action, s.evidence) for s in brief.next_steps]
    rows += [(p.text, p.evidence) for i in brief.issues for p in i.positions]
    rows += [(q.text, q.evidence) for q in brief.quotes]
    return rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["President", "the the its the the the ["])  # a name in brackets beside a bracket that nothing closes
def test_any_text_gives_a_grounded_brief(paragraphs: list[str]) -> None:
    """No exception; every line cites sentences that stand verbatim in the article, and its words are theirs."""
    article = article_of(*paragraphs)
    if not any(re.search(r"\w", b.text) for b in article.blocks):
        return
    brief = brief_of(article)
    text = "\n".join(b.text for b in article.blocks)
    assert all(sentence in text for sentence in brief.evidence.values())
    for line, evidence in lines(brief):
        assert evidence
        assert set(evidence) <= set(brief.evidence)
        ground = " ".join(brief.evidence[e] for e in evidence).casefold()
        for word in re.findall(r"[^\W_]+", re.sub(r"\[[^\]]*\]", " ", line)):
            assert word.casefold() in ground, f"{word!r} of {line!r} is not in {ground!r}"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_sentences_are_the_text(paragraph: str) -> None:
    """The sentences of a paragraph, in order, are the paragraph; their ids count from 1."""
    article = article_of(paragraph)
    if not article.blocks or not re.search(r"\w", article.blocks[0].text):
        return
    sentences = analyse(article).sentences
    assert re.sub(r"\s", "", "".join(s.text for s in sentences)) == re.sub(r"\s", "", article.blocks[0].text)
    assert [s.id for s in sentences] == [f"A1.{n}" for n in range(1, len(sentences) + 1)]


SPLITS = {
    "The U.S. and the EU met. They agreed.": ["The U.S. and the EU met.", "They agreed."],
    "He lives in the U.S. The talks go on.": ["He lives in the U.S.", "The talks go on."],
    "Gen. A. B. Lund spoke on Jan. 5 in Oslo.": ["Gen. A. B. Lund spoke on Jan. 5 in Oslo."],
    "On Monday Lund Gépgyár Kft. (Lund Works) bought a mill. It paid.": [
        "On Monday Lund Gépgyár Kft. (Lund Works) bought a mill.",
        "It paid.",
    ],
    "Reis Bros. Holding sold it to Reis Corp. The state agreed.": [
        "Reis Bros. Holding sold it to Reis Corp.",
        "The state agreed.",
    ],
    "Norland sold Suthmark Oil Zrt. The state agreed.": ["Norland sold Suthmark Oil Zrt.", "The state agreed."],
    "Decree No. 1430/2031 and Art. 3 stand.": ["Decree No. 1430/2031 and Art. 3 stand."],
    "Ana Reis said no. 15 ministers left.": ["Ana Reis said no.", "15 ministers left."],
    "Lund met Amb. Ana Reis. Holm left.": ["Lund met Amb. Ana Reis.", "Holm left."],
    "They met. (Holm stayed away.) Lund left.": ["They met.", "(Holm stayed away.)", "Lund left."],
    '"We go." Then he left.': ['"We go."', "Then he left."],
    "“Never,” she said. “Not us.”": ["“Never,” she said.", "“Not us.”"],
    "Is it over? No! It costs $4.5 million.": ["Is it over?", "No!", "It costs $4.5 million."],
}


@pytest.mark.parametrize(("paragraph", "expected"), SPLITS.items())
def test_where_sentences_end(paragraph: str, expected: list[str]) -> None:
    """Abbreviations and initials end nothing; a mark before a capital does, closing marks included."""
    assert [s.text for s in analyse(article_of(paragraph)).sentences] == expected
