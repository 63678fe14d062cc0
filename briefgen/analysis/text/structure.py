"""What kind of text this is: who issues it, which lines are not the article's own, where labels end."""

from __future__ import annotations

import re

from briefgen.analysis.actors.finding import Cast, settle_parties
from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.reference.issuer import find_issuer
from briefgen.analysis.reference.meetings import sides_of
from briefgen.analysis.speech.transcripts import LABEL, LONGEST_LABEL, label_transcript
from briefgen.analysis.text.datelines import dateline_end, heading_end
from briefgen.analysis.text.document import Document

JOINT = re.compile(r"\bjoint (?:readout|statement|communiqu|declaration)|\btrilateral\b", re.I)
AMERICAN_OFFICE = re.compile(r"(?:national|homeland) security advisor$|secretary of (?:state|defense)$", re.I)
OWN_LINE = re.compile(
    r"^(?:(?:read more|also read|related|advertisement|subscribe|follow us|share this|"
    r"copyright|©|begin text|end text|#+|the (?:text of the )?following (?:is|statement|joint))\b|"
    # "Video: ...", "Photo Agency"; not "Video of the raid showed ..."
    r"(?:photo|image|video|credit|source)s?\b(?: credit)?(?::| by\b| courtesy\b|.{0,30}$))",
    re.I,
)
DISCLOSURE = re.compile(
    r"\b(served as|is an? (?:\w+ ){0,4}(?:professor|fellow|lecturer|researcher|correspondent|freelance|author)|"
    r"does not work for|receives? funding|contributed to this report|reporting by|edited by)\b",
    re.I,
)
# No sentence of the 137 articles looked at has a smaller share of letters among its characters, or a mark of code.
LETTERS = 0.6
SHORT = 10  # characters; "No." in quotation marks is half marks
CODE = re.compile(r"[{}=_|\\^`]")
MARKUP = re.compile(r"\S+://\S+|<[^<>]*>")  # web addresses and tags


def read_structure(document: Document, cast: Cast) -> None:
    """Sets `issuer` and `sides`, and `speaker` and `skip` of the sentences."""
    document.issuer = find_issuer(document, cast) or _who_met(document, cast)
    settle_parties(document, cast)
    _mark_foreign_lines(document)
    label_transcript(document, cast)
    document.sides = sides_of(document, cast)
    _mark_labels(document)


def _who_met(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties of a joint text whose headline names none: those that its first sentence is about ("X and Y met")."""
    if not JOINT.search(document.article.headline or ""):
        return ()
    sent = next(iter(document.citable()), None)
    subject = next((c for c in sent.span.root.children if c.dep_ in SUBJECTS), None) if sent is not None else None
    if sent is None or subject is None:
        return ()
    heads = {subject.i, *(t.i for t in subject.conjuncts)}
    met = [m for m in cast.mentions.get(sent.block, ()) if any(m.start <= i < m.end for i in heads)]
    for entry in (cast.entries[m.name] for m in met):
        if entry.kind == "person" and not entry.represents and AMERICAN_OFFICE.match(entry.role or ""):
            entry.represents = "United States"  # beside guests whose country is named, the host's own stands bare
    parties = tuple(dict.fromkeys(cast.party(m.name) for m in sorted(met, key=lambda m: m.start)))
    return parties if len(parties) > 1 and not any(cast.is_person(p) for p in parties) else ()


def _mark_foreign_lines(document: Document) -> None:
    """Marks links to other pieces, disclosures about the author, and what is no prose; captions are marked already."""
    last = max((s.block for s in document.sents), default=0)
    for sent in document.sents:
        text = document.article.blocks[sent.block].text
        disclosure = sent.block >= last - 1 and len(text) < 400 and DISCLOSURE.search(text)
        sent.skip = sent.skip or bool(OWN_LINE.match(text) or disclosure) or not _is_prose(sent.text)


def _is_prose(text: str) -> bool:
    """Whether `text` is words rather than figures, web addresses or code. Too short a text counts as words."""
    printed = len("".join(text.split()))
    words = MARKUP.sub("", text)
    return printed < SHORT or (sum(c.isalpha() for c in words) >= LETTERS * printed and len(CODE.findall(words)) < 2)


def _mark_labels(document: Document) -> None:
    """Sets `begin` of a block's first sentence past the dateline, label ("MINISTER ARDEN:") or heading in front."""
    seen: set[int] = set()
    for sent in document.sents:
        if sent.block in seen:
            continue
        seen.add(sent.block)
        found = LABEL.match(sent.text)
        label = found.end() if found and len(found.group(1).split()) <= LONGEST_LABEL else 0
        end = dateline_end(sent.text) or heading_end(sent.text) or label
        inside = [t for t in sent.tokens if t.idx - sent.start < end]
        says = any(t.pos_ in ("VERB", "AUX") and t.text.islower() for t in inside)
        if not says and len(inside) < len(sent.span):
            sent.begin = sent.span.start + len(inside)
