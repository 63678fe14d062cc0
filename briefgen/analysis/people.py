"""How people are introduced: name, title before or after it, and the country or body the title ties them to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.cues import CUES
from briefgen.analysis.gazetteer import NameHit
from briefgen.analysis.roles import AMERICAN_ROLE, MEN, OFFICIAL, TITLE_PARTS, TITLES, WOMEN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PARTICLES = frozenset(
    """de da do dos del della di du van von der den ten ter al el bin ibn ben abu la le y e i við af av zu zur
    """.split()
)
LOOSE_ENDS = frozenset(("of", "to", "for", "and", "'s", "the", ",", "", "dr", "mr", "ms", "mrs"))
PORTFOLIO = frozenset(
    "minister secretary envoy representative coordinator commissioner ambassador adviser advisor".split()
)
LONGEST_ROLE = 12  # tokens


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


def is_official(role: str) -> bool:
    """Whether a role speaks for a country when none stands beside it."""
    return any(word in OFFICIAL for word in re.findall(r"[a-z]+(?:-[a-z]+)?", role.lower()))


def introductions(docs: dict[int, Doc], hits: dict[int, list[NameHit]]) -> dict[int, list[Introduction]]:
    """Every mention of a person by block, in order. `hits` are the gazetteer's finds, which bar country names."""
    spans = {block: _name_spans(doc, hits[block]) for block, doc in docs.items()}
    known = {docs[block][e - 1].text.casefold() for block, rows in spans.items() for s, e in rows if e - s > 1}
    known |= {
        docs[block][s].text.casefold() for block, rows in spans.items() for s, e in rows if _titled(docs[block], s)
    }
    known |= _acting(docs, spans)
    found: dict[int, list[Introduction]] = {}
    for block, doc in docs.items():
        sure = [(s, e) for s, e in spans[block] if e - s > 1 or doc[s].text.casefold() in known or _speaking(doc[s])]
        rows = _with_bare_surnames(doc, sure, known, hits[block])
        taken = {i for s, e in rows for i in range(s, e)}
        intros = [_introduce(doc, s, e, hits[block], taken) for s, e in rows]
        found[block] = _counterparts(doc, intros, hits[block])
    return found


def _titled(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_.rstrip(".") in TITLES


def _acting(docs: dict[int, Doc], spans: dict[int, list[tuple[int, int]]]) -> set[str]:
    """Lone names that the recogniser takes for a person at least twice and that act at least once."""
    lone = [docs[block][s] for block, rows in spans.items() for s, e in rows if e - s == 1]
    count = Counter(t.text.casefold() for t in lone)
    return {t.text.casefold() for t in lone if count[t.text.casefold()] > 1 and t.dep_ in ("nsubj", "nsubjpass")}


def _speaking(token: Token) -> bool:
    """Whether a lone name is the subject of a verb of speech: places and firms that look like names seldom are."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in CUES


def _name_spans(doc: Doc, hits: list[NameHit]) -> list[tuple[int, int]]:
    """Token ranges of person names: what the recogniser calls a person, and capitals after a title."""
    barred = {i for h in hits for i in range(h.start, h.end)}
    rows: dict[int, int] = {}
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            titled = [i + 1 for i in range(ent.start, ent.end) if i in barred or doc[i].lower_ in TITLES]
            start = max((i for i in titled if i < ent.end), default=ent.start)
            if start > 0 and re.fullmatch(r"[A-Z]\.", doc[start].text) and _goes_on(doc[start - 1]):
                start -= 1  # the recogniser began at the initial
            end = ent.end
            while end < len(doc) and end not in barred and _goes_on(doc[end]):
                end += 1
            s, e = _trim(doc, start, end)
            if s < e and not (e - s == 1 and s in barred) and not all(i in barred for i in range(s, e)):
                rows[s] = e
    for token in doc:
        if token.lower_.rstrip(".") in TITLES and token.i + 1 < len(doc):
            if token.ent_type_ in ("ORG", "LAW", "EVENT", "WORK_OF_ART") and token.nbor().ent_iob_ == "I":
                continue  # "General Services Administration"
            apposed = token.nbor().text == "," and token.i + 2 < len(doc)
            s, e = _capitals_after(doc, token.i + (2 if apposed else 1), barred)
            if apposed and not (e - s > 1 and (e == len(doc) or doc[e].text in (",", "."))):
                continue  # "the chair, Ana Reis, said", not "the chair, Norway said"
            if s < e and not any(a < e and s < b for a, b in rows.items()):
                rows[s] = e
    return sorted(rows.items())


def _goes_on(token: Token) -> bool:
    """Whether a name that the recogniser broke off goes on: another capitalised word that is nothing else."""
    verbal = token.text.endswith(("ing", "es", "ed"))  # the verb of a headline in capitals
    capital = token.pos_ == "PROPN" and token.text.isalpha() and token.text[0].isupper() and not verbal
    return (
        capital
        and not token.is_sent_start
        and token.ent_type_ in ("", "PERSON")
        and token.lower_ not in TITLES | TITLE_PARTS
    )


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Drops titles in front of a name, and possessives, marks and lower-case words around it."""
    while start < end and (doc[start].lower_.rstrip(".") in TITLES or not _namelike(doc[start])):
        start += 1
    while end > start and not (_namelike(doc[end - 1]) and doc[end - 1].text[0].isupper()):
        end -= 1
    for i in range(start, end):
        if doc[i].text in ("'s", ",", "(", ":", "-", '"') and not (doc[i].text == "-" and i + 1 < end):
            return start, i
    return start, end


def _namelike(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in PARTICLES or token.text == "-"


def _capitals_after(doc: Doc, start: int, barred: set[int]) -> tuple[int, int]:
    """The run of capitalised name words from `start`; empty when it is no name."""
    end = start
    while end < len(doc) and end - start < 6:
        token = doc[end]
        if token.is_sent_start and end > start:
            break
        inside = token.lower_ in PARTICLES and end > start and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
        hyphen = token.text == "-" and end > start and not doc[end - 1].whitespace_
        capital = (token.text[0].isupper() and token.is_alpha) or re.fullmatch(r"[A-Z]\.|[A-Z]\w+-[A-Z]\w+", token.text)
        if not (capital or inside or hyphen) or token.lower_.rstrip(".") in TITLES | TITLE_PARTS:
            break
        if end in barred or token.pos_ in ("VERB", "AUX", "ADP", "DET", "PRON") or (token.is_upper and len(token) > 3):
            break
        end += 1
    unlike = ("GPE", "LOC", "FAC", "LAW", "DATE", "EVENT") if end - start > 1 else ("ORG", "NORP", "GPE", "LOC", "DATE")
    if start < end and doc[start].ent_type_ in unlike:
        return start, start
    return start, end


def _with_bare_surnames(
    doc: Doc, rows: list[tuple[int, int]], surnames: set[str], hits: list[NameHit]
) -> list[tuple[int, int]]:
    """Adds lone surnames of people named in full elsewhere, whatever the recogniser took them for."""
    taken = {i for s, e in rows for i in range(s, e)} | {i for h in hits for i in range(h.start, h.end)}
    extra = [(t.i, t.i + 1) for t in doc if t.text[0].isupper() and t.i not in taken and t.text.casefold() in surnames]
    return sorted([*rows, *extra])


def _introduce(doc: Doc, start: int, end: int, hits: list[NameHit], people: set[int]) -> Introduction:
    name = doc[start:end].text
    left = _phrase_before(doc, start, people)
    phrase = left if left is not None else _phrase_after(doc, end, people)
    intro = Introduction(name, start, end)
    if phrase is None:
        return _of_country(doc, intro, hits)
    s, e = phrase
    words = {t.lower_.rstrip(".") for t in doc[s:e]}
    former = bool(words & {"former", "ex", "late", "outgoing", "predecessor"})
    gender: Literal["m", "f"] | None = "f" if words & WOMEN else "m" if words & MEN else None
    role = _role_text(doc, s, e, hits)
    party = _of_country(doc, intro, hits).represents or _represented(doc, s, e, hits)
    if AMERICAN_ROLE.match(role) and party not in {h.entry.party for h in hits}:
        party = None  # "Assistant Secretary for Eurasian Affairs" speaks for no Eurasia
    return replace(intro, role=role, represents=party, former=former, gender=gender)


def _phrase_before(doc: Doc, start: int, people: set[int]) -> tuple[int, int] | None:
    """Token range of the title phrase that ends right before `start` ("China's Foreign Minister", "the premier,")."""
    end = start
    if end > 0 and doc[end - 1].text == "," and end > 1 and doc[end - 2].lower_ in TITLES:
        end -= 1
    i = end
    while i > 0 and end - i < LONGEST_ROLE and i - 1 not in people and not doc[i].is_sent_start:
        token = doc[i - 1]
        joins = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in ("'s", "-", "'") or token.lower_ in TITLES
        titled = i > 1 and i - 2 not in people and (doc[i - 2].lower_ in TITLES or doc[i - 2].lower_ == "bureau")
        linked = (token.lower_ in ("of", "for") and titled) or (token.lower_ == "the" and _portfolio(doc, i, end))
        paired = (
            token.lower_ in ("and", "&") and i > 1 and (doc[i - 2].lower_ in TITLE_PARTS or _portfolio(doc, i, end))
        )
        if not (joins or linked or paired):
            break
        i -= 1
    if i == end or not any(t.lower_.rstrip(".") in TITLES for t in doc[i:end]):
        return None
    return i, end


def _portfolio(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are part of a portfolio ("Assistant Secretary for European and Eurasian Affairs")."""
    return any(t.text in ("Affairs", "Bureau") for t in doc[start:end])


def _phrase_after(doc: Doc, end: int, people: set[int]) -> tuple[int, int] | None:
    """Token range of an apposition that starts right after the name's comma ("..., the U.S. Secretary of State,")."""
    if end + 1 >= len(doc) or doc[end].text != ",":
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
    if intro.end + 1 >= len(doc):
        return intro
    of, comma = doc[intro.end].lower_ == "of", doc[intro.end].text == ","
    for hit in hits:
        beside = intro.end < hit.start <= intro.end + (3 if of else 1) and hit.entry.kind in ("country", "organisation")
        if beside and (of or (comma and hit.end == len(doc))):
            return replace(intro, represents=hit.entry.party)
    return intro


def _role_text(doc: Doc, start: int, end: int, hits: list[NameHit]) -> str:
    """The title without article, country and possessive: "foreign minister"."""
    drop = {i for h in hits for i in range(h.start, h.end)}
    words: list[str] = []
    for token in doc[start:end]:
        if token.i in drop and not (words and words[-1] in ("of", "to")):
            continue
        if not words and token.lower_ in ("'s", "the", "a", "an", "his", "her", "its", "their", "-", "of", "'", "and"):
            continue
        words.append(token.text)
    while words and words[-1].lower().rstrip(".") in LOOSE_ENDS:
        words.pop()
    return re.sub(r"\s+('s|-)\s*", lambda m: m.group(1) + (" " if m.group(1) == "'s" else ""), " ".join(words)).strip()


def _represented(doc: Doc, start: int, end: int, hits: list[NameHit]) -> str | None:
    """The party of a title phrase: its country, else its organisation; what follows "to" is whom they are sent to."""
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
    own = [re.sub(r"^(?:the|The)\s+|'s$", "", e.text) for e in named]
    if titles & OFFICIAL or not own:
        return next(iter(states or bodies or own), None)
    return own[0]


def _is_title(ent: Span) -> bool:
    return any(t.lower_ in TITLES or t.lower_ in ("state", "foreign", "affairs", "treasury", "defense") for t in ent)


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
