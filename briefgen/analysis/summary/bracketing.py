"""Names in brackets for the pronouns of a line: "[Peru] will leave", "[Norway and Peru’s] fleets", "[its] fleet".

A wrong name is worse than a pronoun: where the line itself names somebody else whom the pronoun may mean, it stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import FIRST_PERSON, SINGULAR, Names, Resolver
from briefgen.analysis.reference.inclusive import inclusion, is_of_a_group
from briefgen.analysis.reference.possessives import opened_subject
from briefgen.analysis.text.cues import CUES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

HALF_WORD = re.compile(r"['’](?:ll|ve|re|d|m)$", re.I)  # no name stands before it: "[Norway]'ll"
PRONOUNS = frozenset("he she it they we i him them us me".split())
FIRST_WORDS = 2  # "its" and "they" further on in a line mostly mean something in the line
PERSONAL = frozenset("he she him her his hers himself herself".split())
OF_ALL = frozenset(
    """planet world ocean climate atmosphere earth globe humanity species future time age era generation century
    lifetime life child grandchild grasp reach midst shoulder hand""".split()
)  # "our planet" is nobody's in particular
EVERYBODY = frozenset("all of let both".split())  # "all of us", "let us", "us all": nor is this


class Bracketing:
    """Brackets for one line, cut from the tokens `start` on of `sent`. `first_person` False leaves "we" and "I".

    A name is given once a line; after it the pronoun is clear, but for "we" and "our", which never are. `speakers` say
    the line: nobody calls himself "he".
    """

    def __init__(self, sent: Sent, start: int, resolver: Resolver, first_person: bool, speakers: Names = ()) -> None:
        self.sent, self.start, self.resolver, self.first_person = sent, start, resolver, first_person
        self.speakers = speakers or ((sent.speaker,) if sent.speaker else ())
        self._given: dict[Names, int] = {}

    def instead_of(self, token: Token) -> str:
        """What to put for `token`, a bracket; empty when it is no pronoun, is open, or may mean a name in the line."""
        if not (token.lower_ in PRONOUNS or token.tag_ == "PRP$") or token.text == "US" or _is_in_name(token):
            return ""
        names = self.resolver.names(self.sent.block, token) or self._issuer(token)
        if not names or not _tell(names):
            return ""
        if token.i + 1 < len(token.doc) and HALF_WORD.match(token.nbor().text):
            return ""
        possessive = token.tag_ == "PRP$"
        if token.lower_ in FIRST_PERSON:
            if not self.first_person or _is_of_all(token):
                return ""
            if token.lower_ in SINGULAR and not self.resolver.cast.is_person(names[0]):
                return ""  # a country says "we"
            if possessive and self._just_named(token, names):
                many = len(names) > 1 or (names in self._given and self.resolver.cast.is_group(names[0]))
                return "[their]" if many else "[its]"
            if token.lower_ in ("us", "me"):
                return ""  # as often everybody as the speaker
            if token.lower_ in ("we", "i") and not _agrees(token, names, self.resolver):
                return ""
        elif (
            names == self.speakers
            or names in self._given
            or self._is_named(token, names)
            or self._is_named_ahead(token, names)
            or not self._is_clear(token)
        ):
            return ""
        self._given[names] = token.i
        return brackets(names, possessive)

    def _issuer(self, token: Token) -> Names:
        """Whose "our" it is in what a statement reports in its own words ("will urge Chile to widen our ties")."""
        document = self.resolver.document
        quoted = document.is_quoted(self.sent.block, token)
        if len(document.issuer) == 1 and (inclusion(token) is not None or is_of_a_group(token)):
            return ()
        return document.issuer if token.lower_ in FIRST_PERSON and not quoted and self.sent.speaker is None else ()

    def _is_clear(self, token: Token) -> bool:
        """Whether a pronoun of the third person means nobody whom the line names before it; "it", which more often
        than not means no actor, gives way only where it speaks."""
        word = token.lower_
        if word == "it" and not (token.dep_ == "nsubj" and token.head.lemma_.lower() in CUES):
            return False
        if word in ("its", "their", "they", "them") and token.i - self.start > FIRST_WORDS:
            return False
        personal = word in PERSONAL
        before = self.sent.between(self.start, token.i)
        mentions = (self.resolver.cast.at(self.sent.block, t) for t in before)
        return not any(m is not None and (m.kind == "person") == personal for m in mentions)

    def _is_named(self, token: Token, names: Names) -> bool:
        return any(self._is_one_of(t, names) for t in self.sent.between(self.start, token.i))

    def _is_named_ahead(self, token: Token, names: Names) -> bool:
        """Whether the subject of the clause that the pronoun opens is whom it means: "In his speech, Lund said ..."."""
        subject = opened_subject(token)
        mention = self.resolver.cast.at(self.sent.block, subject) if subject is not None else None
        return mention is not None and mention.name in names

    def _just_named(self, token: Token, names: Names) -> bool:
        """Whether the country or body named last in the line before the pronoun is the one that it means."""
        if len(names) == 1 and self.resolver.cast.is_person(names[0]):
            return False
        for before in reversed(self.sent.between(self.start, token.i)):
            if self._given.get(names) == before.i or self._is_one_of(before, names):
                return True
            mention = self.resolver.cast.at(self.sent.block, before)
            if mention is not None and mention.kind != "person":
                return False
        return False

    def _is_one_of(self, token: Token, names: Names) -> bool:
        mention = self.resolver.cast.at(self.sent.block, token)
        return mention is not None and (mention.name in names or self.resolver.cast.party(mention.name) in names)


def brackets(names: Names, possessive: bool = False) -> str:
    """ "[Peru]", "[Norway and Peru’s]"."""
    text = " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"[{text}{'’' if text.endswith('s') else '’s'}]" if possessive else f"[{text}]"


def _tell(names: Names) -> bool:
    """Whether the names name anybody: "[leaders]" and "[partners]" say no more than the pronoun."""
    return all(any(c.isupper() for c in n) for n in names)


def _is_in_name(token: Token) -> bool:
    """Whether the pronoun is part of a name: "the Our Seas Conference"."""
    opens = token.is_sent_start or token.nbor(-1).is_punct
    return token.text[0].isupper() and token.text != "I" and not opens


def _is_of_all(token: Token) -> bool:
    """Whether "our" or "us" is everybody: "our planet", "all of us", "us all"."""
    if token.tag_ == "PRP$":
        return token.head.lemma_.lower() in OF_ALL
    beside = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.lower_ in ("us", "we") and any(t.lower_ in EVERYBODY for t in beside)


def _agrees(token: Token, names: Names, resolver: Resolver) -> bool:
    """Whether the names can stand for "we" or "I" before the verb as it is: "[Peru] will", never "[Peru] have"."""
    doc, index = token.doc, token.i
    if index + 1 >= len(doc) or doc[index + 1].text[0] in "'’":
        return False
    verb = next((t for t in doc[index + 1 : index + 4] if t.pos_ in ("VERB", "AUX")), None)
    group = len(names) > 1 or resolver.cast.is_group(names[0])
    if verb is None or (verb.lower_ == "were" and not group):
        return False
    return verb.tag_ in ("MD", "VBD") or (group and verb.tag_ in ("VBP", "VB"))
