"""The tag beside a quotation: "..., joked Ana Reis", "..., the bank's governor, Tor Lund, told reporters", "X
wrote: ...".

Read off the words next to the marks, because the parser often loses its way around quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import TITLES
from briefgen.analysis.reference.coreference import SUBJECTS, Resolver
from briefgen.analysis.speech.named_sources import DOCUMENTS, named_source
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.cues import CUES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TAG = 16  # tokens between the closing mark and the tag's verb
FINITE = frozenset(("VBD", "VBZ", "VBP"))
PAST = frozenset(("VBD", "VBN"))
COPULA = frozenset(("be", "have", "do"))
MODIFIERS = frozenset(("compound", "poss", "amod", "nmod"))
# A clause of its own, no tag: "..., while the envoy said".
CONNECTIVES = frozenset("while but and or although though whereas because after before when if which who".split())


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
    if inner in (",", ";", "?", "!", "-", "–", "—", "…") or outer in (",", ";"):
        source = _after(last, quoted, resolver)
        if source:
            return source
    before = first.text[: max(0, quoted.start - first.start - 1)].rstrip()
    if before.endswith((":", ",", ";")):
        return _before(first, quoted, resolver)
    return None


def _after(sent: Sent, quoted: Quoted, resolver: Resolver) -> str | None:
    tail: list[Token] = []
    for token in sent.tokens:
        if token.idx <= quoted.end or (not tail and token.is_punct):
            continue
        if token.text in ('"', ";", ":") or len(tail) > 2 * LONGEST_TAG:
            break
        tail.append(token)
    if tail and tail[0].lower_ in CONNECTIVES:
        return None
    verb = next((i for i, t in enumerate(tail[:LONGEST_TAG]) if _speaks(t) or (not i and t.tag_ in PAST)), None)
    if verb is None:
        return None
    named = tail[:verb]
    if not [t for t in named if t.pos_ in ("NOUN", "PROPN", "PRON")]:  # "joked Ana Reis"
        named = _until_verb(tail[verb + 1 :])
    return _name_in(sent, named, resolver)


def _before(sent: Sent, quoted: Quoted, resolver: Resolver) -> str | None:
    """The subject before a colon ("X wrote on Monday: ..."), or a tag between commas ("..., wrote X, ...")."""
    head = [t for t in sent.tokens if t.idx < quoted.start - 1]
    if head and head[-1].text in (",", ";"):
        commas = [i for i, t in enumerate(head[:-1]) if t.text in (",", '"')]
        for comma in reversed(commas[-3:]):  # the name may stand between commas: "retorted the chair, Ana Reis,"
            segment = head[comma + 1 : -1]
            verb = next((i for i, t in enumerate(segment) if _speaks(t) or (not i and t.lemma_ in CUES)), None)
            if verb == 0 and segment[0].tag_ == "VBG":  # "X has yet to concede, saying on Monday, ..."
                return named_source(sent, subject_of(segment[0]), resolver)
            if verb is not None and len(segment) <= LONGEST_TAG:
                return _name_in(sent, _until_verb(segment[verb + 1 :]) if verb == 0 else segment[:verb], resolver)
        return _subject_of_last(sent, head[-LONGEST_TAG:], resolver)
    if head and head[-1].text == ":":
        source = _before_colon(sent, head[-1], resolver)
        if source:
            return source
    comma = max((i for i, t in enumerate(head) if t.text == ","), default=-1)
    for part in (head[comma + 1 :], head):  # "Asked about it, X said: ..."
        verb = next((i for i, t in enumerate(part) if _speaks(t) or t.tag_ == "VBN"), None)
        if verb:
            paper = next((t for t in part[verb + 1 :] if t.lemma_ in DOCUMENTS and t.dep_ in ("dobj", "attr")), None)
            written = named_source(sent, paper, resolver) if paper is not None else None
            if written in resolver.cast.entries:  # "issued this statement from the king: ..."
                return written
            return _name_in(sent, part[:verb], resolver)
    return None


def _before_colon(sent: Sent, colon: Token, resolver: Resolver) -> str | None:
    """The subject of the verb of speech that a colon hangs on ("X complained that nobody had come: ...")."""
    for verb in (colon.head, *colon.head.ancestors):
        subject = subject_of(verb) if verb.lemma_.lower() in CUES and verb.i < colon.i else None
        source = named_source(sent, subject, resolver) if subject is not None and subject.i < verb.i else None
        if source:
            return source
    return None


def _subject_of_last(sent: Sent, head: list[Token], resolver: Resolver) -> str | None:
    """The subject of the last verb of speech in `head` that names one: "X told the public on Monday, ..."."""
    for verb in reversed(head):
        if verb.pos_ == "VERB" and verb.lemma_.lower() in CUES:
            source = named_source(sent, subject_of(verb), resolver)
            if source:
                return source
    return None


def _speaks(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.lemma_ in COPULA:
        return False
    if token.lemma_.lower() in CUES and (token.tag_ == "VBN" or any(c.dep_ == "aux" for c in token.children)):
        return True  # "remarked Under Secretary Reis", read as a participle; "was all Reis would say"
    return token.tag_ in FINITE


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


def _possessive(sent: Sent, end: int) -> bool:
    return end < len(sent.span.doc) and sent.span.doc[end].text in ("'s", "'")
