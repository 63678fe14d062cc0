"""Who comments rather than decides: experts, papers, voters. Their stance is nobody's red line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

COMMENTATORS = re.compile(
    r"\b(?:analysts?|experts?|scholars?|professors?|prof|lecturers?|researchers?|economists?|historians?|commentators?|"
    r"columnists?|observers?|pundits?|academics?|jurists?|scientists?|epidemiologists?|modellers?|modelers?|"
    r"forecasters?|think[- ]tank|newspaper|author|essayist|pollsters?|critics|lawyers?|editorial|brokers?|"
    r"campaigners?|"
    r"commentary|column|book|study|investors?|traders?|voters?|residents?|diplomats|geostrateg\w+|activists?|"
    r"sociologist|"
    r"political scientist|fellow|university|teaches|former)\b",
    re.I,
)
PAPERS = re.compile(
    r"\b(?:Institute|University|Times|Post|Observatory|Research|College|Foundation|Think|Centre|Center|Herald|Dispatch|"
    r"Gazette|Tribune|Journal|Daily)\b"
)


def comments(sent: Sent, names: Names, subject: Token | None, context: Context) -> bool:
    """Whether `names`, or the phrase of the speaker headed by `subject`, are commentators."""
    cast = context.resolver.cast
    for name in names:
        entry = cast.entries.get(name)
        role = entry.role if entry is not None else name
        if role and COMMENTATORS.search(role):
            return True
        if entry is not None and not role and _introduced_as_one(name, context):
            return True
        if entry is not None and entry.kind == "organisation" and PAPERS.search(name):
            return True
    if subject is None:
        return False
    return bool(COMMENTATORS.search(sent.span.doc[subject.left_edge.i : subject.right_edge.i + 1].text))


def _introduced_as_one(name: str, context: Context) -> bool:
    """Whether the phrase that first names somebody without a title says so: "Ada Brun, who teaches law in Graz"."""
    first = context.resolver.cast.first.get(name)
    if first is None:
        return False
    doc = context.document.docs[first.block]
    head = doc[first.start : first.end].root
    return bool(COMMENTATORS.search(doc[head.left_edge.i : head.right_edge.i + 1].text))
