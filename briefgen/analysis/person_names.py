"""Which words are a person's name. The recogniser's word is taken, and mended by titles, verbs of speech and the
document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.cues import CUES
from briefgen.analysis.gazetteer import NameHit
from briefgen.analysis.roles import TITLE_PARTS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    """de da do dos del della di du van von der den ten ter al el bin ibn ben abu la le y e i við af av
    zu zur
    """.split()
)


def titled(doc: Doc, start: int) -> bool:
    """Whether a title stands right before token `start`."""
    return start > 0 and doc[start - 1].lower_.rstrip(".") in TITLES


def acting(docs: dict[int, Doc], spans: dict[int, list[tuple[int, int]]]) -> set[str]:
    """Lone names that the recogniser takes for a person at least twice and that act at least once."""
    lone = [docs[block][s] for block, rows in spans.items() for s, e in rows if e - s == 1]
    count = Counter(t.text.casefold() for t in lone)
    return {t.text.casefold() for t in lone if count[t.text.casefold()] > 1 and t.dep_ in ("nsubj", "nsubjpass")}


def speaking(token: Token) -> bool:
    """Whether a lone name is the subject of a verb of speech: places and firms that look like names seldom are."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in CUES


def name_spans(doc: Doc, hits: list[NameHit]) -> list[tuple[int, int]]:
    """Token ranges of person names in `doc`: what the recogniser calls a person, and what its place makes one."""
    barred = {i for h in hits for i in range(h.start, h.end)}
    rows = dict(_recognised(doc, barred))
    for token in doc:
        start = _name_start(token)
        if start is None:
            continue
        s, e = _capitals_after(doc, start, barred)
        alone = e - s == 1 or (e < len(doc) and doc[e].text not in (",", "."))
        if alone and start > token.i + 1:
            continue  # "the chair, Ana Reis, said", not "the chair, Norway said"
        if e - s == 1 and token.lower_.rstrip(".") not in TITLES:
            continue  # "said Ana Reis", not "said Norway"
        if s < e and not any(a < e and s < b for a, b in rows.items()):
            rows[s] = e
    return sorted(rows.items())


def _name_start(token: Token) -> int | None:
    """Where a name may start after `token`: behind a title ("minister Reis", "the chair, Ana Reis,") or a verb of
    speech ("..., said Ana Reis"); None when `token` is neither.
    """
    doc, last = token.doc, len(token.doc) - 1
    if token.lower_.rstrip(".") in TITLES and token.i < last:
        if token.ent_type_ in ("ORG", "LAW", "EVENT", "WORK_OF_ART") and token.nbor().ent_iob_ == "I":
            return None  # "General Services Administration"
        return token.i + 2 if token.nbor().text == "," and token.i + 1 < last else token.i + 1
    if (
        token.pos_ == "VERB"
        and token.i < last
        and token.lemma_.lower() in CUES
        and doc[token.i - 1].text in ('"', ",", "'")
    ):
        return token.i + 1
    return None


def _recognised(doc: Doc, barred: set[int]) -> Iterator[tuple[int, int]]:
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        titled = [i + 1 for i in range(ent.start, ent.end) if i in barred or doc[i].lower_ in TITLES]
        start = max((i for i in titled if i < ent.end), default=ent.start)
        if start > 0 and re.fullmatch(r"[A-Z]\.", doc[start].text) and _goes_on(doc[start - 1]):
            start -= 1  # the recogniser began at the initial
        end = ent.end
        while end < len(doc) and end not in barred and _goes_on(doc[end]):
            end += 1
        s, e = _trim(doc, start, end)
        if s < e and not (e - s == 1 and s in barred) and not all(i in barred for i in range(s, e)):
            yield s, e


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


def with_bare_surnames(
    doc: Doc, rows: list[tuple[int, int]], surnames: set[str], hits: list[NameHit]
) -> list[tuple[int, int]]:
    """Adds lone surnames of people named in full elsewhere, whatever the recogniser took them for."""
    taken = {i for s, e in rows for i in range(s, e)} | {i for h in hits for i in range(h.start, h.end)}
    extra = [(t.i, t.i + 1) for t in doc if t.text[0].isupper() and t.i not in taken and t.text.casefold() in surnames]
    return sorted([*rows, *extra])
