"""Which article is which source of a brief, from one draft to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

from briefgen.errors import SourceError
from briefgen.model.article import Article, Source
from briefgen.model.brief import Brief, Given, SourceInfo
from briefgen.storage import BriefFolder

MOST_SOURCES = len(ascii_uppercase)


def refuse_too_many(count: int) -> None:
    """Raises SourceError when a brief has no letters for so many articles."""
    if count > MOST_SOURCES:
        raise SourceError(
            f"a brief takes {MOST_SOURCES} articles at most, a letter each; there are {count}.",
            "Make several briefs of them.",
        )


def identify(folder: BriefFolder, articles: Sequence[Article], previous: Brief | None, now: Given) -> list[Article]:
    """The articles in the order of their letters, each with that which it had in the draft before; new ones get the
    first free ones in the order in which they were named.

    Of several, each has what its document says of it, else what was known before. The day of publication that was given
    `now` holds for those that do not say theirs. Raises SourceError where two articles are the same, StorageError where
    the folder holds the brief of others.
    """
    _refuse_the_same(articles)
    before = previous.sources if previous else []
    if len(articles) == 1:
        source = articles[0].source
        folder.refuse_other_source(before, replace(source, url=now.url or source.url))
        return list(articles)
    folder.refuse_other_source(before, *(article.source for article in articles))
    known = folder.known(before, [article.source for article in articles])
    letters = _letters(before, known)
    completed = [
        replace(article, source=_completed(article.source, letter, info, now))
        for article, letter, info in zip(articles, letters, known, strict=True)
    ]
    return sorted(completed, key=lambda article: article.source.letter)


def of_the_brief(given: Given) -> Given:
    """What was given of a brief of several articles, without what is true of one of them only."""
    return given.model_copy(update=dict.fromkeys(("published", "publisher", "author", "url")))


def name_of(source: Source) -> str:
    """What a user knows an article by."""
    return source.file or source.url or "standard input"


def _refuse_the_same(articles: Sequence[Article]) -> None:
    """One article named twice would pass for two witnesses."""
    seen: dict[str, str] = {}
    for article in articles:
        source = article.source
        keys = {source.sha256, str(Path(source.file).resolve())} if source.file else {source.sha256}
        for key in keys & set(seen):
            raise SourceError(f"{seen[key]} and {name_of(source)} are the same article.", "Name each article once.")
        seen |= dict.fromkeys(keys, name_of(source))


def _letters(before: Sequence[SourceInfo], known: Sequence[SourceInfo | None]) -> list[str]:
    """The letter of each article. That of one that is no longer there goes to another last: people may cite it."""
    kept = {info.id for info in known if info}
    unused = [letter for letter in ascii_uppercase if letter not in {info.id for info in before}]
    free = iter([*unused, *(info.id for info in before if info.id not in kept)])
    return [info.id if info else next(free) for info in known]


def _completed(source: Source, letter: str, before: SourceInfo | None, now: Given) -> Source:
    known = before or SourceInfo(id=letter)
    return replace(
        source,
        letter=letter,
        title=source.title or known.title,
        publisher=source.publisher or known.publisher,
        author=source.author or known.author,
        url=source.url or known.url,
        published=source.published or now.published or known.published,
    )
