"""Whom a speaker speaks for: the party of a person, of a bare office ("a spokesman"), of the phrase around a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES
from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# "carried": no cue of its own, said on by the speaker of the same or the sentence before.
Source = Literal["speech", "quotation", "label", "issuer", "carried", "article"]
SPOKEN_FOR = re.compile(
    r"\b(?:spokes\w+|ministers?|president|premier|chancellor|secretary|officials?|ambassador|envoy|government|"
    r"ministry|administration|leaders?|cabinet|delegation|counselor|negotiators?|foreign office|presidency|"
    r"authorities|military|army|department|office|embassy|king|prime minister|adviser|general|commander)\b",
    re.I,
)
# Nobody calls so whom he speaks for.
HOSTILE = re.compile(r"\b(?:regime|junta|rebels?|militia|insurgents?|invaders?|occupiers?)\b", re.I)
BODIES = (OWN_BODIES | STATE_BODIES) - frozenset(
    "officer member members supplier operator people worker workers".split()
)
# What a minister is for, not whom they speak for.
FIELDS = frozenset(
    """Defence Defense Finance Education Interior Justice Health Trade Energy Migration Infrastructure Environment
    Agriculture Transport Economy Culture Labour Labor Foreign Industry Planning Fisheries Housing
    """.split()
)
# A paragraph that opens so gives the other side's answer: "Norland denied firing first. Its army ..."
ANSWERING = frozenset(
    "deny reject dismiss respond reply answer retort hit insist brush accuse dispute protest counter condemn".split()
)
NEAR = 6  # tokens between a country and the official it stands beside


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks (`names`, as resolved; empty when nobody could be made out) and how that is known."""

    names: Names
    source: Source
    cue: str = ""
    commentator: bool = False
    behalf: Names = ()  # the party that the phrase around an otherwise unknown speaker names ("its envoy, Lea Tamm")
    party: Names = ()  # whom the speaker speaks for here, where that is not what the cast says


class Sides:
    """Answers for one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._first: dict[int, Sent] = {}
        for sent in context.document.citable():
            self._first.setdefault(sent.block, sent)

    def of(self, voice: Voice) -> Names:
        """The parties whose words these are: those of the speakers, or of the phrase around speakers tied to none."""
        if voice.party:
            return voice.party
        cast = self._context.resolver.cast
        names = self.parties(voice.names)
        loose = all(n not in cast.entries or (cast.is_person(n) and cast.party(n) == n) for n in names)
        return voice.behalf if voice.behalf and loose else names

    def heard(self, voice: Voice, sent: Sent) -> Voice:
        """`voice` with a speaker whom only the dateline ties to a country put down to the side `sent` tells of."""
        home = self._context.resolver.cast.home
        single = len(voice.names) == 1 and home is not None and self.parties(voice.names) == (home,)
        if not single or self._is_tied(voice.names[0]):
            return voice
        other = voice.behalf or self._introduced(voice.names[0]) or self._answering(sent, voice.names[0])
        return replace(voice, party=other) if other and home not in other else voice

    def _is_tied(self, name: str) -> bool:
        """Whether the text puts its country beside the person `name` somewhere; a country is its own."""
        cast = self._context.resolver.cast
        entry = cast.entries.get(name)
        if entry is None or entry.kind != "person" or entry.owner is not None:
            return True
        for mentions in cast.mentions.values():
            people = [m.start for m in mentions if m.name == name]
            ends = [m.end for m in mentions if m.name == entry.represents]
            if any(-NEAR <= end - start <= NEAR for start in people for end in ends):
                return True
        return False

    def _introduced(self, name: str) -> Names:
        """The party in the phrase that first names somebody."""
        first = self._context.resolver.cast.first.get(name)
        if first is None:
            return ()
        token = self._context.document.docs[first.block][first.end - 1]
        return self.behalf(self._context.document.sent_of(first.block, token), token)

    def _answering(self, sent: Sent, name: str) -> Names:
        """The country whose answer the paragraph of `sent` tells, when `name` enters the text in it; else empty."""
        cast = self._context.resolver.cast
        opening = self._first.get(sent.block)
        first = cast.first.get(name)
        if opening is None or opening.id == sent.id or first is None or first.block != sent.block:
            return ()
        root = opening.span.root
        if root.lemma_.lower() not in ANSWERING:
            return ()
        subject = self._context.parties(self._context.actors_of(opening, subject_of(root)))
        return tuple(n for n in subject if n in cast.entries and cast.entries[n].kind == "country")

    def behalf(self, sent: Sent, token: Token | None) -> Names:
        """The party in the phrase of a speaker: "their coordinator", "the bloc's envoy, ...", "Ugandan envoy ..."."""
        cast = self._context.resolver.cast
        for _ in range(3):
            if token is None:
                return ()
            for part in (
                g for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "for") for g in c.subtree
            ):
                mention = cast.at(sent.block, part)
                if mention is not None and mention.kind != "person":
                    return self._context.parties((mention.name,))
            for child in token.children:
                if child.i > token.i or child.dep_ not in ("poss", "amod", "compound", "nmod"):
                    continue
                mention = cast.at(sent.block, child)
                if mention is not None and mention.kind != "person":
                    return self._context.parties((mention.name,))
                if child.dep_ == "poss":
                    names = self.parties(self.settle(self._context.actors_of(sent, child)))
                    if names:
                        return names
            token = token.head if token.dep_ in ("appos", "compound") else None
        return ()

    def parties(self, names: Names) -> Names:
        """The parties that `names` speak for; nouns that are nobody in particular ("member", "statement") left out."""
        cast = self._context.resolver.cast
        known = (
            n
            for n in names
            if n in cast.entries or n[:1].isupper() or " " in n or n.lower().removesuffix("s") in BODIES
        )
        cleared = (n if cast.party(n) in FIELDS else cast.party(n) for n in known)
        return tuple(dict.fromkeys(cleared))

    def settle(self, names: Names) -> Names:
        """Names with bare offices ("spokesman") put down to the state at hand."""
        return tuple(dict.fromkeys(n for name in names for n in self._office(name)))

    def _office(self, name: str) -> Names:
        cast = self._context.resolver.cast
        if name in cast.entries or not SPOKEN_FOR.search(name) or HOSTILE.search(name):
            return (name,)
        issuer = self._context.document.issuer
        if len(issuer) == 1 or (issuer and name.endswith("s")):
            return issuer
        return (cast.home,) if cast.home else (name,)

    def is_spoken_for(self, acting: Names, voice: Voice) -> bool:
        """Whether an office-holder tied to no country speaks for `acting`: "Norway will not yield, Minister B said"."""
        cast = self._context.resolver.cast
        speaker = cast.entries.get(voice.names[0]) if len(voice.names) == 1 else None
        if speaker is None or speaker.kind != "person" or voice.commentator or voice.behalf or not speaker.role:
            return False
        tied = speaker.represents is not None and speaker.represents not in FIELDS
        state = all(n in cast.entries and cast.entries[n].kind in ("country", "organisation") for n in acting)
        return not tied and not speaker.former and state and bool(SPOKEN_FOR.search(speaker.role))
