"""Who "we" is in a text that speaks in the first person: the party that does in it what only its author does."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.text.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTED = re.compile(r'["“][^"”]{0,2000}["”]')  # bounded: marks that nothing closes must not cost a search each
WE = re.compile(r"\b(?:we|our|ours|us)\b", re.I)
I = re.compile(r"\bI\b(?!\.)")  # noqa: E741  # the pronoun
LABELLED = re.compile(r"^[A-Z][A-Z .'’-]{2,40}:")
OURS = frozenset(("our", "ours", "we", "us"))
# What a government does in its own statements.
STATING = frozenset(
    """condemn welcome call reaffirm commend urge applaud congratulate appreciate affirm recognize recognise deplore
    reiterate pledge thank mourn stand express underscore underline announce designate target impose sanction support
    remain continue join commit note honour honor regret demand appeal reject encourage invite work stay take defend
    provide deploy""".split()
)
# Whoever is at the other end of these, when "we" do them, is not the author.
OPPOSING = frozenset(
    "call urge condemn demand warn denounce reject hold sanction target designate impose ask tell deter counter".split()
)
AGAINST = frozenset(("against", "on", "upon", "from"))
AUTHORS = ("country", "organisation", "body")


def who_is_we(document: Document, cast: Cast, official: bool) -> tuple[str, ...]:
    """The one party that stands out as the author of a text that says "we" outside quotations; empty for news.

    `official` says that the headline calls it a statement; without that it takes more to tell.
    """
    if not speaks_as_we(document, 1 if official else 2):
        return ()
    if not official and any(I.search(QUOTED.sub("", b.text)) for b in document.article.blocks if b.number is not None):
        return ()
    ranked = Counter(
        {n: w for n, w in who_states(document, cast).items() if _may_issue(n, document, cast)}
    ).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],) if ranked[0][1] > (0 if official else 1) else ()


def _may_issue(name: str, document: Document, cast: Cast) -> bool:
    """Whether the text may be that party's: any country's, and a body's that its headline or first paragraph names."""
    entry, first = cast.entries.get(name), cast.first.get(name)
    if entry is None or entry.kind == "country" or first is None:
        return True
    opening = next((s.block for s in document.sents), first.block)
    return first.block == opening or name.casefold() in (document.article.headline or "").casefold()


def speaks_as_we(document: Document, times: int = 1) -> bool:
    """Whether the text says "we" or "our" so often outside quotations and the turns of a transcript."""
    texts = (b.text for b in document.article.blocks if b.number is not None and not LABELLED.match(b.text))
    return sum(len(WE.findall(QUOTED.sub("", text))) for text in texts) >= times


def who_states(document: Document, cast: Cast) -> Counter[str]:
    """How much speaks for each party as the author ("X condemns", "X and our allies"); none that "we" oppose."""
    count: Counter[str] = Counter()
    opposed: set[str] = set()
    for block, mentions in cast.mentions.items():
        doc = document.docs[block]
        for mention in mentions:
            if mention.kind not in AUTHORS:
                continue
            token = doc[mention.start : mention.end].root
            if _is_opposed(token):
                opposed.add(mention.name)
            count[mention.name] += _weight(token)
    return Counter({name: n for name, n in count.items() if n and name not in opposed})


def _weight(name: Token) -> int:
    """2 for "Norland and our allies", 1 for "Norland condemns", 2 where the sentence says "our"."""
    if any(c.dep_ == "conj" and any(p.lower_ == "our" for p in c.children) for c in name.children):
        return 2
    verb = name.head
    states = name.dep_ == "nsubj" and verb.lemma_ in STATING and verb.tag_ != "VBD" and _is_main(verb)
    return (1 + any(t.lower_ in OURS for t in verb.sent)) if states else 0


def _is_main(verb: Token) -> bool:
    """Whether the clause stands by itself; before a semicolon the parser takes one for the object of the next."""
    if verb.dep_ in ("ROOT", "conj", "parataxis"):
        return True
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and not any(c.dep_ == "mark" for c in verb.children)


def _is_opposed(name: Token) -> bool:
    """Whether "we" call on it, condemn it, act against it or demand that it do something."""
    verb = name.head
    if (name.dep_ == "pobj" and verb.lower_ in AGAINST) or (name.dep_ == "nsubj" and verb.dep_ in ("ccomp", "xcomp")):
        verb = verb.head
    elif name.dep_ != "dobj":
        return False
    return verb.lemma_ in OPPOSING and any(c.dep_ == "nsubj" and c.lower_ == "we" for c in verb.children)
