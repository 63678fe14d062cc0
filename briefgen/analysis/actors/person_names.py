"""Which words are a person's name. The recogniser's word is taken, and mended by titles, verbs of speech and the
document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.actors.regions import past_region
from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES, TITLE_PARTS, TITLES
from briefgen.analysis.actors.shared_titles import is_plural_title
from briefgen.analysis.actors.terms import is_no_person
from briefgen.analysis.text.cues import CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    """de da do dos del della di du van von der den ten ter al el bin ibn ben abu la le y e i við af av
    zu zur
    """.split()
)

STYLES = frozenset("majesty royal highness excellency holiness eminence honour honor".split())  # "His Majesty"
LONGEST_TITLE = 14  # tokens
LINKING = frozenset("of for and the &".split())
# The last words of a portfolio, never of a name.
PORTFOLIOS = (
    TITLES
    | TITLE_PARTS
    | frozenset(
        """affairs security treasury commerce energy health agriculture justice labor labour environment education
    rights nations union america americas africa asia europe east west north south republic kingdom policy
    relations cooperation nonproliferation development parliament assembly council commons representatives operations
    planning transport industry investment innovation science technology climate migration refugees services management
    """.split()
    )
)
# In front of two capitalised words these make a person's name of them, whatever the recogniser says.
OFFICERS = frozenset(
    """spokesperson spokesman spokeswoman secretary minister ambassador envoy senator governor mayor commissioner
    premier chancellor""".split()
)
LONGEST_NAME = 4  # words
NO_SURNAME = OWN_BODIES | STATE_BODIES | TITLE_PARTS


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
        if is_plural_title(token) and not (s < e < len(doc) and doc[e].text in (",", "and")):
            continue  # "Ministers Lund and Reis"
        alone = e - s == 1 or (e < len(doc) and doc[e].text not in (",", "."))
        if alone and start > token.i + 1:
            continue  # "the chair, Ana Reis, said", not "the chair, Norway said"
        if e - s == 1 and not (token.lower_.rstrip(".") in TITLES or is_plural_title(token)):
            continue  # "said Ana Reis", not "said Norway"
        if s < e and not any(a < e and s < b for a, b in rows.items()):
            rows[s] = e
    for s, e in _after_portfolios(doc, barred):
        rows = {a: b for a, b in rows.items() if not s < a < b == e}  # a lone surname of it
        if not any(a < e and s < b for a, b in rows.items()):
            rows[s] = e
    return sorted(rows.items())


def _after_portfolios(doc: Doc, barred: set[int]) -> Iterator[tuple[int, int]]:
    """Names at the end of a long title ("said Secretary of State for Trade and Fisheries Ana Reis", "First Minister of
    Scotland Ana Reis said"): the last two words, where the title's are known to be none.
    """
    for link in doc[1:]:
        if link.text not in ("of", "for", "from") or doc[link.i - 1].lower_ not in TITLES:
            continue
        token, end = doc[link.i - 1], link.i + 1
        while end < len(doc) and end - token.i < LONGEST_TITLE and (_capital(doc[end]) or doc[end].lower_ in LINKING):
            end += 1
        first, last = end - 2, end - 1
        if first <= token.i + 2 or end >= len(doc) or not (_capital(doc[first]) and _capital(doc[last])):
            continue
        speaks = doc[end].lemma_.lower() in CUES
        said = any(t.lemma_.lower() in CUES for t in doc[max(0, token.i - 4) : token.i])
        joined = doc[first].dep_ == "compound" and doc[first].head.i == last
        placed = first - 1 in barred or past_region(doc, link.i + 1, end) == first  # "First Minister of Scotland X"
        common = {doc[first].lower_, doc[last].lower_} & PORTFOLIOS
        if joined and not common and not {first, last} & barred and (said or speaks or placed):
            yield first, end


def _name_start(token: Token) -> int | None:
    """Where a name may start after `token`: behind a title ("minister Reis", "the chair, Ana Reis,") or a verb of
    speech ("..., said Ana Reis"); None when `token` is neither.
    """
    doc, last = token.doc, len(token.doc) - 1
    if token.text == "Member" and token.i < last and token.nbor().lower_.startswith("state"):
        return None  # "UN Member States"
    if is_plural_title(token) and token.i < last:
        return token.i + 1
    if token.lower_.rstrip(".") in TITLES and token.i < last:
        whole = token.ent_type_ in ("ORG", "LAW", "EVENT", "WORK_OF_ART") and token.nbor().ent_iob_ == "I"
        if whole and not _opens_name(token):
            return None  # "General Services Administration"
        if token.nbor().lower_ == "of":
            comma = next((t for t in doc[token.i + 2 : token.i + 2 + LONGEST_NAME] if t.pos_ != "PROPN"), token)
            if comma.text == "," and token.i + 2 < comma.i < last:
                return comma.i + 1  # "the president of Peru, Ana Reis, said"
        if token.nbor().text != "," or token.i + 1 == last:
            return token.i + 1
        if token.i + 4 < last and doc[token.i + 3].text == "'s" and doc[token.i + 2].ent_type_ == "GPE":
            return token.i + 4  # "the chair, Ecuador's Ana Reis,"
        return token.i + 2
    if (
        token.pos_ == "VERB"
        and token.i < last
        and token.lemma_.lower() in CUES
        and doc[token.i - 1].text in ('"', ",", "'")
    ):
        return token.i + 1
    return None


def _opens_name(title: Token) -> bool:
    """Whether what the recogniser takes for a body is an officer and a name: "Spokesperson Ana Reis"."""
    words = [t for t in title.doc[title.i + 1 : title.i + 1 + LONGEST_NAME] if t.ent_iob_ == "I"]
    behind = title.i + 1 + len(words)
    ends = behind == len(title.doc) or title.doc[behind].ent_iob_ != "I"
    if title.lower_ not in OFFICERS or title.ent_iob_ != "B" or len(words) < 2 or not ends:
        return False
    return all(_capital(t) and t.lower_ not in PORTFOLIOS | NO_SURNAME for t in words)


def _recognised(doc: Doc, barred: set[int]) -> Iterator[tuple[int, int]]:
    for ent in doc.ents:
        if ent.label_ != "PERSON" or is_no_person(ent.text):
            continue
        if all(_is_office(t) or t.lower_ in STYLES for t in ent):
            continue  # "Majesty King", in front of a name
        titled = [i + 1 for i in range(ent.start, ent.end) if i in barred or _is_office(doc[i])]
        start = max((i for i in titled if i < ent.end), default=ent.start)
        if start > 0 and re.fullmatch(r"[A-Z]\.", doc[start].text) and _goes_on(doc[start - 1]):
            start -= 1  # the recogniser began at the initial
        s, e = _trim(doc, start, _name_end(doc, start, ent.end, barred))
        s = past_region(doc, s, e)
        if s < e and not (e - s == 1 and s in barred) and not all(i in barred for i in range(s, e)):
            yield s, e


def _is_office(token: Token) -> bool:
    return token.lower_ in TITLES or (token.lower_.endswith("s") and token.lower_[:-1] in TITLES)


def _name_end(doc: Doc, start: int, end: int, barred: set[int]) -> int:
    """Where the name from `start` ends that the recogniser ends at `end`: behind the words that it left out."""
    while end + 1 < len(doc) and end not in barred:
        particle = doc[end].text in PARTICLES and doc[end + 1].text[0].isupper() and end + 1 not in barred
        if particle or (doc[end].text == "-" and end - start > 1 and _hyphenates(doc, end)):
            end += 2  # "Bae Jong-sik", "Ana van Reis"
        elif _goes_on(doc[end]) or (doc[end - 1].head.i == end and doc[end].ent_type_ == "GPE" and _capital(doc[end])):
            end += 1  # "Leila Qureshi Menon", the last word taken for a place
        else:
            break
    return end


def _hyphenates(doc: Doc, hyphen: int) -> bool:
    """Whether the hyphen joins the parts of a name: not "Trump-era tariffs"."""
    joined = not doc[hyphen - 1].whitespace_ and not doc[hyphen].whitespace_ and doc[hyphen + 1].is_alpha
    return joined and (hyphen + 2 >= len(doc) or doc[hyphen + 2].pos_ not in ("NOUN", "PROPN", "ADJ"))


def _capital(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text.isalpha() and token.text[0].isupper()


def _goes_on(token: Token) -> bool:
    """Whether a name that the recogniser broke off goes on: another capitalised word that is nothing else."""
    verbal = token.text.endswith(("ing", "es", "ed"))  # the verb of a headline in capitals
    return (
        _capital(token)
        and not verbal
        and not token.is_sent_start
        and token.ent_type_ in ("", "PERSON")
        and token.lower_ not in TITLES | TITLE_PARTS
    )


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Drops titles in front of a name, and possessives, marks and lower-case words around it."""
    while start < end and (doc[start].lower_.rstrip(".") in TITLES or not _namelike(doc[start])):
        start += 1
    while end > start and not (_namelike(doc[end - 1]) and doc[end - 1].text[0].isupper()):
        if doc[end - 1].is_alpha and end - start > 2 and doc[end - 2].text == "-":
            break  # "Jong-sik"
        end -= 1
    for i in range(start, end):
        hyphen = doc[i].text == "-" and i + 1 < end and not (i > start and doc[i - 1].whitespace_)
        if doc[i].text in ("'s", ",", "(", ":", "-", '"') and not hyphen:
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


def shortened(docs: dict[int, Doc], hits: dict[int, list[NameHit]]) -> dict[int, list[tuple[int, int]]]:
    """Names of several words whose last word acts alone elsewhere ("Ana Reis ... Reis said"): people are shortened so,
    whatever the recogniser took them for.
    """
    alone: set[str] = set()
    runs: list[tuple[int, int, int]] = []
    for block, doc in docs.items():
        barred = {i for h in hits[block] for i in range(h.start, h.end)}
        for s, e in _runs_of_capitals(doc, barred):
            if e - s == 1 and doc[s].dep_ == "nsubj" and not any(c.dep_ in ("det", "poss") for c in doc[s].children):
                alone.add(doc[s].text)
            elif 1 < e - s < 5 and not (s and doc[s - 1].dep_ == "det"):
                runs.append((block, s, e))
    found: dict[int, list[tuple[int, int]]] = {}
    for block, s, e in runs:
        last = docs[block][e - 1]
        if last.text in alone and last.lower_ not in NO_SURNAME:
            found.setdefault(block, []).append((past_region(docs[block], s, e), e))
    return found


def _runs_of_capitals(doc: Doc, barred: set[int]) -> Iterator[tuple[int, int]]:
    start = None
    for token in doc:
        name = _capital(token) and token.i not in barred and not _is_office(token) and not token.is_upper
        name = name and token.ent_type_ not in ("DATE", "TIME")
        if start is not None and (not name or token.is_sent_start):
            yield start, token.i
            start = None
        if name and start is None:
            start = token.i
    if start is not None:
        yield start, len(doc)


def with_bare_surnames(
    doc: Doc, rows: list[tuple[int, int]], surnames: set[str], hits: list[NameHit]
) -> list[tuple[int, int]]:
    """Adds lone surnames of people named in full elsewhere, whatever the recogniser took them for."""
    taken = {i for s, e in rows for i in range(s, e)} | {i for h in hits for i in range(h.start, h.end)}
    extra = [(t.i, t.i + 1) for t in doc if t.text[0].isupper() and t.i not in taken and t.text.casefold() in surnames]
    return sorted([*rows, *extra])
