"""What speaks for and against a candidate, as named features, and the probability that the fitted weights give it."""

from __future__ import annotations

from briefgen.analysis.regression import probability
from briefgen.analysis.stances.candidates import Candidate, part_of
from briefgen.analysis.stances.hit import verb_of
from briefgen.analysis.stances.liveness import YEAR, is_past
from briefgen.analysis.stances.signals import CONDITIONS, CUES, DATED, FAINT, NEAR, STRONG, WORDINGS


def features(candidate: Candidate) -> dict[str, float]:
    """The features of `candidate`, named; absent ones are 0."""
    sent, holding = candidate.sent, candidate.holding
    text = sent.plain
    part = text[slice(*part_of(sent, candidate.main.anchor))]
    found: dict[str, float] = {f"sign {h.rule}": 1.0 for h in candidate.hits}
    found |= {f"word {name}": 1.0 for name, w in WORDINGS.items() if w.search(part if name in NEAR else text)}
    found[f"voice {holding.voice.source}"] = 1.0
    for name, verbs in CUES.items():
        if holding.voice.cue in verbs:
            found[f"cue {name}"] = 1.0
    flags = {
        "commentator": holding.voice.commentator,
        "about other": holding.about_other,
        "own words": holding.own_words,
        "quoted": candidate.quoted,
        "party voice": holding.voice.source != "article"
        and bool(holding.voice.names)
        and not holding.voice.commentator,
        "relative": verb_of(candidate.main.anchor).dep_ in ("relcl", "acl"),
        "on another": candidate.on_another,
        "several signs": len({h.kind for h in candidate.hits}) > 2,
        "long": len(sent.span) > 40,
        "short": len(sent.span) < 12,
        "past year": candidate.year is not None and any(int(y) < candidate.year for y in YEAR.findall(text)),
        "past root": is_past(verb_of(candidate.main.anchor)),
        "dated past": _is_dated_past(candidate, part),
        "article past": holding.voice.source == "article" and is_past(verb_of(candidate.main.anchor)),
    }
    found |= {f"is {name}": 1.0 for name, true in flags.items() if true}
    found |= _strength(candidate, found)
    found |= _conditions(candidate, found)
    found["tension"] = candidate.tension
    return found


def _is_dated_past(candidate: Candidate, part: str) -> bool:
    """Whether `part` tells what was said then: "had threatened", "warned in March"."""
    verb = verb_of(candidate.main.anchor)
    told = [t for t in (verb, *verb.ancestors) if t.tag_ in ("VBD", "VBN")]
    had = any(c.lower_ == "had" and c.dep_ == "aux" for t in told if t.tag_ == "VBN" for c in t.children)
    return had or (bool(DATED.search(part)) and any(is_past(t) for t in told))


def _strength(candidate: Candidate, found: dict[str, float]) -> dict[str, float]:
    """What the rules alone would say: strong, between or faint, and what weakens or strengthens that."""
    signs = {h.rule for h in candidate.hits}
    level = "strong" if signs & STRONG else "faint" if signs <= FAINT else "middling"
    pairs = (
        "is past root",
        "is commentator",
        "voice article",
        "is about other",
        "word hope",
        "word past time",
        "word would",
        "word question",
        "word not",
        "is party voice",
        "word law",
        "word conflict",
        "word trade",
        "is on another",
        "voice issuer",
        "word advice",
    )
    return {level: 1.0, f"several {level}": float(len(signs & STRONG) > 1)} | {
        f"{level} and {p}": 1.0 for p in pairs if p in found
    }


def _conditions(candidate: Candidate, found: dict[str, float]) -> dict[str, float]:
    """A condition with what follows from it: the same "if" is a threat with force and a forecast without."""
    if not any(h.rule in CONDITIONS for h in candidate.hits):
        return {}
    pairs = (
        "word will",
        "word would",
        "word force",
        "word not",
        "word first person",
        "cue threatening",
        "is quoted",
        "word wait",
        "word conflict",
        "word trade",
        "is party voice",
    )
    return {"condition": 1.0} | {f"condition and {p}": 1.0 for p in pairs if p in found}


def score(candidate: Candidate) -> float:
    """The probability that `candidate` is a live red line."""
    return probability("red_lines", features(candidate))
