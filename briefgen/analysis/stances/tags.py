"""The tag of a report, read off the words: "..., Norland's foreign minister, Lea Tamm, warned on Friday".

The parser often takes the title in front of the name for part of what was said; commas and verbs do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = frozenset(
    """say tell add warn announce declare state write reply answer remark note explain insist stress argue vow caution
    inform signal indicate disclose confirm admit claim promise predict hint reiterate affirm conclude recall
    acknowledge convey relay resolve rule retort counter respond remind cable lecture
    """.split()
)
# Verbs that report only together with one of these words behind them.
SAYING_WITH = {"make": ("plain", "clear", "known"), "hit": ("back",), "let": ("know",), "put": ("it",), "go": ("on",)}
REACH = 6  # tokens from such a verb to its word
LONGEST = 16  # tokens from the comma to the verb
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
MARKS = frozenset("that if unless until because while when who which whose whom where after before as".split())
FEWEST = 4  # tokens of what is said


@dataclass(frozen=True, slots=True)
class Tag:
    """Token indices: the tag runs from `start` to `end` (included) around `verb`; `names` is whom it names."""

    start: int
    verb: int
    end: int
    names: Names


def tag_in(sent: Sent, cast: Cast) -> Tag | None:
    """The tag that follows what is said in `sent`; None where there is none or it names nobody."""
    for token in reversed(sent.tokens):
        finite = token.tag_ in ("VBD", "VBZ") or (
            token.tag_ == "VBN" and not any(c.dep_[:3] == "aux" for c in token.children)
        )
        if not finite or not _says(sent, token):
            continue
        if token.i == sent.span.start or sent.span.doc[token.i - 1].pos_ == "PRON":
            continue  # "she added": the parse knows as much
        before, after = _start(sent, token), _end(sent, token) if _is_inverted(sent, token) else token.i
        for start, end in ((before, token.i), (token.i, after)):
            if start is None or start == end or start - sent.span.start < FEWEST or not _is_said(sent, start):
                continue
            names = _names(sent, start, end + 1, cast)
            if names:
                return Tag(start, token.i, end, names)
    return None


def _says(sent: Sent, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in SAYING:
        return True
    wanted = SAYING_WITH.get(lemma)
    behind = [t.lower_ for t in sent.span.doc[verb.i + 1 : verb.i + REACH]] if wanted else []
    # "and made clear that ..." opens what is said, it does not close it.
    return wanted is not None and "that" not in behind and verb.dep_ != "conj" and any(w in behind for w in wanted)


def _is_inverted(sent: Sent, verb: Token) -> bool:
    """Whether the speaker stands behind `verb`."""
    doc = sent.span.doc
    after = doc[verb.i + 1].pos_ if verb.i + 1 < sent.span.end else ""
    return doc[verb.i - 1].text in (",", '"') and after in ("PROPN", "NOUN", "DET", "ADJ")


def _start(sent: Sent, verb: Token) -> int | None:
    """The first token after the earliest comma from which only a noun phrase leads up to `verb`."""
    found: int | None = None
    for i in range(verb.i - 1, max(sent.span.start, verb.i - LONGEST), -1):
        token = sent.span.doc[i]
        if token.tag_ in FINITE or token.lower_ in MARKS or token.text in (";", ":"):
            break
        opens = sent.span.doc[i + 1]
        if token.text in (",", '"') and i + 1 < verb.i and opens.lower_ not in ("and", "but", "or", "so"):
            found = i + 1
    return found


def _end(sent: Sent, verb: Token) -> int:
    """The last token of the noun phrase behind `verb`: "..., said Lea Tamm, Norland's foreign minister"."""
    for i in range(verb.i + 1, min(sent.span.end, verb.i + LONGEST)):
        token = sent.span.doc[i]
        if token.tag_ in FINITE or token.lower_ in MARKS or token.text in (";", ":", '"', "."):
            return i - 1
    return min(sent.span.end, verb.i + LONGEST) - 1


def _is_said(sent: Sent, start: int) -> bool:
    """Whether what stands in front of the tag is a statement with a verb of its own."""
    before = sent.span.doc[sent.span.start : start]
    return any(t.tag_ in FINITE for t in before) and before[0].lower_ not in ("after", "before", "while", "as", "when")


def _names(sent: Sent, start: int, verb: int, cast: Cast) -> Names:
    """The person of the tag, else the party it names first."""
    doc = sent.span.doc
    mentions = [m for i in range(start, verb) if (m := cast.at(sent.block, doc[i])) is not None]
    people = [m.name for m in mentions if m.kind == "person"]
    parties = [m.name for m in mentions if m.kind in ("country", "organisation", "capital", "body", "demonym")]
    return tuple((people or parties)[:1])
