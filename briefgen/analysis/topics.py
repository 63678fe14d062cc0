"""Topics: the distinct matters. First version: each heading's stretch of text, else the most named noun phrases."""

from __future__ import annotations

from collections import Counter, defaultdict

from briefgen.analysis.context import Context
from briefgen.model.findings import Topic

MOST = 8


def find_topics(context: Context) -> list[Topic]:
    """The topics in the order of the text."""
    where: dict[str, list[str]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for sent in context.document.citable():
        for chunk in sent.span.noun_chunks:
            if chunk.root.pos_ not in ("NOUN", "PROPN") or len(chunk) < 2:
                continue
            words = [t for t in chunk if not t.is_stop and t.is_alpha]
            key = chunk.root.lemma_.lower()
            where[key].append(sent.id)
            names[key][" ".join(t.text for t in words)] += 1
    ranked = sorted(where, key=lambda k: -len(set(where[k])))[:MOST]
    order = {s.id: s.order for s in context.document.sents}
    topics = [
        Topic(names[k].most_common(1)[0][0], tuple(dict.fromkeys(where[k]))[:6], float(len(set(where[k]))))
        for k in ranked
        if len(set(where[k])) > 1
    ]
    return sorted(topics, key=lambda t: order[t.evidence[0]])
