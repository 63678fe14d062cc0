"""Possessives whose owner the build of the sentence gives away, whoever was named in between.

The subject's: "At the start of his visit, X said ...", "X will not sign unless Y pays, its minister said". The
object's: "X thanked Y for his help". Open: "X dismissed Y's concerns about his plan".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES, TITLES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

Names = tuple[str, ...]
_POSSESSIVES = {"his": "m", "her": "f", "its": None}  # with the gender that they ask for
# Nobody is thanked for what is not theirs.
_REGARD = frozenset(
    """thank praise congratulate commend applaud salute laud honour honor criticise criticize rebuke condemn denounce
    reprimand mock fault recognise recognize""".split()
)
_REGARDS = frozenset("thanks gratitude appreciation congratulation praise admiration condolence tribute".split())
_FOR = frozenset(("for", "on", "over", "upon"))
# In "X shared Y's worry about his trip" the trip may be that of either.
_FEELINGS = frozenset(
    "concern worry fear doubt remark comment complaint criticism question claim warning anger praise statement".split()
)
_ABOUT = frozenset(("about", "over", "on", "regarding", "concerning", "of", "at"))
_SUBJECTS = ("nsubj", "nsubjpass")
# What leads from a word up to the phrase that it is part of.
_WITHIN = frozenset("pobj prep pcomp conj dobj xcomp acl advcl".split())


def owner_by_syntax(sent: Sent, token: Token, cast: Cast, known: Callable[[Token], Names]) -> Names | None:
    """Whom a possessive means where the build of the sentence says so, nobody where it may be either of two; None
    where it says nothing, and for other words.

    `known` gives whom a token before this one stands for.
    """
    if token.tag_ != "PRP$" or token.lower_ not in (*_POSSESSIVES, "their"):
        return None
    regarded = _regarded(token)
    if regarded is not None:
        named = known(regarded)
        return named if token.lower_ == "their" or all(_fits(token, name, cast) for name in named) else None
    if token.lower_ == "their":
        return _named_ahead(sent, token, cast)
    felt = _felt_by(token)
    if felt is not None:
        owners = [n for t in felt if len(named := known(t)) == 1 for n in named if _fits(token, n, cast)]
        return (owners[0],) if len(set(owners)) == 1 else ()
    said_of = _subject_before_tag(token)
    ahead = (known(said_of) or None) if said_of is not None else _named_ahead(sent, token, cast)
    return ahead if not ahead or (len(ahead) == 1 and _fits(token, ahead[0], cast)) else None


def _preposition(possessive: Token) -> Token | None:
    """The preposition whose object, or one of whose objects, the possessive belongs to; None where there is none."""
    noun = possessive.head
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun.head if noun.dep_ == "pobj" else None


def _regarded(possessive: Token) -> Token | None:
    """Who is thanked, praised or blamed for what the possessive owns; None where nobody is."""
    link = _preposition(possessive)
    if link is None or link.lower_ not in _FOR:
        return None
    verb = link.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    before = [t for t in verb.subtree if verb.i < t.i < link.i]
    if verb.lemma_ in _REGARD:
        return next((t for t in before if t.dep_ == "dobj" and t.head.i == verb.i), None)
    if not any(t.lemma_ in _REGARDS or t.lower_ in _REGARDS for t in before):
        return None
    return next((t for t in before if t.dep_ == "pobj" and t.head.lower_ == "to"), None)


def _felt_by(possessive: Token) -> list[Token] | None:
    """The owner of the concern that is about what the possessive owns, and the subject; None where it is about none."""
    link = _preposition(possessive)
    feeling = link.head if link is not None and link.lower_ in _ABOUT else None
    if feeling is None or feeling.lemma_ not in _FEELINGS or feeling.dep_ != "dobj":
        return None
    owner = next((c for c in feeling.children if c.dep_ == "poss" and c.tag_ != "PRP$"), None)
    subject = _subject(feeling.head)
    return [t for t in (owner, subject) if t is not None] if owner is not None else None


def _fits(token: Token, name: str, cast: Cast) -> bool:
    asked = _POSSESSIVES[token.lower_]
    if not cast.is_person(name):
        return asked is None
    return asked is not None and cast.entries[name].gender in (None, asked)


def _subject_before_tag(possessive: Token) -> Token | None:
    """What is said in a sentence that ends in ", its minister said" is said of its own subject: that subject."""
    speaker = possessive.head
    if speaker.dep_ not in _SUBJECTS or possessive.i == 0 or possessive.nbor(-1).text not in (",", '"'):
        return None
    said = next((child for child in speaker.head.children if child.dep_ == "ccomp" and child.i < possessive.i), None)
    if said is None and speaker.head.dep_ in ("conj", "parataxis"):  # the parser takes the tag for one clause more
        said = next((verb for verb in speaker.head.ancestors if verb.dep_ == "ROOT" and verb.i < possessive.i), None)
    return _subject(said) if said is not None else None


def _named_ahead(sent: Sent, token: Token, cast: Cast) -> Names | None:
    """The subject that follows the phrase which opens the sentence, where nobody was named before it: nobody where that
    is a body without a known name, which the line itself says; None where no subject is the owner.
    """
    subject = opened_subject(token)
    if subject is None or any(cast.at(sent.block, before) for before in sent.span.doc[sent.span.start : token.i]):
        return None
    mentions = [cast.at(sent.block, t) for t in (subject, *subject.conjuncts)]
    names = tuple(dict.fromkeys(m.name for m in mentions if m is not None))
    if names:
        return names if (token.lower_ == "their") == (len(names) > 1) else None
    body = subject.lemma_.lower() in OWN_BODIES | STATE_BODIES or subject.pos_ == "PROPN"
    return () if body and token.lower_ == "its" else None


def may_open(token: Token, people: Names, cast: Cast) -> bool:
    """Whether "his" of "In his speech, the president said ..." may be theirs: they hold that office, as far as is
    known.
    """
    subject = opened_subject(token) if token.tag_ == "PRP$" else None
    title = subject.lemma_.lower() if subject is not None else ""
    roles = [cast.entries[name].role for name in people if name in cast.entries]
    return title not in TITLES or all(role is None or title in role.lower() for role in roles)


def opened_subject(word: Token) -> Token | None:
    """The subject of the clause that a phrase with this pronoun opens ("In its ...", "To end its ...", "Citing its
    ..."), None where none does.
    """
    clause = word.dep_ in _SUBJECTS and word.head.dep_ == "advcl"  # "When he arrived, ..."
    node = word.head if word.tag_ == "PRP$" or clause else word
    if clause:
        subject = _subject(node.head)
        return subject if subject is not None and subject.i > word.i else None
    while node.head.i != node.i and node.dep_ in _WITHIN and not _is_clause(node.head):
        node = node.head
    if node.dep_ not in ("prep", "advcl") or node.head.pos_ not in ("VERB", "AUX") or _is_clause(node):
        return None
    subject = _subject(node.head)
    return subject if subject is not None and subject.i > word.i else None


def _is_clause(node: Token) -> bool:
    """Whether `node` is a verb with a subject of its own, or the sentence's."""
    return node.dep_ == "ROOT" or (node.pos_ in ("VERB", "AUX") and _subject(node) is not None)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
