"""A short title for an article without a headline: the core of its first sentence, cut as headlines are.

What stands before the subject falls, and days and asides between commas; the rest stays as it is up to the last place,
within the room there is, at which nothing is torn apart. Adverbs stay: without a "rarely" the title would be false.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.summary.wording import says_we, tidy
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS, FEWEST_WORDS = 16, 4
LIMITING = frozenset("if unless until without despite although though while whereas as except".split())
CONDITIONS = frozenset("if unless until without except provided".split())
DAYS = frozenset("today yesterday tomorrow tonight recently".split())
ASIDES = frozenset("appos relcl acl advcl npadvmod prep".split())  # between commas they may fall
LOOSE = frozenset(
    "prep relcl acl advcl punct npadvmod advmod appos dep parataxis".split()
)  # a title may end before these
ABBREVIATED = re.compile(r"[A-Z]\.[A-Z]\.$")
WHOLE = frozenset("relcl acl appos advcl".split())  # there in full or not at all
POINTING = frozenset("it they he she this that these those we i you there what who".split())


def find_title(context: Context) -> str:
    """The title; empty where the first sentence gives none that can be read alone."""
    sent = next(iter(context.document.citable()), None)
    if sent is None or sent.speaker is not None:
        return ""
    root = sent.span.root
    subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if root.pos_ not in ("VERB", "AUX") or subject is None or subject.lower_ in POINTING:
        return ""
    if any(c.dep_ == "ccomp" and c.i < subject.i for c in root.children):
        return ""  # "..., the envoy said"
    start = subject.left_edge.i
    if not _is_finite(root) or {t.lower_ for t in sent.span.doc[sent.begin : start]} & LIMITING:
        return ""
    text, stop = _longest(sent, root, start)
    tokens = sent.span.doc[start:stop]
    if not any(context.resolver.cast.at(sent.block, t) is not None for t in tokens):
        return ""
    pointing = any(t.lower_ in POINTING and t.dep_ == "det" for t in tokens)
    return "" if pointing or says_we(text) or any(mark in text for mark in '"“”[]') else text


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)


def _longest(sent: Sent, root: Token, start: int) -> tuple[str, int]:
    """The longest beginning of the sentence, from its subject on, that makes a title, and its last token (excluded);
    empty without one."""
    doc, end = sent.span.doc, sent.span.end
    dropped = _asides(sent, start)
    best, found = "", start
    for stop in range(root.i + 2, end + 1):
        attached = stop < end and not doc[stop - 1].whitespace_ and not doc[stop].is_punct
        torn = attached or doc[stop : stop + 1].text == "-"
        if torn or stop - 1 in dropped or doc[stop - 1].is_punct or not _may_end(sent, start, stop, dropped):
            continue
        words = tidy("".join(" " if t.i in dropped else _text(sent, t) for t in doc[start:stop]))
        words = words.rstrip(",") if ABBREVIATED.search(words) else words.rstrip(".,")
        if len(words.split()) > MOST_WORDS:
            break
        if len(words.split()) >= FEWEST_WORDS:
            best, found = words, stop
    return best, found


def _may_end(sent: Sent, start: int, stop: int, dropped: set[int]) -> bool:
    """Whether only loose phrases hang over from before token `stop`, no condition follows, and the verb has something
    to it."""
    doc, root = sent.span.doc, sent.span.root
    if any(t.lower_ in CONDITIONS for t in doc[stop : sent.span.end]):
        return False
    for token in doc[stop : sent.span.end]:
        if token.i not in dropped and start <= token.head.i < stop and not _may_fall(token, stop, root):
            return False
    said = any(c.i < stop and not c.is_punct and c.i not in dropped and c.dep_ != "advmod" for c in root.rights)
    return said and all(t.head.i < stop for t in doc[start:stop])


def _may_fall(token: Token, stop: int, root: Token) -> bool:
    """Whether the phrase headed by `token` may be left out behind `stop` without tearing what stands before it."""
    head = token.head
    if token.dep_ in ("cc", "conj"):
        return head.i == root.i
    if token.dep_ not in LOOSE or token.lower_ == "of" or any(t.lower_ in LIMITING for t in (token, *token.lefts)):
        return False  # a condition is the point
    if any(t.dep_ in WHOLE for t in (head, *head.ancestors)):
        return token.is_punct
    if token.dep_ == "prep" and head.pos_ in ("VERB", "AUX"):
        return any(c.i < stop and not c.is_punct and c.dep_ != "advmod" for c in head.rights)
    return not (token.dep_ == "prep" and head.dep_ == "pobj")


def _asides(sent: Sent, start: int) -> set[int]:
    """The tokens that fall: brackets, days, and phrases between commas."""
    doc, dropped = sent.span.doc, set[int]()
    depth = 0
    for token in doc[start : sent.span.end]:
        depth += token.text == "("
        if depth:
            dropped.add(token.i)
        depth -= token.text == ")" and depth > 0
        first, last = token.left_edge.i, token.right_edge.i
        if token.lower_ in DAYS and token.dep_ in ("npadvmod", "advmod"):
            dropped.add(token.i)
        elif token.dep_ == "prep" and last - first < 4 and any(t.ent_type_ == "DATE" for t in token.children):
            dropped.update(range(first, last + 1))
        elif _is_between_commas(token, start, sent.span.end):
            dropped.update(range(first - 1, last + 2 if doc[last + 1].text == "," else last + 1))
    return dropped


def _is_between_commas(token: Token, start: int, end: int) -> bool:
    first, last = token.left_edge.i, token.right_edge.i
    if token.dep_ not in ASIDES or token.lower_ in LIMITING or first <= start or last + 1 >= end:
        return False
    return token.doc[first - 1].text == "," and token.doc[last + 1].is_punct


def _text(sent: Sent, token: Token) -> str:
    return sent.cut(token.i, token.i + 1) + token.whitespace_
