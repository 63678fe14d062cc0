"""Key statements -> bottom line and key points: the strongest first, nothing said twice.

A point is one sentence, or two that stand side by side: in annotated articles a neighbour in the paragraph states the
same fact in two cases of five, a sentence elsewhere with the same words in one of five. Choice by maximal marginal
relevance (Carbonell and Goldstein 1998): a statement's strength, less what the ones already chosen say. The constants
were set on labelled texts, cross-validated by document. Of several sources each has its lead, and the strongest opens
the brief.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from briefgen.drafting.several_sources import contradicting, first_of_each, places, with_other_sides
from briefgen.model.brief import KeyPoint, Statement, Summary
from briefgen.model.findings import SAYABLE, Disagreement, Findings, KeyStatement, Stance, Step
from briefgen.model.ids import IdMint

MOST = 7  # the bottom line and six points
REPETITION = 0.6  # how much of its strength a statement loses when another says all of it
SAME = 0.7  # share of the shorter line's words from which two lines are the same
SUPPORTS, LEAST_SHARED = 0.6, 5  # share and number of words from which a sentence is cited as saying the same
MOST_EVIDENCE = 3  # sentences of one source
LEAD = 4  # statements
LEAD_STRENGTH = 0.4  # of the strongest statement's score
LONGEST = 60  # words of a point made of two neighbouring sentences
DANGLES = 0.5  # of its strength that a statement keeps when it opens by pointing at the one before
GOES_ON = 0.4  # share of the shorter line's words from which two sentences that are no neighbours are of one matter
# Words that point out of the line at its start.
POINTS_BACK = re.compile(
    r"[\"“]?(?:he|she|they|it|this|these|those|such|his|her|their|its|both|today['’]s|that (?:is|was)|that['’]s|"
    r"what followed|there(?=,)|together\b|then\b|"
    r"the (?:latter|former|two|same|moves?|decision|steps?|measures?|announcement|visit|meeting|agreement|report|"
    r"leaders|ministers|delegations|sides|parties)\b(?! (?:of|from|between|by|that|who)\b))\b",
    re.I,
)


def draft_summary(findings: Findings, grounds: dict[str, str], mint: IdMint) -> Summary:
    """The bottom line, then the points in the order of the text."""
    order = {s.id: i for i, s in enumerate(findings.sentences)}
    statements = tuple(_weighed(k) for k in findings.key_statements)
    chosen = _choose(statements, order)
    if not chosen:
        return Summary()
    bottom = _bottom_line(_openers(chosen, statements), findings, order)
    rest = [k for k in chosen if not set(k.evidence) & set(bottom.evidence)]
    disagreements = findings.disagreements
    filled = _filled(_with_red_line(rest, bottom, statements, findings), bottom, statements, order)
    points = with_other_sides(filled, bottom, statements, disagreements, MOST - 1)
    return Summary(
        bottom_line=Statement(text=_wording(bottom), evidence=_evidence(bottom, statements, disagreements)),
        key_points=[
            KeyPoint(
                id=mint.mint("key_points", grounds[k.evidence[0]]),
                text=_wording(k),
                evidence=_evidence(k, statements, disagreements),
            )
            for k in sorted(points, key=lambda k: order[k.evidence[0]])
        ],
    )


def _weighed(statement: KeyStatement) -> KeyStatement:
    return replace(statement, score=statement.score * DANGLES) if _dangles(statement) else statement


def _openers(chosen: list[KeyStatement], statements: tuple[KeyStatement, ...]) -> list[KeyStatement]:
    """The chosen statements; of one that is too long to be said aloud, its sentences."""
    single = {k.evidence[0]: k for k in statements}
    return [
        part for k in chosen for part in ([k] if len(k.text.split()) <= SAYABLE else [single[e] for e in k.evidence])
    ]


def _bottom_line(chosen: list[KeyStatement], findings: Findings, order: dict[str, int]) -> KeyStatement:
    """The lead where it is strong, else the strongest statement; with it the red line or next step that it leads to.

    Of several that could open the brief it takes one that can be said aloud: short, in nobody's voice but the brief's.
    """
    place = places(findings.key_statements)
    top = max(k.score for k in chosen)
    lead = [k for k in chosen if place[k.evidence[0]] < LEAD and k.score >= LEAD_STRENGTH * top] or chosen[:LEAD]
    lead = [k if _sayable(k) or not k.core else replace(k, text=k.core, spoken=False) for k in lead]
    sayable = [k for k in lead if _sayable(k)] or [k for k in chosen if _sayable(k)]
    first = max(sayable or lead, key=lambda k: (len(k.text.split()) <= SAYABLE, k.score))
    items: tuple[Stance | Step, ...] = (*findings.stances, *findings.steps)
    weighty = {e for x in items if x.confidence != "low" for e in x.evidence}
    if weighty & set(first.evidence) or len(first.evidence) > 1:
        return first
    room = SAYABLE - len(first.text.split())
    more = (k for k in chosen if k is not first and weighty & set(k.evidence) and len(k.text.split()) <= room)
    second = next((k for k in more if k.spoken == first.spoken and _goes_on(first, k, order)), None)
    return _joined(first, second, order) if second else first


def _goes_on(first: KeyStatement, second: KeyStatement, order: dict[str, int]) -> bool:
    """Whether a second sentence would be heard as going on from the first: it follows it, or is of its matter."""
    follows = order[second.evidence[0]] - order[first.evidence[-1]] == 1
    if follows and _paragraph(first.evidence[-1]) == _paragraph(second.evidence[0]):
        return True
    likeness = alike(first.text, second.text)
    return not _dangles(second) and likeness >= (GOES_ON / 2 if follows else GOES_ON)


def _with_red_line(
    rest: list[KeyStatement], bottom: KeyStatement, statements: tuple[KeyStatement, ...], findings: Findings
) -> list[KeyStatement]:
    """The first of `rest` that make the points; the last gives way to a sure red line where none has any."""
    points = rest[: MOST - 1]
    lines = {e for x in findings.stances if x.confidence == "high" for e in x.evidence}
    if len(points) < MOST - 1 or any(lines & set(k.evidence) for k in (bottom, *points)):
        return points
    held = [k for k in statements if lines & set(k.evidence)]
    return [*points[:-1], max(held, key=lambda k: k.score)] if held else points


def _sayable(statement: KeyStatement) -> bool:
    short = len(statement.text.split()) <= SAYABLE
    return short and not statement.spoken and not statement.text.startswith(("“", '"')) and not _dangles(statement)


def _dangles(statement: KeyStatement) -> bool:
    return POINTS_BACK.match(statement.text) is not None


def _wording(statement: KeyStatement) -> str:
    """Its line: the words of others in quotation marks behind their names, "[Peru:] “We have ...”"."""
    *others, last = statement.speakers or ("",)
    names = f"{', '.join(others)} and {last}" if others else last
    return f"[{names}:] “{statement.words}”" if statement.spoken else statement.text


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


def _filled(
    points: list[KeyStatement], bottom: KeyStatement, statements: tuple[KeyStatement, ...], order: dict[str, int]
) -> list[KeyStatement]:
    """The points, a short one with the stronger of its neighbours in the paragraph: the same fact as often as not."""
    free = {k.evidence[0]: k for k in statements}
    for k in (*points, bottom):
        for e in k.evidence:
            free.pop(e, None)
    filled = []
    for point in points:
        beside = [k for k in free.values() if len(point.evidence) == 1 and _joins(point, k, order)]
        if beside:
            before = _dangles(point)  # then the sentence before says what it is about
            place = order[point.evidence[0]]
            second = max(beside, key=lambda k: (before and order[k.evidence[0]] < place, k.score))
            del free[second.evidence[0]]
            point = _joined(point, second, order)
        filled.append(point)
    return filled


def _joins(a: KeyStatement, b: KeyStatement, order: dict[str, int]) -> bool:
    """Whether two statements stand side by side in one paragraph, are one voice's and short enough for one line."""
    first, second = sorted((a, b), key=lambda k: order[k.evidence[0]])
    neighbours = order[second.evidence[0]] - order[first.evidence[-1]] == 1
    paragraph = _paragraph(first.evidence[-1]) == _paragraph(second.evidence[0])
    one_voice = a.speakers == b.speakers or not (a.spoken or b.spoken)
    return neighbours and paragraph and one_voice and len(a.text.split()) + len(b.text.split()) <= LONGEST


def _paragraph(sentence: str) -> str:
    return sentence.rpartition(".")[0]


def _joined(a: KeyStatement, b: KeyStatement, order: dict[str, int]) -> KeyStatement:
    first, second = sorted((a, b), key=lambda k: order[k.evidence[0]])
    return KeyStatement(
        first.evidence + second.evidence,
        f"{first.text} {second.text}",
        max(a.score, b.score),
        first.speakers if first.speakers == second.speakers else (),
        f"{first.words} {second.words}",
        first.spoken or second.spoken,
    )


def _evidence(
    statement: KeyStatement, statements: tuple[KeyStatement, ...], disagreements: tuple[Disagreement, ...]
) -> list[str]:
    """Its own sentences, and the ones that say the same elsewhere in the text and in other sources."""
    own = _content(statement.text)
    apart = {*statement.evidence, *contradicting(statement, disagreements)}
    others = [k for k in statements if not apart & set(k.evidence)]
    same = sorted(((alike(k.text, statement.text), k) for k in others), key=lambda pair: -pair[0])
    more = [
        e
        for likeness, k in same
        if likeness >= SUPPORTS and (len(own & _content(k.text)) >= LEAST_SHARED or k.text == statement.text)
        for e in k.evidence
    ]
    return first_of_each((*statement.evidence, *more), MOST_EVIDENCE)


def alike(a: str, b: str) -> float:
    """The share of the shorter line's content words (their first six letters) that the other has too, 0 to 1."""
    x, y = _content(a), _content(b)
    return len(x & y) / max(1, min(len(x), len(y)))


@functools.lru_cache(maxsize=10_000)  # each line is compared with every other one
def _content(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in re.findall(r"[a-z]{4,}", text.lower()))
