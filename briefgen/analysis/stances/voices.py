"""Whose words a part of a sentence is, and whether they can hold a red line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.context import Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.quotations import find_quotations
from briefgen.analysis.roles import OWN_BODIES, STATE_BODIES
from briefgen.analysis.speech import Speech, subject_of
from briefgen.analysis.stances.tags import SAYING, Tag, tag_in

if TYPE_CHECKING:
    from spacy.tokens import Token

# "carried": no cue of its own, said on by the speaker of the same or the sentence before.
Source = Literal["speech", "quotation", "label", "issuer", "carried", "article"]
COMMENTATORS = re.compile(
    r"\b(?:analysts?|experts?|scholars?|professors?|lecturers?|researchers?|economists?|historians?|commentators?|"
    r"columnists?|observers?|pundits?|academics?|jurists?|scientists?|epidemiologists?|modellers?|modelers?|"
    r"forecasters?|think[- ]tank|newspaper|author|essayist|pollsters?|critics|lawyers?|editorial|brokers?|"
    r"campaigners?|"
    r"commentary|column|book|study|investors?|traders?|voters?|residents?|diplomats|geostrateg\w+|activists?|"
    r"sociologist|"
    r"political scientist|fellow|university|teaches|former)\b",
    re.I,
)
ANSWERS = frozenset("reject refuse condemn denounce dismiss accept welcome order resolve".split())
SPOKEN_FOR = re.compile(
    r"\b(?:spokes\w+|ministers?|president|premier|chancellor|secretary|officials?|ambassador|envoy|government|"
    r"ministry|"
    r"administration|leaders?|cabinet|delegation|counselor|negotiators?|foreign office|presidency|authorities|"
    r"military|army|"
    r"department|office|embassy|king|prime minister|adviser|general|commander)\b",
    re.I,
)  # fmt: skip
BODIES = (OWN_BODIES | STATE_BODIES) - frozenset(
    "officer member members supplier operator people worker workers".split()
)
# What a minister is for, not whom they speak for.
FIELDS = frozenset(
    """Defence Defense Finance Education Interior Justice Health Trade Energy Migration Infrastructure Environment
    Agriculture Transport Economy Culture Labour Labor Foreign Industry Planning Fisheries Housing
    """.split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks (`names`, as resolved; empty when nobody could be made out) and how that is known."""

    names: Names
    source: Source
    cue: str = ""
    commentator: bool = False
    behalf: Names = ()  # the party that the phrase around an otherwise unknown speaker names ("its envoy, Lea Tamm")


class Voices:
    """Answers for one article; built once, because quotations run over sentences."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._quoted: dict[str, list[tuple[int, int, str | None]]] = {}
        self._by_id = {s.id: s for s in context.document.sents}
        for quotation in find_quotations(context.document, context.speeches, context.resolver):
            for sent in (self._by_id[e] for e in quotation.evidence):
                begin = _overlap(sent.text, quotation.text)
                if begin is not None:
                    self._quoted.setdefault(sent.id, []).append((*begin, quotation.speaker))
        self._tags: dict[str, Tag | None] = {}
        self._before: dict[str, Sent] = {}
        last: Sent | None = None
        for sent in context.document.citable():
            if last is not None and last.block == sent.block:
                self._before[sent.id] = last
            last = sent

    def quoted(self, sent: Sent, token: Token) -> bool:
        """Whether `token` stands within quotation marks."""
        at = token.idx - sent.start
        return any(b <= at < e for b, e, _ in self._quoted.get(sent.id, ()))

    def at(self, sent: Sent, token: Token) -> Voice:
        """Whose words `token` is among."""
        context = self._context
        tag = self.tag(sent)
        if tag is not None and not tag.start <= token.i <= tag.end:
            cue = sent.span.doc[tag.verb].lemma_.lower()
            behalf = self._behalf(sent, self._named(sent, tag.names[0])) or self._tied(sent, tag)
            comments = self._comments(sent, tag.names, None) or bool(
                COMMENTATORS.search(sent.cut(tag.start, tag.end + 1))
            )
            return Voice(tag.names, "speech", cue, comments, behalf)
        speech = self._speech_at(sent, token)
        if speech is not None:
            return self._spoken(sent, speech, "speech")
        at = token.idx - sent.start
        for begin, end, speaker in self._quoted.get(sent.id, ()):
            if begin <= at < end and speaker:
                behalf = self._behalf(sent, self._named(sent, speaker))
                return Voice(self.settle((speaker,)), "quotation", "", self._comments(sent, (speaker,), None), behalf)
        if sent.speaker:
            return Voice((sent.speaker,), "label")
        if context.document.issuer:
            return Voice(context.document.issuer, "issuer")
        return self._carried(sent, token)

    def tag(self, sent: Sent) -> Tag | None:
        """The tag at the end of a report, see tags.py."""
        if sent.id not in self._tags:
            self._tags[sent.id] = tag_in(sent, self._context.resolver.cast)
        return self._tags[sent.id]

    def _tied(self, sent: Sent, tag: Tag) -> Names:
        """The first country or body that the tag names beside its person."""
        cast = self._context.resolver.cast
        mentions = [cast.at(sent.block, t) for t in sent.span.doc[tag.start : tag.end + 1]]
        return next(((m.name,) for m in mentions if m is not None and m.kind != "person"), ())

    def _speech_at(self, sent: Sent, token: Token) -> Speech | None:
        """The innermost act of speech around `token`; to reject a thing is not to say it."""
        holding = [
            x for x in self._context.speeches_in(sent)
            if x.start <= token.i < x.end and x.cue != token.i and x.speakers and x.verb not in ANSWERS
        ]  # fmt: skip
        return min(holding, key=lambda x: x.end - x.start, default=None)

    def _carried(self, sent: Sent, token: Token) -> Voice:
        """Words after a semicolon, or a backshifted sentence ("Visas would lapse"), are the last speaker's."""
        spoken = [x for x in self._context.speeches_in(sent) if x.speakers and x.verb in SAYING]
        if spoken:
            cue = sent.span.doc[spoken[0].cue]
            subject = subject_of(token)
            speaking = subject_of(cue)
            own = token.i == cue.i or (subject is not None and speaking is not None and subject.i == speaking.i)
            marks = [
                t for t in sent.span.doc[min(cue.i, token.i) : max(cue.i, token.i)] if t.text in (";", ":", '"', ",")
            ]
            if not own and marks:
                return self._spoken(sent, spoken[0], "carried")
        before = self._before.get(sent.id)
        root = sent.span.root
        backshifted = any(c.lower_ in ("would", "could") for c in root.children if c.dep_ == "aux")
        if before is not None and not spoken and backshifted:
            said = [x for x in self._context.speeches_in(before) if x.speakers and x.verb in SAYING]
            if said:
                return self._spoken(before, said[-1], "carried")
        return Voice((), "article")

    def _spoken(self, sent: Sent, speech: Speech, source: Source) -> Voice:
        """The voice of an act of speech that stands in `sent`."""
        subject = subject_of(sent.span.doc[speech.cue])
        names = self.settle(speech.speakers)
        return Voice(
            names, source, speech.verb, self._comments(sent, speech.speakers, subject), self._behalf(sent, subject)
        )

    def _named(self, sent: Sent, name: str) -> Token | None:
        """The last token of the mention of `name` in `sent`."""
        cast = self._context.resolver.cast
        found = [t for t in sent.span if (m := cast.at(sent.block, t)) is not None and m.name == name]
        return found[-1] if found else None

    def _behalf(self, sent: Sent, token: Token | None) -> Names:
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

    def side(self, voice: Voice) -> Names:
        """The parties whose words these are: those of the speakers, or of the phrase around speakers tied to none."""
        cast = self._context.resolver.cast
        names = self.parties(voice.names)
        names = tuple(v if n in FIELDS else n for n, v in zip(names, voice.names, strict=False))
        loose = all(n not in cast.entries or (cast.is_person(n) and cast.party(n) == n) for n in names)
        return voice.behalf if voice.behalf and loose else names

    def parties(self, names: Names) -> Names:
        """The parties that `names` speak for; nouns that are nobody in particular ("member", "statement") left out."""
        cast = self._context.resolver.cast
        known = (
            n
            for n in names
            if n in cast.entries or n[:1].isupper() or " " in n or n.lower().removesuffix("s") in BODIES
        )
        return self._context.parties(tuple(known))

    def settle(self, names: Names) -> Names:
        """Names with bare offices ("spokesman") put down to the state at hand."""
        return tuple(dict.fromkeys(n for name in names for n in self._office(name)))

    def _office(self, name: str) -> Names:
        cast = self._context.resolver.cast
        if name in cast.entries or not SPOKEN_FOR.search(name):
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

    def _comments(self, sent: Sent, names: Names, subject: Token | None) -> bool:
        """Whether these are commentators: their stance is nobody's red line."""
        cast = self._context.resolver.cast
        for name in names:
            entry = cast.entries.get(name)
            role = entry.role if entry is not None else name
            if role and COMMENTATORS.search(role):
                return True
            if (
                entry is not None
                and entry.kind == "organisation"
                and re.search(
                    r"\b(?:Institute|University|Times|Post|Observatory|Research|College|Foundation|Think)\b", name
                )
            ):
                return True
        if subject is not None:
            words = sent.span.doc[subject.left_edge.i : subject.right_edge.i + 1].text
            return bool(COMMENTATORS.search(words))
        return False


def _overlap(sentence: str, words: str) -> tuple[int, int] | None:
    """Where the quoted `words`, which may run over several sentences, stand in `sentence`."""
    at = sentence.find(words)
    if at >= 0:
        return at, at + len(words)
    if sentence.strip(" \"“”'") in words:
        return 0, len(sentence)
    head = words[:25]
    at = sentence.find(head)
    if at >= 0:
        return at, len(sentence)
    tail = words[-25:]
    at = sentence.find(tail)
    return (0, at + len(tail)) if at >= 0 else None
