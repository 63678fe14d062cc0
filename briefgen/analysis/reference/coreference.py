"""Who is meant: names, pronouns, "the ministry", "the two sides", each resolved in the order of the text.

Rules, no model: nothing with English weights installs. A pronoun takes the last fitting subject, a definite role the
last person with that role, a body the country beside it. What stays open is said to be open (an empty tuple).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefgen.analysis.actors.enumerations import people_listed
from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.history import History, Trace
from briefgen.analysis.actors.office_holders import OfficeHolders
from briefgen.analysis.actors.roles import GUESTS, NOT_AT_HOME, OFFICIAL, OWN_BODIES, PAIR_WORDS, STATE_BODIES, TITLES
from briefgen.analysis.reference.encounters import who_met
from briefgen.analysis.reference.inclusive import subject_above, whose
from briefgen.analysis.reference.people import HE_AND_SHE, is_state, person_meant
from briefgen.analysis.reference.possessives import may_open, owner_by_syntax
from briefgen.analysis.text.document import Document, Sent
from briefgen.analysis.text.noun_phrases import (
    is_definite,
    is_everybody,
    is_expletive,
    is_main_subject,
    is_pair,
    phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
Names = tuple[str, ...]
FIRST_PERSON = frozenset("we our us ours ourselves my me mine myself i".split())
SINGULAR = frozenset("my me mine myself i".split())


class Resolver:
    """Says which actors a token stands for. Built once a document."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        self.cast = cast
        self._refs: dict[tuple[int, int], Names] = {}
        self._history = History()
        self._bodies: dict[str, Names] = {}
        self._owned = {e.owner: e for e in cast.entries.values() if e.owner is not None}
        self._holders = OfficeHolders(cast)
        self._now = 0  # the number of the sentence, those within a long quotation not counted
        self._quoted = False  # whether the token at hand stands within quotation marks
        # The first reading learns who is "he" and who is "she" where only one person can be meant.
        for _ in range(2):
            self._refs, self._history, self._bodies, self._holders = {}, History(), {}, OfficeHolders(cast)
            self._now, self._quoted = 0, False
            block = None
            for sent in document.sents:
                if sent.block != block:  # a mark that nothing closes does not reach into the next paragraph
                    block, self._quoted = sent.block, False
                self._now += not self._is_all_quoted(sent)
                self._read(sent)
                self._trace_meeting(sent)

    def names(self, block: int, token: Token | None) -> Names:
        """The actors that the phrase headed by `token` stands for; empty when nobody could be made out."""
        if token is None:
            return ()
        first = self._refs.get((block, token.i), ())
        if token.dep_ in SUBJECTS and len(first) == 1 and self.cast.is_person(first[0]):
            mention = self.cast.at(block, token)
            first = people_listed(token.doc, mention, self.cast) if mention is not None else first
        if token.dep_ != "conj":
            for other in token.conjuncts:
                if other.i > token.i:
                    first = first + self._refs.get((block, other.i), ())
        return tuple(dict.fromkeys(first))

    def settle_first_person(self, voice: Callable[[Sent, Token], Names]) -> None:
        """Gives "we" and "I" their meaning once it is known whose words they are."""
        for sent in self.document.sents:
            for token in sent.tokens:
                if token.lower_ not in FIRST_PERSON or (token.text.isupper() and token.text != "I"):
                    continue
                said = voice(sent, token) if token.pos_ in ("PRON", "DET") or token.text == "I" else ()
                if said:
                    together = self.parties(self.names(sent.block, subject_above(token)))
                    ours = whose(token, self.parties(said), together, self.document.sides)
                    self._refs[(sent.block, token.i)] = said if token.lower_ in SINGULAR else ours

    def parties(self, names: Iterable[str]) -> Names:
        """The countries and bodies that `names` speak for."""
        return tuple(dict.fromkeys(self.cast.party(n) for n in names))

    def _is_all_quoted(self, sent: Sent) -> bool:
        marks = sent.plain.count('"')
        return (self._quoted and not marks) or (sent.plain.startswith('"') and marks < 3 and sent.plain.endswith('"'))

    def _read(self, sent: Sent) -> None:
        block = sent.block
        for token in sent.tokens:
            if token.text == '"':
                self._quoted = not self._quoted
                continue
            mention = self.cast.at(block, token)
            names: Names = ()
            if mention is not None:
                head = mention.start <= token.head.i < mention.end and token.head.i != token.i
                if mention.kind == "demonym" and token.pos_ == "ADJ":
                    continue
                names = () if head else (mention.name,)
            elif (token.pos_ == "PRON" or token.tag_ == "PRP$") and token.text != "US":
                names = self._pronoun(sent, token)
            elif token.pos_ in ("NOUN", "PROPN"):
                names = self._noun(sent, token)
            if names:
                self._refs[(block, token.i)] = names
                introduced = self._owned.get((block, token.i))
                if introduced is not None:  # "its foreign minister, X"
                    parties = (p for p in self.parties(names) if not self.cast.is_person(p))
                    introduced.represents = next(parties, None)
                if token.lower_ not in FIRST_PERSON:  # nobody calls "us" by "it" or "they"
                    self._trace(sent, token, names)

    def _trace(self, sent: Sent, token: Token, names: Names) -> None:
        modifier = token.dep_ in ("compound", "poss", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN")
        if modifier and not self.cast.is_person(names[0]):
            return
        aside = token.pos_ == "PRON" and token.head.dep_ in ("relcl", "acl")  # "the day that he left, X said"
        subject = (token.dep_ in SUBJECTS and not aside) or (
            token.dep_ in ("appos", "conj") and token.head.dep_ in SUBJECTS
        )
        person = all(self.cast.is_person(n) for n in names)
        plural = len(names) > 1 or token.tag_ in ("NNS", "NNPS")
        self._history.add(Trace(self._now, names, person, plural, subject, self._quoted))
        if person and len(names) == 1:
            mention = self.cast.at(sent.block, token) if subject else None
            listed = people_listed(token.doc, mention, self.cast) if mention is not None else ()
            if len(listed) > 1:
                self._history.add(Trace(self._now, listed, True, True, True, self._quoted))
            self._holders.add(names[0])
        if token.dep_ == "conj" and not any(o.i > token.i for o in token.conjuncts):  # "X and Y": both together
            earlier = [n for o in token.conjuncts for n in self._refs.get((sent.block, o.i), ())]
            everybody = tuple(dict.fromkeys([*earlier, *names]))
            if len(everybody) > 1:
                self._history.add(Trace(self._now, everybody, person, True, subject, self._quoted))

    def _trace_meeting(self, sent: Sent) -> None:
        met = who_met(sent, self.cast, lambda token: self._refs.get((sent.block, token.i), ()))
        if met:
            people = all(self.cast.is_person(n) for n in met)
            self._history.add(Trace(self._now, met, people, plural=True, subject=True, quoted=self._quoted))

    # --- pronouns

    def _pronoun(self, sent: Sent, token: Token) -> Names:
        word = token.lower_
        known = owner_by_syntax(sent, token, self.cast, lambda other: self._refs.get((sent.block, other.i), ()))
        if known is not None:
            return known
        if word in HE_AND_SHE:
            people = person_meant(token, self.document, self.cast, self._history, self._now, self._quoted)
            return people if may_open(token, people, self.cast) else ()
        if word in ("they", "their", "them", "themselves", "both"):
            if self.document.sides and not sent.speaker and is_main_subject(token):
                return self.document.sides  # of a joint statement, a readout: "They reaffirmed ..."
            plural = self._history.last(self._now, lambda t: t.plural)
            two = self._history.two_people(self._now)
            return two or plural or self._history.last(self._now, lambda t: not (t.person or is_state(t, self.cast)))
        if word in ("it", "its", "itself"):
            if word == "it" and is_expletive(token):
                return ()
            return self._history.last(self._now, lambda t: not t.person and not t.plural)
        if word in ("who", "which", "that", "whom") and token.dep_ in SUBJECTS and token.head.dep_ == "relcl":
            return self._refs.get((sent.block, token.head.head.i), ())
        if word not in FIRST_PERSON:
            return ()
        if sent.speaker:
            return (sent.speaker,) if word in SINGULAR else self.parties((sent.speaker,))
        return self.document.issuer

    # --- common nouns

    def _noun(self, sent: Sent, token: Token) -> Names:
        lemma = token.lemma_.lower()
        if token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
            return ()
        if lemma not in TITLES and lemma not in STATE_BODIES and lemma not in OWN_BODIES and lemma not in PAIR_WORDS:
            return ()
        apposed = self._apposed(sent, token)
        if apposed:
            return apposed
        states = self._states_beside(sent, token)
        if is_pair(token, lemma):
            return states if len(states) > 1 else self._pair(sent)
        if self.document.sides and not sent.speaker and is_everybody(token, lemma):
            return self.document.sides
        if lemma in TITLES and token.tag_ in ("NN", "NNP"):
            person = self._person_with_role(sent, phrase(sent, token).lower(), lemma, states, token)
            if person:
                return person
        return self._body(sent, token, lemma, states)

    def _apposed(self, sent: Sent, token: Token) -> Names:
        """ "the premier, X" and "X, the premier": the name beside the noun."""
        near = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
        for other in near:
            mention = self.cast.at(sent.block, other)
            if mention is not None and mention.kind == "person":
                return (mention.name,)
        return ()

    def _states_beside(self, sent: Sent, token: Token) -> Names:
        """Countries and bodies in the noun's own phrase: adjective, possessive, "of ..."."""
        found: list[str] = []
        for child in token.children:
            parts = [child, *child.children] if child.dep_ in ("amod", "compound", "poss", "nmod", "det") else []
            hosted = child.lower_ == "in" and (found or token.lemma_.lower() in GUESTS)
            if child.dep_ == "prep" and child.lower_ in ("of", "from", "in") and not hosted:
                parts = [g for c in child.children for g in (c, *c.conjuncts)]
            for part in parts:
                mention = self.cast.at(sent.block, part)
                if mention is not None and not (token.lower_ == "administration" and self._is_stateless(mention.name)):
                    found.append(self.cast.party(mention.name) if mention.kind == "person" else mention.name)
                elif part.tag_ == "PRP$":
                    found.extend(self.parties(self._refs.get((sent.block, part.i), ())))
                elif child.dep_ == "prep" and is_pair(part, part.lemma_.lower()):  # "officials of both countries"
                    found.extend(self._pair(sent))
        named = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
        if not found and token.lower_ == "administration" and named:
            unknown = any(self.cast.at(sent.block, c) is not None for c in token.children if c.dep_ == "compound")
            own = self.document.issuer if len(self.document.issuer) == 1 else ()
            return own if unknown else ("United States",)
        return tuple(dict.fromkeys(found))

    def _is_stateless(self, name: str) -> bool:
        """Whether it is a person of whom nobody says for which country: "the Lund administration" is not Lund."""
        return self.cast.is_person(name) and self.cast.party(name) == name

    def _person_with_role(self, sent: Sent, title: str, lemma: str, states: Names, token: Token) -> Names:
        """The person that a definite title means; "the President and Prime Minister" are two."""
        phrases = (token, token.head) if token.dep_ == "conj" else (token,)
        definite = any(
            c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "another", "one")
            for head in phrases
            for c in head.children
        )
        if not definite and token.dep_ not in SUBJECTS:
            return ()
        own = self._own_party(sent) if lemma in OFFICIAL and not states else None
        sides = () if sent.speaker else self.document.sides
        return self._holders.find(title, lemma, states, own, sides)

    def _own_party(self, sent: Sent) -> str | None:
        """Whose "the President" is when nobody says which: the speaker's country, the issuer's, the dateline's."""
        if sent.speaker:
            party = self.cast.party(sent.speaker)
            return None if party == sent.speaker else party
        return self.document.issuer[0] if len(self.document.issuer) == 1 else self.cast.home

    def _body(self, sent: Sent, token: Token, lemma: str, states: Names) -> Names:
        if lemma in STATE_BODIES and (lemma not in TITLES or token.tag_ in ("NNS", "NN")):
            if states:
                self._bodies[lemma] = states
                return states
            if lemma in self._bodies:
                return self._bodies[lemma]
            if is_definite(token) and lemma not in NOT_AT_HOME and not any(c.dep_ == "nummod" for c in token.children):
                return (self.cast.home,) if self.cast.home else (phrase(sent, token),)
        if lemma in OWN_BODIES or lemma in TITLES:
            if not states and lemma in self._bodies and is_definite(token):
                return self._bodies[lemma]
            named = (phrase(sent, token),)
            if states or token.dep_ in SUBJECTS:
                self._bodies[lemma] = named
            return named
        return ()

    def _pair(self, sent: Sent) -> Names:
        """ "the two sides": the two parties named last before this sentence, or the two named far more than others."""
        if len(self.document.sides) == 2 and not sent.speaker:
            return self.document.sides
        recent: dict[str, None] = {}
        for trace in reversed(self._history.near(self._now)):
            if self._now - trace.sentence == 1 and trace.subject and len(self.parties(trace.names)) == 2:
                return self.parties(trace.names)  # "X and Y met. Both sides ..."
            for name in trace.names:
                party = self.cast.party(name)
                if party in self.cast.entries and not self.cast.is_person(party):
                    recent[party] = None
        top = self.cast.parties().most_common(3)
        clear = len(top) == 2 or (len(top) == 3 and 2 * top[2][1] <= top[1][1])
        return tuple(recent) if len(recent) == 2 else tuple(n for n, _ in top[:2] if clear)
