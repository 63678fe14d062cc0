"""The wording of a step: its clause, cut out of the sentence, with the owners' names in brackets where it has no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.steps.candidate import Candidate, clause_head, has_subject
from briefgen.analysis.wording import line, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_RELATIVE = ("who", "which", "that", "where", "when")
_SHORTEST = 3  # tokens; less cannot be understood alone


def action_of(scene: Scene, candidate: Candidate, owners: Names) -> str:
    """One readable line; the whole sentence where the clause alone would be too short to be understood."""
    sent, resolver = candidate.sent, scene.context.resolver
    start, end = candidate.span()
    doc = sent.span.doc
    head = clause_head(candidate.top)
    bare = (
        head.pos_ in ("VERB", "AUX")
        and not has_subject(head)
        and head.dep_ in ("conj", "relcl", "acl", "advcl", "xcomp")
    )
    relative = next((t for t in head.lefts if t.lower_ in _RELATIVE and t.dep_ in ("nsubj", "nsubjpass")), None)
    if relative is not None or bare:
        if relative is not None:
            start = relative.i + 1
        elif head.dep_ == "conj":
            start = _after_conjunction(head, start)
        if end - start >= _SHORTEST - 1 and owners:
            return tidy(f"[{_joined(owners)}] {_lowered(line(sent, start, end, resolver), sent, doc[start])}")
        return tidy(sent.text)
    while (
        start < end - 1
        and (doc[start].is_punct or doc[start].dep_ in ("cc", "mark", "preconj"))
        and doc[start].lower_ != "if"
    ):
        start += 1
    if end - start < _SHORTEST:
        return tidy(sent.text)
    return line(sent, start, end, resolver)


def _joined(names: Names) -> str:
    return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]


def _lowered(text: str, sent: Sent, first: Token) -> str:
    """The line as it was before its first letter was made large."""
    return text[0].lower() + text[1:] if text and first.text[:1].islower() else text


def _after_conjunction(head: Token, start: int) -> int:
    return next((t.i for t in head.doc[start : head.i + 1] if t.dep_ not in ("cc", "punct")), start)
