"""Demands: that somebody stop, leave, hand back or comply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.patterns import match, row
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

DESIST = (
    r"(?:stop|ceas|halt|end\b|withdraw|leave|leaving|releas|return|revers|abandon|dismantl|disarm|compl(?:y|ied)|"
    r"refrain|desist|"
    r"respect|lift|retract|apologi[sz]|restor|pull|get\s+out|go\b|come\s+down|surrender|hand|vacat|free\b|reopen|"
    r"recall|"
    r"accept|allow|permit|disclos|pay\b|giv|revok|drop\b|scrap|remov|abide|honou?r|rescind|cancel|engage|maintain|met\b)"
)
BETWEEN = r"[^.;]{0,120}?\b"
TABLE = (
    row("calls to desist", "demand", "subject", "call",
        r"\b(?P<at>call(?:s|ed|ing)?)\s+(?:up)?on\b" + BETWEEN + r"(?:to|and)\s+(?:\w+ly\s+)?" + DESIST
        + r"|\b(?:we|I)\s+(?:\w+\s+){0,3}?call\s+(?:up)?on\b" + BETWEEN + r"to\s+\w"
        + r"|\b(?:calls?|called|calling)\s+for\s+(?:an?\s+|the\s+)?(?:immediate|unconditional|full|complete)\b"),
    row("urges to desist", "demand", "subject", "urg",
        r"\b(?P<at>urg(?:e|es|ed|"
        r"ing))\b" + BETWEEN + r"to\s+(?:\w+ly\s+)?" + DESIST),
    row("tells to", "demand", "subject", "tell told order warn",
        r"\b(?P<at>t(?:ell|ells|old)|(?<!in )order(?:s|ed)?|warn(?:s|"
        r"ed)?)\b[^.;]{0,50}?\b(?:not\s+)?to\s+(?:\w+ly\s+)?" + DESIST),
    row("demands", "demand", "subject", "demand",
        r"\b(?P<at>demand(?:s|ed|ing)?)\b"),
    row("insists", "demand", "subject", "insist",
        r"\b(?P<at>insist(?:s|ed|ing)?)\b|\binsistence\b"),
    row("must desist", "demand", "voice", "must has have need",
        r"\b(?:must|ha(?:s|ve)\s+to|needs?\s+to)\s+(?:\w+ly\s+)?(?:\w+ly\s+)?(?:be\s+)?(?:\w+ly\s+)?" + DESIST),
    row("must be heeded", "demand", "voice", "concern interest demand condition claim term need",
        r"\b(?:concerns?|interests|demands?|conditions|claims?|terms|security\s+needs)\b[^.;]{0,50}?\b(?P<at>must|should|"
        r"ha(?:s|ve)\s+to|needs?\s+to)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?(?:met|heeded|addressed|respected|taken|accommodated|"
        r"honou?red|satisfied|listened|answered)\b"),
    row("must", "demand", "voice", "must",
        r"\bmust\b(?!\s+(?:not|never))"),
    row("should not", "demand", "voice", "should ought",
        r"\b(?:should|ought)(?:\s+not|n't|\s+never)\b"),
    row("should", "demand", "voice", "should",
        r"\bshould\b(?!\s+(?:not|never)|n't)"),
    row("without delay", "demand", "voice", "immediate unconditional once without forthwith",
        r"\b(?:immediate(?:ly)?|unconditional(?:ly)?|at\s+once|"
        r"without\s+(?:delay|condition\w*)|forthwith)\b"),
    row("has until", "demand", "voice", "until till ultimatum",
        r"\b(?:has|have|had|given|gives?|gave)\s+(?:\w+\s+){0,4}?(?:until|till)\b|"
        r"\bultimatum\b"),
)  # fmt: skip

# What demands only as much as it makes necessary.
THINGS = frozenset(
    """act action attack behavior behaviour case challenge circumstance condition conflict crisis development
    emergency event incident issue it launch moment news problem provocation raid scale situation strike task
    test that these this threat time violation war which world year""".split()
)


def find(sent: Sent) -> Iterator[Hit]:
    """The demands of `sent`; to name a demand is not to make one, nor to insist that something is or was so, nor does
    a thing make one: "these acts demand an answer".
    """
    for hit in match(TABLE, sent):
        named = hit.rule == "demands" and (hit.anchor.pos_ == "NOUN" or _is_a_things(hit.anchor))
        if not named and not (hit.rule == "insists" and _is_claimed(hit.anchor)):
            yield hit


def _is_a_things(demanding: Token) -> bool:
    verb = demanding
    while verb.dep_ == "conj":
        verb = verb.head
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in THINGS for t in (demanding, verb) for c in t.children)


def _is_claimed(insisting: Token) -> bool:
    """Whether what is insisted on is a fact: "insisted that she was never asked", not "that the works stop"."""
    for clause in (c for c in insisting.children if c.dep_ == "ccomp"):
        finite = (*(c for c in clause.children if c.dep_ in ("aux", "auxpass")), clause)
        if any(t.tag_ == "VBD" or (t.tag_ == "VBZ" and t.lemma_ in ("be", "have", "do")) for t in finite):
            return True
    return False
