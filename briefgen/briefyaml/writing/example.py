"""What a new `overrides.yaml` starts with: comments that show each kind of edit on ids of this very brief."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.brief import Brief

MODELINE = "# yaml-language-server: $schema=.briefgen/overrides.schema.json\n"
_HEAD = """\
# Your edits. They are laid over brief.yaml and kept when the brief is drafted again.
# Keys and ids are those of brief.yaml. To use a line below, take its # away.
"""


def example_overrides(brief: Brief) -> str:
    """The commented example for this brief; as it is, it loads as no edits, and without its #s as valid ones."""
    return MODELINE + _HEAD + "".join(f"{line}\n" for line in _lines(brief))


def _lines(brief: Brief) -> Iterator[str]:
    yield ""
    yield "# A value replaces the draft's; null clears it."
    yield "#title: A title of your own"
    yield "#header:"
    yield "#  to: The Minister"
    yield "#  reference: null"
    yield ""
    yield "# An entry with an id changes what it names, or drops it; one without is added, last or after: ID."
    yield "#red_lines:"
    ids = [red_line.id for red_line in brief.red_lines[:2]]
    if ids:
        yield f"#- id: {ids[0]}"
        yield "#  holder: The party whose red line it is"
    if len(ids) > 1:
        yield f"#- id: {ids[1]}"
        yield "#  drop: true"
    yield "#- holder: The party whose red line it is"
    yield "#  statement: What it will not accept, in your words"
    yield "#  kind: explicit"
    if brief.next_steps:
        yield "#next_steps:"
        yield f"#- id: {brief.next_steps[0].id}"
        yield "#  owners: [Who is to do it]"
    yield ""
    yield "# What only a human writes; the house style says which of these sections are printed."
    yield "#sections:"
    yield "#  recommendation:"
    yield "#    text: What the reader is asked to decide"
    yield "#    replies: [Agreed, Not agreed]"
    yield "#  lines_to_take:"
    yield "#  - A sentence to say in public"
    yield "#  - Another one"
    yield "#  background: |"
    yield "#    A text of several lines,"
    yield "#    without quotes around it."
    if len(brief.next_steps) > 1:
        yield ""
        yield "# The items named come first, in this order; the others follow."
        yield "#order:"
        yield f"#  next_steps: [{brief.next_steps[1].id}, {brief.next_steps[0].id}]"
