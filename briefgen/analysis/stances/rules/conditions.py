"""Conditions: what would cross the line ("if", "unless", "any vessel that", "or face") and the words that state it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.document import Sent
from briefgen.analysis.stances.hit import Hit, Range, token_at

if TYPE_CHECKING:
    from spacy.tokens import Token

# How the words of the trigger are found: from the marker on, the noun phrase that the marker opens, or what stands before it.
Form = Literal["clause", "phrase", "before"]
TIME = r"(?:day|moment|minute|hour|morning|evening|night|week|instant|second)"
VERBS = r"(?:will|would|shall|can|faces?|loses?|gets?|stays?|remains?|is|are|goes|comes?|puts?|may|'ll)"

TABLE: tuple[tuple[str, Form, re.Pattern[str]], ...] = tuple(
    (rule, form, re.compile(wording, re.I))
    for rule, form, wording in (
        ("or face", "before", r",?\s\b(?P<at>or)\s+(?:else\b|(?:it\s+|they\s+|he\s+|she\s+|he\s+or\s+she\s+)?(?:will\s+|would\s+)?(?:face|risk|lose|suffer|be\s+\w+ed)\b)"),
        ("or we", "before", r"(?P<at>\bor)\s+(?:we|I|it|they|he|she|you|(?:[A-Z]|its|his|her|their|our)\w*(?:\s\w+){0,3})\s+(?:will|would|shall|takes?|wait|can|comes?|goes|go|'ll)\b"),
        ("failing", "clause", r"\bfailing\s+(?:which|that|this)\b|\bon\s+pain\s+of\b"),
        ("unless", "clause", r"\bunless\b"),
        ("only if", "clause", r"\bonly\s+(?:if|when|once|after|with|in\s+(?:return|exchange)|on)\b"),
        ("if", "clause", r"\b(?:even\s+)?if\b|\bin\s+(?:the\s+event|case)\b|\bshould\b(?=\s+(?:the|any|a|an|that|this|it|they|he|she|his|her|its|their|our|[A-Z])\w*)"),
        ("until", "clause", r"\b(?:until|till)\b"),
        ("as long as", "clause", r"\b(?:(?:for\s+)?(?:as|so)\s+long\s+as)\b"),
        ("provided", "clause", r"\bprovid(?:ed|ing)\s+(?:that\b|they|it|the|he|she|we|all|both|every|each|\w+\s+(?:is|are|respect))|\bon\s+(?:the\s+)?condition\b|\bin\s+(?:exchange|return)\s+for\b"),
        ("without", "clause", r"\bwithout\b(?!\s+(?:delay|condition|conditions|doubt|question|comment|saying|exception)\b)"),
        ("once", "clause", r"\b(?:once|whenever|as\s+soon\s+as|while|where)\b(?=\s+\w+)"),
        ("the moment", "clause", r"\b(?:on\s+|from\s+)?the\s+(?:very\s+)?(?:first\s+)?" + TIME + r"\s+(?!of\b|after\b|before\b|in\b|on\b|to\b)(?:that\s+)?[A-Z\w]"),
        ("before", "clause", r"\b(?:before|after|when)\b"),
        ("any who", "phrase", r"\b(?P<at>(?:any|every|each|no|another)\s+(?:[\w'-]+\s+){1,5}?(?:that|who|which|whose|caught|found|seen|serving|buying|purchasing|carrying|selling|\w+ing)\b)"),
        ("whoever", "phrase", r"\b(?P<at>whoever|anyone|anybody|those\s+(?:who|that|\w+ing)|everyone\s+who|a\s+\w+\s+(?:that|who|which))\b"),
        ("another", "phrase", r"\b(?P<at>(?:any|another|a\s+single|one\s+more|further|an|a|the\s+(?:next|first))\s+(?:\w+\s+)?(?:attack|attempt|strike|breach|violation|incursion|escalation|death|outage|"
                              r"move|step|provocation|aggression|interference|change|arrest|launch|test|discharge|agreement|deal|text|claim|cap|shot|incident|use)\b)"),
    )
)  # fmt: skip
END = re.compile(r"[,;:.!?\"]|\s-\s")
LONGEST = 45  # tokens


def find(sent: Sent) -> Iterator[Hit]:
    """The conditions of `sent`; their triggers are verbatim stretches of it."""
    text = sent.span.text
    for rule, form, pattern in TABLE:
        found = pattern.search(text)
        if found is None:
            continue
        at = found.start("at") if "at" in pattern.groupindex else found.start()
        anchor = token_at(sent, at)
        yield Hit(rule, "conditional", "voice", anchor, _trigger(sent, anchor, form))


def _trigger(sent: Sent, anchor: Token, form: Form) -> Range | None:
    if form == "before":
        return _before(sent, anchor)
    if form == "phrase":
        head = _phrase_head(sent, anchor)
        return _bounded(sent, anchor.i, head.right_edge.i + 1)
    clause = _clause_of(sent, anchor)
    return _bounded(sent, anchor.i, clause.right_edge.i + 1) if clause is not None else _to_mark(sent, anchor.i)


def _clause_of(sent: Sent, anchor: Token) -> Token | None:
    """The verb of the clause that the marker opens, where the parse agrees that it opens there."""
    for token in (anchor, *anchor.ancestors):
        left = token.left_edge.i
        if token.i > anchor.i and token.dep_ in ("advcl", "pcomp", "ccomp", "prep", "pobj") and anchor.i - 3 <= left <= anchor.i + 1:
            return token
        if token.i == anchor.i and token.dep_ == "prep" and any(c.dep_ in ("pobj", "pcomp") for c in token.children):
            return token
        if left < anchor.i - 3:
            return None
    return None


def _phrase_head(sent: Sent, anchor: Token) -> Token:
    """The head of the noun phrase that `anchor` opens."""
    head = anchor
    while head.head.i != head.i and head.head.left_edge.i >= anchor.i and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    return head


def _before(sent: Sent, anchor: Token) -> Range | None:
    """The clause in front of "or": back to the last mark before it."""
    start = anchor.i
    while start > sent.span.start and sent.span.doc[start - 1].text not in (";", ":", '"', "that"):
        start -= 1
    return (start, anchor.i) if anchor.i - start > 1 else None


def _to_mark(sent: Sent, start: int) -> Range | None:
    for token in sent.span.doc[start + 1 : sent.span.end]:
        if END.fullmatch(token.text):
            return _bounded(sent, start, token.i)
    return _bounded(sent, start, sent.span.end)


def _bounded(sent: Sent, start: int, end: int) -> Range | None:
    """The range without marks at its end; None when too short to say anything or too long to be a condition."""
    doc = sent.span.doc
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return (start, end) if 1 < end - start <= LONGEST else None
