"""Whether "we" and "our" take in the other side: "our two countries", "we both", "what is between us".

In a joint appearance they stand for everybody there; read as the speaker's party alone, what both said is given to one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

# "sure": the words leave no doubt. "likely": true of those who met; elsewhere "our alliance" is that with some third.
Inclusion = Literal["sure", "likely"]

OWNED_TOGETHER = frozenset("bilateral mutual two both respective".split())
IN_COMMON = frozenset("common shared joint".split())
IN_GROUP = IN_COMMON | frozenset("collective allied alliance".split())
# Of these the author may be one, and is not alone.
ALLIES = frozenset("allies allied alliance nato leaders members participants partners".split())
OURS = frozenset("we i our my".split())
# In the plural they are of several.
COUNTRIES = frozenset("country nation government state capital economy military parliament".split())
# What nobody has alone; with "with" the text says with whom.
RELATIONS = frozenset(
    """relationship relation tie alliance partnership friendship cooperation collaboration dialogue discussion talk
    conversation consultation""".split()
)
TOGETHER = frozenset(("together", "jointly", "bilaterally"))
# Nobody does them alone.
RECIPROCAL = frozenset("discuss agree meet talk".split())
WITH = frozenset(("with", "to"))


def who_we_are(token: Token, own: tuple[str, ...], sides: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that the first person `token` means, said for the parties `own` in a meeting of `sides` (empty: no
    meeting is known); empty where it takes in somebody who is not known.
    """
    kind = inclusion(token)
    if kind is None or len(own) > 1:
        return own
    if set(own) <= set(sides) and (len(sides) == 2 or not _is_of_two(token)):
        return sides
    return () if kind == "sure" or token.tag_ == "PRP$" else own


def whose(token: Token, own: tuple[str, ...], together: tuple[str, ...], sides: tuple[str, ...]) -> tuple[str, ...]:
    """The parties whose names can stand for `token` in a line: as `who_we_are`, but all of the sentence's subject
    `together` where `own` are among them ("X and Y discussed our alliance"), and none for "our countries".
    """
    if token.tag_ == "PRP$" and len(together) > 1 and set(own) <= set(together):
        return together
    if len(own) == 1 and token.tag_ == "PRP$" and _names_several(token.head):
        return ()
    if len(own) == 1 and not sides and is_of_a_group(token):
        return ()
    return who_we_are(token, own, sides)


def is_of_a_group(token: Token) -> bool:
    """Whether "our" is of a group that nobody says is only the author's side: "our collective defence", "Allied
    leaders will protect our networks".
    """
    if token.tag_ != "PRP$":
        return False
    if {c.lower_ for c in token.head.children} & IN_GROUP:
        return True
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if subject is None or subject.tag_ in ("WDT", "WP"):
            continue
        around = {subject.lower_, *(c.lower_ for c in subject.children)}
        if around & OURS or token in subject.subtree:
            return False
        if around & ALLIES:
            return True
    return False


def subject_above(token: Token) -> Token | None:
    """The subject of the nearest verb above `token` that has one before it; None where `token` is part of it."""
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
        if subject is not None:
            return None if token in subject.subtree else subject
    return None


def _names_several(noun: Token) -> bool:
    return (noun.lemma_ in COUNTRIES and noun.tag_ == "NNS") or noun.lower_ == "peoples"


def inclusion(token: Token) -> Inclusion | None:
    """How surely the first person plural `token` means the other side too; None where nothing says so."""
    if token.tag_ == "PRP$":
        return _of_possessive(token.head)
    if token.lower_ == "us":
        return _of_object(token)
    return _of_subject(token) if token.lower_ == "we" else None


def _is_of_two(token: Token) -> bool:
    """Whether the words around `token` say that there are two: "both", "our two countries"."""
    near = [*token.children, *token.head.children, *token.rights][:20]
    return any(t.lower_ in ("two", "both") for t in near)


def _of_possessive(noun: Token) -> Inclusion | None:
    words = {c.lower_ for c in noun.children if c.dep_ != "prep"}
    if _names_several(noun) or words & OWNED_TOGETHER:
        return "sure"
    if (noun.lemma_ in RELATIONS or words & IN_COMMON) and not _with(noun):
        return "likely"
    return None


def _of_object(us: Token) -> Inclusion | None:
    head = us.head
    if head.lower_ == "between" or (head.lower_ == "of" and head.head.lower_ in ("both", "two")):
        return "sure"
    return None


def _of_subject(we: Token) -> Inclusion | None:
    doc, last = we.doc, len(we.doc) - 1
    if any(c.lower_ == "both" for c in we.children) or (we.i < last and doc[we.i + 1].lower_ == "both"):
        return "sure"
    verb = we.head
    chain = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    if any(_with(v) for v in chain) or any(c.dep_ == "neg" for c in verb.children):
        return None
    said = [c for v in chain for c in v.subtree if c.i > we.i and _governor(c) in {v.i for v in chain}]
    if any(_each_other(t) or (t.lower_ in TOGETHER and t.dep_ == "advmod") for t in said):
        return "sure"
    return "likely" if any(v.lemma_ in RECIPROCAL for v in chain) else None


def _governor(token: Token) -> int:
    """The index of the nearest verb above `token`."""
    return next((a.i for a in token.ancestors if a.pos_ in ("VERB", "AUX")), -1)


def _each_other(token: Token) -> bool:
    return token.lower_ in ("other", "another") and token.i > 0 and token.nbor(-1).lower_ in ("each", "one")


def _with(word: Token) -> bool:
    """Whether somebody is named with whom: "together with our allies", "our friendship with X"."""
    return any(
        t.dep_ == "prep" and t.lower_ in WITH and t.head.pos_ in ("ADV", "NOUN", "PROPN", "VERB", "AUX")
        for c in word.children
        for t in (c, *c.children)
        if c.i > word.i and c.pos_ in ("ADP", "ADV")
    )
