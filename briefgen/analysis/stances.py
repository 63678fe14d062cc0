"""Red lines: live stances of a party. First version, by marker words."""

from __future__ import annotations

import re

from briefgen.analysis.context import Context
from briefgen.analysis.wording import tidy
from briefgen.model.findings import RedLineKind, Stance

MARKERS: tuple[tuple[RedLineKind, re.Pattern[str]], ...] = (
    ("explicit", re.compile(r"red lines?\b|unacceptable|will not (?:tolerate|accept|allow|permit)|must (?:not|never)|cannot accept", re.I)),
    ("commitment", re.compile(r"ironclad|non-negotiable|unwavering commitment", re.I)),
    ("conditional", re.compile(r"\b(?:unless|or face|only if|if)\b.*\b(?:will|would|ready to)\b|\b(?:will|would|ready to)\b.*\b(?:unless|if|until)\b|or face", re.I)),
    ("refusal", re.compile(r"\b(?:ruled? out|refuse[sd]? to|reject(?:s|ed)?|will never|no plans)\b", re.I)),
    ("demand", re.compile(r"\bmust (?:stop|cease|end|withdraw|immediately)|demand(?:s|ed)? that|should not be", re.I)),
)  # fmt: skip


def find_stances(context: Context) -> list[Stance]:
    """The stances in the order of the text."""
    found: list[Stance] = []
    for sent in context.document.citable():
        for kind, pattern in MARKERS:
            hit = pattern.search(sent.text)
            if hit is None:
                continue
            token = next((t for t in sent.span if t.idx - sent.start >= hit.start()), sent.span.root)
            voice = context.voice(sent, token)
            holders = context.parties(voice) or context.parties(context.subjects(sent, sent.span.root))
            if not holders:
                continue
            speaker = next((n for n in voice if context.resolver.cast.is_person(n)), None)
            found.append(Stance((sent.id,), holders, speaker, None, kind, tidy(sent.text), None, None, "medium"))
            break
    return found
