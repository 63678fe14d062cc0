"""Transcripts: the labels in front of the turns ("SECRETARY ARDEN:", "Q"), who speaks under each, and who only asks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from briefgen.analysis.actors.finding import Cast, Entry
from briefgen.analysis.actors.gazetteer import forms
from briefgen.analysis.actors.name_forms import surname
from briefgen.analysis.actors.people import is_official
from briefgen.analysis.actors.roles import AMERICAN_ROLE, TITLE_PARTS, TITLES
from briefgen.analysis.text.document import Document, Sent

LONGEST_LABEL = 7  # words
LABEL = re.compile(r"([^\W\d_][^:\n\"“”]{0,60}?):\s+(?=\S)")
BARE_QUESTION = re.compile(r"(Q|QUESTION)[.)]?\s+(?=[A-Z“\"(])")  # White House: "Q    Thank you, Mr. President."
ASKING = frozenset(
    """question q journalist reporter moderator operator participant host interviewer press staff voice audience
    """.split()
)
PRESS_EVENT = re.compile(r"\b(?:press (?:briefing|conference|point|statement|availability)|briefing|doorstop)\b", re.I)
ANSWERS = frozenset(("a", "answer"))
NO_OFFICE = frozenset("mr mr. mrs mrs. ms ms. miss sir dr dr.".split())
QUESTIONS = 0.5  # share of turns ending in a question mark from which an unknown label is an interviewer's
WORD = re.compile(r"[\w'’.-]+")


def label_transcript(document: Document, cast: Cast) -> None:
    """Gives the sentences of a transcript their speaker; questions are marked as not the article's own words.

    Where two parties speak, nobody issues the text: each speaker's words are their own party's.
    """
    labels = _labels(document, cast)
    if len(labels) < 2:
        return
    asking = _asking(document, cast, labels)
    cast.home = cast.home or _seat(document)
    speakers = {x: _speaker(x, document, cast) for x in dict.fromkeys(labels.values()) if x not in asking}
    by_block: dict[int, list[Sent]] = {}
    for sent in document.sents:
        by_block.setdefault(sent.block, []).append(sent)
    _speak_for_the_seat(document, cast, [s for s in speakers.values() if s is not None])
    label: str | None = None
    for block in sorted(by_block):
        label = labels.get(block, label)
        for sent in by_block[block]:
            sent.speaker = speakers.get(label) if label is not None else None
            sent.skip = sent.skip or label in asking
    parties = {cast.party(s) for s in speakers.values() if s is not None}
    if len(parties) > 1:
        document.issuer = ()


def _labels(document: Document, cast: Cast) -> dict[int, str]:
    """The label of each block that has one."""
    texts = {i: b.text for i, b in enumerate(document.article.blocks) if b.number is not None}
    found = {i: m[1].strip() for i, t in texts.items() if (m := LABEL.match(t) or BARE_QUESTION.match(t))}
    often = Counter(found.values())
    people = {e.name.casefold() for e in cast.entries.values() if e.kind == "person"}
    turns = sum(often[x] > 1 for x in found.values()) >= max(4, len(texts) // 3)
    kept: dict[int, str] = {}
    for block, label in found.items():
        words = WORD.findall(label)
        if len(words) > LONGEST_LABEL:
            continue
        titled = _is_titled(label) and all(w[0].isupper() for w in words)
        capitals = label.isupper() and (titled or often[label] > 1)
        named = turns and often[label] > 1 and all(w[0].isupper() for w in words)
        if capitals or titled or named or label.casefold() in people:
            kept[block] = label
    if len(kept) > 1:  # a paper that asks once
        kept |= {i: x for i, x in found.items() if x.isupper() and len(WORD.findall(x)) <= LONGEST_LABEL}
    return dict(sorted(kept.items()))


def _asking(document: Document, cast: Cast, labels: dict[int, str]) -> set[str]:
    """The labels of those who only ask: by name, or because most of their turns are questions."""
    blocks = document.article.blocks
    turns: dict[str, list[str]] = defaultdict(list)
    for block, label in labels.items():
        turns[label].append(blocks[block].text)
    found: set[str] = set()
    for label, texts in turns.items():
        by_name = any(w.casefold() in ASKING for w in re.findall(r"\w+", label))
        questions = sum(t.rstrip("\"”’' ").endswith("?") for t in texts)
        titled = any(w.casefold() in TITLES for w in WORD.findall(label))
        if by_name or (questions >= QUESTIONS * len(texts) and not titled and _known(label, cast) is None):
            found.add(label)
    return found


def _seat(document: Document) -> str | None:
    """The country whose capital the headline of a press event sets off by a comma ("Ministry of Fisheries, Lima"): the
    seat of whoever gives it. None for "in Lima", which may be a visit.
    """
    headline = document.article.headline or ""
    if not PRESS_EVENT.search(headline):
        return None
    capitals = {form: e.party for form, e in forms().items() if e.kind == "capital"}
    parts = [re.sub(r"\(.*?\)", "", p).strip() for p in re.split(r"[,;]", headline)]
    return next((capitals[p] for p in parts if p in capitals), None)


def _speak_for_the_seat(document: Document, cast: Cast, speakers: list[str]) -> None:
    """Ties the only speaker of a spokesperson's press event, named without an office, to its seat."""
    headline = document.article.headline or ""
    if len(speakers) == 1 and cast.home and re.search(r"spokes\w+|\bministry\b", headline, re.I):
        entry = cast.entries[speakers[0]]
        if not entry.role and not entry.represents:
            entry.represents = cast.home


def _is_titled(label: str) -> bool:
    return any(w.casefold() in ASKING or w.casefold() in TITLES for w in re.findall(r"[\w'’-]+", label))


def _is_title(word: str) -> bool:
    """ "Mr.", "Foreign", "Director-General"."""
    return all(part in TITLES | TITLE_PARTS for part in word.casefold().rstrip(".").split("-"))


def _surname(label: str) -> str:
    words = [w for w in WORD.findall(label) if not _is_title(w)]
    return str((words or [label])[-1]).casefold()


def _known(label: str, cast: Cast) -> Entry | None:
    """The person of the article that a label names by one of the words of their name; the longest name first."""
    surname = _surname(label)
    people = [e for e in cast.entries.values() if e.kind == "person" and surname in e.name.casefold().split()]
    return max(people, key=lambda e: (e.name.casefold().split()[-1] == surname, len(e.name)), default=None)


def _speaker(label: str, document: Document, cast: Cast) -> str | None:
    """The actor behind a label ("SECRETARY ARDEN"); enters a new one when the text never names them. None where the
    label is "A" and nobody is interviewed that the text names.
    """
    if label.casefold() in ANSWERS:
        return _interviewed(document, cast)
    titles = [w for w in WORD.findall(label) if w.casefold() in TITLES]
    known = _known(label, cast)
    if known is None or known.name.isupper() or " " not in known.name:
        known = _fuller(label, known, document, cast)
    if titles and not known.role:
        known.role = " ".join(titles).title()
    if not known.represents and not known.former:
        alone = document.issuer[0] if len(document.issuer) == 1 else None
        office = {w.casefold().rstrip(".") for w in titles} <= NO_OFFICE
        if office and titles:
            known.represents = alone  # "MS. PSAKI", who speaks for the house
        elif known.role and is_official(known.role):
            home = None if AMERICAN_ROLE.match(known.role) and cast.home != "United States" else cast.home
            known.represents = home or alone
    return known.name


def _fuller(label: str, known: Entry | None, document: Document, cast: Cast) -> Entry:
    """The entry of a speaker whom the text never names in full: the name that a headline or byline gives, else the
    label's own words."""
    surname = _surname(label)
    name = surname.title() if known is None or known.name.isupper() else known.name
    if known is None:
        name = " ".join(w.title() if w.isupper() else w for w in label.split() if not _is_title(w)) or label
    full = re.compile(rf"\b((?:[A-Z][\w.’'-]+ ){{1,3}}){re.escape(surname)}\b", re.I)
    for block in document.article.blocks:
        found = full.search(block.text) if block.number is None else None
        if found:
            words = [w for w in found[0].split() if not _is_title(w)]
            if len(words) > 1 and all(w[0].isupper() and not w.isupper() for w in words):
                name = " ".join(words)
                break
    if known is None:
        return cast.entries.setdefault(name, Entry(name, "person"))
    cast.rename(known.name, name)
    return cast.entries[name]


def _interviewed(document: Document, cast: Cast) -> str | None:
    """The official whom the lines before the first question name first."""
    headline = (document.article.headline or "").casefold()
    for entry in cast.entries.values():
        first = cast.first.get(entry.name)
        opening = first is not None and first.block <= min(document.docs, default=0) + 1
        if entry.kind == "person" and entry.role and (opening or surname(entry.name).casefold() in headline):
            return entry.name
    return None
