"""Under which issue a position stands: the one that its main words speak of.

The title's words count in full in the core of the position, little in an adjunct ("since the election", "after the
talks") or elsewhere in its sentence. A party's name and words of every matter ("national", "president") tell little.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from briefgen.model.findings import Disagreement, Findings, Topic
from briefgen.model.findings import Position as Found

MOST_POSITIONS = 4
SAME = 0.8  # share of the shorter line's words from which two lines say the same
ROOT = 5  # letters that "withdraw" and "withdrawal" have in common
ASIDE = 0.3  # what a title's word counts in an adjunct, and in the rest of the sentence
LITTLE = 0.4  # what a party's name and a word of every matter count
LEAST = 0.16  # share of a title that a position must speak of where its core has no telling word of it
HEADED = 0.3  # the least fit of what stands in a paragraph under the title itself
FAIR = 0.6  # share of the best fit from which an issue without any position may have it
ELSEWHERE = 0.1  # what the fit counts where the position's sentence is not of the topic's but has all its words
NEAR = 0.9  # share of the best fit from which the issue with fewer positions is preferred

# An adjunct in front of the clause or behind it says when and on what occasion.
ADJUNCT = re.compile(
    r"\b(?:since|after|during|before|ahead of|following|amid|until|while|when|as part of|in the wake of|in light of|"
    r"on the (?:eve|margins|sidelines) of|prior to|at the time of)\b[^,;.]*",
    re.I,
)
WORDS = re.compile(r"\w{4,}|\b[A-Z]{2,3}\b")
# Roots of words that stand in titles of every matter.
COMMON = frozenset(
    """presi minis gover state unite natio inter forei polit joint estab imple promo count issue proce offic membe
    publi peopl leade world regio globa commo""".split()
)


def file_positions(findings: Findings, topics: list[Topic], grounds: dict[str, str]) -> list[list[Found]]:
    """The positions of each of `topics`, in the order of the text; each under one of those whose evidence it rests
    on, else under one that it names in full; none said twice. `topics` come with the weightiest first.
    """
    little = _roots(" ".join(a.name for a in findings.actors if a.kind != "person")) | COMMON
    rows: list[list[Found]] = [[] for _ in topics]
    given: list[Found] = []
    also: list[tuple[Found, list[int]]] = []  # the other topics that a position would fit almost as well
    for position in findings.positions:
        if _said(position, given, findings):
            continue
        fits = sorted(_fits(position, topics, grounds, little), key=lambda row: -row[0])
        fitting = [(fit, at) for fit, at in fits if len(rows[at]) < MOST_POSITIONS]
        if fitting:
            near = [at for fit, at in fitting if fit >= NEAR * fitting[0][0]]
            rows[min(near, key=lambda at: (bool(rows[at]), at))].append(position)
            given.append(position)
            also.append((position, [at for fit, at in fitting if fit >= FAIR * fitting[0][0]]))
    for at, row in enumerate(rows):
        donors = ((p, home) for p, fair in also for home in rows if at in fair and len(home) > 1 and p in home)
        if not row and (spare := next(donors, None)) is not None:
            spare[1].remove(spare[0])
            row.append(spare[0])
    return rows


def _fits(
    position: Found, topics: list[Topic], grounds: dict[str, str], little: frozenset[str]
) -> Iterator[tuple[float, int]]:
    """How much of each title the position speaks of, with the title's place."""
    core = _roots(ADJUNCT.sub(" ", position.text))
    rest = _roots(" ".join([position.text, *(grounds[e] for e in position.evidence)]))
    for at, topic in enumerate(topics):
        weights = {root: LITTLE if root in little else 1.0 for root in _roots(topic.title)}
        told = sum(w * (1.0 if r in core else ASIDE if r in rest else 0.0) for r, w in weights.items())
        share = told / sum(weights.values()) if weights else 0.0
        if not set(topic.evidence) >= set(position.evidence):
            telling = weights.keys() - little
            if len(telling) > 1 and telling <= core:
                yield share * ELSEWHERE, at
            continue
        if share < HEADED and _stands_under(topic, position, grounds):
            share = HEADED
        if share >= LEAST or core & (weights.keys() - COMMON):
            yield share, at


def _stands_under(topic: Topic, position: Found, grounds: dict[str, str]) -> bool:
    """Whether the title heads the position's paragraph: "Digital trade: X will ..."."""
    first = topic.evidence[0]
    return grounds[first].startswith(topic.title) and _paragraph(first) == _paragraph(position.evidence[0])


def _paragraph(sentence: str) -> str:
    return sentence.partition(".")[0]


@functools.lru_cache(maxsize=10_000)  # each position is compared with every title
def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:ROOT].casefold() for word in WORDS.findall(text))


def _said(position: Found, given: list[Found], findings: Findings) -> bool:
    """Whether the same actors were given the same line before, and not with other numbers by another source."""
    words = _words(position.text)
    for other in given:
        shared = len(words & _words(other.text)) / max(1, min(len(words), len(_words(other.text))))
        if other.actors == position.actors and shared >= SAME and not _differ(position, other, findings.disagreements):
            return True
    return False


def _differ(one: Found, other: Found, disagreements: tuple[Disagreement, ...]) -> bool:
    """Whether the two are sides of one disagreement."""
    sides = [{side.evidence for side in disagreement.sides} for disagreement in disagreements]
    return one.evidence != other.evidence and any({one.evidence, other.evidence} <= evidence for evidence in sides)


@functools.lru_cache(maxsize=10_000)  # and with every other one
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", text.casefold()))
