"""What the engine was unsure of, in words that a reader can act on."""

from __future__ import annotations

from briefgen.model.article import Article
from briefgen.model.brief import Brief, Caveat
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint


def draft_caveats(article: Article, findings: Findings, brief: Brief, mint: IdMint) -> list[Caveat]:
    """Caveats on the brief as a whole first, then on single items in their order."""
    rows: list[tuple[str, str | None]] = []
    if brief.given.published is None and article.source.published is None:
        rows.append(
            ("The publication date is not known, so relative dates could not be resolved: give --published.", None)
        )
    rows += [(doubt.text, None) for doubt in findings.doubts]
    for line in brief.red_lines:
        if line.confidence == "low":
            rows.append(("The engine is not sure that this is a red line, or whose: read the cited sentence.", line.id))
    for step in brief.next_steps:
        if step.due is not None and step.due.earliest is None and step.due.latest is None:
            rows.append((f"“{step.due.text}” could not be resolved to a date.", step.id))
        if not step.owners:
            rows.append(("The source does not say clearly who is to do this.", step.id))
    return [Caveat(id=mint.mint("caveats", f"{about or ''}{text}"), text=text, about=about) for text, about in rows]
