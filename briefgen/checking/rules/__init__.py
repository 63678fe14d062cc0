"""The rules of `briefgen check`, in one table. docs/rules.md has a paragraph on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefgen.checking.finding import Level, Remark
from briefgen.checking.rules.actors import unknown_actor
from briefgen.checking.rules.dates import due_backwards, due_before_brief
from briefgen.checking.rules.duplicates import duplicate_item
from briefgen.checking.rules.grounding import altered_sentence, no_evidence, no_source, unknown_sentence
from briefgen.checking.rules.likelihood import likelihood_and_confidence
from briefgen.checking.rules.limits import over_limit
from briefgen.checking.rules.sections import empty_field, empty_section
from briefgen.checking.rules.wording import name_not_in_evidence, number_not_in_evidence, quotation_not_verbatim
from briefgen.checking.subject import Subject


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its name. `look` finds what breaks it; None where that is found while the files are read.

    `optional`: it can be switched off.
    """

    name: str
    level: Level
    look: Callable[[Subject], Iterator[Remark]] | None = None
    optional: bool = True


RULES = (
    # The files.
    Rule("schema", "error", optional=False),
    Rule("overrides", "error", optional=False),
    Rule("style", "error", optional=False),
    Rule("unknown-rule", "warning"),
    Rule("edited-draft", "warning"),
    # What became of the edits after a new draft.
    Rule("text-moved", "warning"),
    Rule("item-gone", "warning"),
    Rule("evidence-moved", "warning"),
    Rule("evidence-lost", "warning"),
    Rule("place-gone", "warning"),
    # Grounding.
    Rule("no-source", "error", no_source),
    Rule("no-evidence", "error", no_evidence),
    Rule("unknown-sentence", "error", unknown_sentence),
    Rule("altered-sentence", "error", altered_sentence),
    Rule("number-not-in-evidence", "error", number_not_in_evidence),
    Rule("name-not-in-evidence", "error", name_not_in_evidence),
    Rule("quotation-not-verbatim", "error", quotation_not_verbatim),
    # Consistency.
    Rule("due-before-brief", "warning", due_before_brief),
    Rule("due-backwards", "error", due_backwards),
    Rule("unknown-actor", "warning", unknown_actor),
    Rule("duplicate-item", "warning", duplicate_item),
    Rule("empty-section", "warning", empty_section),
    Rule("empty-field", "warning", empty_field),
    Rule("over-limit", "warning", over_limit),
    Rule("likelihood-and-confidence", "warning", likelihood_and_confidence),
)
BY_NAME = {rule.name: rule for rule in RULES}
