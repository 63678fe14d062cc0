"""Key statements: how strongly each sentence belongs in a summary.

A logistic regression over features that any reader could check by eye (place, length, who acts, what is decided),
fitted by `training/salience.py` on sentences that careful readers called key; the weights are
`data/salience.json`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from briefgen.analysis.context import Context
from briefgen.analysis.document import Sent
from briefgen.analysis.regression import probability
from briefgen.analysis.shortening import end_of
from briefgen.analysis.topics.candidates import Lexicon, lexicon
from briefgen.analysis.wording import line, voiced
from briefgen.model.findings import KeyStatement, Stance, Step

SHORTEST = 7  # tokens; less is a fragment
DECISIONS = frozenset(
    """announce agree sign impose launch decide warn pledge meet approve reject ban declare order reach
    adopt vote elect win resign sanction designate suspend withdraw deploy kill attack close open
    release restore commit establish join conclude end begin increase raise cut remove target discuss
    endorse propose secure demand refuse rule demand threaten confirm condemn call lift extend accept
    block arrest detain invade strike sue file charge appoint name dismiss pass
    """.split()
)
ANAPHOR = re.compile(r"\b(?:these|those|this|such|the latter|the same)\s+[a-z]+", re.I)  # points out of the sentence
COURTESY = frozenset(
    """thank welcome congratulate honour honor proud grateful delighted pleased appreciate look
    privilege pleasure wish hope celebrate commend applaud
    """.split()
)


def features(context: Context, stances: Iterable[Stance], steps: Iterable[Step]) -> list[tuple[Sent, dict[str, float]]]:
    """The citable sentences that are long enough, each with its named features (0 to about 1)."""
    sents = [s for s in context.document.citable() if len(s.span) >= SHORTEST]
    lines = {e for x in stances if x.confidence != "low" for e in x.evidence}
    planned = {e for x in steps if x.confidence != "low" for e in x.evidence}
    headline = _content(context.document.article.headline or "")
    frequency = Counter(w for s in sents for w in set(_content(s.text)))
    parties = [p for p, _ in context.resolver.cast.parties().most_common(4)]
    lex = lexicon(context)
    typical = {s.id: value for s, value in zip(lex.sents, _typical(lex), strict=True)}
    openers = {s.block: s.id for s in reversed(context.document.sents)}
    rows = []
    for i, sent in enumerate(sents):
        row = _place(i, len(sents), sent, openers)
        row |= _words(sent, headline, frequency, len(sents))
        row |= _matter(context, sent, parties)
        row["typical"] = typical[sent.id]
        row["red_line"] = float(sent.id in lines)
        row["next_step"] = float(sent.id in planned)
        rows.append((sent, row))
    return rows


def _content(text: str) -> set[str]:
    return {w[:7] for w in re.findall(r"[a-z][a-z'-]{3,}", text.lower())}


def _typical(lex: Lexicon) -> list[float]:
    """How much each sentence has in common with all others, 0 to 1: its mean cosine to them, by telling words.

    (Radev 2004, centroids: a sum over the words, so its cost grows with the text and not with its square.)
    """
    norms = [math.sqrt(sum(lex.weight(w) ** 2 for w in words)) or 1.0 for words in lex.words]
    sums = {w: lex.weight(w) ** 2 * sum(1 / norms[i] for i in where) for w, where in lex.where.items()}
    values = [sum(sums[w] for w in words) / norm for words, norm in zip(lex.words, norms, strict=True)]
    most = max(values, default=0.0) or 1.0
    return [v / most for v in values]


def _place(i: int, n: int, sent: Sent, openers: dict[int, str]) -> dict[str, float]:
    return {
        "first": float(i == 0),
        "second": float(i == 1),
        "third": float(i == 2),
        "depth": i / n,
        "early": 1 / (1 + i),
        "last": float(i >= n - 2),
        "opens_paragraph": float(openers[sent.block] == sent.id),
    }


def _words(sent: Sent, headline: set[str], frequency: Counter[str], n: int) -> dict[str, float]:
    words = _content(sent.text)
    central = sum(math.log1p(frequency[w] - 1) for w in words) / math.sqrt(max(1, len(words))) / math.log1p(n)
    length = len(sent.span)
    marks = sum(map(sent.text.count, '"“”'))
    return {
        "central": central,
        "headline": len(words & headline) / max(1, min(len(headline), 6)),
        "length": min(length, 60) / 40,
        "short": float(length < 12),
        "long": float(length > 50),
        "number": float(bool(re.search(r"\d", sent.text))),
        "quoted": float(marks >= 2),
        "anaphor": float(bool(ANAPHOR.search(sent.text))),
        "question": float(sent.text.rstrip("\"”' ").endswith("?")),
    }


def _matter(context: Context, sent: Sent, parties: list[str]) -> dict[str, float]:
    root, tokens = sent.span.root, list(sent.span)
    words = {t.lower_ for t in tokens}
    lemmas = {t.lemma_.lower() for t in tokens if t.pos_ == "VERB"}
    named = {m.name for t in tokens if (m := context.resolver.cast.at(sent.block, t)) is not None}
    speeches = context.speeches_in(sent)
    tense = {"VBD": "past", "VBN": "past"}.get(root.tag_, "present")
    return {
        "decides": float(bool(lemmas & DECISIONS)),
        "root_decides": float(root.lemma_.lower() in DECISIONS),
        "courtesy": float(bool(lemmas & COURTESY)),
        "parties": min(len(named), 4) / 4,
        "main_party": float(bool({context.resolver.cast.party(n) for n in named} & set(parties[:2]))),
        "no_party": float(not named),
        "speech": float(bool(speeches)),
        "no_voice": float(not context.voice(sent, root)),
        "opens_with_pronoun": float(tokens[0].pos_ == "PRON"),
        "first_person": float(bool(words & {"we", "our", "i"})),
        "past": float(tense == "past"),
        "future": float(bool(words & {"will", "would", "'ll"})),
        "item": float(context.document.article.blocks[sent.block].kind == "item"),
    }


def find_key_statements(context: Context, stances: Iterable[Stance], steps: Iterable[Step]) -> list[KeyStatement]:
    """The sentences that may stand in a summary, in the order of the text."""
    found: list[KeyStatement] = []
    for sent, row in features(context, stances, steps):
        if row["question"]:
            continue
        text = line(sent, sent.span.start, end_of(sent), context.resolver)
        found.append(
            KeyStatement((sent.id,), voiced(text, context.voice(sent, sent.span.root)), probability("salience", row))
        )
    return found
