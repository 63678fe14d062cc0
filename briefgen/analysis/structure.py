"""What kind of text this is: who issues it, who speaks in a transcript, which lines are not the article's own."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.analysis.actors import Cast, Entry, settle_parties
from briefgen.analysis.datelines import dateline_end
from briefgen.analysis.document import Document, Sent
from briefgen.analysis.issuer import find_issuer
from briefgen.analysis.people import is_official
from briefgen.analysis.roles import TITLES

LONGEST_LABEL = 7  # words
LABEL = re.compile(r"([^\W\d_][^:\n\"“”]{0,60}?):\s+(?=\S)")
ASKING = frozenset(
    """question q journalist reporter moderator operator participant host interviewer press staff
    """.split()
)
OWN_LINE = re.compile(
    r"^(read more|also read|related|photo|image|video|credit|source|advertisement|subscribe|follow us|share this|"
    r"copyright|©|begin text|end text|#+|the (?:text of the )?following (?:is|statement|joint))\b",
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
    """Sets `issuer`, and `speaker` and `skip` of the sentences."""
    document.issuer = find_issuer(document, cast)
    settle_parties(document, cast)
    _mark_foreign_lines(document)
    _label_transcript(document, cast)
    _mark_labels(document)


def _mark_foreign_lines(document: Document) -> None:
    """Marks captions, links to other pieces, disclosures about the author, and what is no prose."""
    last = max((s.block for s in document.sents), default=0)
    for sent in document.sents:
        text = document.article.blocks[sent.block].text
        disclosure = sent.block >= last - 1 and len(text) < 400 and DISCLOSURE.search(text)
        sent.skip = bool(OWN_LINE.match(text) or disclosure) or not _is_prose(sent.text)


def _is_prose(text: str) -> bool:
    """Whether `text` is words rather than figures, web addresses or code. Too short a text counts as words."""
    printed = len("".join(text.split()))
    words = MARKUP.sub("", text)
    return printed < SHORT or (sum(c.isalpha() for c in words) >= LETTERS * printed and len(CODE.findall(words)) < 2)


def _label_transcript(document: Document, cast: Cast) -> None:
    """Gives the sentences of a transcript their speaker; questions are marked as not the article's own words."""
    found = {i: m for i, b in enumerate(document.article.blocks) if b.number is not None and (m := _label(b.text))}
    often = Counter(m.group(1) for m in found.values())
    labels = {i: m for i, m in found.items() if _names_somebody(m.group(1)) or often[m.group(1)] > 1}
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
    """A speaker's label in front of `text`: words in capitals, or capitalised words with a title or a question."""
    found = LABEL.match(text)
    if not found:
        return None
    words = re.findall(r"[\w'’.-]+", found.group(1))
    capitals = found.group(1).isupper() and len(words) <= LONGEST_LABEL
    titled = _names_somebody(found.group(1)) and all(w[0].isupper() for w in words) and len(words) <= LONGEST_LABEL
    return found if capitals or titled else None


def _mark_labels(document: Document) -> None:
    """Sets `begin` of a block's first sentence past the dateline or label in front of it ("MINISTER ARDEN:")."""
    seen: set[int] = set()
    for sent in document.sents:
        if sent.block in seen:
            continue
        seen.add(sent.block)
        found = LABEL.match(sent.text)
        label = found.end() if found and len(found.group(1).split()) <= LONGEST_LABEL else 0
        end = dateline_end(sent.text) or label
        inside = [t for t in sent.span if t.idx - sent.start < end]
        says = any(t.pos_ in ("VERB", "AUX") and t.text.islower() for t in inside)
        if not says and len(inside) < len(sent.span):
            sent.begin = sent.span.start + len(inside)


def _names_somebody(label: str) -> bool:
    return any(w.casefold() in ASKING or w.casefold() in TITLES for w in re.findall(r"[\w'’-]+", label))


def _speaker(label: str, document: Document, cast: Cast) -> str:
    """The actor behind a transcript's label ("SECRETARY ARDEN"); enters a new one when the text never names them."""
    words = [w for w in re.findall(r"[\w'’.-]+", label) if w.casefold().rstrip(".") not in TITLES]
    titles = [w for w in re.findall(r"[\w'’-]+", label) if w.casefold() in TITLES]
    surname = (words or [label])[-1].casefold()
    namesakes = [e for e in cast.entries.values() if e.kind == "person" and e.name.split()[-1].casefold() == surname]
    known = max(namesakes, key=lambda e: len(e.name), default=None)
    if known is None:
        name = " ".join(w.title() if w.isupper() else w for w in words) or label.title()
        known = cast.entries.setdefault(name, Entry(name, "person"))
    if titles and not known.role:
        known.role = " ".join(titles).title()
    if not known.represents and known.role and is_official(known.role):
        fallback = cast.home or (document.issuer[0] if len(document.issuer) == 1 else None)
        known.represents = fallback
    return known.name
