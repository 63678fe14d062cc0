"""Who is in the article: people, countries, bodies; one entry each with aliases, role and whom a person speaks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.document import Document
from briefgen.analysis.gazetteer import Gazetteer, forms
from briefgen.analysis.people import Introduction, introductions, is_official
from briefgen.model.findings import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

MentionKind = Literal["person", "country", "demonym", "capital", "body", "organisation"]


@dataclass(slots=True)
class Entry:
    """An actor in the making. `former` marks people who no longer hold the role they are named with."""

    name: str
    kind: ActorKind
    role: str | None = None
    represents: str | None = None
    former: bool = False
    aliases: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    gender: Literal["m", "f"] | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in block `block`, token indices `start` to `end` (excluded); `name` is the actor's."""

    block: int
    start: int
    end: int
    name: str
    kind: MentionKind


class Cast:
    """The actors of one article and where they are named."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.mentions: dict[int, list[Mention]] = {}
        self.home: str | None = None
        self._at: dict[tuple[int, int], Mention] = {}

    def add(self, mention: Mention, sentence: str, kind: ActorKind) -> Entry:
        """Files a mention under its actor."""
        self.mentions.setdefault(mention.block, []).append(mention)
        for i in range(mention.start, mention.end):
            self._at[(mention.block, i)] = mention
        entry = self.entries.setdefault(mention.name, Entry(mention.name, kind))
        entry.sentences.append(sentence)
        return entry

    def at(self, block: int, token: Token) -> Mention | None:
        """The name that `token` belongs to, None when it is no name."""
        return self._at.get((block, token.i))

    def party(self, name: str) -> str:
        """Whom `name` speaks for: the country or body a person represents, else the name itself."""
        entry = self.entries.get(name)
        return entry.represents if entry is not None and entry.represents else name

    def is_person(self, name: str) -> bool:
        """Whether `name` is a person of this article."""
        entry = self.entries.get(name)
        return entry is not None and entry.kind == "person"

    def parties(self) -> Counter[str]:
        """Countries and bodies by the number of their mentions, those of their people included."""
        count: Counter[str] = Counter()
        for entry in self.entries.values():
            if entry.kind != "person":
                count[entry.name] += len(entry.sentences)
            elif entry.represents:
                count[entry.represents] += len(entry.sentences)
        return count

    def public(self) -> tuple[Actor, ...]:
        """The actors as the findings carry them, the most named first."""
        rows = sorted(self.entries.values(), key=lambda e: (-len(e.sentences), e.name))
        return tuple(
            Actor(
                e.name, e.kind, e.role, e.represents, tuple(sorted(e.aliases - {e.name})), len(e.sentences),
                tuple(dict.fromkeys(e.sentences))[:3],
            )
            for e in rows
        )  # fmt: skip


DATELINE = re.compile(r"^([A-Z][A-ZÀ-Þ'’. -]{2,40}?)(?:,[^—–-]{0,40})?\s*(?:\([^)]*\)\s*)?[—–-]{1,2}\s")


def home_of(document: Document) -> str | None:
    """The country of the dateline ("NAIROBI, May 3 — ..."), None where there is none or it names no capital."""
    capitals = {form.upper(): e.party for form, e in forms().items() if e.kind in ("capital", "country")}
    for block in document.article.blocks[:4]:
        found = DATELINE.match(block.text)
        if found:
            return capitals.get(found.group(1).strip())
    return None


def find_actors(document: Document, gazetteer: Gazetteer) -> Cast:
    """Collects the cast of `document`."""
    cast = Cast()
    cast.home = home_of(document)
    found = {block: gazetteer.find(doc) for block, doc in document.docs.items()}
    people = introductions(document, found)
    full = _full_names(people)
    for block, doc in document.docs.items():
        taken: set[int] = set()
        for intro in people.get(block, ()):
            name = _alias_of(intro.name, full)
            entry = cast.add(
                Mention(block, intro.start, intro.end, name, "person"),
                document.sent_of(block, doc[intro.start]).id,
                "person",
            )
            _describe(entry, intro)
            taken.update(range(intro.start, intro.end))
        for hit in found[block]:
            if taken & set(range(hit.start, hit.end)):
                continue
            kind: ActorKind = "organisation" if hit.entry.kind == "organisation" else "country"
            sentence = document.sent_of(block, doc[hit.start]).id
            entry = cast.add(Mention(block, hit.start, hit.end, hit.entry.party, hit.entry.kind), sentence, kind)
            entry.aliases.add(doc[hit.start : hit.end].text)
            taken.update(range(hit.start, hit.end))
        for ent in doc.ents:
            if ent.label_ != "ORG" or taken & set(range(ent.start, ent.end)):
                continue
            text = re.sub(r"^(?:the|The)\s+|'s$", "", ent.text).strip(" '\"-")
            if len(text) > 1 and text[0].isupper() and "\n" not in text:
                sentence = document.sent_of(block, ent[0]).id
                cast.add(Mention(block, ent.start, ent.end, text, "organisation"), sentence, "organisation")
    _settle_parties(cast)
    return cast


def _full_names(people: dict[int, list[Introduction]]) -> list[str]:
    names = {i.name for rows in people.values() for i in rows if " " in i.name}
    return sorted(names, key=lambda n: (-len(n.split()), n))


def _alias_of(name: str, full: Iterable[str]) -> str:
    """The full name that `name` shortens: its surname, or any one of its words; the longest form of a full name."""
    words = name.split()
    best = [f for f in full if f.split()[-len(words) :] == words and f != name]
    if not best and len(words) == 1:
        best = [f for f in full if name in f.split()]
    return best[0] if best else name


def _describe(entry: Entry, intro: Introduction) -> None:
    entry.aliases.add(intro.name)
    if intro.role and not entry.role:
        entry.role = intro.role
    if intro.represents and not entry.represents and not intro.former:
        entry.represents = intro.represents
    entry.former = entry.former or (intro.former and not entry.represents)
    entry.gender = entry.gender or intro.gender


def _settle_parties(cast: Cast) -> None:
    """Officials introduced without a country speak for the country at hand: the dateline's, else the most named."""
    named = Counter({e.name: len(e.sentences) for e in cast.entries.values() if e.kind == "country"})
    fallback = cast.home or (named.most_common(1)[0][0] if named else None)
    for entry in cast.entries.values():
        if entry.kind == "person" and entry.role and not entry.represents and not entry.former and fallback:
            if is_official(entry.role):
                entry.represents = fallback
