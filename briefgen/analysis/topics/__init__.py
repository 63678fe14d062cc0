"""Topics: the distinct matters of an article, each named by a phrase of the text, with its main sentences."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.regression import probability
from briefgen.analysis.topics.candidates import Lexicon, Matter, find_candidates
from briefgen.analysis.topics.choosing import choose
from briefgen.analysis.topics.naming import name
from briefgen.analysis.topics.weighing import features
from briefgen.model.findings import Topic

HEADED = 0.9  # the least score of a matter that the text itself gives a heading


def find_topics(context: Context, lex: Lexicon) -> list[Topic]:
    """The topics in the order of the text, whose words `lex` has."""
    if not lex.sents or not _has_parties(context):
        return []
    candidates = find_candidates(context, lex)
    for matter in candidates:
        matter.score = probability("topics", features(context, lex, matter))
    return select(candidates, lex)


def select(candidates: list[Matter], lex: Lexicon) -> list[Topic]:
    """The topics that the scores of `candidates` make, in the order of the text."""
    topics: list[tuple[int, Topic]] = []
    taken: set[str] = set()
    for matter in candidates:
        matter.score = max(matter.score, HEADED * matter.headed)

    def has_name(matter: Matter) -> bool:
        return name(matter, candidates, set(_ids(matter, lex)), set()) is not None

    for matter in choose(candidates, lex, has_name):
        ids = _ids(matter, lex)
        phrase = name(matter, candidates, set(ids), taken)
        if phrase is not None:
            taken.add(phrase.title.casefold())
            topics.append((matter.lines[0], Topic(phrase.title, ids, matter.score)))
    return [t for _, t in sorted(topics, key=lambda row: row[0])]


def _ids(matter: Matter, lex: Lexicon) -> tuple[str, ...]:
    return tuple(lex.sents[i].id for i in matter.lines)


def _has_parties(context: Context) -> bool:
    """Whether anybody is named who could deal or differ: a recipe and a price list have matters, but no parties."""
    return any(e.sentences and e.kind in ("person", "country") for e in context.resolver.cast.entries.values())
