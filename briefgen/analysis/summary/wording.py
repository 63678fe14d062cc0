"""Cuts a readable line out of a sentence: nothing is composed, names stand in brackets for pronouns.

The words of a line are the sentence's own, in their order. Dropped: a connective or an opener in front, unbalanced
marks. Added: bracketed names, the full stop, and quotation marks around words that only their speaker can say. What
stands in quotation marks is verbatim: an ellipsis shows where it begins or ends within the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import FIRST_PERSON, Names, Resolver
from briefgen.analysis.summary.bracketing import PRONOUNS, Bracketing
from briefgen.analysis.summary.courtesies import OPENER
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

CONNECTIVES = re.compile(
    r"^(?:(?:however|meanwhile|moreover|furthermore|additionally|in addition|also|still|nevertheless|nonetheless|"
    r"instead|therefore|thus|hence|finally|indeed|besides|then|earlier|later|afterwards|similarly|likewise|consequently|"
    r"in turn|at the same time|for (?:his|her|its|their) part|on the (?:other|one) hand|as a result|of course|in fact|"
    r"that said|to (?:this|that) end|most importantly|for example|for instance|separately|in particular|accordingly|"
    r"first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|after all|even so|by contrast|in contrast|conversely|in response|"
    r"having said that|importantly|despite this|because of this|"
    r"in (?:this|that) (?:regard|respect|context|spirit|way)|as such|what[’']?s more)"
    r"\s*,\s*|"
    r"also\s+(?=(?:on|in|at|this|last|next)\s)|"
    r"(?:and|but|or)\s*,?\s+|yet\s*,?\s+(?!another\b)|"
    r"so(?:\s*,\s*|\s+(?=(?:the|we|i|he|she|it|they|this|that|there|let|what|our)\b))|"
    # "nor" says no, and stays; "That is why ..." and "That agreement" keep their subject
    r"(?-i:that)\s*,?\s+(?!(?:is|was|are|were|will|would|has|had|may|means|meant|includes)\s))+",
    re.I,
)
# What a page leaves around its sentences: a space before a comma, a row of signs behind the last line, stars, a label.
STRAY = (
    (re.compile(r"\*+"), ""),
    (re.compile(r"\s+(?=[,.;:!?](?:\s|$))"), ""),
    (re.compile(r"\s*#{2,}\W*$"), ""),
    (re.compile(r"^(?!Q:|A:)[A-Z][A-Z ,.'’&-]{7,}:\s+(?=[A-Z“\"])"), ""),
)
OPEN_QUOTATION = re.compile(r"[\s,:]\"(?=\w)[^\"]*$")
RUNS_ON = re.compile(r"[\s,;:.…–—-]*[\w(\[$€£#]")  # more words of the same speech behind a cut
NOT_OWN = re.compile(r"\[[^\]]*\]|[\"“][^\"”]*[\"”]")
# Large only where a sentence begins: "the Our Ocean Conference".
WE = re.compile(r"(?:^|[.:;!?–—-] )(?:We|Our|My)\b|\b(?:we|ours?|us|my|me|(?:our|my)sel(?:f|ves))\b")
I = re.compile(r"(?:\b([^\W\d_][\w’']*) )?\bI\b(?=['’]| (?!and\b)[a-z])")  # noqa: E741  # "World War I" has a numeral
NOTHING: Mapping[int, str] = MappingProxyType({})
TURNS = PRONOUNS | {"also"}  # the words that a line may leave out or put a name for


def line(sent: Sent, start: int, end: int, resolver: Resolver, asides: Mapping[int, str] = NOTHING) -> str:
    """The tokens `start` to `end` (indices in the block, end excluded) of `sent` as a line of the brief.

    Where a "we" is left in it that no name can stand for, the whole is a quotation. `asides` are put behind tokens.
    """
    text = _cut(sent, start, end, Bracketing(sent, _begin(sent, start, end), resolver, first_person=True), asides)
    return in_marks(said(sent, start, end, resolver, asides)) if says_we(text) else text


def said(
    sent: Sent, start: int, end: int, resolver: Resolver, asides: Mapping[int, str] = NOTHING, speakers: Names = ()
) -> str:
    """The same in the words of its speakers, to stand in quotation marks: "we" is left, for others it has brackets."""
    begin = _begin(sent, start, end)
    bracketing = Bracketing(sent, begin, resolver, first_person=False, speakers=speakers)
    return _cut(sent, start, end, bracketing, asides, verbatim=True)


def says_we(text: str) -> bool:
    """Whether a line speaks in the first person outside brackets and quotation marks."""
    own = NOT_OWN.sub(" ", text)
    if WE.search(own) is not None:
        return True
    return "I" in own and any(m.start() == 0 or m[1] is None or m[1].islower() for m in I.finditer(own))


def in_marks(words: str) -> str:
    """The words as a quotation, their own marks left out; quotations in them get single marks."""
    whole = re.fullmatch(r"[\"“]([^\"“”]*)[\"”]\.?", words)
    words = whole[1] if whole else words
    inner = re.sub(r"\"([^\"]*)\"", r"‘\1’", words).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def _begin(sent: Sent, start: int, end: int) -> int:
    return min(max(start, sent.begin), end - 1)


def _cut(
    sent: Sent, start: int, end: int, bracketing: Bracketing, asides: Mapping[int, str], verbatim: bool = False
) -> str:
    doc = sent.span.doc
    start, last = _begin(sent, start, end), doc[end - 1]
    within = _quoted_within(sent, start, end, bracketing.resolver)
    bracketed = "[" in sent.text
    stop = last.idx + len(last.text) - sent.start
    at = doc[start].idx - sent.start
    own_marks = sent.text[at:stop]
    if own_marks.count("[") != own_marks.count("]"):
        return tidy(own_marks, verbatim=verbatim)  # brackets around a name would go with the one that is left over
    pieces: list[str] = []
    if within and within[0][0] < doc[start].idx:  # its opening mark stands in a sentence before
        pieces.append('"' if sent.text[within[0][1] - sent.start] == '"' else "“")
    for token in sent.between(start, end):
        if token.lower_ not in TURNS and token.tag_ != "PRP$" and token.i not in asides:
            continue
        here = token.idx - sent.start
        behind = here + len(token.text)
        quoted = bool(within) and any(a <= token.idx < b for a, b in within)
        if not (verbatim or quoted) and _is_link(token, sent):
            pieces.append(sent.text[at:here])
            at = here + len(token.text_with_ws)
            continue
        own = quoted and token.lower_ in FIRST_PERSON
        name = "" if own or (bracketed and _in_brackets(sent, here)) else bracketing.instead_of(token)
        if name:
            pieces.append(sent.text[at:here] + name)
            at = behind
        if token.i in asides:
            pieces.append(f"{sent.text[at:behind]} {asides[token.i]}")
            at = behind
    pieces.append(sent.text[at:stop])
    return tidy("".join(pieces), verbatim=verbatim, runs_on=RUNS_ON.match(sent.text, stop) is not None)


def _quoted_within(sent: Sent, start: int, end: int, resolver: Resolver) -> list[tuple[int, int]]:
    """The quotations (offsets in the block) that end in the line or begin in it; none that it is wholly part of."""
    first, last = sent.span.doc[start].idx, sent.span.doc[end - 1].idx + len(sent.span.doc[end - 1])
    stretches = resolver.document.quoted.get(sent.block, ())
    return [(a, b) for a, b in stretches if a < last and first < b and (first < a or b < last)]


def _in_brackets(sent: Sent, here: int) -> bool:
    """Whether the text itself has a bracket open at the offset `here`."""
    return sent.text.count("[", 0, here) > sent.text.count("]", 0, here)


def _is_link(token: Token, sent: Sent) -> bool:
    """Whether `token` is the "also" that ties the main clause to what stood before: "They also agreed to ..."."""
    return (
        token.lower_ == "also"
        and token.dep_ == "advmod"
        and (token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT")
        and token.i > sent.span.start
        and token.nbor(-1).lower_ != "but"
    )


def tidy(text: str, *, verbatim: bool = False, runs_on: bool = False) -> str:
    """White space folded, connective and opener dropped, marks balanced, first letter large, full stop at the end.

    `verbatim` is for words that will stand in quotation marks: there an ellipsis shows where they begin or end within
    a sentence. `runs_on` says that the sentence goes on behind them, in the same speech.
    """
    text = re.sub(r"\s+", " ", text)
    for pattern, instead in STRAY:
        text = pattern.sub(instead, text)
    text = text.strip(" ,;:–—-")
    text = OPENER.sub("", CONNECTIVES.sub("", OPENER.sub("", text))).strip(" ,;:–—")
    text = re.sub(r",([\"”])$", r".\1", _balanced(text, "…" if runs_on else "."))
    if not text:
        return ""
    if text[0].islower():
        text = f"…{text}" if verbatim else text[0].upper() + text[1:]
    if re.search(r"[.!?…][\"'”’)\]]*$", text):
        return text
    return text.rstrip(" ,;:–—-") + ("…" if verbatim and runs_on else ".")


def _balanced(text: str, stop: str) -> str:
    """Without quotation marks and brackets that have lost their partner; a quotation that runs on is closed."""
    if text.count('"') % 2 and OPEN_QUOTATION.search(text):
        text = _ended(text, stop) + '"'
    elif text.count("“") == text.count("”") + 1 and text.rfind("“") > text.rfind("”") and text[0] != "“":
        text = _ended(text, stop) + "”"
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("‘") > len(re.findall(r"’(?!\w)", text)):
        text = re.sub(r"‘([^‘’]*)’(?!\w)", r"\1", text).replace("‘", "")
    return re.sub(r" {2,}", " ", text).strip(" ,;:–—-")


def _ended(text: str, stop: str) -> str:
    return text if text[-1] in ".!?…" else text.rstrip(" ,;:–—-") + stop
