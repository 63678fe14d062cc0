"""What kind of text this is: who issues it, who speaks in a transcript, which lines are not the article's own."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.analysis.actors import Cast, Entry, settle_parties
from briefgen.analysis.document import Document, Sent
from briefgen.analysis.gazetteer import forms
from briefgen.analysis.people import is_official
from briefgen.analysis.roles import TITLES

LABEL = re.compile(r"^((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*\s?){1,6}|[QA]|(?:[A-Z][\w.'’-]+\s?){1,4}):\s+(?=\S)")
ASKING = frozenset("question q journalist reporter moderator operator participant host interviewer press staff".split())
ISSUED = re.compile(
    r"\b(statement|declaration|communiqu[eé]|readout|read-out|fact ?sheet|press release|remarks|chair['’]s summary|"
    r"proclamation|memorandum|conclusions)\b",
    re.I,
)
OWN_LINE = re.compile(r"^(read more|also read|related|photo|image|video|credit|source|advertisement|subscribe|follow us|"
                      r"share this|copyright|©|begin text|end text|#+)\b", re.I)  # fmt: skip
DISCLOSURE = re.compile(r"\b(served as|is an? (?:\w+ ){0,4}(?:professor|fellow|lecturer|researcher|correspondent|freelance|author)|"
                        r"does not work for|receives? funding|contributed to this report|reporting by|edited by)\b", re.I)  # fmt: skip
JOINT = re.compile(r"\bjoint\b|\bbetween\b.*\band\b|[–-]", re.I)
ISSUED_BY = re.compile(r"\b(?:by|of|from)\b(?!.*\b(?:meeting|call|visit)\b)", re.I)
MATTER = re.compile(r"\b(?:on|following|after|regarding|concerning|in response|to mark|to the|for)\b", re.I)
# What a government does in its own statements.
STATING = frozenset(
    """condemn welcome call reaffirm support remain commend urge stand express commit applaud congratulate appreciate intend
    continue affirm recognize recognise join deplore support reiterate look pledge encourage thank mourn extend honor
    """.split()
)
OTHER_SIDE = re.compile(r"\b(?:with|to|on|against|and)\b", re.I)
WE = re.compile(r"\b(?:we|our)\b", re.I)
UNITED_STATES = re.compile(r"\b(?:Office of the Spokesperson|Department of State|The White House)\b")


def read_structure(document: Document, cast: Cast) -> None:
    """Sets `issuer`, and `speaker` and `skip` of the sentences."""
    document.issuer = _issuer(document, cast)
    settle_parties(document, cast)
    _mark_foreign_lines(document)
    _label_transcript(document, cast)


def _issuer(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties in whose name a statement, fact sheet or readout speaks; empty for anything else."""
    headline = document.article.headline or ""
    opening = " ".join(b.text for b in document.article.blocks[:4] if b.kind != "paragraph" or len(b.text) < 200)
    issued = ISSUED.search(headline)
    if issued is None and not UNITED_STATES.search(opening):
        return _who_is_we(document, cast)
    signed = MATTER.split(headline)[0]
    by = ISSUED_BY.search(signed, issued.end()) if issued else None
    everybody = _parties_in(headline)
    for names in (
        _parties_in(signed) if JOINT.search(signed) or signed.lower().startswith(("g7", "g20")) else (),
        _parties_in(signed[by.end() :]) if by else (),
        everybody if "joint" in headline.lower() and len(everybody) > 1 else (),
        ("United States",) if UNITED_STATES.search(opening) else (),
        _first_person_in(headline, document, cast),
        _parties_in(signed[: issued.start()]) if issued else (),
    ):
        if names:
            return names
    return _who_is_we(document, cast)


def _who_is_we(document: Document, cast: Cast) -> tuple[str, ...]:
    """The country that condemns, welcomes, urges in a text that says "we" outside quotations; empty for news."""
    unquoted = [re.sub(r'["“][^"”]*["”]', "", b.text) for b in document.article.blocks if b.number is not None]
    ours = [t for t in unquoted if WE.search(t) and not _label(t)]
    if len(ours) < 2 or any(re.search(r"\bI\b(?!\.)", t) for t in unquoted):
        return ()
    best = _who_states(document, cast).most_common(1)
    return (best[0][0],) if best and best[0][1] > 1 else ()


def _who_states(document: Document, cast: Cast) -> Counter[str]:
    """How often each country or body is the subject of a verb that statements are made of."""
    subjects: Counter[str] = Counter()
    for block, mentions in cast.mentions.items():
        for mention in mentions:
            head = document.docs[block][mention.end - 1]
            if (
                mention.kind in ("country", "organisation", "body")
                and head.dep_ == "nsubj"
                and head.head.lemma_ in STATING
            ):
                subjects[mention.name] += 1
    return subjects


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


def _first_person_in(headline: str, document: Document, cast: Cast) -> tuple[str, ...]:
    """The party of the person whom the headline names first; one with a bare title speaks for the country that the text
    names most, the countries that the headline ties to others aside."""
    low = headline.casefold()
    people = [(low.find(e.name.split()[-1].casefold()), e.name) for e in cast.entries.values() if e.kind == "person"]
    named = [cast.entries[name] for at, name in sorted(people) if at >= 0]
    if not named or not named[0].role:
        return ()
    if not named[0].represents:
        others = {e.represents for e in named[1:]} | set(_parties_in(OTHER_SIDE.split(headline, maxsplit=1)[-1]))
        own = [p for p, _ in _who_states(document, cast).most_common() if p not in others]
        own += [p for p, _ in cast.parties().most_common(2) if p not in others and cast.entries[p].kind == "country"]
        named[0].represents = own[0] if own else None
    return (named[0].represents,) if named[0].represents else ()


def _mark_foreign_lines(document: Document) -> None:
    """Marks captions, links to other pieces and disclosures about the author."""
    last = max((s.block for s in document.sents), default=0)
    for sent in document.sents:
        text = document.article.blocks[sent.block].text
        if OWN_LINE.match(text) or (sent.block >= last - 1 and len(text) < 400 and DISCLOSURE.search(text)):
            sent.skip = True


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
    """A speaker's label in front of `text`: a title or a question's mark, or up to four words in capitals."""
    found = LABEL.match(text)
    if not found:
        return None
    label = found.group(1).strip()
    return found if _names_somebody(label) or (label.isupper() and len(label) > 1 and len(label.split()) <= 4) else None


def _names_somebody(label: str) -> bool:
    return any(w.casefold() in ASKING or w.casefold() in TITLES for w in re.findall(r"[\w'’-]+", label))


def _speaker(label: str, document: Document, cast: Cast) -> str:
    """The actor behind a transcript's label ("SECRETARY ARDEN"); enters a new one when the text never names them."""
    words = [w for w in re.findall(r"[\w'’.-]+", label) if w.casefold().rstrip(".") not in TITLES]
    titles = [w for w in re.findall(r"[\w'’-]+", label) if w.casefold() in TITLES]
    surname = (words or [label])[-1].casefold()
    people = sorted(cast.entries.values(), key=lambda e: -len(e.name))
    known = next((e for e in people if e.kind == "person" and e.name.split()[-1].casefold() == surname), None)
    if known is None:
        name = " ".join(w.title() if w.isupper() else w for w in words) or label.title()
        known = cast.entries.setdefault(name, Entry(name, "person"))
    if titles and not known.role:
        known.role = " ".join(titles).title()
    if not known.represents and known.role and is_official(known.role):
        fallback = cast.home or (document.issuer[0] if len(document.issuer) == 1 else None)
        known.represents = fallback
    return known.name
