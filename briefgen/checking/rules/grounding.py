"""Every statement of the machine rests on sentences, and they stand in the source as they stand in the brief."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.subject import Subject

_ANEW = "Draft the brief again; if the sentence was changed by hand, put back what source.txt has."


def no_evidence(subject: Subject) -> Iterator[Remark]:
    """A statement of the machine's that cites nothing."""
    for line in subject.lines:
        main = next(iter(line.texts))
        if not line.evidence and not subject.merged.is_human(main):
            hint = "Name the sentences it rests on under evidence, or drop the entry."
            yield Remark(line.path, "the machine's statement cites no sentence", hint)


def no_source(subject: Subject) -> Iterator[Remark]:
    """No source.txt, so that nobody can look a citation up."""
    if subject.sentences is None and subject.brief.evidence:
        what = "there is no source.txt in which the sentences could be looked up"
        yield Remark(("evidence",), what, "Draft the brief again, which writes it.")


def unknown_sentence(subject: Subject) -> Iterator[Remark]:
    """An id of evidence that source.txt does not have."""
    if subject.sentences is None:
        return
    elsewhere = {text: identity for identity, text in subject.sentences.items()}
    for identity, text in subject.brief.evidence.items():
        if identity not in subject.sentences:
            found = f"; its sentence stands there as {elsewhere[text]}" if text in elsewhere else ""
            yield Remark(("evidence", identity), f"source.txt has no sentence {identity}{found}", _ANEW)


def altered_sentence(subject: Subject) -> Iterator[Remark]:
    """A sentence of evidence that is not word for word that of source.txt."""
    for identity, text in subject.brief.evidence.items():
        original = (subject.sentences or {}).get(identity)
        if original is not None and original != text:
            yield Remark(("evidence", identity), f"sentence {identity} is not as source.txt has it", _ANEW)
