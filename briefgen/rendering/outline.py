"""Brief + Style -> Outline: the order of the sections, the title block, the page heads and the file's properties."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.model.style import Style
from briefgen.rendering.blocks import (
    Block,
    Fields,
    Kicker,
    Marking,
    Outline,
    PageLine,
    Properties,
    Run,
    Title,
)
from briefgen.rendering.citations import Citations
from briefgen.rendering.sections import Draft, quiet, section_blocks, source_line, strong, text
from briefgen.rendering.wording import clean, date_words, join_parts, shorten

_PROPERTY_LENGTH = 255  # what Office allows a file property
_HEAD_LENGTH = 70  # characters that stand beside a marking on one line
_MARKING_LENGTH = 40


def outline(brief: Brief, style: Style, *, edited: bool = False) -> Outline:
    """Every decision about the document taken, none about a file format.

    `edited` says whether a person has changed the brief since the engine drafted it. A citation of a sentence that
    the brief does not hold is printed without a link and named in the warnings.
    """
    draft = Draft(brief, style, Citations(brief.evidence), edited)
    # The annex lists what the others cite, so it is written last wherever the style places it.
    in_turn = sorted(style.sections, key=lambda section: section.section == "annex")
    written = {section.section: section_blocks(draft, section) for section in in_turn}
    body = [block for section in style.sections for block in written[section.section]]
    first_head, head, foot = _page_lines(brief, style)
    return Outline(
        properties=_properties(brief, style),
        first_head=first_head,
        head=head,
        foot=foot,
        blocks=(*_title_block(draft), *body),
        warnings=tuple(
            f"sentence {clean(id_)!r} is cited but not among the brief's evidence, so it is printed without a link"
            for id_ in draft.citations.missing
        ),
    )


def _title_block(draft: Draft) -> list[Block]:
    brief, style = draft.brief, draft.style
    blocks: list[Block] = []
    if marking := clean(brief.marking):
        blocks.append(Marking(marking))
    if style.label:
        blocks.append(Kicker(clean(style.label)))
    blocks.append(Title(_title(brief)))
    several = len(brief.sources) > 1
    rows = [
        ("To", clean(brief.header.to or "")),
        ("From", clean(brief.header.from_ or "")),
        ("Reference", clean(brief.header.reference or "")),
        ("Date", date_words(brief.date, style.dates)),
        *((f"Source{f' {clean(source.id)}' * several}", source_line(draft, source)) for source in brief.sources),
    ]
    blocks.append(Fields(tuple((label, text(value)) for label, value in rows if value)))
    return blocks


def _title(brief: Brief) -> str:
    return clean(brief.title) or "Untitled brief"


def _page_lines(brief: Brief, style: Style) -> tuple[PageLine, PageLine, PageLine]:
    """Head of page 1, head of the other pages, foot. Page 1 has the title itself, so its head does not repeat it."""
    marking = shorten(clean(brief.marking), _MARKING_LENGTH)
    reference = clean(brief.header.reference or "")
    marked = strong(marking) if marking else ()
    first = quiet(shorten(reference, _HEAD_LENGTH)) if reference else ()
    running = quiet(shorten(join_parts([reference, _title(brief)], " · "), _HEAD_LENGTH))
    dated = quiet(join_parts([clean(style.label), date_words(brief.date, style.dates)], " · "))
    folio = (
        Run("Page ", "quiet"),
        Run("1", "quiet", field="page"),
        Run(" of ", "quiet"),
        Run("1", "quiet", field="pages"),
    )
    return PageLine(first, marked), PageLine(running, marked), PageLine(marked or dated, folio)


def _properties(brief: Brief, style: Style) -> Properties:
    named = sorted(brief.actors, key=lambda actor: -actor.mentions)[:8]
    keywords = join_parts([clean(brief.marking), *(clean(actor.name) for actor in named)])
    subject = join_parts([clean(style.label), clean(brief.header.reference or "")])
    return Properties(
        title=shorten(_title(brief), _PROPERTY_LENGTH),
        subject=shorten(subject, _PROPERTY_LENGTH),
        author=shorten(clean(brief.header.from_ or ""), _PROPERTY_LENGTH),
        keywords=shorten(keywords, _PROPERTY_LENGTH),
        language=style.language,
        date=brief.date,
    )
