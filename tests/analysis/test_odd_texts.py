"""Texts that are broken in some way: the engine takes them, cites what stands in them, and does not lose its way."""

from __future__ import annotations

import cProfile
import datetime as dt
import io
import pstats
import random
import re
import time
from collections.abc import Callable

import pytest

from briefgen import sources
from briefgen.analysis import analyse
from briefgen.analysis.text.sentences import LONGEST
from briefgen.drafting import draft
from briefgen.errors import BriefgenError, SourceError
from briefgen.model.brief import Brief, Given

DAY = dt.date(2031, 5, 6)
ARTICLE = """Norland and Peru at odds over the strait

OSLO, May 5 - Norwegian Foreign Minister Ana Reis said on Monday that her government “will never accept a foreign base”
in the strait, and warned Peru that Oslo would close its ports if “a single ship” passed without a permit.

“We have said it before, and we will not say it again,” Reis told reporters. She added: ‘The law is the law.’ Her
counterpart in Lima, Tor Lund, called the threat “noise”. The two sides will meet again in Quito on 12 May.

What comes next

- Peru pledged to publish its list of vessels by the end of the month;
- the European Union is to send four observers;
- a hotline opens on Friday.

Lund’s ministry rejected the charge that its navy had fired first. “Who fired? Nobody knows,” said a spokesman who asked
not to be named. The council must decide within 48 hours whether the mission goes on, its chair said.
"""
MARKS = "\"“”‘’'«»„"


def sentences(text: str) -> list[str]:
    return [s for paragraph in text.split("\n\n") for s in re.split(r"(?<=[.!?])\s+", paragraph) if s.strip()]


def shuffled(text: str) -> str:
    parts = sentences(text)
    random.Random(1).shuffle(parts)  # noqa: S311  # a fixed order, no secret
    return "\n\n".join(parts)


def swapped(text: str, marks: str) -> str:
    """Every quotation mark replaced by one of `marks`, in turn."""
    turn = iter(range(len(text)))
    return "".join(marks[next(turn) % len(marks)] if c in MARKS else c for c in text)


BROKEN: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "in title case": str.title,
    "without punctuation": lambda t: re.sub(r"[^\w\s]", "", t),
    "without full stops": lambda t: t.replace(".", ""),
    "without spaces behind full stops": lambda t: re.sub(r"\. ", ".", t),
    "without quotation marks": lambda t: swapped(t, " "),
    "with doubled quotation marks": lambda t: "".join(2 * c if c in MARKS else c for c in t),
    "with nothing but opening marks": lambda t: swapped(t, "“"),
    "with nothing but closing marks": lambda t: swapped(t, "”"),
    "with mixed quotation marks": lambda t: swapped(t, "”\"‘«„'”»"),
    "with a mark before each word": lambda t: re.sub(r"\b(?=\w)", '"', t),
    "in one paragraph": lambda t: " ".join(t.split()),
    "with a sentence a paragraph": lambda t: "\n\n".join(sentences(t)),
    "with a word a paragraph": lambda t: "\n\n".join([*t.split(), "Nothing was signed on Monday."]),
    "with its sentences shuffled": shuffled,
    "with dashes for commas": lambda t: t.replace(", ", " — "),
    "without one letter in ten": lambda t: re.sub(r"(\w{9})\w", r"\1", t),
    "with brackets and asterisks": lambda t: re.sub(r"(\w+) (\w+)", r"**\1** [\2](x)", t),
    "told twice": lambda t: f"{t}\n\n{t}",
}


def brief_of(text: str) -> tuple[sources.Article, Brief]:
    article = sources.read("-", stdin=io.BytesIO(text.encode()))
    findings = analyse(article, published=DAY)
    return article, draft(article, findings, date=DAY, given=Given(published=DAY))


def check_grounds(text: str) -> Brief:
    """The brief of `text`, of which every item cites sentences that stand in the article as they are."""
    article, brief = brief_of(text)
    paragraphs = {f"A{block.number}": block.text for block in article.blocks if block.number is not None}
    for identifier, sentence in brief.evidence.items():
        assert sentence in paragraphs[identifier.split(".")[0]]
    items = [*brief.red_lines, *brief.next_steps, *brief.quotes, *brief.issues, *brief.summary.key_points]
    for item in [*items, *(p for issue in brief.issues for p in issue.positions)]:
        assert item.evidence
        assert set(item.evidence) <= set(brief.evidence)
    return brief


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_text_gives_a_grounded_brief(how: str) -> None:
    check_grounds(BROKEN[how](ARTICLE))


@pytest.mark.parametrize("how", ["as it is", "with a sentence a paragraph", "told twice"])
def test_the_red_line_and_the_meeting_are_found_however_the_text_is_laid_out(how: str) -> None:
    brief = check_grounds(BROKEN[how](ARTICLE))
    assert ("will never accept a foreign base", "Ana Reis") in [(quote.text, quote.speaker) for quote in brief.quotes]
    assert [line.holder for line in brief.red_lines if "foreign base" in line.statement] == ["Norway"]
    assert ["Norway", "Peru"] in [step.owners for step in brief.next_steps if "again in Quito" in step.action]


@pytest.mark.parametrize("place", range(7, len(ARTICLE), 97))
def test_a_text_that_breaks_off_anywhere_is_taken_or_refused_for_having_no_sentence(place: int) -> None:
    for part in (ARTICLE[:place], ARTICLE[place:]):
        try:
            check_grounds(part)
        except SourceError as error:
            assert "holds no sentence" in str(error) or "holds no letters" in str(error)


@pytest.mark.parametrize("sentence", sentences(ARTICLE)[2:])
def test_an_article_of_one_sentence_is_taken(sentence: str) -> None:
    try:
        check_grounds(sentence)
    except BriefgenError as error:
        assert not sentence.rstrip("”").endswith("."), error


def test_a_sentence_without_an_end_is_cut_between_words() -> None:
    text = "The envoy said that " + " and that ".join(f"Peru would not sign paper {n}" for n in range(300))
    article = sources.read("-", stdin=io.BytesIO(text.encode()))
    found = analyse(article, published=DAY).sentences
    assert " ".join(s.text for s in found) == text
    assert max(len(s.text.split()) for s in found) <= LONGEST


def calls(text: str) -> int:
    """How many functions are called to draft a brief of `text`: time that is the same on every machine."""
    profile = cProfile.Profile()
    profile.enable()
    brief_of(text)
    profile.disable()
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined,no-any-return]  # typeshed leaves it out


GROWING: dict[str, Callable[[int], str]] = {
    "an article, again and again": lambda n: "\n\n".join([ARTICLE] * n),
    "new names in each paragraph": lambda n: "\n\n".join(
        f"Minister Ana Re{'i' * i}s of Peru met envoy Tor Lu{'n' * i}d. The minister said the envoy would not sign."
        for i in range(1, 8 * n)
    ),
    "one sentence": lambda n: "The envoy said " + " and ".join(["that he would meet them if they let him"] * 12 * n),
    "a list": lambda n: (
        "Ministers met in Lima and agreed to do this.\n\n" + "\n".join(f"- open port {i};" for i in range(10 * n))
    ),
}


@pytest.mark.parametrize("kind", GROWING)
def test_ten_times_the_text_takes_at_most_twelve_times_the_work(kind: str) -> None:
    calls(ARTICLE)  # what is loaded once does not count
    assert calls(GROWING[kind](20)) <= 12 * calls(GROWING[kind](2))


@pytest.mark.parametrize("run", ["(", "“", "a-", "'s", "x", "https://a/"])
def test_a_run_of_characters_without_a_blank_costs_no_minutes(run: str) -> None:
    """Fifteen thousand opening brackets took spaCy twenty seconds."""
    start = time.process_time()
    brief_of(f"{run * (15_000 // len(run))}\n\nNorland will never accept a foreign base, its minister said.\n")
    assert time.process_time() - start < 10
