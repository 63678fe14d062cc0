"""Next steps: what a party is set to do. First version, by future constructions."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.wording import tidy
from briefgen.model.findings import Step

PLANNED = frozenset("plan agree pledge promise vow commit undertake intend schedule set expect due slate".split())


def find_steps(context: Context) -> list[Step]:
    """The steps in the order of the text."""
    found: list[Step] = []
    for sent in context.document.citable():
        verb = next(
            (
                t
                for t in sent.span
                if (
                    t.tag_ == "MD" and t.lower_ in ("will", "'ll") and not any(c.dep_ == "neg" for c in t.head.children)
                )
                or (t.lemma_ in PLANNED and any(c.dep_ == "xcomp" for c in t.children))
            ),
            None,
        )
        if verb is None:
            continue
        main = verb.head if verb.tag_ == "MD" else verb
        owners = context.subjects(sent, main)
        if owners:
            found.append(Step((sent.id,), owners, tidy(sent.text), None, "scheduled", "medium"))
    return found
