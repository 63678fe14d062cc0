"""Red lines that say so: "red line", "unacceptable", "will not tolerate", "must never"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.patterns import WILL_NOT, match, row
from briefgen.analysis.text.document import Sent

TABLE = (
    row("red line", "explicit", "voice", "line",
        r"\bred lines?\b|\bcross(?:es|ed|ing)? (?:a|the|that|this|our) line"),
    row("unacceptable", "explicit", "voice", "accept toler admiss permi allowed countenanced inappropriate",
        r"\b(?:unacceptable|intolerable|inadmissible|impermissible)\b|"
        r"\b(?:considered|deemed|regarded\s+as)\s+(?:\w+ly\s+)?(?P<at>inappropriate)\b|"
        r"(?:not|n't|never)\s+(?:be\s+)?(?:acceptable|tolerable|tolerated|accepted|allowed|permitted|"
        r"countenanced)\b"),
    row("will not tolerate", "explicit", "subject", "not n't never no_longer zero none",
        WILL_NOT + r"\s+(?P<at>tolerate|accept|allow|permit|countenance|condone|stand\s+(?:idly\s+)?(?:by|for|aside)|"
        r"stand\s+idly|put\s+up\s+with|turn\s+a\s+blind|look\s+the\s+other|let\b|agree\s+to\b|live\s+with|"
        r"sit\s+(?:idly|by)|"
        r"ignore|forget|overlook)|\bzero tolerance|\bnone\s+of\s+us\s+will\s+(?:tolerate|accept)"),
    row("impunity", "explicit", "voice", "impunity unpunished unanswered",
        r"\bno\s+impunity\b|\bgo(?:es)?\s+(?:unpunished|unanswered)\b|\b(?:not|n't|never)\s+(?:be|"
        r"go)\s+(?:unanswered|unpunished)"),
    row("must not", "explicit", "voice", "must shall should never",
        r"\b(?:must|shall|should)\s+(?:never|no\s+longer)\b|\b(?:may|can)\s+never\b|\b(?:must|shall)\s+not\b|"
        r"\bmustn't\b"),
    row("may not", "explicit", "voice", "may",
        r"\bmay\s+(?:not|no\s+longer)\b"),
)  # fmt: skip


def find(sent: Sent) -> Iterator[Hit]:
    """The explicit red lines of `sent`."""
    return match(TABLE, sent)
