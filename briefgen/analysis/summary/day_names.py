"""The weekday behind "today" or "yesterday": read on another day, the words alone say nothing.

In words and not in figures, since a figure that no sentence has is nowhere in a brief.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.analysis.text.document import Document, Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
STATES = frozenset("be have face live see know remain need exist stand hold mean".split())
AUXILIARIES = ("aux", "auxpass")
PAST = frozenset("have has had having was were been will would".split())


def weekdays(sent: Sent, document: Document, published: dt.date | None) -> dict[int, str]:
    """The bracket for each word of `sent` that means a day counted from `published`; none where that is not known,
    within quotations, in a name ("Norland Today"), and for a "today" that means "nowadays".
    """
    if published is None:
        return {}
    found: dict[int, str] = {}
    for token in sent.tokens:
        distance = DAYS.get(token.lower_)
        if distance is None or document.is_quoted(sent.block, token) or _is_named_or_dated(token):
            continue
        if token.lower_ != "today" or _is_event(token.head):
            found[token.i] = f"[{NAMES[(published + dt.timedelta(distance)).weekday()]}]"
    return found


def _is_named_or_dated(token: Token) -> bool:
    """Whether the day is named, or the word stands for something else: "today's", "today, Friday," "today (May 3)",
    or is part of a name.
    """
    if token.text[0].isupper() and token.i > token.sent.start and token.nbor(-1).text[0].isupper():
        return True
    after = token.doc[token.i + 1 : token.i + 4]
    return any(t.tag_ == "POS" for t in after[:1]) or any(t.ent_type_ == "DATE" or t.like_num for t in after)


def _is_event(verb: Token) -> bool:
    """Whether something happens on the one day rather than being so these days."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [c for c in verb.children if c.dep_ in AUXILIARIES]
    if verb.tag_ == "VBG":
        return any(c.lemma_ == "be" for c in helpers)
    if verb.tag_ in ("VBN", "VB"):
        return any(c.lower_ in PAST or c.tag_ == "MD" for c in helpers)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBP" and verb.lemma_ not in STATES)
