"""Article -> findings: ordered passes over the parsed article, one a file.

text/        language, sentences, structure, noun phrases
actors/      who is in it, under one name each
reference/   whom pronouns, possessives and offices mean
speech/      who says what
positions/   what each party holds
stances/     red lines
steps/       next steps
dates/       days, counted from the publication date
topics/      the issues and their titles
summary/     what matters most, and how its lines are worded
data/        names and fitted weights
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.errors import EngineError
from briefgen.model.article import Article
from briefgen.model.findings import Findings

if TYPE_CHECKING:
    from briefgen.analysis.context import Context


def analyse(article: Article, model: str | None = None, published: dt.date | None = None) -> Findings:
    """What the local engine finds in `article`.

    `model` names a spaCy model; None takes the installed default. `published` is the day that relative dates
    count from; None takes the article's own, and where that is unknown too they stay unresolved. A text in which no
    party speaks or acts (a recipe, a price list) has sentences and nothing else.

    Raises EngineError when the language model is missing or for another language, or the article has no sentence.
    """
    from briefgen.analysis import positions, public_life, stances, steps, topics
    from briefgen.analysis.speech import quotations
    from briefgen.analysis.summary import salience, titles
    from briefgen.analysis.text import document
    from briefgen.analysis.topics.candidates import lexicon

    context = build_context(article, model, published)
    parsed, resolver = context.document, context.resolver
    sentences = tuple(document.public(s) for s in parsed.sents)
    if not public_life.has_parties(context):
        return Findings(model=parsed.model, language=parsed.language, sentences=sentences)
    red_lines = stances.find_stances(context)
    next_steps = steps.find_steps(context)
    lex = lexicon(context)
    quoted = quotations.find_quotations(parsed, context.speeches, resolver)
    return Findings(
        model=parsed.model,
        language=parsed.language,
        sentences=sentences,
        actors=resolver.cast.public(),
        stances=tuple(red_lines),
        steps=tuple(next_steps),
        quotations=tuple(quoted),
        positions=tuple(positions.find_positions(context)),
        topics=tuple(topics.find_topics(context, lex)),
        key_statements=tuple(salience.find_key_statements(context, lex, red_lines, next_steps, quoted)),
        title=titles.find_title(context),
    )


def build_context(article: Article, model: str | None = None, published: dt.date | None = None) -> Context:
    """The parsed article with its actors and its speech: what the finding passes start from. Errors as `analyse`."""
    from briefgen.analysis.actors import finding, gazetteer
    from briefgen.analysis.context import Context
    from briefgen.analysis.reference import coreference
    from briefgen.analysis.speech import quotations, reported
    from briefgen.analysis.text import document, language, language_model, structure

    nlp = language_model.load(model)
    language.check_language(article, nlp)
    parsed = document.parse(article, nlp)
    if not parsed.sents:
        raise EngineError("the article has no sentence that could be cited", "check that the file holds running text")
    cast = finding.find_actors(parsed, gazetteer.of(nlp))
    structure.read_structure(parsed, cast)
    parsed.quoted = quotations.quoted_stretches(parsed)
    resolver = coreference.Resolver(parsed, cast)
    context = Context(parsed, resolver, reported.find_speech(parsed, resolver), published or article.source.published)
    resolver.settle_first_person(context.voice)
    return context
