"""The article while it is being analysed: parsed blocks, sentences with ids, and what the passes have found so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.analysis.text.captions import is_caption
from briefgen.model.article import Article
from briefgen.model.findings import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    from briefgen.analysis.speech.reported import Speech

# Same length on both sides, so that offsets in the parsed text are offsets in the block's text.
STRAIGHT = str.maketrans("‘’‚‛“”„‟«»′″–—", '\'\'\'\'""""""\'"--')
# No word is that long; spaCy takes time that grows with the square of its length to look for marks in it.
NO_WORD = re.compile(r"\S{200,}")


@dataclass(slots=True, eq=False)
class Sent:
    """A citable sentence under analysis: its parse, and `text`, verbatim. `start` is its offset in the block's text.

    `plain` is `text` as it was parsed, with straight marks, its offsets the same. `tokens` are those of `span`, which
    spaCy makes anew each time it is asked for one.
    `speaker` is who says the whole of it where a transcript's label or a statement's issuer tells, else None;
    `begin` is the index of the first token behind a label ("MINISTER ARDEN:"); `skip` is set on lines that are
    not the article's own (a caption, "Read more", a question in a transcript).
    """

    id: str
    block: int
    span: Span
    text: str
    start: int
    heading: str | None
    order: int
    speaker: str | None = None
    skip: bool = False
    begin: int = -1
    plain: str = field(init=False)
    tokens: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.begin = self.span.start
        self.plain = _plain(self.text)
        self.tokens = list(self.span)

    def between(self, begin: int, end: int) -> list[Token]:
        """The tokens from `begin` to `end` (indices in the block, end excluded)."""
        first = self.span.start
        return self.tokens[begin - first : end - first]

    def cut(self, begin: int, end: int) -> str:
        """The verbatim text of the tokens `begin` to `end` (token indices in the block, end excluded)."""
        doc = self.span.doc
        if end <= begin:
            return ""
        last = doc[end - 1]
        return self.text[doc[begin].idx - self.start : last.idx + len(last.text) - self.start]


@dataclass(slots=True)
class Document:
    """What the passes share. Each pass reads what earlier ones set and sets its own field.

    `issuer` names the parties in whose name the whole text speaks (a joint statement, a fact sheet); empty for news.
    `quoted` has the stretches of each block (offsets) that stand in quotation marks, the marks left out.
    `sides` are the parties of the meeting that the text reports or records, two or more; empty where there is none.
    """

    article: Article
    model: str
    language: str
    docs: dict[int, Doc]
    sents: list[Sent]
    headline: Doc | None = None
    issuer: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    speeches: list[Speech] = field(default_factory=list)
    quoted: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _by_start: dict[tuple[int, int], Sent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_start = {(s.block, s.span.start): s for s in self.sents}

    def sent_of(self, block: int, token: Token) -> Sent:
        """The sentence of block `block` that holds `token`."""
        return self._by_start[(block, token.sent.start)]

    def is_quoted(self, block: int, token: Token) -> bool:
        """Whether `token` of that block stands within quotation marks."""
        return any(start <= token.idx < end for start, end in self.quoted.get(block, ()))

    def citable(self) -> Iterator[Sent]:
        """The sentences that are the article's own words."""
        return (s for s in self.sents if not s.skip)


def parse(article: Article, nlp: Language) -> Document:
    """Parses the citable blocks of `article` and numbers their sentences."""
    letter = article.source.letter
    numbered = [(i, b) for i, b in enumerate(article.blocks) if b.number is not None]
    docs: dict[int, Doc] = {}
    sents: list[Sent] = []
    headings: dict[int, str | None] = {}
    heading: str | None = None
    for i, block in enumerate(article.blocks):
        if block.kind == "heading":
            heading = block.text
        headings[i] = heading
    for (i, block), doc in zip(numbered, nlp.pipe(_plain(b.text) for _, b in numbered), strict=True):
        docs[i] = doc
        caption = is_caption(block.text)
        for n, span in enumerate(doc.sents, 1):
            text = block.text[span.start_char : span.end_char]
            name, order = f"{letter}{block.number}.{n}", len(sents)
            sents.append(Sent(name, i, span, text, span.start_char, headings[i], order, skip=caption))
    meta = nlp.meta
    headline = nlp(_plain(article.headline)) if article.headline else None
    return Document(article, f"{meta['lang']}_{meta['name']} {meta['version']}", meta["lang"], docs, sents, headline)


def _plain(text: str) -> str:
    """The text as it is parsed, of the same length."""
    return NO_WORD.sub(lambda run: "x" * len(run[0]), text.translate(STRAIGHT))


def public(sent: Sent) -> Sentence:
    """The sentence as the findings carry it."""
    return Sentence(sent.id, sent.text, sent.block, sent.heading)
