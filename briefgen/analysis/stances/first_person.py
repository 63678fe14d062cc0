"""Who "we" is in a statement that names no issuer: the party that does in it what only its author does."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.analysis.context import Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.speech import subject_of

# In the present tense a text says these of its author: "Norland condemns", "the Ministry is designating".
ACTS = frozenset(
    """condemn call urge welcome support stand remain reaffirm commend reiterate announce designate target impose
    sanction thank applaud join continue commit note recognise recognize express congratulate recall regret
    demand deplore appeal
    reject encourage invite honour honor appreciate
    """.split()
)
OURS = re.compile(r"\b(?:we|our|us|ours)\b", re.I)
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


def self_named(context: Context) -> Names:
    """The one party most often the subject of such acts in a text that speaks as "we"; empty when none stands out."""
    sents = [s for s in context.document.citable() if not s.speaker and not context.speeches_in(s)]
    if not any(OURS.search(QUOTED.sub("", s.text)) for s in sents):
        return ()
    count: Counter[str] = Counter()
    for sent in context.document.citable():
        for token in sent.span:
            if (
                token.lemma_.lower() not in ACTS
                or token.tag_ not in ("VBZ", "VBP", "VBG")
                or token.dep_ not in ("ROOT", "conj")
            ):
                continue
            for name in context.parties(context.actors_of(sent, subject_of(token))):
                entry = context.resolver.cast.entries.get(name)
                if entry is not None and entry.kind in ("country", "organisation"):
                    count[name] += 1
    ranked = count.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)
