"""Times without a day: "in the upcoming weeks", "soon", "at the earliest opportunity"."""

from __future__ import annotations

from briefgen.analysis.dates.rule import Reading, Rule
from briefgen.analysis.dates.words import pattern

_SOME = r"(?:(?:few|several|couple of) )?(?:[a-z]+ )?"
_UNITS = r"(?:hours|days|weeks|months|years)"

_PHRASES = (
    rf"(?:in|over|during|within|for|throughout|through) the (?:coming|next|upcoming|following) {_SOME}{_UNITS}",
    rf"(?:in|over|during) the {_UNITS} (?:ahead|to come)",
    rf"(?:within(?: a matter of| the space of)?|in a matter of)(?: a few| several)? {_UNITS}(?! of\b)",
    r"in the (?:very )?(?:near|nearest|not too distant|foreseeable) future",
    r"(?:as soon as|at the earliest) (?:possible|practicable|feasible|appropriate)",
    r"as soon as (?:it is|they are|conditions are|circumstances are) (?:possible|practicable|appropriate|ready)",
    r"at the (?:earliest|first) (?:possible )?(?:opportunity|date|moment)",
    r"at an early date",
    r"at a (?:later|future|date to be \w+|time to be \w+)(?: (?:date|time|stage|point))?",
    r"in due (?:course|time)",
    r"(?<!as )(?<!so )(?<!too )(?:very )?soon(?! (?:as|after|enough))",
    r"(?<!as )shortly(?! (?:before|after))",
    r"imminently|forthwith|without (?:further )?delay|at once(?! (?:a|the)\b)|(?:right|straight) away|before long",
    r"(?<!took effect )immediately(?! (?:after|before|following|clear|available|respond\w*|comment\w*))",
    r"in the new year",
    r"by the end of the decade",
)

RULES = (
    Rule(
        "soon",
        pattern(rf"\b(?:{'|'.join(f'(?:{phrase})' for phrase in _PHRASES)})\b"),
        lambda match, reference: Reading(None, "vague", complete=True),
    ),
)
