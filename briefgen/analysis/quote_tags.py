"""The tag beside a quotation: "..., joked Ana Reis", "..., the bank's governor, Tor Lund, told reporters", "X
wrote: ...".

Read off the words next to the marks, because the parser often loses its way around quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.coreference import SUBJECTS, Resolver
from briefgen.analysis.document import Sent
from briefgen.analysis.noun_phrases import phrase
from briefgen.analysis.roles import OWN_BODIES, STATE_BODIES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TAG = 16  # tokens between the closing mark and the tag's verb
FINITE = frozenset(("VBD", "VBZ", "VBP"))
COPULA = frozenset(("be", "have", "do"))
MODIFIERS = frozenset(("compound", "poss", "amod", "nmod"))
# Written things that "say".
DOCUMENTS = frozenset(
    "statement report letter note draft communique text decree ruling resolution memo minutes study summary".split()
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: offsets in the text of block `block`, the marks left out."""

    block: int
    start: int
    end: int


def tag_source(quoted: Quoted, touched: list[Sent], resolver: Resolver) -> str | None:
    """The speaker that a tag right after or right before the quotation names; None where there is no tag."""
    last, first = touched[-1], touched[0]
    closing = quoted.end - last.start
    inner = last.text[max(0, closing - 1) : closing]
    outer = last.text[closing + 1 : closing + 2]
    if inner in (",", "?", "!", "-", "–", "—", "…") or outer == ",":
        source = _after(last, quoted, resolver)
        if source:
            return source
    before = first.text[: max(0, quoted.start - first.start - 1)].rstrip()
    if before.endswith((":", ",")):
        return _before(first, quoted, resolver)
    return None


def _after(sent: Sent, quoted: Quoted, resolver: Resolver) -> str | None:
    tail: list[Token] = []
    for token in sent.span:
        if token.idx <= quoted.end or (not tail and token.is_punct):
            continue
        if token.text in ('"', ";", ":") or len(tail) > 2 * LONGEST_TAG:
            break
        tail.append(token)
    verb = next((i for i, t in enumerate(tail[:LONGEST_TAG]) if _speaks(t)), None)
    if verb is None:
        return None
    named = tail[:verb]
    if not [t for t in named if t.pos_ in ("NOUN", "PROPN", "PRON")]:  # "joked Ana Reis"
        named = _until_verb(tail[verb + 1 :])
    return _name_in(sent, named, resolver)


def _before(sent: Sent, quoted: Quoted, resolver: Resolver) -> str | None:
    """The subject before a colon ("X wrote on Monday: ..."), or a tag between commas ("..., wrote X, ...")."""
    head = [t for t in sent.span if t.idx < quoted.start - 1]
    if head and head[-1].text == ",":
        commas = [i for i, t in enumerate(head[:-1]) if t.text in (",", '"')]
        segment = head[commas[-1] + 1 : -1] if commas else []
        verb = next((i for i, t in enumerate(segment) if _speaks(t)), None)
        if verb is None or len(segment) > LONGEST_TAG:
            return None
        return _name_in(sent, _until_verb(segment[verb + 1 :]) if verb == 0 else segment[:verb], resolver)
    comma = max((i for i, t in enumerate(head) if t.text == ","), default=-1)
    for part in (head[comma + 1 :], head):  # "Asked about it, X said: ..."
        verb = next((i for i, t in enumerate(part) if _speaks(t) or t.tag_ == "VBN"), None)
        if verb:
            return _name_in(sent, part[:verb], resolver)
    return None


def _speaks(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ in FINITE and token.lemma_ not in COPULA


def _until_verb(tokens: list[Token]) -> list[Token]:
    end = next(
        (i for i, t in enumerate(tokens) if t.pos_ in ("VERB", "AUX") or t.lower_ in ("who", "whose", "which")), None
    )
    return tokens[: min(end if end is not None else 12, 12)]


def _name_in(sent: Sent, tokens: list[Token], resolver: Resolver) -> str | None:
    """The person among `tokens`, else what the first noun or pronoun stands for."""
    people = [m for t in tokens if (m := resolver.cast.at(sent.block, t)) is not None and m.kind == "person"]
    if people:
        own = [m for m in people if not _possessive(sent, m.end)]
        if own:
            return own[0].name
    unlisted = _capitals(tokens)
    if unlisted:
        return unlisted
    heads = [t for t in tokens if t.pos_ in ("PRON", "NOUN", "PROPN") and t.dep_ not in MODIFIERS]
    subject = next((t for t in heads if t.dep_ in SUBJECTS), None)
    free = next((t for t in heads if t.dep_ != "pobj"), None)
    return named_source(sent, subject or free or next(iter(heads), None), resolver)


def _capitals(tokens: list[Token]) -> str | None:
    """A name that the recogniser missed: two or more capitals at the start, after a comma or after a title."""
    run: list[Token] = []
    for token in tokens:
        joined = token.text == "-" and run and not run[-1].whitespace_
        if joined or (token.pos_ == "PROPN" and token.text[0].isupper() and token.lower_ not in TITLES):
            run.append(token)
        elif len(run) > 1:
            break
        else:
            run = []
    if len(run) < 2:
        return None
    before = run[0].nbor(-1) if run[0].i else None
    placed = run[0] is tokens[0] or (before is not None and (before.text == "," or before.lower_ in TITLES))
    return run[0].doc[run[0].i : run[-1].i + 1].text if placed else None


def _can_speak(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in TITLES or lemma in OWN_BODIES or lemma in STATE_BODIES or lemma in DOCUMENTS or token.tag_ == "NNS"


def _possessive(sent: Sent, end: int) -> bool:
    return end < len(sent.span.doc) and sent.span.doc[end].text in ("'s", "'")


def named_source(sent: Sent, token: Token | None, resolver: Resolver) -> str | None:
    """The speaker behind a phrase: the person or body it names, else its words ("senior Ethiopian negotiator")."""
    if token is None:
        return None
    mention = resolver.cast.at(sent.block, token)
    if mention is not None:
        return mention.name
    names = resolver.names(sent.block, token)
    people = [n for n in names if resolver.cast.is_person(n)]
    if people:
        return people[0]
    if token.lower_ in ("some", "one", "many", "others", "several", "most"):  # "one of the ministers"
        of = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        return named_source(sent, of, resolver)
    if token.pos_ == "PRON":
        return names[0] if names else None
    if not _can_speak(token):
        return names[0] if names else None
    words = phrase(sent, token)
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "from", "at", "in")), None)
    if of is not None and of.right_edge.i - of.i <= 5:
        words += " " + sent.cut(of.i, of.right_edge.i + 1)
    return re.sub(r"\s+", " ", words).strip(" ,'") or None
