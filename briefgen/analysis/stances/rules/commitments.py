"""Commitments held out as a line: defence pledges, "ironclad", "every inch", the right to answer, accountability."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.patterns import WILL_NOT, match, row
from briefgen.analysis.text.document import Sent

TABLE = (
    row("ironclad", "commitment", "subject", "clad solid sacrosanct inviolable unbreakable",
        r"\b(?:iron-?clad|rock-?solid|sacrosanct|inviolable|unbreakable)\b"),
    row("every inch", "commitment", "subject", "inch centim metre attack",
        r"\bevery\s+(?:single\s+)?(?:inch|centimet\w+|metre)\b|"
        r"\battack\s+on\s+(?:one|any)\b|\bas\s+an\s+attack\s+on\b"),
    row("defence pledge", "commitment", "subject", "defen deterr article guarantee",
        r"\b(?P<at>committed|commitments?)\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:defen[cs]e|defending|deterrence|"
        r"Article)\b|"
        r"\b(?:commit\w*|pledg\w*|guarantee\w*|invok\w*|honou?r\w*)\b[^.;]{0,80}\b(?:extended\s+deterrence|(?:mutual|"
        r"collective)\s+defen[cs]e)|\bextended\s+deterrence\s+commitment|\bsecurity\s+guarantee|"
        r"\bdefen[cs]e\s+commitments?\b|\bArticle\s+(?:5|V|Five)\b"),
    row("will defend", "commitment", "subject", "defend protect safeguard uphold",
        r"\b(?:will|would|shall|'ll|to)\s+(?:\w+\s+)?(?P<at>defend|protect|safeguard|uphold)\b"),
    row("reserves the right", "commitment", "subject", "right",
        r"\b(?:reserv|maintain|retain)\w*\s+the\s+(?:\w+\s+)?right\b|\bright\s+to\s+(?:defend|respond|retaliate|"
        r"self-defen[cs]e)"),
    row("all necessary", "commitment", "subject",
        "necessary appropriate needed available possible whatever means option",
        r"\b(?:all|any|every|whatever)\s+(?:\w+\s+)?(?:necessary|appropriate|needed|available|"
        r"possible)\s+(?:action|measure|step|mean|tool|response)s?\b|"
        r"\bwhatever\s+it\s+takes\b|\bby\s+all\s+means\b|\ball\s+options\b|\bno\s+option\b"),
    row("all necessary", "commitment", "voice", "on_the_table",
        r"\b(?:everything|other\s+things|(?:further|other|more)\s+(?:measures|options|steps|sanctions))(?:'s|\s+is|\s+are|"
        r"\s+remains?)\s+(?:still\s+|also\s+)?on\s+the\s+table\b|(?:^|[.;:,-]\s*|\band\s+)that(?:'s|\s+is)\s+"
        r"(?:still\s+|also\s+)?on\s+the\s+table\b"),
    row("will not waver", "commitment", "subject", "not n't never no_longer",
        WILL_NOT + r"\s+(?:be\s+)?(?P<at>hesitat\w*|deterr\w*|intimidat\w*|bull\w*|blackmail\w*|coerc\w*|wav\w*|"
            r"rest\b|flinch|shrink|shy|stop\b(?=\s+(?:until|there|here|now|\w+ing)\b)|relent\w*|silenc\w*)"),
    row("will not waver", "commitment", "subject", "vow swor swear",
        r"\b(?P<at>vow(?:s|ed|ing)?|sw(?:ore|ears?))\s+(?:\w+ly\s+)?to\s+(?:never|not|fight|resist|retaliate|hit\s+back|"
        r"stand\s+firm|(?:keep|go\s+on|carry\s+on)\s+(?:up|fighting|pressing|striking|resisting|struggling|pushing|going)|"
        r"continue\s+(?:to\s+)?(?:\w+\s+){0,2}(?:fight|struggle|war|offensive|resist|strike|operation|campaign|boycott|blockade|"
        r"protest))\w*"),
    row("will not waver", "commitment", "subject", "even_if even_without",
        r"\b(?:will|shall|'ll|going\s+to|plans?\s+(?:to|on)|intends?\s+to|determined\s+to)\s[^.;]{1,120}?\s"
        r"even\s+(?:if|without)\b"),
    row("hold accountable", "commitment", "subject", "account responsible",
        r"\b(?P<at>hold)(?:ing)?\b[^.;]{0,80}\b(?:accountable|to\s+account|responsible)\b|\bheld\s+(?:accountable|"
        r"to\s+account|responsible)\b"),
    row("will keep up pressure", "commitment", "subject", "continue keep",
        r"\b(?:will|shall|'ll)\s+(?:also\s+)?(?:continue\s+to|keep)\s+(?:\w+\s+){0,4}(?:impos|target|"
        r"tak\w*\s+(?:\w+\s+)?action|sanction|pressur|add)\w*\b"),
)  # fmt: skip

NEEDED = frozenset("essential vital necessary important key critical crucial indispensable needed".split())


def find(sent: Sent) -> Iterator[Hit]:
    """The commitments of `sent`; what is good or needed to protect somebody is nobody's word to do it."""
    return (h for h in match(TABLE, sent) if h.rule != "will defend" or h.anchor.head.lemma_.lower() not in NEEDED)
