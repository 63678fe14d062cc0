"""Refusals and threats without a marker: "not one barrel", "nobody comes back", "stays where it is", "the price of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.patterns import match, row
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE = (
    row("not one", "refusal", "voice", "not neither",
        r"(?:^|[\"'(:;,]\s*|\bbut\s+|\band\s+|\bthat\s+)(?:not|neither)\s+(?:one|a|"
        r"an|even|for|by|until|before|while)\b|"
        r"\bnot\s+(?:one|a\s+single)\b|\bnot\s+(?:an?|one)\s+\w+\s+(?:before|earlier|sooner|more|less)\b"),
    row("nobody", "refusal", "voice", "no",
        r"\b(?:nobody|no\s+one|nothing|none\s+of|no\s+\w+\s+of\s+ours|no\s+member|"
        r"no\s+project|no\s+amount|no\s+other)\b"),
    row("we do not", "refusal", "voice", "not n't nor",
        r"\b(?:we|I|one)\s+(?:do\s+not|don't|does\s+not|did\s+not|didn't)\b|"
        r"\bnor\s+(?:do|will|is|are|shall|can)\b"),
    row("stays", "refusal", "voice", "stay remain",
        r"\b(?:stays?|remains?)\s+(?:\w+\s+)?(?:where|in\b|out|shut|closed|put|off|"
        r"with|dark|away|on\b)"),
    row("price", "conditional", "voice", "price condition prerequisite presuppos contingent tied understanding",
        r"\b(?:ma[dk]\w+|set|sets|setting|named|as)\b[^.;]{0,80}?\b(?:a|the|its|one|his|her|their)\s+(?:\w+\s+)?"
        r"(?:pre)?condition\s+(?:of|for|to)\b|"
        r"\b(?:is|was|be|are)\s+(?:\w+\s+){0,3}(?:the\s+)?(?:price|condition|"
        r"precondition|prerequisite)\s+(?:of|for)\b|\bpresuppos\w+|\b(?:is|are|was|were|be|remains?)\s+(?:conditional|"
        r"contingent)\s+(?:up)?on\b|\b(?:is|are|was|were)\s+tied\s+to\b|\bon\s+the\s+understanding\b"),
    row("linked", "conditional", "voice", "condition contingent depend tied tying ties link",
        r"\bconditional\s+(?:up)?on\b|\bcontingent\s+(?:up)?on\b|\bdepends?\s+on\b|"
        r"\b(?:tied|tying|ties|linked|linking)\s+(?:[^.;]{1,80}\s)?to\b|\bprecondition\b"),
    row("ties to", "conditional", "subject", "tied ties link",
        r"\b(?:has|have|had)\s+(?P<at>tied|linked)\s+[^.;]{1,100}?\sto\b|"
        r"\b(?:ties|links)\s+(?:the|its|his|her|any)\s[^.;]{1,90}?\sto\b"),
    row("consequences", "conditional", "voice",
        "met answered treated consequence repercussion retaliat measure reprisal pay selves",
        r"\b(?:be|is|are)\s+(?:\w+ly\s+)?(?:met|answered|"
        r"treated)\s+(?:\w+\s+)?(?:with|by|as)\b|\bconsequences?\b|\brepercussions?\b|\bretaliat\w+|"
        r"\bcountermeasures?\b|\breprisals?\b|\bpay\s+(?:a\s+(?:\w+\s+)?price|the\s+(?:\w+\s+)?(?:price|cost)|for\s+(?:it|this|that|their|its|his|her|every)\b|dearly)|\bhave\s+only\s+\w+selves\b"),
    row("threat", "conditional", "subject", "threat vow swear swor pledg warn caution",
        r"\b(?P<at>threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|sw(?:ear|ore|orn)|"
        r"pledg(?:e|es|ed|ing)|warn(?:s|ed|ing)?|caution(?:s|ed))\b"),
    row("threat named", "conditional", "subject", "threat warning vow",
        r"\b(?P<at>threat|warning|vow)\s+(?:to\s+\w{3,}|of\s+(?:\w+\s+){0,2}(?:retaliat|sanction|repris|countermeas|"
        r"tariff|dut|force|war\b|a\s+veto|a\s+boycott|a\s+strike)|that\b)"),
    row("right", "refusal", "voice", "right interest",
        r"\bsovereign\s+rights?\b|\bno\s+right\b|\b(?:legitimate|core)\s+(?:rights|"
        r"interests)\b|\bright\s+to\b"),
    row("opposes", "refusal", "subject", "oppos object",
        r"\b(?P<at>oppos(?:e|es|ed|ing)|opposition\s+to|object(?:s|ed)\s+to)\b"),
)  # fmt: skip

TALKING = frozenset("discuss explore examine review study".split())


def find(sent: Sent) -> Iterator[Hit]:
    """The emphatic stances of `sent`; a threat that is only named counts where its maker is ("China's threat to"), and
    consequences that are talked about are no threat.
    """
    for hit in match(TABLE, sent):
        talked = hit.rule == "consequences" and any(t.lemma_.lower() in TALKING for t in hit.anchor.ancestors)
        if not talked and (hit.rule != "threat named" or _is_made(hit.anchor)):
            yield hit


def _is_made(threat: Token) -> bool:
    """Whether somebody's threat to do something is named, not a threat to somebody ("a threat to the region")."""
    deps = {c.dep_ for c in threat.children}
    following = threat.doc[min(threat.i + 1, len(threat.doc) - 1)].lower_
    return "poss" in deps and (following in ("of", "that") or bool(deps & {"acl", "ccomp", "xcomp", "relcl"}))
