"""The sections of a brief, one function each: what they say and in which order, not how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefgen.model.brief import Brief, KeyPoint, NextStep, Quote, RedLine, SourceInfo
from briefgen.model.style import Section
from briefgen.rendering import wording
from briefgen.rendering.blocks import Block, Box, Entry, Fields, Heading, Inline, Notes, Paragraph, Quotation, Run
from briefgen.rendering.draft import Draft, bullets, quiet, strong, text
from briefgen.rendering.human import Numbering, human_blocks
from briefgen.rendering.lists import next_step_line, position_line, red_line_line
from briefgen.rendering.tables import next_steps_table, positions_table, red_lines_table
from briefgen.rendering.wording import clean, date_words, join_names, join_parts, quoted


def section_blocks(draft: Draft, section: Section, numbering: Numbering) -> list[Block]:
    """A section with its heading. One that the machine drafts and has nothing to say says so; one that only humans
    write is left out, or where the style requires it printed as to be completed."""
    if section.section in _WRITERS:
        blocks = _WRITERS[section.section](draft, section)
        if len(blocks) == 1 and isinstance(blocks[0], Notes):
            return blocks
        empty = wording.EMPTY.get(section.section, wording.NONE_STATED)
    else:
        blocks = human_blocks(section.section, draft.brief.sections.get(section.section, ""), numbering)
        empty = wording.TO_BE_COMPLETED
    if not blocks and not section.required and section.section not in _WRITERS:
        return []
    # A page of its own is for what fills it: "to be completed" alone would leave the rest of it blank.
    starts_page = section.starts_page and (bool(blocks) or section.section in _WRITERS)
    heading = Heading(1, clean(section.label), starts_page=starts_page, section=section.section)
    return [heading, *(blocks or [Paragraph(quiet(empty))])]


def _bottom_line(draft: Draft, section: Section) -> list[Block]:
    line = draft.brief.summary.bottom_line
    if line is None:
        return []
    return [Box((*draft.line(line.text, "bottom_line"), *draft.citations.bracketed(line.evidence)))]


def _key_points(draft: Draft, section: Section) -> list[Block]:
    points = draft.brief.summary.key_points
    return bullets((*draft.line(point.text, point.id), *draft.citations.bracketed(point.evidence)) for point in points)


def _issues(draft: Draft, section: Section) -> list[Block]:
    blocks: list[Block] = []
    for issue in draft.brief.issues:
        title = clean(issue.title) or "Untitled issue"
        blocks.append(Heading(2, title, draft.citations.bracketed(issue.evidence)))
        if not issue.positions:
            blocks.append(Paragraph(quiet(wording.NONE_STATED)))
        elif section.form == "table":
            blocks.append(positions_table(draft, section, issue.positions))
        else:
            blocks += bullets(position_line(draft, position) for position in issue.positions)
    return blocks


def _red_lines(draft: Draft, section: Section) -> list[Block]:
    lines = draft.brief.red_lines
    if section.form == "list":
        return bullets(red_line_line(draft, line) for line in lines)
    return [red_lines_table(draft, section, lines)] if lines else []


def _next_steps(draft: Draft, section: Section) -> list[Block]:
    steps = draft.brief.next_steps
    if section.form == "list":
        return bullets(next_step_line(draft, step) for step in steps)
    return [next_steps_table(draft, section, steps)] if steps else []


def _quotations(draft: Draft, section: Section) -> list[Block]:
    blocks: list[Block] = []
    for quote in draft.brief.quotes:
        speaker = join_names(quote.speaker) if quote.speaker else "speaker not stated"
        said = (*draft.line(quoted(clean(quote.text)), quote.id), Run(f" —{wording.NO_BREAK}{speaker}", "strong"))
        blocks.append(Quotation((*said, *draft.citations.bracketed(quote.evidence))))
    return blocks


def _caveats(draft: Draft, section: Section) -> list[Block]:
    places = _places(draft.brief)
    items: list[Inline] = []
    for caveat in draft.brief.caveats:
        place = places.get(caveat.about or "")
        items.append((*(strong(f"{place}: ") if place else ()), Run(clean(caveat.text))))
    return bullets(items)


def _places(brief: Brief) -> dict[str, str]:
    """What a reader finds an item under, by the item's id."""
    lists: dict[str, Sequence[KeyPoint | RedLine | NextStep | Quote]] = {
        "Key point": brief.summary.key_points,
        "Red line": brief.red_lines,
        "Next step": brief.next_steps,
        "Quotation": brief.quotes,
    }
    places = {item.id: f"{name} {n}" for name, items in lists.items() for n, item in enumerate(items, start=1)}
    for issue in brief.issues:
        places[issue.id] = f"Issue {quoted(clean(issue.title))}"
        for position in issue.positions:
            places[position.id] = f"{join_names(position.actor)} on {quoted(clean(issue.title))}"
    return places | {actor.id: clean(actor.name) for actor in brief.actors}


def _provenance(draft: Draft, section: Section) -> list[Block]:
    brief = draft.brief
    several = len(brief.sources) > 1
    words = [f"{source.words:,} words{f' in source {source.id}' * several}" for source in brief.sources if source.words]
    rows = [
        ("Engine", join_parts([f"briefgen, {clean(brief.engine.name)} engine", clean(brief.engine.version)], " ")),
        ("Language model", clean(brief.engine.model)),
        ("Date", date_words(brief.date, draft.style.dates)),
        ("Source text", clean(join_parts(words))),
        ("Editing", wording.EDITED if draft.edited else wording.NOT_EDITED),
        ("Citations", wording.HOW_TO_CITE[draft.style.citations]),
    ]
    return [Fields(tuple((label, text(value)) for label, value in rows if value))]


def _standing_text(draft: Draft, section: Section) -> list[Block]:
    return [Paragraph(text(clean(words))) for words in section.text]


def _annex(draft: Draft, section: Section) -> list[Block]:
    sources, entries = draft.brief.sources, draft.citations.entries()
    if draft.style.citations == "notes":
        heading = Heading(1, clean(section.label), starts_page=section.starts_page, section=section.section)
        return [Notes(heading, tuple(entries))] if entries else []
    blocks: list[Block] = []
    for source in sources:
        if len(sources) > 1:
            blocks.append(Heading(2, f"Source {clean(source.id)}"))
        blocks.append(Paragraph(quiet(_described(draft, source)), leads=True))
        blocks += [entry for entry in entries if _letter(entry) == source.id]
        entries = [entry for entry in entries if _letter(entry) != source.id]
    return [*blocks, *entries]  # what is left belongs to no source that the brief names


def _letter(entry: Entry) -> str:
    return entry.label.rstrip("0123456789.")


def source_line(draft: Draft, source: SourceInfo) -> str:
    """A source on one line: publisher, title, day of publication; its file or address where it has no name."""
    title = quoted(clean(source.title)) if source.title else ""
    name = join_parts([clean(source.publisher or ""), title]) or clean(_file_name(source) or source.url or "")
    published = date_words(source.published, draft.style.dates) if source.published else ""
    return join_parts([name, published]) or wording.NOT_STATED


def _file_name(source: SourceInfo) -> str:
    """The file without its folders, which are the drafter's own business."""
    return re.split(r"[/\\]", source.file or "")[-1]


def _described(draft: Draft, source: SourceInfo) -> str:
    author = f"by {clean(source.author)}" if source.author else ""
    return join_parts([source_line(draft, source), author, clean(source.url or "")])


_WRITERS: dict[str, Callable[[Draft, Section], list[Block]]] = {
    "bottom_line": _bottom_line,
    "key_points": _key_points,
    "issues": _issues,
    "red_lines": _red_lines,
    "next_steps": _next_steps,
    "quotations": _quotations,
    "caveats": _caveats,
    "provenance": _provenance,
    "standing_text": _standing_text,
    "annex": _annex,
}
