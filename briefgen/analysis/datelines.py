"""Datelines: "BOGOTÁ, Feb 12 - " in front of a report's first sentence.

Parsed as part of it, the town becomes the subject of the sentence that matters most, and what Venezuela refuses is
refused by Colombia. So the dateline is cut off before the parse and hung on its sentence after it.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "briefgen_datelines"
LONGEST_DATELINE = 60  # tokens
# A town in capitals; then at most a country, a date, an agency; then a dash and a sentence.
DATELINE = re.compile(
    r"(?P<town>[A-Z][A-ZÀ-Þ'’. -]{2,40}?)(?:,[^—–-]{0,40})?\s*(?:\([^)]{0,40}\)\s*)?[—–-]{1,2}\s+(?=[\"'“‘]?[A-ZÀ-Þ\d])"
)


def dateline_end(text: str) -> int:
    """How many characters of `text` its dateline takes, the white space behind it included; 0 where it has none."""
    found = DATELINE.match(text)
    return found.end() if found and not text.isupper() else 0


@Language.component(COMPONENT)
def join_datelines(doc: Doc) -> Doc:
    """Hangs the dateline of `doc`, which the parser took for a sentence of its own, on the sentence behind it."""
    end = dateline_end(doc.text)
    sents = list(doc.sents)
    if not end or len(sents) < 2 or sents[1].start_char != end:
        return doc
    tree = doc.to_array(["HEAD", "DEP"])
    tree[sents[0].root.i] = (sents[1].root.i - sents[0].root.i, doc.vocab.strings.add("dep"))
    return doc.from_array(["HEAD", "DEP"], tree)  # type: ignore[arg-type]  # spaCy types it as floats; it holds integers
