"""What the recogniser takes for a body or a person and is neither: terms of treaties, regions, squares and hospitals,
apps that something is posted on, makes of cars.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.text.cues import CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TERM = re.compile(
    r"(?:the )?(?:annex|appendix|article|chapter|schedule|section|title) (?:[ivxlc]+|\d+|[a-z])|"
    r"(?:\w+ ){0,2}(?:states?|contracting) part(?:y|ies)|(?:indo|asia)-pacific|.* region",
    re.I,
)
# The last word of their name; they act only where they speak ("Downing Street said").
PLACES = frozenset("square street avenue boulevard road lane bridge hospital clinic park".split())
NO_SURNAMES = frozenset("square avenue boulevard hospital clinic".split())
APPS = frozenset(
    "facebook instagram twitter tiktok youtube telegram whatsapp linkedin weibo snapchat reddit bluesky".split()
)
NO_PERSONS = APPS | {"brexit", "states", "parties"}  # "UN Member States"


def is_term(text: str) -> bool:
    """Whether a name is a term of a treaty or a region: "Annex III", "every other State Party". It is a name all the
    same, and no matter that parties stand on.
    """
    return TERM.fullmatch(text) is not None


def is_no_person(text: str) -> bool:
    """Whether the recogniser cannot mean a person by `text`."""
    return text.casefold() in NO_PERSONS or text.split()[-1].casefold() in NO_SURNAMES or is_term(text)


def names_no_body(ent: Span, text: str) -> bool:
    """Whether what `ent` names does nothing itself: a place, an app that something is posted on, "a Volvo"."""
    root = ent.root
    last = text.split()[-1].casefold() if text else ""
    if last in PLACES:
        return not (root.dep_ == "nsubj" and root.head.lemma_.lower() in CUES)
    if text.casefold() in NO_PERSONS:
        return text.casefold() not in APPS or root.dep_ not in ("nsubj", "nsubjpass", "poss")
    return len(text.split()) == 1 and _is_counted(ent.doc, text)


def _is_counted(doc: Doc, name: str) -> bool:
    """Whether `name` stands somewhere in `doc` with "a" and no noun behind, or with a model's number: a car or a plane
    of that make.
    """
    for token in doc:
        if token.text == name and token.dep_ == "compound" and any(c.isdigit() for c in token.head.text):
            return token.head.text.isalnum()
        if token.text == name and token.dep_ not in ("compound", "nmod", "amod") and not token.is_upper:
            article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
            if article in ("a", "an") and all(c.i > token.i or c.dep_ == "det" for c in token.children):
                return True
    return False
