"""Red lines: what a party will not accept, will not give up, or will answer with action; live stances only.

rules/         signs of a red line, one family of wordings a file, in a visible order
voices.py      whose words they are
holders.py     whose red line that makes it
features.py    what speaks for and against a sentence, and the fitted weights
parts.py       trigger, consequence, addressee and the wording
merging.py     statements of the same thing made one
"""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.stances.candidates import candidates
from briefgen.analysis.stances.features import score
from briefgen.analysis.stances.merging import merge
from briefgen.analysis.stances.parts import stance_of
from briefgen.model.findings import Stance

__all__ = ["THRESHOLD", "find_stances"]

THRESHOLD = (
    0.36  # the probability from which a statement counts as a red line, chosen by cross-validation over documents
)


def find_stances(context: Context) -> list[Stance]:
    """The red lines of the article in the order of the text; none is without a holder."""
    kept = [(c, p) for c in candidates(context) if c.holders and (p := score(c)) >= THRESHOLD]
    return merge([stance_of(c, p, context) for c, p in kept])
