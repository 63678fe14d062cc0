"""Direct quotations: a state machine over quotation marks, and who said the words.

Straight, curly and single marks, nested, unbalanced, and running over paragraphs (a new opening mark, no closing one).
"""

from __future__ import annotations

import re

from briefgen.analysis.actors.roles import TITLES
from briefgen.analysis.reference.coreference import Names, Resolver
from briefgen.analysis.speech.quote_clauses import clause_source
from briefgen.analysis.speech.quote_tags import Quoted, tag_source
from briefgen.analysis.speech.reported import Speech
from briefgen.analysis.text.document import Document, Sent
from briefgen.model.findings import Quotation

FEWEST_WORDS = 4
OPENING = "“„«"
CLOSING = "”»"
MARKS = re.compile(f'["‘’{OPENING}{CLOSING}]')
SIGNATURE = re.compile(r"[-–—]+\s*((?:[A-Z][\w.'’-]*\s+){0,6}[A-Z][\w'’-]+)")
Spoken = dict[str, list[Speech]]  # the acts of speech by the sentence that their cue stands in


def find_quoted(text: str, block: int = 0, running: bool = False) -> tuple[list[Quoted], bool]:
    """The quoted stretches of one block's text and whether a quotation is still open at its end.

    `running`: the block before ended inside a quotation, which this one takes up with an opening mark.
    """
    rows: list[Quoted] = []
    opened: int | None = None
    mark = ""
    for found in MARKS.finditer(text):
        i, c = found.start(), found[0]
        before, after = text[i - 1] if i else " ", text[i + 1] if i + 1 < len(text) else " "
        if opened is None:
            single = c == "‘" and not before.isalnum() and after.isalnum()
            if c in OPENING or single or (c == '"' and _may_open(before, after)):
                opened, mark = i + 1, c
        elif _closes(mark, c, after):
            rows.append(Quoted(block, opened, i))
            opened = None
    if opened is not None and mark != "‘":
        whole = Quoted(block, opened, len(text))
        if running or opened <= 1 or re.search(r"[.!?…]$", text):
            rows.append(whole)
            return rows, True
    return rows, opened is not None and mark != "‘"


def quoted_stretches(document: Document) -> dict[int, list[tuple[int, int]]]:
    """The stretches of each block (offsets) that stand in quotation marks, those that run on into it included."""
    found: dict[int, list[tuple[int, int]]] = {}
    running = False
    for block in document.docs:
        rows, running = find_quoted(document.article.blocks[block].text, block, running)
        found[block] = [(q.start, q.end) for q in rows]
    return found


def _closes(mark: str, c: str, after: str) -> bool:
    if mark == "‘":
        return c == "’" and not after.isalnum()
    return c in CLOSING or c == '"'


def _may_open(before: str, after: str) -> bool:
    return (not before.isalnum()) and not after.isspace()


def find_quotations(document: Document, speeches: list[Speech], resolver: Resolver) -> list[Quotation]:
    """The quotations of four words or more, verbatim, with their speakers."""
    by_block: dict[int, list[Sent]] = {}
    for sent in document.citable():
        by_block.setdefault(sent.block, []).append(sent)
    spoken: Spoken = {}
    for speech in speeches:
        spoken.setdefault(speech.sent.id, []).append(speech)
    found: list[Quotation] = []
    running = False
    for block, sents in by_block.items():
        text = document.article.blocks[block].text
        rows, still = find_quoted(text, block, running)
        last = found[-1].speaker if found else None
        for quoted in rows:
            words = text[quoted.start : quoted.end].strip()
            touched = [s for s in sents if s.start < quoted.end and quoted.start < s.start + len(s.text)]
            if len(words.split()) < FEWEST_WORDS or not touched:
                continue
            tag = last if running and quoted is rows[0] else tag_source(quoted, touched, resolver)
            if tag is None and _is_title(words):
                continue
            goes_on = last if quoted is not rows[0] or quoted.start <= 2 else None
            last = tag or _speaker(quoted, touched, spoken, resolver, sents, goes_on)
            found.append(Quotation(tuple(s.id for s in touched), last, words))
        running = still
    return found


def _is_title(words: str) -> bool:
    """Whether quoted words are the name of a law or a report: all but the short ones are capitalised."""
    long = [w for w in re.findall(r"[^\W\d_][\w'’-]*", words) if len(w) > 4]
    return len(long) > 1 and all(w[0].isupper() for w in long)


def _speaker(
    quoted: Quoted, touched: list[Sent], spoken: Spoken, resolver: Resolver, sents: list[Sent], goes_on: str | None
) -> str | None:
    """Who says words that no tag stands beside: the clause they are part of, the line below them, who spoke just
    before (`goes_on`: in the quotation before), the label of a transcript."""
    within = [s for s in (touched[0], touched[-1]) if _words_around(s, quoted)]
    for sent in within:
        source = clause_source(quoted, sent, resolver)
        if source:
            return source
    own = [x for sent in touched for x in spoken.get(sent.id, ()) if x.speakers and not _inside(x, quoted)]
    holding = [x for x in own if _content_overlaps(x, quoted)]
    for speech in sorted(holding, key=lambda x: x.end - x.start):
        return _one(speech.speakers, resolver)
    if touched[0].speaker:
        return touched[0].speaker
    if not within:
        signed = _signed(quoted, resolver)
        if signed or goes_on:
            return signed or goes_on
    return _speaker_nearby(touched[0], spoken, resolver, sents)


def _words_around(sent: Sent, quoted: Quoted) -> bool:
    """Whether `sent` has words outside the quotation."""
    return any(t.is_alpha and not quoted.start <= t.idx < quoted.end for t in sent.tokens)


def _signed(quoted: Quoted, resolver: Resolver) -> str | None:
    """The person in the line below a quotation that stands alone: "- President Ana Reis, 3 May"."""
    blocks = resolver.document.article.blocks
    below = blocks[quoted.block].text[quoted.end + 1 :].strip(" *\n")
    if not below and quoted.block + 1 < len(blocks):
        below = blocks[quoted.block + 1].text
    signature = SIGNATURE.match(below)
    if signature is None:
        return None
    words = [w for w in signature[1].split() if w.casefold().rstrip(".") not in TITLES]
    known = [e.name for e in resolver.cast.entries.values() if e.kind == "person" and words[-1:] == e.name.split()[-1:]]
    return max([*known, " ".join(words)], key=len) or None


def _speaker_nearby(sent: Sent, spoken: Spoken, resolver: Resolver, sents: list[Sent]) -> str | None:
    """Who spoke last in the two sentences before, else first in the sentence after, of the same paragraph."""
    at = sents.index(sent)
    for other in reversed(sents[max(0, at - 2) : at]):
        before = [x for x in spoken.get(other.id, ()) if x.speakers]
        if before:
            return _one(before[-1].speakers, resolver)
    after = [x for s in sents[at + 1 : at + 2] for x in spoken.get(s.id, ()) if x.speakers]
    return _one(after[0].speakers, resolver) if after else None


def _inside(speech: Speech, quoted: Quoted) -> bool:
    cue = speech.sent.span.doc[speech.cue]
    return quoted.start <= cue.idx < quoted.end


def _content_overlaps(speech: Speech, quoted: Quoted) -> bool:
    doc = speech.sent.span.doc
    if speech.start >= speech.end:
        return False
    return doc[speech.start].idx < quoted.end and quoted.start < doc[speech.end - 1].idx + len(doc[speech.end - 1])


def _one(names: Names, resolver: Resolver) -> str:
    return next((n for n in names if resolver.cast.is_person(n)), names[0])
