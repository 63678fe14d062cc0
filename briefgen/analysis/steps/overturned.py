"""Orders that did not stand: "a judge ordered that ballots be counted", and further down a higher court undid it."""

from __future__ import annotations

import re

from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES
from briefgen.analysis.dates import TimeExpression
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.scene import Scene

ORDERING = frozenset("order rule direct decide decree declare instruct".split())
UNDONE = re.compile(
    r"\b(?:ruled against|overturned|overruled|struck down|annulled|reversed|quashed|set aside|voided|lacked (?:the )?"
    r"authority)\b",
    re.I,
)
STANDS = re.compile(
    r"\bnot\s+(?:been\s+)?(?:overturned|overruled|struck down|annulled|reversed|quashed|set aside)\b", re.I
)


def overturned(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """Whether a later sentence tells that what somebody ordered was undone, and names who had ordered it."""
    verbs = (candidate.marker, *candidate.marker.ancestors)
    order = next((v for v in verbs if v.lemma_.lower() in ORDERING and v.pos_ == "VERB"), None)
    subject = subject_of(order) if order is not None else None
    if subject is None or subject.lemma_.lower() in OWN_BODIES | STATE_BODIES:
        return False  # a court's name is as often that of the court which undoes something else
    at, block = scene.context.resolver.cast.at, scene.sent.block
    proper = (t for t in subject.subtree if t.pos_ == "PROPN")
    names = [t.text for t in proper if (m := at(block, t)) is None or m.kind == "person"]
    after = (s.text for s in scene.context.document.citable() if s.order > scene.sent.order)
    telling = (text for text in after if any(name in text for name in names))  # seldom; the wordings cost more
    return any(UNDONE.search(text) and not STANDS.search(text) for text in telling)
