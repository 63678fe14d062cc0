"""Topics: the distinct matters of an article, each named by a phrase of the text, with its main sentences."""

from __future__ import annotations

import functools
import json
import math
from importlib import resources

from briefgen.analysis.context import Context
from briefgen.analysis.topics.candidates import find_candidates, lexicon
from briefgen.analysis.topics.choosing import choose
from briefgen.analysis.topics.naming import name
from briefgen.analysis.topics.weighing import features
from briefgen.model.findings import Topic


def find_topics(context: Context) -> list[Topic]:
    """The topics in the order of the text."""
    lex = lexicon(context)
    if not lex.sents:
        return []
    candidates = find_candidates(context, lex)
    for matter in candidates:
        matter.score = score(features(context, lex, matter))
    topics: list[tuple[int, Topic]] = []
    taken: set[str] = set()
    for matter in choose(candidates, lex):
        ids = tuple(lex.sents[i].id for i in matter.lines)
        phrase = name(matter, candidates, set(ids), taken)
        if phrase is not None:
            taken.add(phrase.title.casefold())
            topics.append((matter.lines[0], Topic(phrase.title, ids, matter.score)))
    return [t for _, t in sorted(topics, key=lambda row: row[0])]


@functools.cache
def _weights() -> dict[str, float]:
    text = (resources.files("briefgen.analysis") / "data" / "topics.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


def score(row: dict[str, float]) -> float:
    """The probability that a candidate with these features is a matter of the article, well named."""
    weights = _weights()
    z = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in row.items())
    return 1 / (1 + math.exp(-z))
