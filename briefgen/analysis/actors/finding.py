"""Who is in the article: people, countries, bodies; one entry each with aliases, role and whom a person speaks for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.actors.abbreviations import find_abbreviations
from briefgen.analysis.actors.bodies import acts, add_bodies
from briefgen.analysis.actors.gazetteer import Gazetteer, forms
from briefgen.analysis.actors.name_forms import alias_of, as_in_body, by_word, full_names, surname, words_of
from briefgen.analysis.actors.people import Introduction, introductions, is_official
from briefgen.analysis.actors.regions import speaks_locally
from briefgen.analysis.actors.roles import AMERICAN_ROLE, OWN_BODIES
from briefgen.analysis.actors.same_body import merge_bodies
from briefgen.analysis.actors.surnames import Surnames
from briefgen.analysis.actors.terms import is_term
from briefgen.analysis.text.datelines import DATELINE, LONGEST_DATELINE, dateline_end, heading_end
from briefgen.analysis.text.document import Document
from briefgen.model.findings import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MentionKind = Literal["person", "country", "demonym", "capital", "body", "organisation"]


@dataclass(slots=True)
class Entry:
    """An actor in the making. `former` marks people who no longer hold the role they are named with, `acts` bodies that
    are more than the name of a thing or a place somewhere.
    """

    name: str
    kind: ActorKind
    role: str | None = None
    represents: str | None = None
    former: bool = False
    acts: bool = False
    aliases: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    gender: Literal["m", "f"] | None = None
    owner: tuple[int, int] | None = None  # block and token of the "its" in "its foreign minister, X"


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
        self.first: dict[str, Mention] = {}
        self.home: str | None = None
        self.headline: list[tuple[int, str]] = []  # offset in the headline and party, of the parties named there
        self._at: dict[tuple[int, int], Mention] = {}

    def add(self, mention: Mention, sentence: str, kind: ActorKind) -> Entry:
        """Files a mention under its actor."""
        self.mentions.setdefault(mention.block, []).append(mention)
        first = self.first.setdefault(mention.name, mention)
        if (mention.block, mention.start) < (first.block, first.start):
            self.first[mention.name] = mention
        for i in range(mention.start, mention.end):
            self._at[(mention.block, i)] = mention
        entry = self.entries.setdefault(mention.name, Entry(mention.name, kind))
        entry.sentences.append(sentence)
        return entry

    def rename(self, old: str, new: str) -> None:
        """Calls the person filed as `old` by the fuller name `new`."""
        entry = self.entries[new] = self.entries.pop(old)
        entry.name = new
        entry.aliases.add(old)
        self._file_under(old, new)
        if old in self.first:
            self.first[new] = replace(self.first.pop(old), name=new)

    def merge(self, old: str, new: str) -> None:
        """Files what is filed as `old` under `new`, another name of the same body."""
        entry = self.entries.pop(old)
        whole = self.entries.setdefault(new, Entry(new, entry.kind))
        whole.aliases |= entry.aliases | {old}
        whole.acts = whole.acts or entry.acts
        whole.sentences = sorted(whole.sentences + entry.sentences, key=lambda i: [int(n) for n in i[1:].split(".")])
        self._file_under(old, new)
        first = min(
            (m for m in (self.first.pop(old, None), self.first.get(new)) if m), key=lambda m: (m.block, m.start)
        )
        self.first[new] = replace(first, name=new)

    def _file_under(self, old: str, new: str) -> None:
        self.mentions = {
            b: [replace(m, name=new) if m.name == old else m for m in rows] for b, rows in self.mentions.items()
        }
        self._at = {at: replace(m, name=new) if m.name == old else m for at, m in self._at.items()}

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

    def may_be_person(self, name: str, document: Document) -> bool:
        """Whether `name`, filed as a body's, looks like a person's: two or three capitalised words without "the"."""
        entry, first = self.entries.get(name), self.first.get(name)
        if entry is None or first is None or entry.kind != "organisation":
            return False
        before = document.docs[first.block][first.start - 1].dep_ if first.start else ""
        words = name.split()
        plain = all(w.istitle() and w.lower() not in OWN_BODIES for w in words)
        return plain and len(words) in (2, 3) and before not in ("det", "poss")

    def is_group(self, name: str) -> bool:
        """Whether `name` takes a verb in the plural: a body of several."""
        entry = self.entries.get(name)
        return entry is not None and entry.kind in ("organisation", "group")

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
        """The actors as the findings carry them, the most named first; without bodies that do nothing."""
        spoken_for = {e.represents for e in self.entries.values()}
        acting = (e for e in self.entries.values() if e.kind != "organisation" or e.acts or e.name in spoken_for)
        named = [e for e in acting if e.sentences and not is_term(e.name)]
        rows = sorted(named, key=lambda e: (-len(e.sentences), e.name))
        return tuple(
            Actor(
                e.name, e.kind, e.role, e.represents, tuple(sorted(e.aliases - {e.name})), len(e.sentences),
                tuple(dict.fromkeys(e.sentences))[:3],
            )
            for e in rows
        )  # fmt: skip


PAPER = re.compile(r"\b(?:joint|statement|readout|fact sheet|remarks|declaration)\b", re.I)  # no name of a person
SHORTEST_SURNAME = 3  # letters; "MR. PM" is nobody's
FEWEST = 3  # mentions of the only country from which an official without one is taken for its own
HEADLINE = -1  # stands for the headline among the numbered blocks
SPOKEN_OF = re.compile(r"\b(?:on|against|with|between|over|about|regarding|in response)\b", re.I)  # not who issues it
VISITING = frozenset(("meet", "visit", "travel", "host", "join"))
NOT_AMERICAN = re.compile(r"\b(?:prime|foreign) minister\b|\b(?:premier|king|queen|chancellor|prince)\b", re.I)


def home_of(document: Document) -> str | None:
    """The country of the dateline ("NAIROBI, May 3 — ..."), None where there is none or it names no capital."""
    capitals = {form.upper(): e.party for form, e in forms().items() if e.kind in ("capital", "country")}
    for block in document.article.blocks[:4]:
        found = DATELINE.match(block.text)
        if found:
            return capitals.get(found["town"].strip())
    return None


def find_actors(document: Document, gazetteer: Gazetteer) -> Cast:
    """Collects the cast of `document`."""
    cast = Cast()
    cast.home = home_of(document)
    text = {s.block: document.docs[s.block] for s in document.citable()}  # no caption names an actor
    docs = text if document.headline is None else {**text, HEADLINE: document.headline}
    found = {block: gazetteer.find(doc) for block, doc in docs.items()}
    people = introductions(docs, found)
    named = [h for h in found.pop(HEADLINE, []) if h.entry.kind != "capital"]
    cast.headline = [(docs[HEADLINE][h.start].idx, h.entry.party) for h in named]
    headline = people.pop(HEADLINE, [])
    bearers = {words_of(i.name)[-1] for rows in people.values() for i in rows}
    headline = [replace(i, name=as_in_body(i.name, bearers)) for i in headline]
    full = full_names(i.name for rows in people.values() for i in rows)
    for intro in headline:  # not citable, but it may be the only place with the full name
        name = next((f for f in full if intro.name.startswith(f)), alias_of(intro.name, by_word(full)))
        if " " in intro.name and not PAPER.search(name):
            _describe(cast.entries.setdefault(name, Entry(name, "person")), replace(intro, name=name))
            full.append(name)
    explained = find_abbreviations(text, found)
    surnames = Surnames((i for rows in people.values() for i in rows), full)
    for block, doc in text.items():
        opening = dateline_end(doc.text) or heading_end(doc.text)
        taken = {t.i for t in doc[:LONGEST_DATELINE] if t.idx < opening}  # nobody acts in it
        for intro in people.get(block, ()):
            if intro.start in taken:
                continue
            sentence = document.sent_of(block, doc[intro.start]).id
            name = surnames.name_of(intro, sentence)
            name = name.title() if name.isupper() and len(name) > SHORTEST_SURNAME else name  # "PRESIDENT HOLM:"
            entry = cast.add(Mention(block, intro.start, intro.end, name, "person"), sentence, "person")
            _describe(entry, intro)
            if intro.owner is not None and not entry.represents:
                entry.owner = (block, intro.owner)
            taken.update(range(intro.start, intro.end))
        add_bodies(doc, found[block], explained, taken, partial(_file, document, cast, block))
    _describe_by_headline(cast, headline)
    merge_bodies(cast)
    return cast


def _describe_by_headline(cast: Cast, headline: list[Introduction]) -> None:
    """Gives people what the headline says of them by surname ("Minister Castro of Peru"), where one alone bears it."""
    for intro in headline:
        named = [e for e in cast.entries.values() if e.kind == "person" and surname(e.name) == intro.name]
        if len(named) == 1:
            _describe(named[0], intro)


def _file(document: Document, cast: Cast, block: int, start: int, end: int, name: str, kind: MentionKind) -> None:
    """Files a body named in the tokens `start` to `end` of `block`."""
    doc = document.docs[block]
    of: ActorKind = "organisation" if kind == "organisation" else "country"
    entry = cast.add(Mention(block, start, end, name, kind), document.sent_of(block, doc[start]).id, of)
    entry.aliases.add(re.sub(r"^the\s+|'s?$", "", doc[start:end].text, flags=re.I))
    entry.acts = entry.acts or kind != "organisation" or name in forms() or acts(doc[start:end].root)


def _describe(entry: Entry, intro: Introduction) -> None:
    entry.aliases.add(intro.name)
    if intro.role and (not entry.role or (entry.former and not intro.former)):
        entry.role = intro.role.title() if intro.role.isupper() else intro.role
    if intro.represents and not entry.represents and not intro.former:
        entry.represents = intro.represents
    entry.former = entry.former or (intro.former and not entry.represents)
    entry.gender = entry.gender or intro.gender


def settle_parties(document: Document, cast: Cast) -> None:
    """Gives officials introduced without a country one: a bare American title's, the issuer's when the headline
    names them, the dateline's, the place they are met in, or the only country that the article names.
    Else none: the country named most may be the adversary, and a wrong country is worse than none.
    """
    countries = [e.name for e in cast.entries.values() if e.kind == "country" and e.sentences]
    only = countries[0] if len(countries) == 1 and len(cast.entries[countries[0]].sentences) >= FEWEST else None
    headline = SPOKEN_OF.split(document.article.headline or "")[0].casefold()
    for entry in cast.entries.values():
        if entry.kind != "person" or not entry.role or entry.represents or entry.former or not is_official(entry.role):
            continue
        if entry.owner is not None:
            continue  # "its foreign minister, X": coreference says whose
        abroad = cast.home or (only if "United States" not in document.issuer and " " in entry.role else None)
        if AMERICAN_ROLE.match(entry.role) and abroad in (None, "United States"):
            entry.represents = "United States"
        elif document.issuer:
            own = len(document.issuer) == 1 and surname(entry.name).casefold() in headline
            entry.represents = document.issuer[0] if own else _country_before(document, cast, entry.name)
        else:
            entry.represents = cast.home or _country_before(document, cast, entry.name) or only
        american = entry.represents == "United States" and NOT_AMERICAN.search(entry.role)
        if american or speaks_locally(set(entry.role.lower().split()), entry.represents):
            entry.represents = None


def _country_before(document: Document, cast: Cast, name: str) -> str | None:
    """The last place before the person's first mention in the same block ("in Lagos he will meet President X").

    A country that acts (a subject) says nothing about whose president somebody is.
    """
    first = cast.first.get(name)
    if first is None:
        return None
    doc = document.docs[first.block]
    sentence = doc[first.start].sent
    begin = next((t.i for t in reversed(doc[sentence.start : first.start]) if t.text == ";"), sentence.start)
    if not any(t.lemma_ in VISITING and t.pos_ == "VERB" for t in doc[begin : first.start]):
        return None
    before = [m for m in cast.mentions[first.block] if begin <= m.start < first.start]
    places = [m for m in before if m.kind in ("country", "capital") and _is_place(doc, m)]
    return max(places, key=lambda m: m.start).name if places else None


def _is_place(doc: Doc, mention: Mention) -> bool:
    """ "in Lagos", "to Peru", "will visit Peru"."""
    last = doc[mention.end - 1]
    at = last.dep_ == "pobj" and last.head.lower_ in ("in", "to", "at")
    return at or (last.dep_ == "dobj" and last.head.lemma_ == "visit")
