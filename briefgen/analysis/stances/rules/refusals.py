"""Flat refusals: "ruled out", "refuses to", "off the table", "will not hand over", "null and void"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.patterns import WILL_NOT, match, row
from briefgen.analysis.text.document import Sent

BARGAIN = (
    r"(?:negotiat|bargain|haggl|discuss|trade\b|barter|weigh|debat|compromis|recogni[sz]|sign\b|surrender|"
    r"hand\s+over|"
    r"give\s+(?:up|in|way)|sell\b|rent\b|cede|yield|bow\b|bend\b|back\s+down|capitulat|abandon|renounce|relinquish|"
    r"submit|withdraw|leave\b|talk\b|sit\s+down|disarm|retreat|apologi[sz]|concede|join\b|vote\b|"
    r"take\s+part|attend|return\b|"
    r"reopen|lift\b)"
)
# To keep silent is no stance.
NOT_TO_TALK = (
    r"(?!\s+(?:\w+ly\s+)?(?:comment|elaborate|say|answer|give|specify|name|confirm|be\b|disclose|discuss|speculate|speak|"
    r"provide|identify|reveal|explain|respond|take\s+questions|talk\s+(?:to|about)))"
)
# A request of the other side; that for a comment or an interview is the press's.
REQUEST = (
    r"(?:the|this|that|an?|its|his|her|their|any|such|all|[\w.]+['’]s?)\s+(?:\w+\s+){0,2}?"
    r"(?:requests?|demands?|appeals?|pleas?|ultimatum|proposals?|calls?)\b(?!\s+(?:for|to)\s+(?:an?\s+)?(?:\w+\s+)?"
    r"(?:comment|interview|answer|detail|information))"
)
TABLE = (
    row("rules out", "refusal", "subject", "rul",
        r"\b(?P<at>rul(?:e|es|ed|ing))\s+(?:it\s+|that\s+|this\s+)?out\b"),
    row("refuses", "refusal", "subject", "refus declin",
        r"\b(?P<at>refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s+(?:on\s+\w+\s+)?to\b" + NOT_TO_TALK + r"|"
        r"\brefusal\s+to\b" + NOT_TO_TALK + r"|\brefus(?:e|es|ing)\b" + r"(?!\s+to\b)"),
    row("refuses", "refusal", "subject", "declin refus",
        r"\b(?P<at>declin(?:e|es|ed|ing)|refused)\s+" + REQUEST),
    row("refuses", "refusal", "subject", "did",
        r"\bdid(?:\s+not|n't)\s+(?P<at>concede|budge|relent|back\s+down|give\s+(?:in|way|ground)|bow\s+to|yield\s+to)\b"),
    row("rejects", "refusal", "subject", "reject dismiss",
        r"\b(?:reject(?:s|ed|ing)?|rejection|dismiss(?:es|ed|ing)?\s+(?:any|"
        r"calls|the\s+idea))\b"),
    row("no intention", "refusal", "subject", "no n't",
        r"\bno\s+(?:intention|question|appetite)\s+(?:of|to|in|for|whatsoever)\b|"
        r"\b(?:do|does|did)(?:\s+not|n't)\s+(?:intend|propose|mean)\s+to\b|\bnot\s+(?:seek|consider|contemplate)\b"),
    row("no plans", "refusal", "subject", "no n't",
        r"\bno\s+(?:plans?|desire|wish|interest)\s+(?:of|to|in|for|whatsoever)\b|"
        r"\b(?:do|does|did)(?:\s+not|n't)\s+(?:plan|want|wish)\s+to\b"),
    row("not prepared", "refusal", "subject", "not n't neither never unwilling would",
        r"(?:\bnot|n't|\bneither|\bnever)\s+(?P<at>prepared|willing|ready|"
        r"disposed|minded)\s+to\b|"
        r"\bunwilling\s+to\b|\bwould\s+(?:sooner|rather)\b[^.;]*\bthan\b"),
    row("off the table", "refusal", "voice", "*",
        # The look-ahead spares most characters of a text the dozen alternatives.
        r"(?=[nod])(?:"
        r"\boff\s+the\s+(?:table|agenda)\b|(?:\bnot|n't|\bnever)\s+(?:be\s+)?on\s+the\s+table\b|\bnon-?\s?starter\b|"
        r"\bnon-?\s?negotiable\b|\bnot\s+negotiable\b|\bnull\s+and\s+void\b|\bout\s+of\s+the\s+question\b|"
        r"(?:\bnot|n't|\bnever|\bnothing)\s+(?:be\s+)?(?:up\s+for|open\s+(?:to|for)|a\s+matter\s+(?:for|of)|"
        r"subject\s+to|for\s+sale|"
        r"for\s+barter|a\s+currency|a\s+bargaining|to\s+haggle|an?\s+option)\b|"
        r"\bno\s+(?:(?:room|place|scope)(?!\s+for\s+(?:doubt|error|complacency|improvement))|compromise|going\s+back|deal|third\s+way|alternative|negotiat\w*)\b|"
        r"\bnothing\s+to\s+(?:discuss|negotiate|talk)\b|\bdoor\b[^.]{0,30}\b(?:shut|closed)\b|"
        r"\b(?:not|never)\s+on\s+(?:my|our)\s+watch\b)"),
    row("no bargain", "refusal", "subject", "not n't never no_longer",
        WILL_NOT + r"\s+(?:be\s+)?(?P<at>" + BARGAIN + r"|(?<!\bdo not )(?<!\bdoes not )(?<!n't )support\b)"),
    row("will not", "refusal", "subject", "not n't never no_longer",
        r"\b(?:will|shall|would)(?:\s+not\b|n't\b|\s+never\b|\s+no\s+longer\b)|\b(?:wo|sha)n't\b|\b'll\s+(?:not|"
        r"never)\b|"
        r"\b(?:is|are|am|'s|'re|'m)(?:\s+not|n't)\s+going\s+to\b"),
    row("cannot", "refusal", "voice", "can could",
        r"\b(?:cannot|can\s+not|can't|could\s+not|couldn't)\b"),
)  # fmt: skip

BETS = re.compile(r"\bbets?\b[^.;,]{0,12}\boff\b", re.I)


def find(sent: Sent) -> Iterator[Hit]:
    """The refusals of `sent`; that bets are off the table is a figure of speech."""
    return (h for h in match(TABLE, sent) if h.rule != "off the table" or not BETS.search(sent.plain))
