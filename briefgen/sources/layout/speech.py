"""Turns of a transcript: "SECRETARY ADEYEMI: Thank you." is a paragraph, however short it is."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.sources.layout.draft import Draft

_LABEL = re.compile(r"(?P<label>[A-Z][\w.’'\-]*(?: [\w.’'\-]+){0,5}(?: \([^()]{1,40}\))?):(?=\s|$)")
_GENERIC = frozenset(
    "Q A QUESTION ANSWER MODERATOR OPERATOR INTERVIEWER HOST PRESENTER JOURNALIST REPORTER STAFF PARTICIPANT".split()
)
_TITLES = frozenset(
    "MR MRS MS DR SECRETARY MINISTER PRESIDENT AMBASSADOR SENATOR CHANCELLOR COMMISSIONER GOVERNOR GENERAL "
    "ADMIRAL CHAIR CHAIRMAN CHAIRWOMAN SPOKESPERSON SPOKESMAN SPOKESWOMAN PROFESSOR JUDGE JUSTICE".split()
)


def speaker_label(text: str) -> str | None:
    """The name in front of the colon when it can only be a speaker's: in capitals with a title, or "QUESTION"."""
    match = _LABEL.match(text)
    if not match or not match["label"].isupper():
        return None
    words = match["label"].replace(".", "").split()
    named = words[0] in _GENERIC or any(word in _TITLES for word in words[:-1])
    return match["label"] if named else None


def mark_turns(drafts: list[Draft]) -> None:
    """Make paragraphs of lines that begin with a speaker: known by title, or by speaking more than once.

    Where one is known, every name in capitals before a colon is a speaker's: "REUTERS: Is this the end?"
    """
    labels = [None if draft.kind or draft.marker else _LABEL.match(draft.text) for draft in drafts]
    spoken = Counter(match["label"] for match in labels if match)
    known = [match is not None and speaker_label(match.string) is not None for match in labels]
    is_transcript = any(known) or any(label.isupper() and count > 1 for label, count in spoken.items())
    for draft, match, by_title in zip(drafts, labels, known, strict=True):
        if match and (by_title or spoken[match["label"]] > 1 or (is_transcript and match["label"].isupper())):
            draft.kind = "paragraph"
