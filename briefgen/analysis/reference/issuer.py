"""In whose name a whole text speaks: the parties that issue a statement, a fact sheet or a readout. News has no
issuer.
"""

from __future__ import annotations

import re

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.gazetteer import Entry, forms
from briefgen.analysis.actors.name_forms import surname
from briefgen.analysis.actors.roles import AMERICAN_ROLE
from briefgen.analysis.reference.first_person import LABELLED, speaks_as_we, who_is_we, who_states
from briefgen.analysis.text.document import Document

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
# Who signs a statement, as opposed to who reports.
OFFICE = re.compile(r"\b(?:ministry|ministers?|department|government|secretary|president|chancellor|cabinet)\b", re.I)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# "Nairobi, 28 March 2031" on a line of its own or in front of the first sentence; "..., Nairobi" behind a headline.
SEAT = re.compile(rf"(?P<seat>[^\W\d_][^\d,;:.—–]{{2,30}}),\s+(?:\d{{1,2}}\s+{MONTH}|{MONTH})\b")
SEAT_BEHIND = re.compile(r",\s+(?P<seat>[^\W\d_][\w ]+)$")
LINK = re.compile(r"[\s:,]*(?:and\s+)?(?:the\s+)?", re.I)
LONGEST_NAME = 5  # words


def find_issuer(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties that issue the text, from its headline, the lines around it or its "we"; empty for anything else."""
    headline = document.article.headline or ""
    opening = f"{headline} " + " ".join(
        b.text for b in document.article.blocks[:4] if b.kind != "paragraph" or len(b.text) < 200
    )
    issued = ISSUED.search(headline)
    american = bool(UNITED_STATES.search(opening))
    signed = _signed(document)
    if issued is None and not american:
        return signed or who_is_we(document, cast, official=False)
    end = found.start() if (found := MATTER.search(headline)) else len(headline)
    by = ISSUED_BY.match(headline, issued.end(), end) if issued else None
    everybody = _parties(cast, 0, len(headline))
    ways = (
        _parties(cast, 0, end) if JOINT.search(headline[:end]) else (),
        _parties(cast, by.end(), end) if by else (),
        everybody if "joint" in headline.lower() and len(everybody) > 1 else (),
        ("United States",) if american else (),
        signed,
        _listed(headline, issued.end()) if issued else (),
        _first_person(headline, end, document, cast),
        _parties(cast, 0, issued.start()) if issued else (),
    )
    named = next((names for names in ways if names), ())
    return named or who_is_we(document, cast, official=True) or _seated(headline, document)


def _parties(cast: Cast, begin: int, end: int) -> tuple[str, ...]:
    """The parties that the headline names between two offsets."""
    return tuple(dict.fromkeys(party for at, party in cast.headline if begin <= at < end))


def _signed(document: Document) -> tuple[str, ...]:
    """The party whose office stands in the line of the author: "Jane Roe, Secretary of State", "Ministry of X of Y"."""
    if sum(bool(LABELLED.match(b.text)) for b in document.article.blocks) > 1:
        return ()  # a transcript: the line names one of the speakers
    for block in document.article.blocks[:4]:
        if block.kind != "byline" or not OFFICE.search(block.text):
            continue
        if any(AMERICAN_ROLE.match(part.strip()) for part in block.text.split(",")[1:]):
            return ("United States",)
        words = block.text.split()
        found = next((e for i in range(len(words)) if (e := _name_at(words[i:])) and e.kind == "country"), None)
        if found is not None:
            return (found.party,)
    return ()


def _listed(headline: str, begin: int) -> tuple[str, ...]:
    """The two or more parties that open what follows a colon: "Fact sheet: Norland, Estmark and Sudmark on ..."."""
    if headline[begin : begin + 1] != ":":
        return ()
    parties: list[str] = []
    words = LINK.sub("", headline[begin:], count=1).split()
    while words and (entry := _name_at(words)) is not None and entry.kind in ("country", "organisation"):
        parties.append(entry.party)
        words = words[len(_form_at(words).split()) :]
        while words and words[0].lower() in ("and", "the"):
            words = words[1:]
    return tuple(dict.fromkeys(parties)) if len(parties) > 1 else ()


def _form_at(words: list[str]) -> str:
    """The longest name of a country or body that `words` begin with; empty when they begin with none."""
    tries = (" ".join(words[:n]).rstrip(",;:.") for n in range(LONGEST_NAME, 0, -1))
    return next((t for t in tries if t in forms()), "")


def _name_at(words: list[str]) -> Entry | None:
    return forms().get(_form_at(words))


def _seated(headline: str, document: Document) -> tuple[str, ...]:
    """The country whose capital a statement is dated from, when nothing else tells whose it is."""
    if not speaks_as_we(document) and "readout" not in headline.lower():
        return ()
    places = [found for b in document.article.blocks[:4] if (found := SEAT.match(b.text))]
    if OFFICE.search(headline) and (found := SEAT_BEHIND.search(headline)):
        places.append(found)
    for place in places:
        entry = forms().get(place["seat"].strip())
        # Brussels may be Belgium's or the Union's.
        if entry is not None and entry.kind == "capital" and forms()[entry.party].kind == "country":
            return (entry.party,)
    return ()


def _first_person(headline: str, end: int, document: Document, cast: Cast) -> tuple[str, ...]:
    """The party of the person whom the headline names first.

    One with a bare title ("Statement from President X") speaks for the United States when the text names them and the
    headline does not tie them to somebody else, else for whoever condemns and welcomes in the text.
    """
    # Whoever stands behind "with" is the other side of the call.
    low = headline[: min(end, found.start() if (found := OTHER_SIDE.search(headline)) else end)].casefold()
    people = [(low.find(surname(e.name).casefold()), e.name) for e in cast.entries.values() if e.kind == "person"]
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
            own = [p for p, _ in who_states(document, cast).most_common() if p not in others]
            named[0].represents = own[0] if own else None
    return (named[0].represents,) if named[0].represents else ()
