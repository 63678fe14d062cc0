"""Direct quotations: a state machine over quotation marks, and who said the words.

Straight, curly and single marks, nested, unbalanced, and running over paragraphs (a new opening mark, no closing one).
"""

from __future__ import annotations

import re

from briefgen.analysis.coreference import Names, Resolver
from briefgen.analysis.document import Document, Sent
from briefgen.analysis.quote_tags import Quoted, named_source, tag_source
from briefgen.analysis.speech import Speech, subject_of
from briefgen.model.findings import Quotation

FEWEST_WORDS = 4
OPENING = "“„«"
CLOSING = "”»"
MARKS = re.compile(f'["‘’{OPENING}{CLOSING}]')
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
        last = found[-1].speaker if running and found else None
        for quoted in rows:
            words = text[quoted.start : quoted.end].strip()
            touched = [s for s in sents if s.start < quoted.end and quoted.start < s.start + len(s.text)]
            if len(words.split()) < FEWEST_WORDS or not touched:
                continue
            speaker = last if running and quoted is rows[0] else None
            speaker = speaker or _speaker(quoted, touched, spoken, resolver, sents)
            if speaker is None and found and quoted.start <= 1:  # a paragraph of nothing but quotation goes on
                speaker = found[-1].speaker
            found.append(Quotation(tuple(s.id for s in touched), speaker, words))
        running = still
    return found


def _speaker(quoted: Quoted, touched: list[Sent], spoken: Spoken, resolver: Resolver, sents: list[Sent]) -> str | None:
    """The tag beside the quotation, the cue in its sentences, their subject, who spoke just before, the label."""
    tagged = tag_source(quoted, touched, resolver)
    if tagged:
        return tagged
    own = [x for sent in touched for x in spoken.get(sent.id, ()) if not _inside(x, quoted)]
    holding = [x for x in own if x.speakers and _content_overlaps(x, quoted)]
    for speech in sorted(holding, key=lambda x: x.end - x.start) + [x for x in own if x.speakers]:
        cue = speech.sent.span.doc[speech.cue]
        return named_source(speech.sent, subject_of(cue), resolver) or _one(speech.speakers, resolver)
    for sent in touched:
        root = sent.span.root
        if not quoted.start <= root.idx < quoted.end:
            source = named_source(sent, subject_of(root), resolver)
            if source:
                return source
    if touched[0].speaker:
        return touched[0].speaker
    return _speaker_nearby(touched[0], spoken, resolver, sents)


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
