"""What somebody in office says or does for themselves: their family, their own candidacy. No stand of their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.positions.spans import Claim
from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

KIN = frozenset(
    "family wife husband spouse son daughter child mother father brother sister parent grandchild relative".split()
)


def is_private(context: Context, sent: Sent, claim: Claim) -> bool:
    """Whether `claim` tells of its holder "and her family", or of the election that the holder did not concede."""
    subjects = [t for t in sent.span.doc[claim.start : claim.end] if t.dep_ in SUBJECTS]
    return any(
        set(claim.holders) & set(context.resolver.names(sent.block, subject))
        and (_with_kin(subject) or _concedes(subject))
        for subject in subjects
    )


def _with_kin(subject: Token) -> bool:
    return any(t.lemma_.lower() in KIN for t in subject.conjuncts)


def _concedes(subject: Token) -> bool:
    """ "Did not concede", "refused to concede defeat", never "conceded that the treaty had failed"."""
    verbs = [subject.head, *(c for c in subject.head.children if c.dep_ in ("xcomp", "conj"))]
    return any(
        v.lemma_.lower() == "concede"
        and not any(c.dep_ == "ccomp" for c in v.children)
        and all(c.lemma_.lower() in ("defeat", "election", "race") for c in v.children if c.dep_ == "dobj")
        for v in verbs
    )
