"""Brief + Style -> Outline: the order of the sections, the title block, the page heads and the file's properties."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.model.style import Style
from briefgen.rendering.blocks import Block, Fields, Inline, Kicker, Marking, Outline, PageLine, Properties, Run, Title
from briefgen.rendering.citations import Citations
from briefgen.rendering.draft import Draft, Path, quiet, text
from briefgen.rendering.human import Numbering
from briefgen.rendering.marking import Mark, mark
from briefgen.rendering.sections import section_blocks, source_line
from briefgen.rendering.wording import TO_BE_COMPLETED, clean, date_words, join_parts, shorten

_PROPERTY_LENGTH = 255  # what Office allows a file property
_HEAD_LENGTH = 70  # characters that stand beside a marking on one line
_MARKING_LENGTH = 40


def outline(
    brief: Brief,
    style: Style,
    *,
    edited: bool = False,
    human: frozenset[Path] = frozenset(),
    fair: bool = False,
) -> Outline:
    """Every decision about the document taken, none about a file format.

    `edited`, `human` and `fair` are told in Draft. A citation of a sentence that the brief does not hold is printed
    without a link and named in the warnings.
    """
    citations = Citations(brief.evidence, notes=style.citations == "notes")
    draft = Draft(brief, style, citations, edited, human, fair)
    numbering = Numbering(style.numbered)
    # The annex lists what the others cite, so it is written last wherever the style places it.
    in_turn = sorted(style.sections, key=lambda section: section.section == "annex")
    written = {section.section: section_blocks(draft, section, numbering) for section in in_turn}
    body = [block for section in style.sections for block in written[section.section]]
    marking = mark(brief.marking, style)
    first_head, head, foot = _page_lines(brief, style, marking)
    missing = (
        f"sentence {clean(id_)!r} is cited but not among the brief's evidence, so it is printed without a link"
        for id_ in citations.missing
    )
    return Outline(
        properties=_properties(brief, style, marking),
        first_head=first_head,
        head=head,
        foot=foot,
        blocks=(*_title_block(draft, marking), *body),
        warnings=(*marking.warnings, *missing),
        marking_size=marking.size,
    )


def _title_block(draft: Draft, marking: Mark) -> list[Block]:
    blocks: list[Block] = []
    if marked := marking.at("body"):
        blocks.append(Marking(marked, marking.align))
    if draft.style.label:
        blocks.append(Kicker(clean(draft.style.label)))
    blocks.append(Title(_title(draft.brief)))
    if rows := _header_rows(draft):
        blocks.append(Fields(tuple(rows)))
    return blocks


def _header_rows(draft: Draft) -> list[tuple[str, Inline]]:
    """The lines above the brief that have something to say, or must have."""
    brief, style = draft.brief, draft.style
    rows: list[tuple[str, Inline]] = []
    for line in style.fields:
        label = clean(line.label)
        if line.field == "sources":
            several = len(brief.sources) > 1
            rows += [
                (f"{label}{f' {clean(source.id)}' * several}", text(source_line(draft, source)))
                for source in brief.sources
            ]
            continue
        value = date_words(brief.date, style.dates) if line.field == "date" else _header_value(brief, line.field)
        if value or line.required:
            rows.append((label, text(value) if value else quiet(TO_BE_COMPLETED)))
    return rows


def _header_value(brief: Brief, field: str) -> str:
    return clean(brief.header.model_dump(by_alias=True)[field] or "")


def _title(brief: Brief) -> str:
    return clean(brief.title) or "Untitled brief"


def _page_lines(brief: Brief, style: Style, marking: Mark) -> tuple[PageLine, PageLine, PageLine]:
    """Head of page 1, head of the other pages, foot. Page 1 has the title itself, so its head does not repeat it."""
    reference = clean(brief.header.reference or "")
    first = quiet(shorten(reference, _HEAD_LENGTH)) if reference else ()
    running = quiet(shorten(join_parts([reference, _title(brief)], " · "), _HEAD_LENGTH))
    dated = quiet(join_parts([clean(style.label), date_words(brief.date, style.dates)], " · "))
    folio = (
        Run("Page ", "quiet"),
        Run("1", "quiet", field="page"),
        Run(" of ", "quiet"),
        Run("1", "quiet", field="pages"),
    )
    head_mark, foot_mark = marking.at("head"), marking.at("foot")
    return (
        _page_line(first, (), head_mark, marking),
        _page_line(running, (), head_mark, marking),
        _page_line(dated, folio, foot_mark, marking),
    )


def _page_line(first: Inline, second: Inline, marking: str, how: Mark) -> PageLine:
    """The line with the marking on its side; the others take what is left, the less needful one goes."""
    if not marking:
        return PageLine(first, second)
    marked: Inline = (Run(shorten(marking, _MARKING_LENGTH), "marking"),)
    if how.align == "centre":
        return PageLine(first, second, marked)
    kept = second or first
    return PageLine(kept, marked) if how.align == "right" else PageLine(marked, kept)


def _properties(brief: Brief, style: Style, marking: Mark) -> Properties:
    named = sorted(brief.actors, key=lambda actor: -actor.mentions)[:8]
    keywords = join_parts([marking.at("properties"), *(clean(actor.name) for actor in named)])
    subject = join_parts([clean(style.label), clean(brief.header.reference or "")])
    return Properties(
        title=shorten(_title(brief), _PROPERTY_LENGTH),
        subject=shorten(subject, _PROPERTY_LENGTH),
        author=shorten(clean(brief.header.from_ or ""), _PROPERTY_LENGTH),
        keywords=shorten(keywords, _PROPERTY_LENGTH),
        language=style.language,
        date=brief.date,
    )
