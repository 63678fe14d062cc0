"""How people are introduced: name, title before or after it, and the country or body the title ties them to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.actors.non_actors import OFFICES
from briefgen.analysis.actors.person_names import (
    STYLES,
    acting,
    name_spans,
    shortened,
    speaking,
    titled,
    with_bare_surnames,
)
from briefgen.analysis.actors.regions import speaks_locally
from briefgen.analysis.actors.roles import AMERICAN_ROLE, MEN, OFFICIAL, TITLE_PARTS, TITLES, WOMEN
from briefgen.analysis.actors.shared_titles import is_plural_title, shared, singular
from briefgen.analysis.actors.title_phrases import LONGEST_ROLE, PORTFOLIO, one_portfolio, title_with_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NO_START = frozenset(("'s", "the", "a", "an", "his", "her", "its", "their", "-", "of", "'", "and", "county"))
LOOSE_ENDS = frozenset(("of", "to", "for", "and", "'s", "the", ",", "", "dr", "mr", "ms", "mrs"))
PORTFOLIO_WORDS = frozenset("state foreign affairs treasury defense defence security interior finance".split())
HONORIFICS = frozenset(("dr.", "mr.", "mrs.", "ms.", "amb.", "dr", "mr", "mrs", "ms"))
# They lead their party in a chamber, not the chamber.
IN_CHAMBER = re.compile(r"\b(?:minority|majority|opposition) (?:leader|whip)\b", re.I)
JUDGES = frozenset(("judge", "magistrate"))
COURT = re.compile(r"\b(?:Court|Tribunal)\b")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person's name in the text (token indices), with what its surroundings say; None where they say nothing."""

    name: str
    start: int
    end: int
    role: str | None = None
    represents: str | None = None
    former: bool = False
    gender: Literal["m", "f"] | None = None
    owner: int | None = None  # the token of "its" in "its foreign minister, X": whose, only the text before can say


def is_official(role: str) -> bool:
    """Whether a role speaks for a country when none stands beside it."""
    return any(word in OFFICIAL for word in re.findall(r"[a-z]+(?:-[a-z]+)?", role.lower()))


def introductions(docs: dict[int, Doc], hits: dict[int, list[NameHit]]) -> dict[int, list[Introduction]]:
    """Every mention of a person by block, in order. `hits` are the gazetteer's finds, which bar country names."""
    short = shortened(docs, hits)
    spans = {block: _joined(name_spans(doc, hits[block]), short.get(block, [])) for block, doc in docs.items()}
    known = {docs[block][e - 1].text.casefold() for block, rows in spans.items() for s, e in rows if e - s > 1}
    known |= {
        docs[block][s].text.casefold() for block, rows in spans.items() for s, e in rows if titled(docs[block], s)
    }
    known |= acting(docs, spans)
    found: dict[int, list[Introduction]] = {}
    for block, doc in docs.items():
        sure = [(s, e) for s, e in spans[block] if e - s > 1 or doc[s].text.casefold() in known or speaking(doc[s])]
        rows = with_bare_surnames(doc, sure, known, hits[block])
        taken = {i for s, e in rows for i in range(s, e)}
        intros = shared(doc, [_introduce(doc, s, e, hits[block], taken) for s, e in rows], hits[block])
        found[block] = _counterparts(doc, intros, hits[block])
    return found


def _joined(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` with those of `others` that touch none of them."""
    return sorted([*spans, *((s, e) for s, e in others if not any(a < e and s < b for a, b in spans))])


def _introduce(doc: Doc, start: int, end: int, hits: list[NameHit], people: set[int]) -> Introduction:
    name = doc[start:end].text
    left = _phrase_before(doc, start, people, hits)
    phrase = left or title_with_place(doc, start, end) or _phrase_after(doc, end, people)
    intro = Introduction(name, start, end)
    if phrase is None:
        return _of_country(doc, intro, hits)
    s, e = phrase
    words = {t.lower_.rstrip(".") for t in doc[s:e]}
    former = bool(words & {"former", "ex", "late", "outgoing", "predecessor"})
    gender: Literal["m", "f"] | None = "f" if words & WOMEN else "m" if words & MEN else None
    then = s > 1 and doc[s].text == "-" and doc[s - 1].lower_ == "then"  # "then-president X"
    former = former or then
    role = ("then-" if then else "") + _role_text(doc, s, e, hits)
    party = _of_country(doc, intro, hits).represents or _represented(doc, s, e, hits, start)
    if party is not None and _judges(words) and not COURT.search(party):
        party = None  # a court is independent of its state
    if party is not None and speaks_locally(words, party) and _is_state(party, hits):
        party = None
    if IN_CHAMBER.search(role):
        party = next((h.entry.party for h in hits if s <= h.start < e and h.entry.kind != "organisation"), None)
    if AMERICAN_ROLE.match(role) and party not in {h.entry.party for h in hits}:
        party = None  # "Assistant Secretary for Eurasian Affairs" speaks for no Eurasia
    own = (t.i for t in doc[max(0, s - 1) : e] if t.tag_ == "PRP$" and t.i <= s and t.nbor().lower_ not in STYLES)
    owner = next(own, None) if party is None else None
    return replace(intro, role=singular(role), represents=party, former=former, gender=gender, owner=owner)


def _phrase_before(doc: Doc, start: int, people: set[int], hits: list[NameHit]) -> tuple[int, int] | None:
    """Token range of the title phrase that ends right before `start` ("China's Foreign Minister", "the premier,")."""
    end = start
    if end > 2 and doc[end - 1].lower_ in HONORIFICS and doc[end - 2].text == ",":
        end -= 1  # "Secretary for Eurasian Affairs, Dr. X"
    behind = doc[end - 2] if end > 1 and doc[end - 1].text == "," else None
    if behind is not None and (behind.lower_ in TITLES or behind.text == "Affairs"):
        end -= 1
    i = end
    while i > 0 and end - i < LONGEST_ROLE and i - 1 not in people and not doc[i].is_sent_start:
        token = doc[i - 1]
        hit = next((h for h in hits if h.start < i <= h.end), None)
        if hit is not None and hit.end == i and hit.end - hit.start > 1:  # "Republic of Korea Foreign Minister"
            i = hit.start
            continue
        joins = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in ("'s", "-", "'") or token.lower_ in TITLES
        titled = i > 1 and i - 2 not in people and (doc[i - 2].lower_ in TITLES or doc[i - 2].lower_ == "bureau")
        linked = (token.lower_ in ("of", "for", "from") and titled) or (
            token.lower_ == "the" and _portfolio(doc, i, end)
        )
        linked = linked or (token.lower_ == "for" and doc[i - 2].lower_ in PORTFOLIO_WORDS and _portfolio(doc, i, end))
        office = doc[i - 2].lower_ in TITLE_PARTS or (doc[i - 2].lower_ in TITLES and doc[i - 2].text[0].isupper())
        paired = token.lower_ in ("and", "&") and i > 1
        paired = paired and (office or _portfolio(doc, i, end) or one_portfolio(doc, i, end, hits))
        if not (joins or linked or paired) or _is_deed(token):
            break
        i -= 1
    several = i < end and is_plural_title(doc[end - 1])
    if i == end or not (several or any(t.lower_.rstrip(".") in TITLES for t in doc[i:end])):
        return None
    return i, end


def _is_deed(token: Token) -> bool:
    """Whether a word in front of a title is a verb, whatever the parse calls it: "they truly detest President X"."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or not token.is_lower or token.lower_ in TITLES or token.lower_ in TITLE_PARTS:
        return False
    how = before.tag_ == "RB" and before.lower_.endswith("ly") and not token.lower_.endswith("ed")  # "newly elected"
    return how or before.tag_ in ("PRP", "WP", "MD", "TO")


def _portfolio(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are part of a portfolio ("Assistant Secretary for European and Eurasian Affairs")."""
    return any(t.text in ("Affairs", "Bureau") for t in doc[start:end])


def _phrase_after(doc: Doc, end: int, people: set[int]) -> tuple[int, int] | None:
    """Token range of an apposition that starts right after the name's comma ("..., the U.S. Secretary of State,")."""
    dash = end < len(doc) and doc[end].text == "-" and bool(doc[end - 1].whitespace_)
    if end + 1 >= len(doc) or not (dash or doc[end].text == ","):
        return None
    start = i = end + 1
    while i < len(doc) and i - start < LONGEST_ROLE and not (doc[i].is_sent_start and i > start):
        token = doc[i]
        if (token.is_punct and token.text not in ("-", "'")) or (
            token.pos_ in ("VERB", "AUX", "PRON") and token.tag_ != "PRP$"
        ):
            break
        if token.lower_ in ("who", "whose", "and", "in", "on", "at") or i in people:
            break
        i += 1
    head = [t for t in doc[start:i] if t.lower_ in TITLES]
    if not head or doc[start].pos_ in ("ADP", "SCONJ", "ADV"):
        return None
    return start, i


def _of_country(doc: Doc, intro: Introduction, hits: list[NameHit]) -> Introduction:
    """ "Nikol Aram of Armenia", or in a list of guests "Nikol Aram, Armenia": a name tied to a country."""
    if intro.start > 1 and doc[intro.start - 1].text == "'s":  # "Norway's Brekke"
        owner = next((h for h in hits if h.end == intro.start - 1 and h.entry.kind == "country"), None)
        if owner is not None:
            return replace(intro, represents=owner.entry.party)
    if intro.end + 1 >= len(doc):
        return intro
    of, comma = doc[intro.end].lower_ == "of", doc[intro.end].text == ","
    for hit in hits:
        kinds = ("country", "organisation", "demonym") if of else ("country", "organisation")  # "of the Danish navy"
        beside = intro.end < hit.start <= intro.end + (3 if of else 1) and hit.entry.kind in kinds
        tied = all(t.pos_ not in ("ADP", "PROPN") for t in doc[intro.end + 1 : hit.start])  # "of Harn on Danes"
        if beside and ((of and tied) or (comma and hit.end == len(doc))):
            return replace(intro, represents=hit.entry.party)
    return intro


def _role_text(doc: Doc, start: int, end: int, hits: list[NameHit]) -> str:
    """The title without article, country and possessive: "foreign minister"."""
    drop = {i for h in hits for i in range(h.start, h.end)}
    words: list[str] = []
    for token in doc[start:end]:
        inside = token.i - 1 in drop and words[-1:] == [doc[token.i - 1].text]  # "of Homeland Security"
        if token.i in drop and not inside and not (words and (words[-1] in ("of", "to") or "for" in words)):
            continue
        if token.lower_ in STYLES and words[-1:] != ["of"]:
            continue  # "His Majesty King X"
        if not words and token.lower_ in (
            "'s",
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "-",
            "of",
            "'",
            "and",
            "county",
        ):
            continue
        words.append(token.text)
    while words and words[-1].lower().rstrip(".") in LOOSE_ENDS:
        words.pop()
    return re.sub(r"\s+('s|-)\s*", lambda m: m.group(1) + (" " if m.group(1) == "'s" else ""), " ".join(words)).strip()


def _represented(doc: Doc, start: int, end: int, hits: list[NameHit], name: int) -> str | None:
    """The party of a title phrase whose name starts at `name`: its country, else its organisation. What follows "to"
    is whom they are sent to.
    """
    away = {"to", "with", "on", "against"}
    if any(t.lower_ in PORTFOLIO for t in doc[start:end]):
        away.add("for")  # "envoy for the Sahel" speaks for no Sahel
    stop = next((t.i for t in doc[start:end] if t.lower_ in away), end)
    inside = [h for h in hits if start <= h.start < stop]
    states = [h.entry.party for h in inside if h.entry.kind != "organisation"]
    bodies = [h.entry.party for h in inside if h.entry.kind == "organisation"]
    titles = {t.lower_ for t in doc[start:stop]}
    named = [e for e in doc.ents if e.label_ in ("ORG", "NORP") and start <= e.start < stop and not _is_title(e)]
    named = [e for e in named if not any(h.start < e.end and e.start < h.end for h in hits)]
    named = [e for e in named if not (e.end < end and doc[e.end].lower_ in PORTFOLIO)]  # "Transport Minister"
    halves = (
        e
        for e in named
        if not OFFICES & {t.lower_ for t in e[:2]} and e.end < end and doc[e.end].lower_ in ("and", "&")
    )
    cut = {e.start for e in halves} | {
        e.start for e in named if e.start < name < e.end
    }  # of a title, or with the name in it
    named = [e for e in named if e.start not in cut]
    own = [re.sub(r"^(?:the|an?)\s+|'s$", "", e.text, flags=re.I) for e in named]
    if titles & OFFICIAL or not own:
        return next(iter(states or bodies or own), None)
    return own[0]


def _is_state(party: str, hits: list[NameHit]) -> bool:
    """Whether a party is a country rather than a body: the governor of a bank speaks for it."""
    return any(h.entry.party == party and h.entry.kind != "organisation" for h in hits)


def _judges(words: set[str]) -> bool:
    """Whether the words of a title are a judge's; "Minister of Justice" is none."""
    return bool(words & JUDGES) or ("justice" in words and not words & TITLES - {"justice", "chief"})


def _is_title(ent: Span) -> bool:
    return any(t.lower_ in TITLES or t.lower_ in PORTFOLIO_WORDS for t in ent)


def _counterparts(doc: Doc, intros: list[Introduction], hits: list[NameHit]) -> list[Introduction]:
    """ "her Greek and French counterparts, X and Y": the names take the nationalities in turn."""
    out = list(intros)
    for token in doc:
        if token.lower_ != "counterparts":
            continue
        nations = [h.entry.party for h in hits if h.entry.kind == "demonym" and token.i - 10 < h.start < token.i]
        after = [k for k, x in enumerate(out) if x.start > token.i and doc[x.start].sent == token.sent]
        if nations and len(after) >= len(nations):
            for k, nation in zip(after, nations, strict=False):
                out[k] = replace(out[k], represents=nation, role=out[k].role or "counterpart")
    return out
