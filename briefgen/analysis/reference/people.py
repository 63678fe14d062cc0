"""Who "he" or "she" is: the last fitting subject, nobody where two men alike were named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.history import History, Trace
from briefgen.analysis.text.document import Document
from briefgen.analysis.text.noun_phrases import sounds

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_AND_SHE = {word: "m" for word in ("he", "him", "his", "himself")} | {
    word: "f" for word in ("she", "her", "hers", "herself")
}


def person_meant(
    token: Token, document: Document, cast: Cast, history: History, now: int, quoted: bool
) -> tuple[str, ...]:
    """Whom "he" or "she" in sentence `now` means; `quoted` says that it stands in quotation marks."""
    gender = HE_AND_SHE[token.lower_]

    def fits(trace: Trace) -> bool:
        entry = cast.entries.get(trace.names[0])
        if trace.quoted and not quoted:
            return False  # whom a speaker talks about is not the speaker
        return trace.person and len(trace.names) == 1 and (entry is None or entry.gender in (None, gender))

    def likely(trace: Trace) -> bool:
        return sounds(trace.names[0]) == gender

    near = {t.names[0] for t in history.near(now, 2) if fits(t)}
    if len(near) == 1:
        (only,) = near
        entry = cast.entries.get(only)
        if entry is not None and entry.gender is None and token.lower_ in ("he", "she") and not quoted:
            entry.gender = "f" if gender == "f" else "m"
        return (only,)
    if not near and token.lower_ in ("he", "she"):
        names = (n for t in reversed(history.near(now, 2)) if len(t.names) == 1 for n in t.names)
        taken = next((n for n in names if cast.may_be_person(n, document)), None)
        if taken is not None:  # the recogniser took the name for a body's
            cast.entries[taken].kind = "person"
            return (taken,)
    return () if history.is_open(now, fits, likely) else history.last(now, fits, likely)


def is_state(trace: Trace, cast: Cast) -> bool:
    """Whether a country is named, which is "it": "they" are people of whom nobody told the name."""
    entry = cast.entries.get(trace.names[0])
    return entry is not None and entry.kind == "country"
