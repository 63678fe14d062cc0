"""Key statements -> bottom line and key points: the strongest first, nothing said twice.

Choice by maximal marginal relevance (Carbonell and Goldstein 1998): a statement's strength, less what the ones already
chosen say. The two constants were set on labelled texts, cross-validated by document.
"""

from __future__ import annotations

import functools
import re

from briefgen.model.brief import Brief, KeyPoint, Statement, Summary
from briefgen.model.findings import Findings, KeyStatement, Stance, Step
from briefgen.model.ids import IdMint

MOST = 7  # the bottom line and six points
REPETITION = 0.6  # how much of its strength a statement loses when another says all of it
SAME = 0.7  # share of the shorter line's words from which two lines are the same
SUPPORTS = 0.6  # share of words from which a further sentence is cited as saying the same
MOST_EVIDENCE = 3
LEAD = 4  # sentences
LEAD_STRENGTH = 0.6  # of the strongest statement's score
LONGEST_BOTTOM_LINE = 60  # words
LONGEST = 50  # words of a line made of two neighbouring sentences


def draft_summary(findings: Findings, brief: Brief, grounds: dict[str, str], mint: IdMint) -> Summary:
    """The bottom line, then the points in the order of the text."""
    order = {s.id: i for i, s in enumerate(findings.sentences)}
    chosen = _choose(findings.key_statements, order)
    if not chosen:
        return Summary()
    bottom = _bottom_line(chosen, findings, order)
    rest = [k for k in chosen if not set(k.evidence) & set(bottom.evidence)][: MOST - 1]
    points = sorted(rest, key=lambda k: order[k.evidence[0]])
    return Summary(
        bottom_line=Statement(text=bottom.text, evidence=_evidence(bottom, findings.key_statements)),
        key_points=[
            KeyPoint(
                id=mint.mint("key_points", grounds[k.evidence[0]]),
                text=k.text,
                evidence=_evidence(k, findings.key_statements),
            )
            for k in points
        ],
    )


def _bottom_line(chosen: list[KeyStatement], findings: Findings, order: dict[str, int]) -> KeyStatement:
    """The lead where it is strong, else the strongest statement; with it the strongest red line or next step."""
    top = max(k.score for k in chosen)
    lead = [k for k in chosen if order[k.evidence[0]] < LEAD and k.score >= LEAD_STRENGTH * top]
    first = max(lead, key=lambda k: k.score) if lead else chosen[0]
    items: tuple[Stance | Step, ...] = (*findings.stances, *findings.steps)
    weighty = {e for x in items if x.confidence != "low" for e in x.evidence}
    if weighty & set(first.evidence):
        return first
    room = LONGEST_BOTTOM_LINE - len(first.text.split())
    second = next(
        (k for k in chosen if k is not first and weighty & set(k.evidence) and len(k.text.split()) <= room), None
    )
    return _joined(first, second, order) if second else first


def _choose(statements: tuple[KeyStatement, ...], order: dict[str, int]) -> list[KeyStatement]:
    chosen: list[KeyStatement] = []
    rest = list(statements)
    repeated = [0.0] * len(rest)
    while rest:
        values = [k.score * (1 - REPETITION * r) for k, r in zip(rest, repeated, strict=True)]
        best = values.index(max(values))
        statement = rest.pop(best)
        repeated.pop(best)
        beside = next((i for i, k in enumerate(chosen) if _joins(k, statement, order)), None)
        if beside is not None:
            chosen[beside] = _joined(chosen[beside], statement, order)
        elif len(chosen) > MOST:  # one more than shown: the bottom line may take two
            break
        else:
            chosen.append(statement)
        repeated = [max(r, alike(k.text, statement.text)) for k, r in zip(rest, repeated, strict=True)]
        kept = [i for i, r in enumerate(repeated) if r < SAME]
        rest, repeated = [rest[i] for i in kept], [repeated[i] for i in kept]
    return chosen


def _joins(a: KeyStatement, b: KeyStatement, order: dict[str, int]) -> bool:
    """Whether two chosen statements stand side by side in one paragraph and are short enough for one line."""
    first, second = sorted((a, b), key=lambda k: order[k.evidence[0]])
    neighbours = order[second.evidence[0]] - order[first.evidence[-1]] == 1
    paragraph = first.evidence[-1].rsplit(".", 1)[0] == second.evidence[0].rsplit(".", 1)[0]
    return neighbours and paragraph and len(a.text.split()) + len(b.text.split()) <= LONGEST


def _joined(a: KeyStatement, b: KeyStatement, order: dict[str, int]) -> KeyStatement:
    first, second = sorted((a, b), key=lambda k: order[k.evidence[0]])
    return KeyStatement(first.evidence + second.evidence, f"{first.text} {second.text}", max(a.score, b.score))


def _evidence(statement: KeyStatement, statements: tuple[KeyStatement, ...]) -> list[str]:
    """Its own sentences, and the ones that say the same elsewhere in the text."""
    others = [k for k in statements if not set(k.evidence) & set(statement.evidence)]
    same = sorted(((alike(k.text, statement.text), k) for k in others), key=lambda pair: -pair[0])
    more = [e for likeness, k in same if likeness >= SUPPORTS for e in k.evidence]
    return [*statement.evidence, *more][:MOST_EVIDENCE]


def alike(a: str, b: str) -> float:
    """The share of the shorter line's content words (their first six letters) that the other has too, 0 to 1."""
    x, y = _content(a), _content(b)
    return len(x & y) / max(1, min(len(x), len(y)))


@functools.lru_cache(maxsize=10_000)  # each line is compared with every other one
def _content(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in re.findall(r"[a-z]{4,}", text.lower()))
