"""What speaks for a candidate matter: features that any reader can check by eye, each 0 to about 1."""

from __future__ import annotations

import math
import re

from briefgen.analysis.context import Context
from briefgen.analysis.topics.candidates import PARTY_MARK, Lexicon, Matter, common_words
from briefgen.analysis.topics.words import EMPTY, stems

DEALING = frozenset(
    """discuss address negotiate raise debate review underscore emphasize emphasise stress highlight condemn support
    oppose reject criticize criticise question concern dispute agree urge call reaffirm reiterate welcome endorse
    threaten warn demand propose impose suspend lift end ban resolve settle tackle combat counter promote advance
    strengthen protect ensure prevent stop halt pursue
    """.split()
)
ABOUT = frozenset("on over about regarding concerning against toward towards".split())
LOCATIVE = frozenset("in at from to by near within".split())
DEED = re.compile(r"(?:tion|sion|ment|al|ance|ence|ing|ship|ity|ure|age)s?$")


def features(context: Context, lex: Lexicon, matter: Matter) -> dict[str, float]:
    """The features of one candidate."""
    return _spread(context, lex, matter) | _said(context, lex, matter) | _wording(context, matter) | _place(lex, matter)


def _spread(context: Context, lex: Lexicon, matter: Matter) -> dict[str, float]:
    n = len(lex.sents)
    where = sorted(matter.strength)
    full = sum(v > 0.85 for v in matter.strength.values())
    common = matter.common
    counts = [len(lex.where.get(w, [0])) for w in common] or [1]
    return {
        "sentences": math.log1p(len(where)) / 3,
        "share": len(where) / n,
        "full": math.log1p(full) / 3,
        "near": float(len(where) > 1) / (1 + (where[-1] - where[0]) / len(where)),
        "rarest": math.log1p(min(counts)) / 3,
        "commonest": math.log1p(max(counts)) / 3,
        "alone": float(len(where) == 1),
        "alone_official": float(len(where) == 1 and bool(context.document.issuer)),
        "spoken": float(len(where) == 1 and bool(lex.sents[where[0]].speaker)),
        "usual": max((common_words().get(w, 0.0) for w in common), default=0.0),
        "weight": sum(lex.weight(w) for w in matter.words) / 4,
    }


def _said(context: Context, lex: Lexicon, matter: Matter) -> dict[str, float]:
    """How far the matter's sentences are what parties say and do."""
    sents = [lex.sents[i] for i in matter.strength]
    parties = [sum(w.startswith(PARTY_MARK) for w in lex.words[i]) for i in matter.strength]
    return {
        "speech": sum(bool(context.speeches_in(s)) for s in sents) / len(sents),
        "named": sum(min(n, 3) for n in parties) / len(sents) / 3,
        "quoted": sum('"' in s.text or "“" in s.text for s in sents) / len(sents),
        "long": sum(min(len(s.span), 50) for s in sents) / len(sents) / 40,
    }


def _wording(context: Context, matter: Matter) -> dict[str, float]:
    phrase = matter.phrase
    head = phrase.head
    common = matter.common
    tokens = phrase.head.doc[phrase.begin : phrase.end]
    count = len(common)
    lemma = head.lemma_.casefold()
    cast = context.resolver.cast
    mention = cast.at(phrase.sent.block if phrase.sent else -1, head)
    return {
        "words_0": float(count == 0),
        "words_1": float(count == 1),
        "words_2": float(count == 2),
        "words_3": float(count == 3),
        "words_many": float(count > 4),
        "parties": float(len(matter.common) < len(matter.words)),
        "tokens": len(tokens) / 8,
        "empty_head": float(lemma in EMPTY),
        "deed": float(bool(DEED.search(lemma))),
        "plural": float(head.tag_ in ("NNS", "NNPS")),
        "name_head": float(head.pos_ == "PROPN"),
        "party_head": float(mention is not None and mention.kind in ("country", "capital", "body")),
        "person": float(
            any((m := cast.at(phrase.sent.block if phrase.sent else -1, t)) and m.kind == "person" for t in tokens)
        ),
        "complement": float(phrase.end > head.i + 1),
        "modifier": float(phrase.begin < head.i),
        "organisation": float(head.ent_type_ == "ORG"),
        "place": float(head.ent_type_ in ("GPE", "LOC", "FAC")),
        "number": float(any(t.like_num for t in tokens)),
    }


def _place(lex: Lexicon, matter: Matter) -> dict[str, float]:
    phrase = matter.phrase
    head = phrase.head
    top = head
    for _ in range(4):
        if top.dep_ not in ("conj", "appos"):
            break
        top = top.head
    sent = phrase.sent
    under = stems((sent.heading if sent else None) or "")
    common = matter.common
    verb = top.head if top.dep_ == "dobj" else top.head.head if top.dep_ == "pobj" else top.head
    opens = sent is not None and (matter.home == 0 or lex.sents[matter.home - 1].block != sent.block)
    return {
        "in_headline": float(sent is None),
        "headline": len(common & lex.headline) / max(1, len(common)),
        "heading": len(common & under) / max(1, len(common)),
        "early": 1 / (1 + max(0, matter.home)),
        "depth": max(0, matter.home) / len(lex.sents),
        "opens": float(opens),
        "subject": float(top.dep_ in ("nsubj", "nsubjpass")),
        "object": float(top.dep_ == "dobj"),
        "about": float(top.dep_ == "pobj" and top.head.lower_ in ABOUT),
        "of": float(top.dep_ == "pobj" and top.head.lower_ == "of"),
        "locative": float(top.dep_ == "pobj" and top.head.lower_ in LOCATIVE),
        "prep": float(top.dep_ == "pobj"),
        "listed": float(head.dep_ == "conj" or any(c.dep_ == "conj" for c in head.children)),
        "dealing": float(verb.lemma_.casefold() in DEALING),
    }
