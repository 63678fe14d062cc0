"""Names that look like a party's and are none: agreements, programmes and events, places in their titles, a continent,
citizens abroad.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.text.cues import CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Paper, plans and events: the last word of their name, or that before "of", "for" or "on".
THINGS = frozenset(
    """accord accords act agenda agreement agreements award bill cease-fire ceasefire challenge charter code compact
    communique communiqué conference consultations convention conventions deal declaration decree dialogue directive
    election elections exercise framework future games initiative law list memorandum mou pact plan pledge policy
    principles prize process program programme programs programmes project protocol referendum resolution roadmap scheme
    statement strategy summit talks treaty""".split()
)
# Bodies that are called so.
NO_THINGS = frozenset("development food environment oxygen".split())
# These may be bodies with "of" behind them: "Conference of Harbour Towns".
MEETINGS = frozenset(("conference", "convention", "programme", "program"))
OFFICES = frozenset("bureau office department ministry committee".split())
LINKS = frozenset("of for on and the to & against".split())
SCHEMES = frozenset("program programme programs programmes scheme treaty accord agreement initiative act".split())
# Behind a capital, in small letters too, these name what happened there.
EVENTS = frozenset(
    """accord accords agreement agreements ceasefire conference convention conventions declaration meeting pact process
    protocol summit talks treaty round""".split()
)
LONGEST_TITLE = 5  # capitalised words behind a place
# "European" with these is the Union's; with any other noun it tells where something lies.
OF_THE_UNION = frozenset(
    """official officials diplomat diplomats commissioner commissioners commission council parliament parliamentarian
    court bank regulator regulators sanction sanctions negotiator negotiators lawmaker lawmakers institutions bloc law
    union side tariff tariffs chief envoy leader leaders power powers nations delegation spokesman spokeswoman
    spokesperson minister ministers integration""".split()
)
NOT_IN = frozenset(("non", "anti", "pro"))
DEALT_WITH = frozenset(("with", "between"))


def is_thing(text: str) -> bool:
    """Whether a name is that of a plan, a paper or an event: "Harbour Entry Program", "Treaty on the Deep Sea"."""
    words = text.split()
    head = next((n for n, w in enumerate(words) if w in LINKS and n), len(words)) - 1
    last = words[-1].casefold().strip(".,")
    if words[0].casefold() in OFFICES:
        return False
    if last in THINGS or words[head].casefold() in THINGS - MEETINGS:
        return not (len(words) > 1 and words[-2].casefold() in NO_THINGS)
    return False


def names_thing(ent: Span) -> bool:
    """Whether the word behind a name says that it is no body: "the Harbour Entry (HE) programme"."""
    doc, after = ent.doc, ent.end
    if after + 2 < len(doc) and doc[after].text == "(" and doc[after + 2].text == ")":
        after += 3
    return after < len(doc) and doc[after].lower_ in SCHEMES


def names_no_party(doc: Doc, hit: NameHit) -> bool:
    """Whether a country's or body's name stands for something else where `hit` is."""
    at = hit.start
    if at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ in NOT_IN:
        return True  # "non-EU market"
    if hit.entry.kind == "capital":
        return _in_title(doc, hit.end)
    if hit.entry.kind != "demonym":
        return False
    if hit.entry.party == "European Union":
        return not _is_the_unions(doc[hit.end - 1])
    return _are_persons(doc[hit.end - 1])


def _in_title(doc: Doc, end: int) -> bool:
    """Whether a place that ends at `end` is part of a title: "Ottawa Agreement", "Paris Climate Agreement"."""
    if end < len(doc) and doc[end].text == "'s":
        return False
    for n, token in enumerate(doc[end : end + LONGEST_TITLE]):
        if token.lower_ in (EVENTS if n == 0 else THINGS) and (n == 0 or token.text[0].isupper()):
            return True
        if not token.text[0].isupper() or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _is_the_unions(token: Token) -> bool:
    noun = token.head if token.dep_ in ("amod", "compound", "nmod") else token
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    return bool({noun.lower_, behind.lower_} & OF_THE_UNION)


def _are_persons(token: Token) -> bool:
    """Whether a nationality names some of its people: "displaced Haitians", "an Iranian"; "the Russians" are a side."""
    if token.dep_ in ("amod", "compound", "nmod", "poss") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.tag_ in ("NN", "NNP"):
        return any(c.lower_ in ("a", "an") for c in token.children) and token.dep_ != "appos"
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    first = token
    while first.dep_ == "conj":
        first = first.head
    if any(c.lower_ == "the" for c in (*token.children, *first.children)):
        return any(c.dep_ in ("amod", "nummod", "relcl", "acl") for c in token.children)
    if any(c.dep_ in ("amod", "nummod", "relcl", "acl") for c in token.children):
        return True
    speaks = first.dep_ == "nsubj" and (first.head.lemma_.lower() in CUES or first.head.lemma_ == "meet")
    return not (speaks or (first.dep_ == "pobj" and first.head.lower_ in DEALT_WITH))


def whole_name(ent: Span, barred: set[int]) -> Span:
    """A name without the links at its end, or with the rest where an office's was cut at "and": "Bureau of Trade and
    Labour". `barred` are tokens of other names.
    """
    doc, end = ent.doc, ent.end
    while end > ent.start + 1 and (doc[end - 1].lower_ in LINKS or doc[end - 1].is_punct):
        end -= 1
    office = doc[ent.start].lower_ in OFFICES
    if office and end + 1 < len(doc) and doc[end].lower_ == "and" and end - ent.start > 2:
        stop = end + 1
        while stop < len(doc) and doc[stop].pos_ in ("PROPN", "ADJ") and doc[stop].text[0].isupper():
            stop += 1
        if stop > end + 1 and not barred & set(range(end, stop)):
            end = stop
    return doc[ent.start : end]
