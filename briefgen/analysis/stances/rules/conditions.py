"""Conditions: what would cross the line ("if", "unless", "any vessel that", "or face") and the words that state it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.stances.hit import Hit, Range, token_at
from briefgen.analysis.stances.patterns import opens, stems
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# How the words of the trigger are found: the clause that the marker opens, the words up to the next mark, the noun
# phrase that it opens, or what stands before it.
Form = Literal["clause", "mark", "phrase", "before"]
TIME = r"(?:day|moment|minute|hour|morning|evening|night|week|instant|second)"

ROWS: tuple[tuple[str, Form, str, str], ...] = (
    ("or face", "before", "or",
        r",?\s\b(?P<at>or)\s+(?:else\b|(?:it\s+|they\s+|he\s+|she\s+|"
        r"he\s+or\s+she\s+)?(?:will\s+|would\s+)?(?:face|risk|lose|suffer|be\s+\w+ed)\b)"),
    ("or we", "before", "or",
        r"(?P<at>\bor)\s+(?:we|I|it|they|he|she|you|(?:(?-i:[A-Z])|its|his|her|their|our|"
        r"the)\w*(?:\s\w+){0,3})\s+(?:will|would|shall|takes?|wait|can|comes?|goes|go|'ll)\b"),
    ("failing", "clause", "failing pain",
        r"\bfailing\s+(?:which|that|this)\b|\bon\s+pain\s+of\b"),
    ("unless", "clause", "unless",
        r"\bunless\b"),
    ("only if", "clause", "only",
        r"\bonly\s+(?:if|when|once|after|with|in\s+(?:return|exchange)|on)\b"),
    ("if", "clause", "if event case should",
        r"\b(?:even\s+)?if\b|\bin\s+(?:the\s+event|case)\b|\bshould\b(?=\s+(?:(?:the|any|a|an|that|this|it|they|he|"
        r"she|his|her|its|their|our)\b|(?-i:[A-Z])\w))"),
    ("until", "clause", "until till",
        r"\b(?:until|till)\b"),
    ("as long as", "clause", "long",
        r"\b(?:(?:for\s+)?(?:as|so)\s+long\s+as)\b"),
    ("provided", "clause", "provid condition exchange return",
        r"\bprovid(?:ed|ing)\s+(?:that\b|they|it|the|he|she|we|all|both|every|each|"
        r"\w+\s+(?:is|are|respect))|\bon\s+(?:the\s+)?condition\b|\bin\s+(?:exchange|return)\s+for\b"),
    ("no without", "clause", "without",
        r"\b(?:there\s+(?:can|could|will|would|shall)\s+be\s+no(?:thing)?|no(?:thing)?\b[^.;,]{0,50}\b(?:can|will|would|shall)|"
        r"no\s+(?:deal|talks|agreement|peace|negotiations?|settlement|accord|treaty|signature|ratification))\b"
        r"[^.;,]{0,60}?\s(?P<at>without)\b(?!\s+(?:delay|(?:pre)?conditions?|doubt)\b)|"
        r"\bwithout\b(?=[^.;,]{1,80},\s+(?:there\s+\w+\s+(?:be\s+)?)?no\b)"),
    ("without", "clause", "without",
        r"\bwithout\b(?!\s+(?:delay|(?:pre)?conditions?|doubt|question|comment|saying|"
        r"exception)\b)"),
    ("once", "clause", "once whenever soon while",
        r"\b(?:once(?!\s+(?:again|more|every|a\b|had))|whenever|as\s+soon\s+as)\b(?=\s+\w+)|"
        r"^\W?while\b"),
    ("the moment", "mark", "day moment minute hour morning evening night week instant second",
        r"\b(?:on\s+|from\s+)?the\s+(?:very\s+)?(?:first\s+)?" + TIME + r"\s+(?!of\b|"
        r"after\b|before\b|in\b|on\b|to\b)(?:that\s+)?[A-Z\w]"),
    ("before", "clause", "before after when",
        r"(?:\bnot|n't|\bno|\bnever|\bnothing|\bnobody|\bnone|"
        r"\bcannot)\b[^.;]*?\s(?P<at>before|after|when(?!\s+it\s+comes\s+to\b))\b|"
                         r"\b(?:before|after|when(?!\s+it\s+comes\s+to\b))\b(?=[^.;,]*\b(?:is|are|has|have|goes?|comes?|"
                         r"contributes?)\b)"),
    ("any who", "phrase", "any every each no another",
        r"\b(?P<at>(?:any|every|each|no|another)\s+(?:[\w'-]+\s+){1,5}?(?:that(?=\s)|who|which|"
        r"whose|caught|found|seen|(?!during|including|following|regarding|concerning|being|meeting|building|"
        r"according)\w{3,}ing)\b)"),
    ("whoever", "phrase", "*",
        r"\bbe\s+(?:lifted|eased|waived)\s+for\s+(?P<for>\w+\s+(?:who|that|which))\b|"
        r"\b(?P<at>whoever|anyone|anybody|those\s+(?:who|that|\w+ing)|everyone\s+who|"
        r"a\s+\w+\s+(?:that|who|which))\b"),
    ("another", "phrase", "another further more attack attempt strike breach violation incursion escalation death "
        "outage provocation aggression interference arrest launch test discharge shot incident raid invasion annex",
        r"\b(?P<at>(?:another|any\s+further|one\s+more)\s+\w+(?=\s[^.;]{0,60}\b(?:will|would|"
        r"and)\b)|(?:any|another|a\s+single|one\s+more|an?\s+(?:armed|nuclear|new|second)|"
        r"an|a|the\s+(?:next|first|second))\s+(?:\w+\s+)?(?:attack|attempt|strike|breach|violation|"
                          r"incursion|escalation|death|outage|provocation|aggression|interference|arrest|"
                          r"launch|test|discharge|shot|incident|raid|invasion|annexation)\b)"),
)  # fmt: skip
TABLE = tuple((rule, form, stems(gate), re.compile(wording, re.I)) for rule, form, gate, wording in ROWS)
END = re.compile(r"[,;:.!?\"]|\s-\s")
LONGEST = 45  # tokens
FORCING = frozenset("compel force require oblige order mandate demand seek".split())
POINTING = frozenset(("that", "then", "this", "it", "whom", "which"))  # "before that" names no condition


def find(sent: Sent) -> Iterator[Hit]:
    """The conditions of `sent`; their triggers are verbatim stretches of it."""
    text, low = sent.plain, sent.plain.lower()
    for rule, form, gate, pattern in TABLE:
        found = pattern.search(text) if opens(gate, low) else None
        if found is None:
            continue
        named = [name for name, words in found.groupdict().items() if words]
        at = found.start(named[0]) if named else found.start()
        anchor = token_at(sent, at)
        if not (form == "phrase" and _is_told(anchor, found[0])) and not _grants(anchor):
            yield Hit(
                rule, "conditional", "voice", anchor, None if _concedes(anchor) else _trigger(sent, anchor, form, rule)
            )


def _is_told(anchor: Token, wording: str) -> bool:
    """Whether the phrase says what something was or holds, and names nobody who would cross a line: "a statement which
    said", "any idea that prices fall".
    """
    if wording.split()[-1].lower() not in ("that", "which", "who"):
        return False
    joint = next((t for t in anchor.doc[anchor.i : anchor.i + 8] if t.lower_ == wording.split()[-1].lower()), None)
    return joint is not None and (joint.dep_ == "mark" or joint.head.tag_ == "VBD")


def _concedes(anchor: Token) -> bool:
    """Whether the thing is done in either case: "even if", "even without"."""
    return anchor.lower_ == "even" or (anchor.i > 0 and anchor.nbor(-1).lower_ == "even")


def _grants(anchor: Token) -> bool:
    """Whether "while" admits something: "While Norland does not back the plan, it ..."."""
    denied = any(c.dep_ == "neg" for c in anchor.head.children)
    return anchor.lower_ == "while" and (denied or anchor.head.tag_ == "VBD")


def _trigger(sent: Sent, anchor: Token, form: Form, rule: str) -> Range | None:
    if form == "before":
        return _before(sent, anchor)
    if form == "phrase":
        return _bounded(sent, anchor.i, _phrase_end(sent, anchor))
    if rule in ("without", "no without"):
        return _bounded(sent, anchor.i, anchor.right_edge.i + 1)
    following = sent.span.doc[min(anchor.i + 1, sent.span.end - 1)]
    if anchor.lower_ in ("until", "till") and (
        following.ent_type_ in ("DATE", "TIME") or following.lower_ in ("then", "now")
    ):
        return None  # a deadline, not a condition
    if form == "mark" or _fronted(sent, anchor):
        return _to_mark(sent, anchor.i)
    clause = _clause_of(anchor)
    return _bounded(sent, anchor.i, clause.right_edge.i + 1) if clause is not None else _to_mark(sent, anchor.i)


def _fronted(sent: Sent, anchor: Token) -> bool:
    """Whether the condition opens a clause, so that the next comma ends it."""
    if anchor.i - sent.span.start <= 1:
        return True
    before = sent.span.doc[anchor.i - 1]
    return before.text in (";", ":", '"', "-") or before.lower_ in ("that", "but")


def _clause_of(anchor: Token) -> Token | None:
    """The verb of the clause that the marker opens, where the parse agrees that it opens there."""
    for token in (anchor, *anchor.ancestors):
        left = token.left_edge.i
        if (
            token.i > anchor.i
            and token.dep_ in ("advcl", "pcomp", "ccomp", "prep", "pobj")
            and abs(left - anchor.i + 1) <= 2
        ):
            return token
        if token.i == anchor.i and token.dep_ == "prep" and any(c.dep_ in ("pobj", "pcomp") for c in token.children):
            return token
        if left < anchor.i - 3:
            return None
    return None


def _phrase_end(sent: Sent, anchor: Token) -> int:
    """Where the noun phrase that `anchor` opens ends: at the verb it is the subject of, else with its own words."""
    for token in (anchor, *anchor.ancestors):
        if token.left_edge.i < anchor.i - 1:
            break
        if (
            token.dep_ in SUBJECTS
            and token.head.i > token.i
            and (token.dep_ != "nsubj" or token.lower_ not in ("who", "that", "which"))
        ):
            verb = token.head
            first = min(
                (c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i > token.i), default=verb.i
            )
            if token.head.dep_ not in ("relcl", "acl", "csubj") and first > token.right_edge.i - 1:
                return first
    matrix = _matrix_verb(sent, anchor)
    if matrix is not None:
        return matrix
    head = anchor
    while head.head.i != head.i and head.head.left_edge.i >= anchor.i and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    return head.right_edge.i + 1


def _matrix_verb(sent: Sent, anchor: Token) -> int | None:
    """Where the main clause goes on after a phrase that opens it: a modal, or the finite verb after a relative."""
    if not _fronted(sent, anchor):
        return None
    opening = sent.span.doc[anchor.i : min(anchor.i + 7, sent.span.end)]
    left = 1 + any(t.lower_ in ("who", "that", "which", "whose", "whoever") for t in opening)
    within = sent.span.doc[anchor.i : min(anchor.i + 25, sent.span.end)]
    modal = next((t.i for t in within if t.tag_ == "MD"), None)
    if modal is not None and modal > anchor.i + 1:
        return modal
    for token in within:
        left -= token.tag_ in ("MD", "VBZ", "VBP", "VBD") and token.dep_ != "conj"
        if left == 0:
            return token.i
    return None


def _before(sent: Sent, anchor: Token) -> Range | None:
    """The clause in front of "or": what is forced, else back to the last mark, or to where the clause begins."""
    forced = next((c for c in anchor.head.children if c.dep_ == "dobj" and c.i < anchor.i), None)
    if forced is not None and anchor.head.lemma_.lower() in FORCING and forced.pos_ == "NOUN":
        return forced.left_edge.i, anchor.i  # "compel the sale of the port or face a ban"
    infinitive = next((c.i for c in anchor.head.children if c.tag_ == "TO" and c.i < anchor.i), None)
    if infinitive is not None and anchor.i - infinitive > 2:
        return infinitive + 1, anchor.i  # "told Norland to withdraw or ..."
    start = anchor.i
    while start > sent.span.start and sent.span.doc[start - 1].text not in (";", ":", '"', "that"):
        start -= 1
    if anchor.head.dep_ == "ccomp":
        start = max(start, anchor.head.left_edge.i)
    return _bounded(sent, start, anchor.i)


def _to_mark(sent: Sent, start: int) -> Range | None:
    for token in sent.span.doc[start + 1 : sent.span.end]:
        if END.fullmatch(token.text):
            return _bounded(sent, start, token.i)
    return _bounded(sent, start, sent.span.end)


def _bounded(sent: Sent, start: int, end: int) -> Range | None:
    """The range without marks at its end; None when too short to say anything or too long to be a condition."""
    doc = sent.span.doc
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("and", "then")):
        end -= 1
    if end - start == 2 and doc[start + 1].lower_ in POINTING:
        return None
    return (start, end) if 1 < end - start <= LONGEST else None
