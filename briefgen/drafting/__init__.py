"""Articles and findings -> brief. Chooses, orders and names; every line keeps the evidence it came with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from briefgen import __version__
from briefgen.drafting import caveats, evidence, issues, next_steps, quotes, red_lines, summary
from briefgen.model.article import Article
from briefgen.model.brief import Brief, BriefActor, Engine, Given, Header, SourceInfo
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint

MOST_ACTORS = 20


def draft(
    article: Article, findings: Findings, *, date: dt.date, given: Given, beside: Sequence[Article] = ()
) -> Brief:
    """The brief of one article, or of that and those `beside` it, where `findings` are those of all.

    `date` is the brief's own; `given` carries what the user said of the brief, and of the article, which wins over the
    text. Of one among several it says nothing but the title: that of the brief.
    """
    mint = IdMint()
    grounds = {s.id: s.text for s in findings.sentences}
    about = Given() if beside else given
    sources = [_source(each, about, findings.language) for each in (article, *beside)]
    undated = frozenset(source.id for source in sources if source.published is None)
    brief = Brief(
        title=given.title or article.source.title or _title(article, findings),
        date=date,
        marking=given.marking or "",
        style=given.style or "info-memo",
        engine=Engine(name="local", version=__version__, model=findings.model),
        given=given,
        header=Header(to=given.to, from_=given.from_),
        sources=sources,
        red_lines=red_lines.draft_red_lines(findings, grounds, mint),
        next_steps=next_steps.draft_next_steps(findings, grounds, mint, since=date, undated=undated),
        issues=issues.draft_issues(findings, grounds, mint),
        quotes=quotes.draft_quotes(findings, grounds, mint),
        actors=_actors(findings, grounds, mint),
    )
    brief.summary = summary.draft_summary(findings, grounds, mint)
    brief.caveats = caveats.draft_caveats(brief, findings, mint)
    brief.evidence = evidence.cited(brief, findings)
    return brief


def _title(article: Article, findings: Findings) -> str:
    """A title for an article without headline: the core of its first sentence; else its weightiest topic, with its main
    parties where that does not name them; else its file's name."""
    if findings.title:
        return findings.title
    if not findings.topics:
        return (article.source.file or "Untitled").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    topic = max(findings.topics, key=lambda t: t.weight).title
    parties = [a.name for a in findings.actors if a.kind == "country"][:2]
    return topic if any(p in topic for p in parties) or not parties else f"{' and '.join(parties)}: {topic}"


def _source(article: Article, given: Given, language: str) -> SourceInfo:
    s = article.source
    return SourceInfo(
        id=s.letter,
        title=given.title or s.title,
        publisher=given.publisher or s.publisher,
        author=given.author or s.author,
        published=given.published or s.published,
        url=given.url or s.url,
        file=s.file,
        sha256=s.sha256,
        language=language,
        words=s.words,
    )


def _actors(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[BriefActor]:
    return [
        BriefActor(
            id=mint.mint("actors", grounds[a.evidence[0]]),
            name=a.name,
            role=a.role,
            represents=a.represents,
            mentions=a.mentions,
        )
        for a in findings.actors[:MOST_ACTORS]
    ]
