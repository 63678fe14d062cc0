"""Who says a quotation that is part of a longer sentence: the source set beside it ("in the words of X", "as X put
it"), else the subject of the clause that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES, TITLES
from briefgen.analysis.reference.coreference import SUBJECTS, Resolver
from briefgen.analysis.speech.named_sources import DOCUMENTS, can_speak, named_source
from briefgen.analysis.speech.quote_tags import Quoted
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.cues import CUES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# "in the words of X", "was the dry response of X"
WORDS = frozenset("word phrase response answer reply verdict comment remark assessment description".split())
# Whose they are has said so.
SAYINGS = frozenset(
    """call demand request plea appeal promise pledge vow threat warning claim assertion insistence contention argument
    allegation accusation admission suggestion proposal offer assurance expectation hope wish desire commitment policy
    motto slogan refusal question complaint boast description characterisation characterization depiction idea
    """.split()
)
PUTTING = frozenset("put phrase say describe call write tell explain note".split())
CONTRASTS = frozenset("while whereas although though".split())
PERSONAL = frozenset("i we he she they who".split())
SPEAKING = TITLES | OWN_BODIES | STATE_BODIES | DOCUMENTS


def clause_source(quoted: Quoted, sent: Sent, resolver: Resolver) -> str | None:
    """The speaker of words that `sent` is built around; None where it names none."""
    governing, likely = _subjects(quoted, sent, resolver)
    told = _in_words_of(quoted, sent, resolver) or _owner(quoted, sent, resolver)
    return told or governing or _according_to(quoted, sent, resolver) or likely


def _in_words_of(quoted: Quoted, sent: Sent, resolver: Resolver) -> str | None:
    for token in sent.tokens:
        if quoted.start <= token.idx < quoted.end:
            continue
        source: Token | None = None
        if token.lemma_ in WORDS and token.pos_ == "NOUN":
            source = next(
                (g for c in token.children if c.lower_ in ("of", "from") for g in c.children if g.dep_ == "pobj"), None
            )
            told = token.head.lower_ == "in" or (token.dep_ in ("attr", "nsubj") and token.head.lemma_ == "be")
            source = source if told else None
        elif token.lower_ == "as" and token.dep_ == "mark" and token.head.lemma_ in PUTTING:
            source = next((c for c in token.head.children if c.dep_ in SUBJECTS), None)
        if source is not None and not _within(source, quoted):
            return _name(sent, source, resolver)
    return None


def _owner(quoted: Quoted, sent: Sent, resolver: Resolver) -> str | None:
    """Whose call, claim or promise the words are: "the union's call to “down tools”"."""
    top = next((t for t in sent.tokens if _within(t, quoted) and not _within(t.head, quoted)), None)
    for noun in (*top.ancestors,) if top is not None else ():
        if noun.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in noun.children):
            return None
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in SAYINGS and noun.idx < quoted.start:
            owner = next((c for c in noun.children if c.dep_ == "poss" and not _within(c, quoted)), None)
            return _name(sent, owner, resolver) if owner is not None else None
    return None


def _according_to(quoted: Quoted, sent: Sent, resolver: Resolver) -> str | None:
    for token in sent.tokens:
        if token.lower_ == "to" and token.i and token.nbor(-1).lower_ == "according" and not _within(token, quoted):
            source = next((c for c in token.children if c.dep_ == "pobj"), None)
            return _name(sent, source, resolver) if source is not None else None
    return None


def _subjects(quoted: Quoted, sent: Sent, resolver: Resolver) -> tuple[str | None, str | None]:
    """The subject of the verb of speech that governs the quoted words, and that of the clause they are part of."""
    inside = [t for t in sent.tokens if _within(t, quoted) and not t.is_punct and not t.is_space]
    top = next((t for t in inside if t.head.i == t.i or not _within(t.head, quoted)), None)
    likely: str | None = None
    below: Token | None = None
    for verb in _verbs_above(top) if top is not None else ():
        subject = _before(sent, verb, resolver) if (found := subject_of(verb)) is None else found
        told = below is not None and _brings_in(verb, below)
        if below is not None and below.dep_ in ("relcl", "acl"):
            likely = None  # whoever a relative clause is about does not say it
        below = verb
        if subject is None or _within(subject, quoted) or _is_done_to(verb, subject):
            continue
        somebody = _is_somebody(sent, subject, resolver)
        speaks = verb.lemma_.lower() in CUES and verb.lemma_ != "go"
        if not _within(verb, quoted) and (speaks or (told and somebody)):
            source = _name(sent, subject, resolver)
            if source:
                return source, likely
        elif likely is None and somebody:
            likely = named_source(sent, subject, resolver)
    return None, likely


def _brings_in(verb: Token, below: Token) -> bool:
    """Whether the clause of `below` is what `verb` says or thinks: "let slip that ...", "would see them ..."."""
    while below.dep_ == "conj":
        below = below.head
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in below.children)
    return below.head.i == verb.i and (below.dep_ == "ccomp" or that)


def _verbs_above(token: Token) -> Iterator[Token]:
    """The verbs from `token` up to the one that its clause hangs on; a clause joined by "and" or "while" to the main
    one stands for itself.
    """
    while True:
        if token.pos_ in ("VERB", "AUX"):
            yield token
        own = any(c.dep_ in SUBJECTS for c in token.children)
        first = token
        while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
            first = first.head
        if token.head.i == token.i or (own and token.dep_ == "conj" and first.dep_ == "ROOT"):
            return
        if own and token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONTRASTS for c in token.children):
            return
        token = token.head


def _is_done_to(verb: Token, subject: Token) -> bool:
    return subject.dep_ == "nsubjpass" and subject.head.i == verb.i and verb.lemma_.lower() in CUES


def _before(sent: Sent, verb: Token, resolver: Resolver) -> Token | None:
    """The person named right before a verb that the parser gave no subject ("..., Ana Reis, writes")."""
    at = verb.i - 1
    if at > sent.span.start and verb.doc[at].text == ",":
        at -= 1
    mention = resolver.cast.at(sent.block, verb.doc[at]) if at >= sent.span.start else None
    return verb.doc[at] if mention is not None and mention.kind == "person" else None


def _is_somebody(sent: Sent, token: Token, resolver: Resolver) -> bool:
    named = token.lower_ in PERSONAL or resolver.cast.at(sent.block, token) is not None
    return named or token.lemma_.lower() in SPEAKING


def _name(sent: Sent, token: Token, resolver: Resolver) -> str | None:
    """The speaker behind a phrase that certainly speaks: its words where nothing better is known."""
    found = named_source(sent, token, resolver)
    if found or token.pos_ == "PRON" or can_speak(token):
        return found
    return sent.cut(min((c.left_edge.i for c in token.lefts if c.dep_ != "det"), default=token.i), token.i + 1) or None


def _within(token: Token, quoted: Quoted) -> bool:
    return quoted.start <= token.idx < quoted.end
