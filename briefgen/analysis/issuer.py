"""In whose name a whole text speaks: the parties that issue a statement, a fact sheet or a readout. News has no
issuer.
"""

from __future__ import annotations

import re
from collections import Counter

from briefgen.analysis.actors import Cast
from briefgen.analysis.document import Document
from briefgen.analysis.roles import AMERICAN_ROLE

ISSUED = re.compile(
    r"\b(statement|declaration|communiqu[eé]|readout|read-out|fact ?sheet|press release|remarks|chair['’]s summary|"
    r"proclamation|memorandum|conclusions)\b",
    re.I,
)
ISSUED_BY = re.compile(r"\W*(?:\w+\s+){0,3}?(?:by|of|from)\b(?!.*\b(?:meetings?|call|visit|travel|trip)\b)", re.I)
JOINT = re.compile(r"\bjoint\b|\bbetween\b.*\band\b|^G-?\d", re.I)
MATTER = re.compile(r"\b(?:on|following|after|regarding|concerning|in response|to mark|to the|for)\b", re.I)
OTHER_SIDE = re.compile(r"\b(?:with|to|on|against|and)\b", re.I)
UNITED_STATES = re.compile(
    r"\b(?:Office of the Spokesperson|Department of State|The White House|(?:NSC|Department) Spokesperson)\b"
)
# Without a country beside it, the press office of a White House writes so.
BARE_ROLE = re.compile(r"^(?:vice )?president$|^national security advisor$|^nsc spokes\w+$", re.I)
QUOTED = re.compile(r'["“][^"”]{0,2000}["”]')  # bounded: marks that nothing closes must not cost a search each
WE = re.compile(r"\b(?:we|our)\b", re.I)
LABELLED = re.compile(r"^[A-Z][A-Z .'’-]{2,40}:")
# What a government does in its own statements.
STATING = frozenset(
    """condemn welcome call reaffirm commend urge applaud congratulate appreciate affirm recognize
    recognise deplore reiterate pledge thank mourn stand express underscore underline
    """.split()
)


def find_issuer(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties that issue the text, from its headline, its opening lines or its "we"; empty for anything else."""
    headline = document.article.headline or ""
    opening = f"{headline} " + " ".join(
        b.text for b in document.article.blocks[:4] if b.kind != "paragraph" or len(b.text) < 200
    )
    issued = ISSUED.search(headline)
    american = bool(UNITED_STATES.search(opening))
    if issued is None and not american:
        return _who_is_we(document, cast)
    end = found.start() if (found := MATTER.search(headline)) else len(headline)
    by = ISSUED_BY.match(headline, issued.end(), end) if issued else None
    everybody = _parties(cast, 0, len(headline))
    ways = (
        _parties(cast, 0, end) if JOINT.search(headline[:end]) else (),
        _parties(cast, by.end(), end) if by else (),
        everybody if "joint" in headline.lower() and len(everybody) > 1 else (),
        ("United States",) if american else (),
        _first_person(headline, end, document, cast),
        _parties(cast, 0, issued.start()) if issued else (),
    )
    return next((names for names in ways if names), ()) or _who_is_we(document, cast)


def _parties(cast: Cast, begin: int, end: int) -> tuple[str, ...]:
    """The parties that the headline names between two offsets."""
    return tuple(dict.fromkeys(party for at, party in cast.headline if begin <= at < end))


def _who_is_we(document: Document, cast: Cast) -> tuple[str, ...]:
    """The party that condemns, welcomes, urges in a text that says "we" outside quotations; empty for news."""
    unquoted = [QUOTED.sub("", b.text) for b in document.article.blocks if b.number is not None]
    ours = [t for t in unquoted if WE.search(t) and not LABELLED.match(t)]
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
            states = head.dep_ == "nsubj" and head.head.lemma_ in STATING
            if states and mention.kind in ("country", "organisation", "body"):
                subjects[mention.name] += 1
    return subjects


def _first_person(headline: str, end: int, document: Document, cast: Cast) -> tuple[str, ...]:
    """The party of the person whom the headline names first.

    One with a bare title ("Statement from President X") speaks for the United States when the text names them and the
    headline does not tie them to somebody else, else for whoever condemns and welcomes in the text.
    """
    low = headline[:end].casefold()
    people = [(low.find(e.name.split()[-1].casefold()), e.name) for e in cast.entries.values() if e.kind == "person"]
    named = [cast.entries[name] for at, name in sorted(people) if at >= 0]
    if not named or not named[0].role:
        return ()
    if not named[0].represents:
        beside = found.end() if (found := OTHER_SIDE.search(headline)) else len(headline)
        others = {e.represents for e in named[1:]} | set(_parties(cast, beside, len(headline)))
        american = AMERICAN_ROLE.match(named[0].role) or (
            BARE_ROLE.match(named[0].role) and "United States" not in others
        )
        if american and "United States" in cast.entries:
            named[0].represents = "United States"
        else:
            own = [p for p, _ in _who_states(document, cast).most_common() if p not in others]
            named[0].represents = own[0] if own else None
    return (named[0].represents,) if named[0].represents else ()
