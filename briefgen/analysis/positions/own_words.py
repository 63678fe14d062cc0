"""What the issuer of a statement or the speaker in a transcript says in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.document import Sent
from briefgen.analysis.positions.spans import Claim

DEMANDS = frozenset("must should need cannot ought".split())


def own_words(context: Context, sent: Sent) -> Iterator[Claim]:
    """The sentence itself, where its speaker says "we" or says what must be; a mere report of facts is no position,
    and neither is what somebody else does.
    """
    root = sent.span.root
    voice = context.voice(sent, root)
    cast = context.resolver.cast
    if not voice or any(cast.is_person(n) and cast.party(n) == n for n in voice):
        return
    demands = any(c.lower_ in DEMANDS for c in root.children) or root.lemma_ in DEMANDS
    speaks = any(t.lower_ in FIRST_PERSON and t.dep_ in ("nsubj", "poss") for t in sent.span)
    others = set(context.parties(context.subjects(sent, root))) - set(context.parties(voice))
    if demands or (speaks and not others):
        yield Claim(voice, sent.span.start, sent.span.end)
