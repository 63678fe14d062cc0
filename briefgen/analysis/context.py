"""What the later passes ask of the earlier ones: whose words these are, who is the subject, whom somebody speaks
for.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import Names, Resolver
from briefgen.analysis.reference.inclusive import who_we_are
from briefgen.analysis.speech.reported import Speech, subject_of
from briefgen.analysis.text.document import Document, Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset("we i our us my me ourselves myself".split())
# Whoever is ours in this way is somebody else: "our partners".
OTHERS = frozenset(
    """ally partner friend neighbour neighbor counterpart colleague rival adversary enemy opponent competitor
    """.split()
)


@dataclass(slots=True)
class Context:
    """The parsed article with its actors and its speech."""

    document: Document
    resolver: Resolver
    speeches: list[Speech]
    published: dt.date | None
    _by_sent: dict[str, list[Speech]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for speech in self.speeches:
            self._by_sent.setdefault(speech.sent.id, []).append(speech)

    def speeches_in(self, sent: Sent) -> list[Speech]:
        """The acts of speech whose cue stands in `sent`."""
        return self._by_sent.get(sent.id, [])

    def speech_at(self, sent: Sent, token: Token) -> Speech | None:
        """The innermost act of speech that `token` is reported in and whose speaker is known; None in nobody's
        words.
        """
        holding = [x for x in self.speeches_in(sent) if x.start <= token.i < x.end and x.speakers and x.cue != token.i]
        return min(holding, key=lambda x: x.end - x.start, default=None)

    def voice(self, sent: Sent, token: Token) -> Names:
        """Whose words `token` is among: the reported speaker, the transcript's, the issuer; empty: the article's
        own.
        """
        speech = self.speech_at(sent, token)
        if speech is not None:
            return speech.speakers
        if sent.speaker:
            return (sent.speaker,)
        return self.document.issuer

    def parties(self, names: Names) -> Names:
        """The countries and bodies that `names` speak for."""
        return self.resolver.parties(names)

    def actors_of(self, sent: Sent, token: Token | None) -> Names:
        """The actors the phrase headed by `token` stands for; "we" and "our ..." are the speaker's party, or all who
        met where the words say so ("our two countries"); "our partners" are none of these.
        """
        if token is None:
            return ()
        own = next(
            (c for c in (token, *token.children) if c.lower_ in FIRST_PERSON and c.dep_ in ("poss", token.dep_)), None
        )
        if own is not None and own.dep_ == "poss" and token.lemma_.lower() in OTHERS:
            return ()
        if own is not None:
            return who_we_are(own, self.parties(self.voice(sent, token)), self.document.sides)
        return self.resolver.names(sent.block, token)

    def subjects(self, sent: Sent, verb: Token) -> Names:
        """The actors that are the subject of `verb`, own or shared; empty when they could not be made out."""
        return self.actors_of(sent, subject_of(verb))
