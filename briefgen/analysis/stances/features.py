"""What speaks for and against a candidate, as named features, and the probability that the fitted weights give it."""

from __future__ import annotations

import functools
import json
import math
import re
from importlib import resources

from briefgen.analysis.stances.candidates import Candidate

CUES: dict[str, frozenset[str]] = {
    "threatening": frozenset("warn vow threaten swear caution pledge promise".split()),
    "insisting": frozenset("insist demand reject refuse rule stress reiterate reaffirm underscore underline emphasise emphasize maintain assert declare".split()),
    "guessing": frozenset("hope expect believe think predict estimate suggest forecast foresee argue consider note point wonder fear conclude".split()),
    "plain": frozenset("say tell add announce state write reply answer let inform remark put".split()),
}
WORDINGS: dict[str, re.Pattern[str]] = {
    name: re.compile(wording, re.I)
    for name, wording in {
        "first person": r"\b(?:we|our|us|I|my)\b",
        "second person": r"\byou\b",
        "question": r"\?",
        "will": r"\b(?:will|shall|'ll|won't)\b",
        "would": r"\bwould\b",
        "may": r"\b(?:may|might|could)\b",
        "had": r"\bhad\b",
        "past time": r"\b(?:last\s+(?:year|month|week|spring|summer|autumn|winter|time|january|february|march|april|may|june|july|august|september|october|november|december)|ago|"
                     r"previously|earlier|formerly|once\s+had|at\s+the\s+time|back\s+in|the\s+day\s+before)\b",
        "overtaken": r"\b(?:lapsed|expired|withdrawn|dropped|called\s+off|lifted|came\s+to\s+nothing|shelved|struck|settled|gave\s+way|backed\s+down|abandoned|did\s+so|has\s+since|failed\s+to)\b",
        "hope": r"\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|look\s+forward|would\s+like|confident|optimis\w+)\b",
        "forecast": r"\b(?:likely|unlikely|expect(?:s|ed)?|forecast|foresee|predict\w*|probabl[ey]|perhaps|analysts?|experts?|economists?|risk\s+of)\b",
        "thanks": r"\b(?:thank|grateful|welcom\w+|congratulat\w+|applaud\w*|appreciat\w+|pleased|delighted|proud|celebrat\w+)\b",
        "support": r"\b(?:support\w*|cooperat\w+|partner\w*|progress|dialogue|together|work\s+(?:with|closely))\b",
        "law": r"\bunder\s+(?:the|its|an?|article|section)\b[^,.]{0,40}\b(?:act|law|rules?|convention|treaty|terms|article|code|constitution)\b|\b(?:rules?|law|act|convention|regulations?)\s+(?:says?|provides?|requires?)\b|\bby\s+law\b",
        "advice": r"\b(?:ought|should|would\s+do\s+well|had\s+better|needs?\s+to)\b",
        "force": r"\b(?:sanction|retaliat|respon[ds]|consequence|cost|strik|suspend|withdraw|withh[oe]ld|cut|seiz|veto|block|clos|shut|expel|fine|penalt|punish|prosecut|boycott|walk|quit|revok|"
                 r"strip|freez|halt|terminat|ban|barr?|destroy|obliterat|pay|tariff|dut(?:y|ies)|forc|deploy|measure|laps|answer|met|impos|target|los[es]|defend|army|armed)\w*\b",
        "never": r"\b(?:never|any\s+longer|ever)\b",
        "not": r"\b(?:not|no|nor|neither|none|nobody|nothing|never)\b|n't\b",
        "if": r"\b(?:if|unless|until|should)\b",
        "number": r"\d",
        "continue": r"\bcontinue\w*\b",
        "clear": r"\b(?:clear|unequivocal\w*|firm\w*|flat\w*|strong\w*|categorical\w*|resolute\w*|bluntly)\b",
        "wait": r"\b(?:stays?|remains?|stands?|keeps?|goes|go|comes?|gets?)\b",
    }.items()
}  # fmt: skip
CONDITIONS = frozenset(("or face", "or we", "failing", "unless", "only if", "if", "until", "as long as", "provided", "without", "once",
                        "the moment", "before", "any who", "whoever", "another"))  # fmt: skip
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def features(candidate: Candidate) -> dict[str, float]:
    """The features of `candidate`, named; absent ones are 0."""
    sent, holding = candidate.sent, candidate.holding
    text = sent.span.text
    found: dict[str, float] = {f"sign {h.rule}": 1.0 for h in candidate.hits}
    found |= {f"word {name}": 1.0 for name, pattern in WORDINGS.items() if pattern.search(text)}
    found[f"voice {holding.voice.source}"] = 1.0
    for name, verbs in CUES.items():
        if holding.voice.cue in verbs:
            found[f"cue {name}"] = 1.0
    flags = {
        "commentator": holding.voice.commentator,
        "about other": holding.about_other,
        "own words": holding.own_words,
        "quoted": candidate.quoted,
        "several signs": len({h.kind for h in candidate.hits}) > 2,
        "long": len(sent.span) > 40,
        "short": len(sent.span) < 12,
        "past year": candidate.year is not None and any(int(y) < candidate.year for y in YEAR.findall(text)),
        "past root": _past_root(candidate),
        "article past": holding.voice.source == "article" and _past_root(candidate),
    }
    found |= {f"is {name}": 1.0 for name, true in flags.items() if true}
    found |= _conditions(candidate, found)
    return found


def _past_root(candidate: Candidate) -> bool:
    """Whether the verb that the main sign hangs on tells a past event."""
    from briefgen.analysis.stances.holders import verb_of

    verb = verb_of(candidate.main.anchor)
    aux = {c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBD" and "MD" not in aux


def _conditions(candidate: Candidate, found: dict[str, float]) -> dict[str, float]:
    """A condition with what follows from it: the same "if" is a threat with force and a forecast without."""
    if not any(h.rule in CONDITIONS for h in candidate.hits):
        return {}
    pairs = ("word will", "word would", "word force", "word not", "word first person", "cue threatening", "is quoted", "word wait")
    return {"condition": 1.0} | {f"condition and {p}": 1.0 for p in pairs if p in found}


def score(candidate: Candidate) -> float:
    """The probability that `candidate` is a live red line."""
    weights = _weights()
    total = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in features(candidate).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@functools.cache
def _weights() -> dict[str, float]:
    text = (resources.files("briefgen.analysis") / "data" / "red_lines.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded
