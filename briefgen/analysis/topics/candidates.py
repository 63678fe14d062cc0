"""Candidate matters: a phrase with the sentences that share its telling words."""

from __future__ import annotations

import functools
import heapq
import json
import math
from collections import defaultdict
from dataclasses import dataclass, field
from importlib import resources

from briefgen.analysis.context import Context
from briefgen.analysis.summary.courtesies import is_notice
from briefgen.analysis.text.document import Sent
from briefgen.analysis.topics.headings import inline_headings, roll_calls
from briefgen.analysis.topics.phrases import Phrase, headline_phrases, phrase_at, phrases_of, word_of
from briefgen.analysis.topics.words import stems

SHARE = 0.7  # of a phrase's weight that a sentence must share
PARTY = 0.5  # weight of a party's name beside a common word's
COMMON = 0.6  # how far a word that stands in every text of the kind loses weight
WEAK, NEXT = 0.3, 0.35  # share of a sentence that may fill up the evidence; what stands for it in the next sentence
MOST_SENTENCES = 3  # of evidence
NEAR = 0.3  # what a sentence gains by standing in the matter's own paragraph
PARTY_MARK = "@"


@functools.cache
def common_words() -> dict[str, float]:
    """Stems of the words of public prose and the share of texts that they stand in (the rarer ones are left out)."""
    text = (resources.files("briefgen.analysis") / "data" / "common_words.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


@dataclass(slots=True)
class Lexicon:
    """The telling words of each citable sentence, the headline's stems, and how much a word tells in this article."""

    sents: list[Sent]
    words: list[frozenset[str]] = field(default_factory=list)
    where: dict[str, list[int]] = field(default_factory=dict)
    headline: frozenset[str] = frozenset()
    _weights: dict[str, float] = field(default_factory=dict)

    def weight(self, word: str) -> float:
        """0 to 1: words of few sentences tell more, and so do words of few texts."""
        known = self._weights.get(word)
        if known is None:
            n = len(self.sents)
            rarity = math.log((n + 1) / len(self.where.get(word, [0]))) / math.log(n + 1)
            own = PARTY if word.startswith(PARTY_MARK) else 1 - COMMON * min(1.0, 2 * common_words().get(word, 0.0))
            known = self._weights[word] = (0.25 + 0.75 * rarity) * own
        return known


def lexicon(context: Context) -> Lexicon:
    """Reads the words of the article, but for lists of who was there and notes on where to read more."""
    cast = context.resolver.cast
    names = roll_calls(context.document.article.blocks)
    sents = [s for s in context.document.citable() if s.block not in names and not is_notice(s.text)]
    found = Lexicon(sents, headline=stems(context.document.article.headline or ""))
    for i, sent in enumerate(found.sents):
        words = set()
        for token in sent.tokens:
            mention = cast.at(sent.block, token)
            if mention is not None and mention.kind != "organisation":
                if mention.kind != "person":
                    words.add(PARTY_MARK + cast.party(mention.name))
            elif word := word_of(token):
                words.add(word)
        found.words.append(frozenset(words))
        for word in words:
            found.where.setdefault(word, []).append(i)
    return found


@dataclass(slots=True)
class Matter:
    """A candidate: its mentions, the `strength` of each sentence (index among the citable ones) that shares its words,
    up to 1, and `lines`, the sentences that are its evidence, in the order of the text. `phrase` stands in sentence
    `home` (-1: the headline), where the matter is densest. `headed` where an in-line heading names it.
    """

    phrase: Phrase
    home: int
    words: frozenset[str]
    strength: dict[int, float]
    lines: list[int]
    mentions: list[Phrase]
    score: float = 0.0
    headed: bool = False

    @property
    def common(self) -> frozenset[str]:
        """The words that are no party's name."""
        return frozenset(w for w in self.words if not w.startswith(PARTY_MARK))


def find_candidates(context: Context, lex: Lexicon) -> list[Matter]:
    """The candidates: one for each in-line heading, and one for each set of words outside their paragraphs."""
    headed = _headed(context, lex)
    named = {lex.sents[m.home].block for m in headed}
    mentions: dict[frozenset[str], list[tuple[int, Phrase]]] = defaultdict(list)
    for i, sent in enumerate(lex.sents):
        for phrase in phrases_of(context, sent):
            mentions[_key(phrase)].append((i, phrase))
    for phrase in headline_phrases(context):
        mentions[_key(phrase)].append((-1, phrase))
    found = []
    for words, places in mentions.items():
        strength, weak = _strength(words, {i for i, _ in places if i >= 0}, lex)
        if strength:
            home, phrase = max(places, key=lambda row: (_density(row[0], strength, lex), -row[0]))
            if home >= 0 and lex.sents[home].block in named:
                continue
            lines = _tightest(home, strength, weak, lex)
            found.append(Matter(phrase, home, words, strength, lines, [p for _, p in places]))
    return headed + found


def _headed(context: Context, lex: Lexicon) -> list[Matter]:
    """The matters that the paragraphs' own headings name, each with its paragraph's first sentences."""
    found = []
    for i, (begin, end) in inline_headings(lex.sents, context.resolver.cast).items():
        phrase = phrase_at(context, lex.sents[i], begin, end)
        block = [j for j in range(i, len(lex.sents)) if lex.sents[j].block == lex.sents[i].block]
        if words := _key(phrase):
            lines = block[:MOST_SENTENCES]
            found.append(Matter(phrase, i, words, dict.fromkeys(block, 1.0), lines, [phrase], headed=True))
    return found


def _key(phrase: Phrase) -> frozenset[str]:
    return frozenset(phrase.words) | {PARTY_MARK + p for p in phrase.parties}


def _strength(words: frozenset[str], homes: set[int], lex: Lexicon) -> tuple[dict[int, float], dict[int, float]]:
    """The sentences that share enough of `words`, and those that take them up with "This ..."."""
    weights = {w: lex.weight(w) for w in words}
    total = sum(weights.values())
    common = {w for w in words if not w.startswith(PARTY_MARK)}
    shared: dict[int, float] = defaultdict(float)
    for word in words:
        for i in lex.where.get(word, ()):
            shared[i] += weights[word] / total
    rows = {}
    weak = {}
    for i, share in shared.items():
        told = not common or bool(common & lex.words[i])
        if i in homes or (share >= SHARE and told):
            rows[i] = min(1.0, share)
        elif share >= WEAK and told:
            weak[i] = share
    for i in rows:
        after = i + 1
        if after < len(lex.sents) and lex.sents[after].block == lex.sents[i].block and after not in rows:
            weak[after] = max(weak.get(after, 0.0), NEXT)
    return rows, weak


def _tightest(home: int, strength: dict[int, float], weak: dict[int, float], lex: Lexicon) -> list[int]:
    """The sentences that share most of a matter's words, filled up from `weak` ones."""
    every = weak | strength

    def rank(i: int) -> tuple[bool, float, int]:
        near = lex.sents[i].block == lex.sents[max(0, home)].block
        return i != home, -every[i] - NEAR * near, i

    return sorted(heapq.nsmallest(MOST_SENTENCES, every, key=rank))


def _density(home: int, strength: dict[int, float], lex: Lexicon) -> float:
    """How much of the matter stands in the paragraph of `home`."""
    if home < 0:
        return 0.0
    return sum(v for i, v in strength.items() if lex.sents[i].block == lex.sents[home].block and abs(i - home) < 6)
