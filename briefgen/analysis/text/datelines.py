"""What stands in front of a paragraph's first sentence: a dateline ("BOGOTÁ, Feb 12 - "), the label of a transcript's
turn ("MINISTER ARDEN: "), a heading in the line ("Trade and Growth: ").

Parsed as part of the sentence, the town becomes the subject of the sentence that matters most, and what Venezuela
refuses is refused by Colombia. So it is cut off before the parse and hung on its sentence after it.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES, TITLES

COMPONENT = "briefgen_datelines"
LONGEST_DATELINE = 60  # tokens
# A town in capitals; then at most a country, a date, an agency; then a dash and a sentence.
DATELINE = re.compile(
    r"(?P<town>[A-Z][A-ZÀ-Þ'’. -]{2,40}?)(?:,[^—–-]{0,40})?\s*(?:\([^)]{0,40}\)\s*)?[—–-]{1,2}\s+(?=[\"'“‘]?[A-ZÀ-Þ\d])"
)
TURN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,60}:\s+(?=\S)")
# Large words joined by small ones, and a sentence behind the colon.
HEADING = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*(?:,? (?:[A-ZÀ-Þ][\w’'-]*|and|of|for|the|in|on|to|with|&)){1,9}:\s+(?=[\"“]?[A-ZÀ-Þ])"
)
SMALL = frozenset("and of for the in on to with &".split())
SPEAKERS = TITLES | STATE_BODIES | OWN_BODIES | {"question", "answer"}


def opening_end(text: str) -> int:
    """How many characters of `text` stand in front of its first sentence, the white space behind them included."""
    turn = TURN.match(text)
    return dateline_end(text) or heading_end(text) or (turn.end() if turn is not None and not text.isupper() else 0)


def heading_end(text: str) -> int:
    """How many characters of `text` a heading in its first line takes ("Trade and Growth: "); 0 where it has none.

    Without a small word it may be somebody's name, with an office or a body who speaks.
    """
    found = HEADING.match(text)
    words = found[0].rstrip(": \n").replace(",", "").split() if found else []
    named = any(w.casefold().removesuffix("s") in SPEAKERS or w.casefold() in SPEAKERS for w in words)
    return found.end() if found and SMALL & set(words) and not named else 0


def dateline_end(text: str) -> int:
    """How many characters of `text` its dateline takes, the white space behind it included; 0 where it has none."""
    found = DATELINE.match(text)
    return found.end() if found and not text.isupper() else 0


@Language.component(COMPONENT)
def join_datelines(doc: Doc) -> Doc:
    """Hangs what opens `doc`, which the parser took for a sentence of its own, on the sentence behind it."""
    end = opening_end(doc.text)
    sents = list(doc.sents)
    if not end or len(sents) < 2 or sents[1].start_char != end:
        return doc
    tree = doc.to_array(["HEAD", "DEP"])
    tree[sents[0].root.i] = (sents[1].root.i - sents[0].root.i, doc.vocab.strings.add("dep"))
    return doc.from_array(["HEAD", "DEP"], tree)  # type: ignore[arg-type]  # spaCy types it as floats; it holds integers
