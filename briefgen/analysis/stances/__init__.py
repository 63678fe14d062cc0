"""Red lines: what a party will not accept, will not give up, or will answer with action; live stances only.

    rules/          signs of a red line, one family of wordings a file, in a visible order (patterns.py, hit.py);
                    rules/vetoes.py says which of them their grammar makes none
    tags.py         the reporting tag of a sentence, read off its words
    voices.py       whose words they are (sides.py: whom the speaker speaks for; commentators.py: who only comments)
    holders.py      whose red line that makes it (inland.py: in a dispute at home the person's)
    liveness.py     what is no live stance however it is worded
    candidates.py   sentences with signs, holder and voice
    features.py     what speaks for and against one (signals.py), weighed by data/red_lines.json
    parts.py        wording, kind, confidence, with consequence.py and addressee.py (told.py)
    merging.py      statements of the same thing made one

`training/red_lines.py` fits the weights.
"""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.stances.candidates import candidates
from briefgen.analysis.stances.features import score
from briefgen.analysis.stances.merging import merge
from briefgen.analysis.stances.parts import stance_of
from briefgen.model.findings import Stance

__all__ = ["THRESHOLD", "find_stances"]

# The probability from which a statement counts as a red line, chosen by cross-validation over documents.
THRESHOLD = 0.38


def find_stances(context: Context) -> list[Stance]:
    """The red lines of the article in the order of the text; none is without a holder."""
    kept = [(c, p) for c in candidates(context) if c.holders and (p := score(c)) >= THRESHOLD]
    return merge([stance_of(c, p, context) for c, p in kept])
