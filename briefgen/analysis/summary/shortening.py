"""Where a long sentence may end early: before a tail that adds to it and takes nothing back.

Only whole constituents at the end fall: ", which ...", ", including ...", ", highlighting ...", never a condition, an
exception or a contrast, and never part of a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG = 38  # tokens; a line of fewer stays whole
SHORTEST = 12  # tokens that must be left
TAILS = frozenset("relcl acl advcl appos prep".split())
# What opens a tail that may fall; any other preposition or conjunction may carry the point ("without", "after").
ADDING = frozenset("including as while where following through".split())
# What somebody says or hands out in a tail is its point: "sent a letter, giving them leave to ...".
SAYING = frozenset(
    """say tell ask give urge call warn demand offer promise pledge insist claim announce add declare order
    threaten""".split()
)
ASKING = frozenset("urge ask call tell order direct invite encourage require request press".split())
WHEN = frozenset("as after following since today on during when".split())
LIMITING = frozenset(
    "if unless until provided except without but although though because not only despite until".split()
)


def end_of(sent: Sent) -> int:
    """The token (index in the block, excluded) at which the line of `sent` may end; its own end where it is short."""
    end = sent.span.end
    if end - sent.begin <= LONG:
        return end
    best = end
    for cut in _cuts(sent):
        if best <= sent.begin + LONG and cut < best:
            break
        best = cut
    return best


def cores_of(sent: Sent) -> Iterator[tuple[int, int]]:
    """Where the core of a long sentence begins and may end (indices in the block, end excluded), the longest first:
    without a clause in front that only says when, and without more and more of its tails.
    """
    begin = _behind_front(sent)
    ends = [end for end in (sent.span.end, *_cuts(sent)) if end - begin >= SHORTEST]
    yield from ((begin, end) for end in ends if (begin, end) != (sent.begin, sent.span.end))


def _behind_front(sent: Sent) -> int:
    """Where the main clause begins behind "As we near the end of ...,"; the begin of the sentence if nothing falls."""
    subject = next((c for c in sent.span.root.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return sent.begin
    edge: int = subject.left_edge.i
    front = sent.between(sent.begin, edge)
    whole = bool(front) and front[-1].text == "," and front[0].lower_ in WHEN
    inside = all(t.is_punct or t.dep_ == "cc" or edge > t.right_edge.i for t in front)
    return edge if whole and inside and not {t.lower_ for t in front} & LIMITING else sent.begin


def _cuts(sent: Sent) -> list[int]:
    """The commas before which `sent` may end, the last one first."""
    doc, last = sent.span.doc, sent.span.end
    while last > sent.begin and doc[last - 1].is_punct:
        last -= 1
    found = []
    marks = brackets = 0
    for token in doc[sent.begin : last]:
        if token.text == '"':
            marks += 1
        brackets += (token.text in "([“") - (token.text in ")]”")
        if token.text != "," or marks % 2 or brackets or token.i - sent.begin < SHORTEST:
            continue
        if any(_is_tail(t, token.i, last) for t in doc[token.i + 1 : min(token.i + 4, last)]):
            found.append(token.i)
    return found[::-1]


def _is_tail(head: Token, comma: int, last: int) -> bool:
    """Whether `head` governs all that stands between the comma and the end, and may fall with it."""
    if head.dep_ not in TAILS or head.head.i >= comma:
        return False
    edge = head.left_edge.i
    if edge != comma + 1 or head.right_edge.i < last - 1:
        return False
    words = {t.lower_ for t in head.doc[edge : min(edge + 3, last)]}
    if words & LIMITING or _holds_the_request(head, comma) or _is_the_point(head):
        return False
    if head.dep_ == "appos":
        return not any(c.dep_ == "conj" for c in head.children)  # "our ocean, our planet and our people" is a list
    return head.dep_ in ("relcl", "acl") or head.doc[edge].lower_ in ADDING or head.tag_ == "VBG"


def _is_the_point(tail: Token) -> bool:
    """Whether the tail tells what is said or given, is the middle of a row of verbs, or what it includes is no mere
    example but dated, or the way in which something is to be done ("including by ...").
    """
    first = tail.left_edge
    if first.lower_ == "including":
        return any(t.ent_type_ == "DATE" or t.lower_ == "by" for t in tail.subtree)
    if tail.tag_ == "VBG":
        return tail.lemma_.lower() in SAYING
    return tail.tag_ == "VBN" and first.i == tail.i and any(c.dep_ == "conj" for c in tail.children)


def _holds_the_request(tail: Token, comma: int) -> bool:
    """Whether the tail has what the sentence asks for: "urges the states, that are guarantors, to act"."""
    verb = tail.sent.root
    asked = any(t.tag_ == "TO" for t in tail.doc[verb.i : comma])
    return verb.lemma_.lower() in ASKING and not asked and any(t.tag_ == "TO" for t in tail.subtree)
