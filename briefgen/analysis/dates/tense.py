"""Whether the words around a time expression speak of what is past, whatever the sentence as a whole does."""

from __future__ import annotations

from briefgen.analysis.dates.words import CLOCK, WEEKDAY, pattern

_WINDOW = 120
_BOUNDARY = pattern(
    r",(?!\d)|[;:()“”\"—–]|\b(?:that|which|who|whom|whose|but|when|while|because|as|if|where)\b"
    r"|\band\b(?! (?:again|in|on|at|during)\b)"
    r"|\bto\b(?! (?:the|an?|its|their|his|her|this|\d|(?-i:[A-Z])))"
)
_AHEAD = pattern(
    r"\b(?:will|would|shall|should|must|may|might|can|could|is|are|be|am|won['’]t|going to|due|plans?|set|expects?"
    r"|needs?|have to|has to)\b|['’](?:ll|re|m)\b|\b(?:it|he|she|that|there|who|what)['’]s\b"
)
_PAST = (
    r"(?!(?:hundred|indeed|exceed|succeed|proceed|speed|need|feed|seed|red|bed|united|unilateral\w*)\b)"
    r"(?:[a-z]+ed|said|told|met|held|made|took|came|went|gave|sent|left|began|won|lost|found|saw|spoke|wrote|broke"
    r"|brought|fell|rose|struck|shot|heard|kept|built|was|were|had|did|fought|sought|sank|drew|flew|froze"
    r"|became|led|paid|sold|bought|thought|taken|seen|done|gone|given|spent|withdrew|undertook|swore|sworn)"
)
# What these verbs fix may still lie ahead: "scheduled for Friday", "called a meeting on 5 May".
_FIXES = (
    r"(?:scheduled|planned|expected|proposed|fixed|slated|called|summoned|postponed|delayed|adjourned|needed|required"
    r"|invited|promised|pledged|ordered|agreed|announced|accepted|tasked|asked|directed|instructed|convened|extended"
    r"|pencilled|penciled|timed|booked|earmarked|targeted|moved|rescheduled|given|deferred)"
)
# Straight in front of the expression a past verb settles it, even one that fixes: "announced on Monday".
_REPORTS = pattern(
    r"\b(?:said|told(?: [\w’'-]+){1,3}|announced|confirmed|added|warned|reported|wrote|declared|disclosed|stated"
    r"|ordered) (?:(?:late|early|later|earlier) )?$"
)
# So does whoever fixed it, named in between: "announced by the court on Monday".
_FIXED_BY = pattern(rf"\b{_FIXES} by [^,;:]{{1,50}} $")
# What these verbs fix has a date; a mere weekday behind them is the day on which they fixed it.
_ANNOUNCED = pattern(r"\b(?:announced|confirmed|agreed|accepted|pledged)\b")
_BARE_WEEKDAY = pattern(rf"(?:(?:late|early|on|in|the) ){{0,3}}{WEEKDAY}(?: (?:morning|afternoon|evening|night))?")
# Nobody plans these, so that those with a day are over: "will look into an attack on Saturday", "Friday's crash".
_INCIDENT = (
    r"(?:attack|bombing|explosion|blast|crash|clash|shooting|killing|murder|assassination|massacre|shelling|earthquake"
    r"|quake|flood|collision|accident|riot|ambush|derailment|outage|stampede|landslide|death|incident|sinking"
    r"|kidnapping|abduction|disaster)(?:e?s)?"
)
_OF_AN_INCIDENT = pattern(rf"\b{_INCIDENT} (?:(?!to\b)[\w'’-]+ ){{0,5}}$")
_ENDED = pattern(
    rf"\b(?:halt|stop|cease|end|suspend|pause|resume|begin|start|launch)\w* (?:[\w'’-]+ ){{0,3}}{_INCIDENT}\b"
)
_ITS_INCIDENT = pattern(rf"^['’]s (?:[\w'’-]+ ){{0,3}}{_INCIDENT}\b")
# A verb of the present does so too: "the ban imposed in January expires on 15 March".
_PRESENT = pattern(r"\b(?:expires|ends|lapses|opens|begins|starts|resumes|returns|reopens|closes|takes effect) $")
# A participle in front of a noun, as in "the disputed stretch", is no verb of the clause.
_NOT_OF_A_NOUN = r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\btheir )(?<!\bof )(?<!\bto )\b"
_ANY_PAST = pattern(rf"{_NOT_OF_A_NOUN}{_PAST}\b")
_SETTLED_PAST = pattern(rf"{_NOT_OF_A_NOUN}(?!{_FIXES}\b){_PAST}\b")
_INSERTION = pattern(r"^, [^,;:]{0,60}\b(?:said|says|added|announced|reported)\b[^,;:]{0,30}, ")
_VERB_BEHIND = pattern(rf"^ {_PAST}\b")
_PREPOSITION = pattern(r"(?:^|(?<= ))(?:late |early )?(?:on|in|at|during|over|since)(?: (?:late|early|the))? $")
# What is due by, until or from a time lies ahead of whatever set it.
_DUE = pattern(
    rf"\b(?:by|until|till|no later than|not later than|from|starting|for|before)(?: {CLOCK}(?: on)?)?(?: the)? $"
)
# So does what they part until: "left for a further meeting in May".
_COMING = pattern(
    r"\b(?:until|till|for|with|before|ahead of|pending) (?:an?|the|their|its) (?:further|next|follow-up|upcoming"
    r"|forthcoming|coming) (?:[\w-]+ ){1,3}(?:on|in|at) $"
)
_SINCE = pattern(r"\bsince(?: the)? $")
# What a clause may open with in front of its day, so that the verb behind says which is meant: "Also on Sunday,".
_ADVERBS = pattern(r"^(?:(?:also|later|earlier|late|early|then|meanwhile|separately),? )*$")
_SETTING = pattern(
    r"^[\"“”]?(?!before\b|ahead\b|until\b|by\b)(?:at|in|after|during|following|with|speaking|addressing)\b"
)
_AFTER = pattern(r"\bafter (.*)$")


def speaks_of_past(text: str, start: int, end: int) -> bool:
    """True when the verb that governs the words at `start` to `end` is past; False when it is not or none is seen."""
    before = text[max(0, start - _WINDOW) : start]
    if _DUE.search(before) or _COMING.search(before):
        return False
    if _SINCE.search(before):
        return True
    before = _PREPOSITION.sub("", before)
    if _REPORTS.search(before):
        # "Was told on Monday" reports, "is ordered by Monday" does not; both have the verb right in front.
        return not _AHEAD.search(before[-30:])
    if _PRESENT.search(before):
        return False
    cut = max((found.end() for found in _BOUNDARY.finditer(before)), default=0)
    clause = before[cut:]
    if _is_of_an_incident(clause, text[end : end + _WINDOW]):
        return True
    after = _AFTER.search(clause)
    if after and _SETTLED_PAST.search(after[1]):
        return True
    if _AHEAD.search(clause):
        return False
    if _ADVERBS.match(clause.lstrip()) or (cut == 0 and start <= _WINDOW and _is_setting(clause, text[end : end + 1])):
        return _fronted_in_past(text, start, end)
    if (
        _VERB_BEHIND.search(text[end : end + _WINDOW])
        or _FIXED_BY.search(clause)
        or (_BARE_WEEKDAY.fullmatch(text[start:end]) and _ANNOUNCED.search(clause))
    ):
        return True
    return bool(_SETTLED_PAST.search(clause))


def _is_of_an_incident(clause: str, behind: str) -> bool:
    """True for the day of what nobody plans, in front of it or behind: "clashes on Friday", "Friday's clashes"."""
    if _ITS_INCIDENT.search(behind):
        return True
    return bool(_OF_AN_INCIDENT.search(clause)) and not _ENDED.search(clause)


def _is_setting(clause: str, behind: str) -> bool:
    """True for a phrase without a verb in front of its sentence: "At talks in Oslo on Friday, ..."."""
    return behind == "," and bool(_SETTING.search(clause)) and not _ANY_PAST.search(clause)


def _fronted_in_past(text: str, start: int, end: int) -> bool:
    """The same for words that open their clause: "On Monday ministers met"."""
    after = _INSERTION.sub("", text[end : end + _WINDOW]).lstrip(" ,")
    boundary = _BOUNDARY.search(after)
    clause = after[: boundary.start()] if boundary else after
    past, ahead = _ANY_PAST.search(clause), _AHEAD.search(clause)
    return past is not None and (ahead is None or past.start() < ahead.start())
