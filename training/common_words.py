"""Counts in how many texts of public prose each noun and adjective stands: such words tell one matter from another
less.

usage: python training/common_words.py TEXTS

TEXTS holds *.txt. Writes briefgen/analysis/data/common_words.json: stem -> share of the texts. Names are not counted.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from briefgen import sources
from briefgen.analysis.text import document, language_model
from briefgen.analysis.topics.words import stem

WORDS = Path(__file__).resolve().parent.parent / "briefgen/analysis/data/common_words.json"
FEWEST = 8  # texts that a word must stand in


def main() -> None:
    """Counts and writes."""
    nlp = language_model.load(None)
    texts = sorted(Path(sys.argv[1]).glob("*.txt"))
    count: Counter[str] = Counter()
    for text in texts:
        parsed = document.parse(sources.read(str(text)), nlp)
        tokens = [t for doc in parsed.docs.values() for t in doc if t.pos_ in ("NOUN", "ADJ") and t.is_alpha]
        count.update({stem(t.lemma_) for t in tokens})
    shares = {w: round(n / len(texts), 2) for w, n in sorted(count.items()) if n >= FEWEST}
    WORDS.write_text(json.dumps(shares, indent=0) + "\n", encoding="utf8")
    print(f"{len(shares)} words of {len(texts)} texts")


if __name__ == "__main__":
    main()
