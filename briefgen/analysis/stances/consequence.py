"""What follows when the line is crossed: the clause that a condition belongs to, verbatim."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.speech.reported import Speech
from briefgen.analysis.stances.hit import Hit, Range
from briefgen.analysis.stances.tags import Tag, tag_in
from briefgen.analysis.text.document import Sent

MARKS = frozenset((",", ";", ":", '"', "-", "'", "."))
SHORTEST = 2  # tokens
PHRASES = frozenset(("any who", "whoever", "another"))  # conditions that are a noun phrase


def consequence_of(sent: Sent, condition: Hit, context: Context) -> Range | None:
    """The words after or before the trigger of `condition` in the same clause; None when none are left."""
    if condition.trigger is None:
        return None
    start, end = condition.trigger
    low, high = _within_speech(sent, start, end, context, *_bounds(sent, start, end))
    tag = tag_in(sent, context.resolver.cast)
    if tag is not None:
        low, start_before, start_after, high = _around(tag, low, start, end, high)
        before, after = _trimmed(sent, low, start_before), _trimmed(sent, start_after, high)
    else:
        tags = [x for x in context.speeches_in(sent) if x.speakers and not _is_deed(sent, x)]
        after = _trimmed(sent, *_without_tail(sent, _past_tag(sent, end, tags), high, tags))
        before = _trimmed(sent, *_without_tags(sent, low, start, tags))
    if before is not None and before[1] == start and condition.rule in PHRASES and _governs(sent, start, end):
        before = before[0], end
    opens = start - low <= 2 or before is None or (after is not None and _is_aside(sent, *before))
    return (
        (after or before)
        if opens or condition.rule in ("or face", "or we") or _subject_ends(sent, end)
        else (before or after)
    )


def _is_aside(sent: Sent, start: int, end: int) -> bool:
    """Whether the words only say why something is said: "to answer your question", before "if ..., we will"."""
    doc = sent.span.doc
    condition = doc[end].text == "," and doc[end : end + 2][-1].lower_ in ("if", "unless")
    return condition and doc[start].tag_ == "TO"


def _within_speech(sent: Sent, start: int, end: int, context: Context, low: int, high: int) -> Range:
    """The bounds narrowed to what the same speaker says in the same breath as the trigger ("..., warning that ...")."""
    speech = context.speech_at(sent, sent.span.doc[start])
    if (
        speech is None
        or _is_deed(sent, speech)
        or speech.start <= speech.cue < speech.end
        or not speech.start <= start < end <= speech.end
    ):
        return low, high
    inside = max(low, speech.start), min(high, speech.end)
    return inside if inside[1] - inside[0] > end - start + SHORTEST else (low, high)


def _governs(sent: Sent, start: int, end: int) -> bool:
    """Whether the word before the trigger has it as its object: "will target / those who pay"."""
    word = sent.span.doc[start - 1]
    return any(c.dep_ in ("dobj", "pobj") and start <= c.i < end for c in word.children)


def _is_deed(sent: Sent, speech: Speech) -> bool:
    """Whether its verb tells what is done: "will add names to the list", "will refuse entry to"."""
    cue = sent.span.doc[speech.cue]
    return speech.verb in ("add", "refuse") and any(c.dep_ == "dobj" for c in cue.children)


def _around(tag: Tag, low: int, start: int, end: int, high: int) -> tuple[int, int, int, int]:
    """The bounds of what stands before and after the trigger (`start` to `end`) with the report's tag cut out."""
    if tag.start >= end:
        return (
            (low, start, tag.end + 1, high)
            if tag.start - end <= 2 and high - tag.end > 3
            else (low, start, end, tag.start)
        )
    if low <= tag.start < start:
        return (low, tag.start, end, high) if tag.start - low > 3 else (tag.end + 1, start, end, high)
    return low, start, end, high


def _subject_ends(sent: Sent, end: int) -> bool:
    """Whether the verb of the clause follows at `end`: the trigger was its subject."""
    return end < sent.span.end and (sent.span.doc[end].pos_ in ("AUX", "VERB")) and sent.span.doc[end].tag_ != "VBN"


def _bounds(sent: Sent, start: int, end: int) -> Range:
    """The stretch around the trigger between semicolons and colons, behind a dateline or a label."""
    doc = sent.span.doc
    low = next((i + 1 for i in range(start - 1, sent.span.start - 1, -1) if doc[i].text in (";", ":")), sent.span.start)
    high = next((i for i in range(end, sent.span.end) if doc[i].text in (";", ":")), sent.span.end)
    return _within_quotation(sent, min(max(low, sent.begin), start), start, end, high)


def _within_quotation(sent: Sent, low: int, start: int, end: int, high: int) -> Range:
    """The range cut at the quotation marks around the trigger, where it stands between some."""
    marks = [t.i for t in sent.tokens if t.text == '"']
    before = [i for i in marks if i < start]
    if len(before) % 2 == 0:
        return low, high
    closing = next((i for i in marks if i >= end), high)
    opening = before[-1] + 1
    # A quotation that goes on after its tag ("..., she said, "...") is still one statement.
    return max(low, opening) if closing - end > 2 or start - opening > 2 else low, min(
        high, closing
    ) if closing - end > 2 else high


def _without_tags(sent: Sent, low: int, start: int, tags: list[Speech]) -> Range:
    """What stands before the trigger, without a reporting clause in front of it or behind it."""
    for speech in tags:
        if not low <= speech.cue < start:
            continue
        opening = _tag_start(sent, speech)
        rest = _after_tag(sent, speech)
        if opening - low > 3 and start - rest < 4:
            start = opening
        elif rest < start:
            low = rest
    return low, start


def _without_tail(sent: Sent, start: int, high: int, tags: list[Speech]) -> Range:
    """What stands after the trigger, up to a reporting clause behind it."""
    cues = [x for x in tags if start < x.cue < high]
    ends = [i for x in cues if (i := _tag_start(sent, x)) > start + 1]
    return start, min(ends, default=high)


def _past_tag(sent: Sent, end: int, tags: list[Speech]) -> int:
    """Past a reporting clause that follows at once: "..., she told reporters, ..."."""
    doc = sent.span.doc
    for speech in tags:
        if end <= speech.cue <= end + 12:
            between = doc[end : speech.cue]
            if sum(t.text == "," for t in between) <= 2 and between.text.lstrip().startswith((",", '"')):
                return _after_tag(sent, speech)
    return end


def _after_tag(sent: Sent, speech: Speech) -> int:
    """The token after the comma that closes the reporting clause; right after the cue where none does."""
    doc = sent.span.doc
    for i in range(speech.cue + 1, min(speech.cue + 14, sent.span.end)):
        if doc[i].text in (",", ":") or doc[i].lower_ == "that":
            return i + 1
    return speech.cue + 1


def _tag_start(sent: Sent, speech: Speech) -> int:
    """The comma or mark that opens the reporting clause at the end."""
    doc = sent.span.doc
    for i in range(speech.cue, sent.span.start, -1):
        if doc[i].text in (",", '"') and speech.cue - i > 1:
            return i
    return speech.cue


def _trimmed(sent: Sent, start: int, end: int) -> Range | None:
    doc = sent.span.doc
    while start < end and (doc[start].text in MARKS or doc[start].lower_ in ("that", "then", "and", "or")):
        start += 1
    while end > start and (
        doc[end - 1].text in MARKS or doc[end - 1].is_space or doc[end - 1].lower_ in ("and", "but", "that", "only")
    ):
        end -= 1
    return (start, end) if end - start >= SHORTEST else None
