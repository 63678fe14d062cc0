"""Positions, red lines and next steps as lists, for styles that are short of room: a line each."""

from __future__ import annotations

from briefgen.model.brief import NextStep, Position, RedLine
from briefgen.rendering import wording
from briefgen.rendering.blocks import Inline, Run
from briefgen.rendering.draft import Draft
from briefgen.rendering.wording import clean, join_names, join_parts


def position_line(draft: Draft, position: Position) -> Inline:
    """Who says what."""
    return (
        *_party(join_names(position.actor), position.speaker),
        *draft.line(position.text, position.id),
        *draft.citations.bracketed(position.evidence),
    )


def red_line_line(draft: Draft, line: RedLine) -> Inline:
    """Whose red line, to whom, what it is, what would cross it and what would follow."""
    parts: list[str] = [line.kind]
    if line.addressee:
        parts.append(f"to {clean(line.addressee)}")
    if line.confidence == "low":
        parts.append("low confidence")
    conditions = [f"{label}: {clean(words)}." for label, words in _conditions(line) if words]
    return (
        *_party(join_names(line.holder), line.speaker),
        *draft.line(line.statement, line.id),
        Run(f" ({join_parts(parts)})", "quiet"),
        *(Run(f" {said}") for said in conditions),
        *draft.citations.bracketed(line.evidence),
    )


def next_step_line(draft: Draft, step: NextStep) -> Inline:
    """Who does what by when."""
    when = wording.due_words(step.due, draft.style.dates) if step.due else ""
    doubt = "low confidence" if step.confidence == "low" else ""
    owners = (Run(f"{join_names(step.owners)}: ", "strong"),) if step.owners else ()
    return (
        *owners,
        *draft.line(step.action, step.id),
        Run(f" ({join_parts([when, step.status, doubt])})", "quiet"),
        *draft.citations.bracketed(step.evidence),
    )


def _conditions(line: RedLine) -> tuple[tuple[str, str | None], ...]:
    return (("Trigger", line.trigger), ("Consequence", line.consequence))


def _party(name: str, speaker: str | None) -> Inline:
    voiced = clean(speaker or "")
    if voiced and voiced != name:
        return (Run(name, "strong"), Run(f" ({voiced})", "quiet"), Run(": ", "strong"))
    return (Run(f"{name}: ", "strong"),)
