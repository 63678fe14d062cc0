"""Who takes a stand as "I" in a signed statement."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.positions.spans import Claim
from briefgen.analysis.reference.signatory import signatory
from briefgen.analysis.text.document import Sent

SINGULAR = frozenset("I my My me myself".split())


def signed_by(context: Context, sent: Sent, claim: Claim) -> str | None:
    """The author, where `claim` is the issuer's and says "I" in nobody else's words; None where nobody signed."""
    own = set(context.document.issuer)
    if sent.speaker or len(own) != 1 or not set(context.parties(claim.holders)) <= own:
        return None
    speaking = (t for t in sent.between(claim.start, claim.end) if t.text in SINGULAR)
    if any(not context.document.is_quoted(sent.block, t) and context.speech_at(sent, t) is None for t in speaking):
        return signatory(context.document, context.resolver.cast)
    return None
