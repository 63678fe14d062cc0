"""Whose words a part of a sentence is, and whether they can hold a red line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.quotations import find_quotations
from briefgen.analysis.speech.reported import Speech, subject_of
from briefgen.analysis.stances.commentators import COMMENTATORS, comments
from briefgen.analysis.stances.sides import Sides, Source, Voice
from briefgen.analysis.stances.tags import SAYING, Tag, tag_in
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTINUING = frozenset(("add", "continue", "go"))
ANSWERS = frozenset("reject refuse condemn denounce dismiss accept welcome order resolve".split())


class Voices:
    """Answers for one article; built once, because quotations run over sentences."""

    def __init__(self, context: Context) -> None:
        self.sides = Sides(context)
        self._context = context
        self._cast = context.resolver.cast
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
        return self.sides.heard(self._at(sent, token), sent)

    def _at(self, sent: Sent, token: Token) -> Voice:
        tag = self.tag(sent)
        if tag is not None and not tag.start <= token.i <= tag.end:
            return Voice((), "speech") if self._is_their_word(sent, token, tag.names) else self._tagged(sent, tag)
        speech = self._speech_at(sent, token)
        if speech is not None and self._is_their_word(sent, token, speech.speakers):
            return Voice((), "speech")
        if speech is not None:
            return self._continued(sent, speech) or self._spoken(sent, speech, "speech")
        at = token.idx - sent.start
        for begin, end, speaker in self._quoted.get(sent.id, ()):
            if begin <= at < end and speaker:
                comment = comments(sent, (speaker,), None, self._context)
                behalf = self.sides.behalf(sent, self._named(sent, speaker))
                return Voice(self.sides.settle((speaker,)), "quotation", "", comment, behalf)
        if sent.speaker:
            return Voice((sent.speaker,), "label")
        if self._context.document.issuer:
            return Voice(self._context.document.issuer, "issuer")
        return self._carried(sent, token)

    def _tagged(self, sent: Sent, tag: Tag) -> Voice:
        """The voice that the tag names, with the first country or body that it names beside a person."""
        beside = [m for t in sent.span.doc[tag.start : tag.end + 1] if (m := self._cast.at(sent.block, t)) is not None]
        behalf = self.sides.behalf(sent, self._named(sent, tag.names[0]))
        behalf = behalf or next(((m.name,) for m in beside if m.kind != "person"), ())
        comment = comments(sent, tag.names, None, self._context)
        comment = comment or bool(COMMENTATORS.search(sent.cut(tag.start, tag.end + 1)))
        return Voice(tag.names, "speech", sent.span.doc[tag.verb].lemma_.lower(), comment, behalf)

    def _continued(self, sent: Sent, speech: Speech) -> Voice | None:
        """ "He added" goes on with whoever spoke in the sentence before, where that was a person or an office."""
        subject = subject_of(sent.span.doc[speech.cue])
        before = self._before.get(sent.id)
        if speech.verb not in CONTINUING or subject is None or subject.lower_ not in ("he", "she") or before is None:
            return None
        said = [x for x in self._context.speeches_in(before) if x.speakers and x.verb in SAYING]
        speaker = subject_of(before.span.doc[said[-1].cue]) if said else None
        named = self._cast.at(before.block, speaker) if speaker is not None else None
        if speaker is None or (named is not None and named.kind != "person"):
            return None
        return self._spoken(before, said[-1], "speech")

    def _is_their_word(self, sent: Sent, token: Token, speakers: Names) -> bool:
        """Whether `speakers` report what others said: "they tell us that ..."."""
        own = {*speakers, *self._context.parties(speakers)}
        for inner in self._context.speeches_in(sent):
            subject = subject_of(sent.span.doc[inner.cue]) if inner.start <= token.i < inner.end else None
            known = {n for n in inner.speakers if n in self._cast.entries}
            if subject is not None and subject.lower_ == "they" and known <= own:
                return self.quoted(sent, subject)
        return False

    def tag(self, sent: Sent) -> Tag | None:
        """The tag at the end of a report, see tags.py."""
        if sent.id not in self._tags:
            self._tags[sent.id] = tag_in(sent, self._cast)
        return self._tags[sent.id]

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
        comment = comments(sent, speech.speakers, subject, self._context)
        names = self.sides.settle(speech.speakers)
        return Voice(names, source, speech.verb, comment, self.sides.behalf(sent, subject))

    def _named(self, sent: Sent, name: str) -> Token | None:
        """The last token of the mention of `name` in `sent`."""
        found = [t for t in sent.tokens if (m := self._cast.at(sent.block, t)) is not None and m.name == name]
        return found[-1] if found else None


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
