"""Lines that say who wrote or issued the text, and where."""

from __future__ import annotations

import re

from briefgen.sources.layout.draft import Draft

_CAPITALISED = r"(?:[^\W\d_a-z][\w.’'\-]*)"
_PARTICLES = "de da del della der den dos du van von bin ibn bint el al la le y e".split()
_NAME = rf"{_CAPITALISED}(?: (?:(?:{'|'.join(_PARTICLES)}) )*{_CAPITALISED}){{1,4}}"
_BY = re.compile(r"(?:(?:(?:written|reported|text|story|words|analysis) )?by:?|author:) (?P<names>\S.*)", re.IGNORECASE)
_ISSUED_BY = re.compile(r"(?:issued|released|published) by (?:the )?(?P<names>[^,|]+).*", re.IGNORECASE)
_NAME_AND_ROLE = re.compile(rf"(?P<name>{_NAME})(?:,| [|–—-])? (?P<role>.+)")
_ROLE = re.compile(
    r"\b(?:secretary|minister|president|premier|chancellor|spokes(?:person|man|woman)|ambassador|envoy|representative|"
    r"commissioner|director|chief|chair(?:man|woman|person)?|governor|senator|mayor|judge|justice|general|admiral|"
    r"correspondent|reporter|editor|columnist|writer|journalist|bureau|professor|fellow|analyst|"
    r"news|newspaper|press|times|post|reuters|afp|agency)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the )?(?:press |media )?(?:office|ministry|department|bureau|embassy|secretariat|delegation|mission)\b",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:room|headquarters|cent(?:er|re)|house|palace|hall|hotel|embassy|airport|building|base|library|"
    r"university|capitol|auditorium|garden|lawn|chamber|castle|residence)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}, {_CAPITALISED}(?: {_CAPITALISED}){{0,2}}")
_LINKING = frozenset(["and", "in", "of", "for", "at", "the", "on", "to", *_PARTICLES])
_MOST_WORDS = 16


def names_in_byline(text: str) -> str | None:
    """The names in "By Jane Doe and John Roe, Reuters", as they stand; None when `text` is no such line."""
    issuer = _ISSUED_BY.fullmatch(text)
    if issuer and len(text.split()) <= _MOST_WORDS:
        return issuer["names"].strip()
    match = _BY.fullmatch(text)
    if not match or len(match["names"].split()) > _MOST_WORDS:
        return None
    names = re.split(r",| [|–—-] | (?:for|in|at) ", match["names"])[0].strip()
    capitalised = all(word[0].isupper() or word in _LINKING or not word[0].isalpha() for word in match["names"].split())
    return names if capitalised and names[:1].isupper() else None


def named_with_role(draft: Draft) -> str | None:
    """The name in "Antony Smith, Secretary of State"; None when the text is anything else."""
    match = _NAME_AND_ROLE.fullmatch(draft.text)
    plausible = match and len(draft.words) <= _MOST_WORDS and not draft.ends_sentence and "," in draft.text
    return match["name"].rstrip(",") if match and plausible and _ROLE.search(match["role"]) else None


def is_office(draft: Draft) -> bool:
    """Whether the text is the name of a body that issues statements: "Office of the Spokesperson"."""
    return (
        bool(_OFFICE.match(draft.text))
        and len(draft.words) <= _MOST_WORDS
        and draft.in_title_case
        and not draft.ends_sentence
    )


def is_venue(draft: Draft) -> bool:
    """Whether the text names where somebody spoke: "Treaty Room", "NATO Headquarters"."""
    return len(draft.words) <= 8 and draft.in_title_case and bool(_VENUE.search(draft.text)) and not draft.ends_sentence


def is_place(draft: Draft) -> bool:
    """Whether the text may be a town with its country: "Riga, Latvia". A person with a short role looks alike."""
    return bool(_PLACE.fullmatch(draft.text)) and not draft.ends_sentence
