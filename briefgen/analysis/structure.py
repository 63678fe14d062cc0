"""What kind of text this is: who issues it, who speaks in a transcript, which lines are not the article's own."""

from __future__ import annotations

import re

from briefgen.analysis.actors import Cast
from briefgen.analysis.document import Document, Sent
from briefgen.analysis.gazetteer import forms
from briefgen.analysis.people import is_official
from briefgen.analysis.roles import TITLES

LABEL = re.compile(r"^((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*\s?){1,6}|[QA]|(?:[A-Z][\w.'’-]+\s?){1,4}):\s+(?=\S)")
ASKING = frozenset("question q journalist reporter moderator operator participant host interviewer press staff".split())
ISSUED = re.compile(
    r"\b(statement|declaration|communiqu[eé]|readout|read-out|fact ?sheet|press release|remarks|summary|guidance|"
    r"proclamation|memorandum|resolution|conclusions|announce(?:s|ment)|travel to|visit to)\b",
    re.I,
)
OWN_LINE = re.compile(r"^(read more|also read|related|photo|image|video|credit|source|advertisement|subscribe|follow us|"
                      r"share this|copyright|©|begin text|end text|#+)\b", re.I)  # fmt: skip
DISCLOSURE = re.compile(r"\b(served as|is an? (?:\w+ ){0,4}(?:professor|fellow|lecturer|researcher|correspondent|freelance|author)|"
                        r"does not work for|receives? funding|contributed to this report|reporting by|edited by)\b", re.I)  # fmt: skip
ISSUERS_END = re.compile(r"\b(?:on|following|after|regarding|concerning|in response|to mark|for)\b", re.I)
ISSUERS_START = re.compile(r"\b(?:by|of|from|between|among|with)\b", re.I)
UNITED_STATES = re.compile(r"\b(?:Office of the Spokesperson|Department of State|The White House)\b")


def read_structure(document: Document, cast: Cast) -> None:
    """Sets `issuer`, and `speaker` and `skip` of the sentences."""
    document.issuer = _issuer(document, cast)
    _mark_foreign_lines(document)
    _label_transcript(document, cast)


def _issuer(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties in whose name a statement, fact sheet or readout speaks; empty for anything else."""
    blocks = document.article.blocks
    headline = document.article.headline or ""
    opening = " ".join(b.text for b in blocks[:4] if b.kind != "paragraph" or len(b.text) < 200)
    if not ISSUED.search(headline) and not UNITED_STATES.search(opening):
        return ()
    found = ISSUERS_START.search(headline)
    issuers = headline[found.end() :] if found else headline
    issuers = ISSUERS_END.split(issuers)[0]
    names = _parties_in(issuers) or _people_in(headline, cast)
    if names:
        return names
    return ("United States",) if UNITED_STATES.search(opening) else ()


def _parties_in(text: str) -> tuple[str, ...]:
    table = forms()
    hits: dict[int, tuple[int, str]] = {}
    for form, entry in table.items():
        if entry.kind in ("capital",) or form not in text:
            continue
        for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?!\w)", text):
            if not any(s <= m.start() < e for s, (e, _) in hits.items()):
                hits = {s: (e, p) for s, (e, p) in hits.items() if not (m.start() <= s < m.end())}
                hits[m.start()] = (m.end(), entry.party)
    return tuple(dict.fromkeys(p for _, (_, p) in sorted(hits.items())))


def _people_in(text: str, cast: Cast) -> tuple[str, ...]:
    words = {w.casefold() for w in re.findall(r"[\w'’-]+", text)}
    people = [e for e in cast.entries.values() if e.kind == "person" and e.name.split()[-1].casefold() in words]
    return tuple(dict.fromkeys(cast.party(e.name) for e in people if e.represents))


def _mark_foreign_lines(document: Document) -> None:
    """Marks captions, links to other pieces and disclosures about the author."""
    last = max((s.block for s in document.sents), default=0)
    for sent in document.sents:
        text = document.article.blocks[sent.block].text
        if OWN_LINE.match(text) or (sent.block >= last - 1 and len(text) < 400 and DISCLOSURE.search(text)):
            sent.skip = True


def _label_transcript(document: Document, cast: Cast) -> None:
    """Gives the sentences of a transcript their speaker; questions are marked as not the article's own words."""
    labels = {i: m for i, b in enumerate(document.article.blocks) if b.number is not None and (m := _label(b.text))}
    if len(labels) < 2:
        return
    speaker: str | None = None
    asking = False
    by_block: dict[int, list[Sent]] = {}
    for sent in document.sents:
        by_block.setdefault(sent.block, []).append(sent)
    for block in sorted(by_block):
        if block in labels:
            label = labels[block].group(1).strip()
            asking = any(w.casefold() in ASKING for w in re.findall(r"\w+", label))
            speaker = None if asking else _speaker(label, document, cast)
        for sent in by_block[block]:
            sent.speaker = speaker
            sent.skip = sent.skip or asking


def _label(text: str) -> re.Match[str] | None:
    found = LABEL.match(text)
    if not found:
        return None
    label = found.group(1).strip()
    words = re.findall(r"[\w'’-]+", label)
    known = any(w.casefold() in ASKING or w.casefold() in TITLES for w in words)
    return found if known or (label.isupper() and len(label) > 1 and len(words) <= 4) else None


def _speaker(label: str, document: Document, cast: Cast) -> str:
    """The actor behind a transcript's label ("SECRETARY ARDEN"); enters a new one when the text never names them."""
    words = [w for w in re.findall(r"[\w'’.-]+", label) if w.casefold().rstrip(".") not in TITLES]
    titles = [w for w in re.findall(r"[\w'’-]+", label) if w.casefold() in TITLES]
    surname = (words or [label])[-1].casefold()
    people = sorted(cast.entries.values(), key=lambda e: -len(e.name))
    known = next((e for e in people if e.kind == "person" and e.name.split()[-1].casefold() == surname), None)
    if known is None:
        from briefgen.analysis.actors import Entry

        name = " ".join(w.title() if w.isupper() else w for w in words) or label.title()
        known = cast.entries.setdefault(name, Entry(name, "person"))
    if titles and not known.role:
        known.role = " ".join(titles).title()
    if not known.represents and known.role and is_official(known.role):
        fallback = cast.home or (document.issuer[0] if len(document.issuer) == 1 else None)
        known.represents = fallback
    return known.name
