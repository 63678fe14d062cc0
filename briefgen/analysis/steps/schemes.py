"""Plans and programmes are no parties: what they are to do is done by whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.steps.words import SCHEMES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

# The World Food Programme acts for itself.
_BODIES = frozenset("world un u.n. nations international".split())
# Capitals that a text puts in brackets behind the name of a plan: "the Plan for Adaptation and Resilience (PREPARE)".
_SCHEME = r"\b(?:Plan|Program(?:me)?|Initiative|Scheme|Strategy|Project)\b[^.;()\n]{0,80}\(%s\)"


def is_scheme(scene: Scene, noun: Token) -> bool:
    """True for a noun that stands for a plan or a programme, also by its capitals, and for no body of that name."""
    mention = scene.context.resolver.cast.at(scene.sent.block, noun)
    words = noun.doc[mention.start : mention.end] if mention is not None else noun.subtree
    if any(t.lower_ in _BODIES for t in words):
        return False
    if noun.lemma_.lower() in SCHEMES:
        return True
    return noun.text.isupper() and len(noun.text) > 2 and _scheme_named(scene, noun.text) is not None


def owners_of_scheme(scene: Scene, noun: Token) -> Names:
    """Whose plan it is where the text puts that in front of its capitals: "Peru's Plan for the Coast (SHORE)"."""
    named = _scheme_named(scene, noun.text) if noun.text.isupper() else None
    if named is None:
        return ()
    block, place = named
    cast = scene.context.resolver.cast
    for sent in scene.context.document.sents:
        if sent.block != block:
            continue
        for token in sent.tokens:
            if token.idx == place and token.dep_ != "poss":
                whose = [c for t in (token, *token.ancestors) for c in t.children if c.dep_ == "poss" and c.i < token.i]
                mentions = (cast.at(block, c) for c in whose[:1])
                return tuple(m.name for m in mentions if m is not None)
    return ()


def _scheme_named(scene: Scene, capitals: str) -> tuple[int, int] | None:
    """Block and offset of the word "Plan" that the capitals stand for; None where they stand for none."""
    wanted = f"({capitals})"
    for sent in scene.context.document.sents:
        if wanted not in sent.plain:
            continue
        found = re.search(_SCHEME % re.escape(capitals), sent.plain)
        if found is not None and not any(w.lower() in _BODIES for w in sent.plain[: found.start()].split()[-3:]):
            return sent.block, sent.start + found.start()
    return None
