"""Article -> findings: ordered passes over the parsed article, one a file."""

from __future__ import annotations

import datetime as dt

from briefgen.errors import EngineError
from briefgen.model.article import Article
from briefgen.model.findings import Findings


def analyse(article: Article, model: str | None = None, published: dt.date | None = None) -> Findings:
    """What the local engine finds in `article`.

    `model` names a spaCy model; None takes the installed default. `published` is the day that relative dates count from;
    None takes the article's own, and where that is unknown too they stay unresolved.

    Raises EngineError when the language model is missing or the article has no sentence.
    """
    from briefgen.analysis import (
        actors, coreference, document, gazetteer, language_model, positions, quotations, salience, speech, stances, steps,
        structure, topics,
    )  # fmt: skip
    from briefgen.analysis.context import Context

    nlp = language_model.load(model)
    parsed = document.parse(article, nlp)
    if not parsed.sents:
        raise EngineError("the article has no sentence that could be cited", "check that the file holds running text")
    cast = actors.find_actors(parsed, gazetteer.of(nlp))
    structure.read_structure(parsed, cast)
    resolver = coreference.Resolver(parsed, cast)
    context = Context(parsed, resolver, speech.find_speech(parsed, resolver), published or article.source.published)
    return Findings(
        model=parsed.model,
        sentences=tuple(document.public(s) for s in parsed.sents),
        actors=cast.public(),
        stances=tuple(stances.find_stances(context)),
        steps=tuple(steps.find_steps(context)),
        quotations=tuple(quotations.find_quotations(parsed, context.speeches, resolver)),
        positions=tuple(positions.find_positions(context)),
        topics=tuple(topics.find_topics(context)),
        key_statements=tuple(salience.find_key_statements(context)),
    )
