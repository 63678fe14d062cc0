"""Words around a sign that strengthen or weaken it, and how far each sign goes alone: visible tables."""

from __future__ import annotations

import re

CUES: dict[str, frozenset[str]] = {
    "threatening": frozenset("warn vow threaten swear caution pledge promise".split()),
    "insisting": frozenset(
        """insist demand reject refuse rule stress reiterate reaffirm underscore underline emphasise emphasize maintain
        assert declare""".split()
    ),
    "guessing": frozenset(
        """hope expect believe think predict estimate suggest forecast foresee argue consider note point wonder fear
        conclude""".split()
    ),
    "plain": frozenset("say tell add announce state write reply answer let inform remark put".split()),
}
WORDINGS: dict[str, re.Pattern[str]] = {
    name: re.compile(wording, re.I)
    for name, wording in {
        "first person": r"\b(?:we|our|us|I|my)\b",
        "second person": r"\byou\b",
        "question": r"\?",
        "will": r"\b(?:will|shall|'ll|won't)\b",
        "would": r"\bwould\b",
        "may": r"\b(?:may|might|could)\b",
        "had": r"\bhad\b",
        "past time": r"\b(?:last\s+(?:year|month|week|spring|summer|autumn|winter|time|january|february|march|"
            r"april|may|june|july|august|september|october|november|december)|ago|"
                     r"previously|earlier|formerly|once\s+had|at\s+the\s+time|back\s+in|the\s+day\s+before)\b",
        "overtaken": r"\b(?:lapsed|expired|withdrawn|dropped|called\s+off|lifted|came\s+to\s+nothing|shelved|"
            r"struck|settled|gave\s+way|backed\s+down|abandoned|did\s+so|has\s+since|failed\s+to)\b",
        "hope": r"\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|look\s+forward|would\s+like|confident|optimis\w+)\b",
        "forecast": r"\b(?:likely|unlikely|expect(?:s|ed)?|forecast|foresee|predict\w*|probabl[ey]|perhaps|"
            r"analysts?|experts?|economists?|risk\s+of)\b",
        "thanks": r"\b(?:thank|grateful|welcom\w+|congratulat\w+|applaud\w*|appreciat\w+|pleased|delighted|proud|"
            r"celebrat\w+)\b",
        "support": r"\b(?:support\w*|cooperat\w+|partner\w*|progress|dialogue|together|work\s+(?:with|closely))\b",
        "law": r"\bunder\s+(?:the|its|an?|article|section)\b[^,.]{0,40}\b(?:act|law|rules?|convention|treaty|"
            r"terms|article|code|constitution)\b|\b(?:rules?|law|act|convention|regulations?)\s+(?:says?|"
            r"provides?|requires?)\b|\bby\s+law\b",
        "advice": r"\b(?:ought|should|would\s+do\s+well|had\s+better|needs?\s+to)\b",
        "force": r"\b(?:sanction|retaliat|respon[ds]|consequence|cost|strik|suspend|withdraw|withh[oe]ld|cut|seiz|"
            r"veto|block|clos|shut|expel|fine|penalt|punish|prosecut|boycott|walk|quit|revok|"
                 r"strip|freez|halt|terminat|ban|barr?|destroy|obliterat|pay|tariff|dut(?:y|ies)|forc|deploy|"
                 r"measure|laps|answer|met|impos|target|los[es]|defend|army|armed)\w*\b",
        "conflict": r"\b(?:war|attack\w*|aggress\w+|invasion|sanction\w*|threat\w*|violat\w+|illegal\w*|"
            r"unlawful\w*|nuclear|missile\w*|weapon\w*|troops|militar\w+|"
                    r"terror\w*|regime|violence|hostil\w+|escalat\w+|coerc\w+|provocat\w+|occup\w+|border|"
                    r"sovereign\w*|territor\w+|ceasefire|hostage\w*|"
                    r"blockade|embargo|strike|boycott|veto|deadline|ultimatum|withdraw\w*|dispute\w*|claim\w*|"
                    r"unprovoked|fraudulent|crime\w*)\b",
        "trade": r"\b(?:tariffs?|trade|goods|market|products?|exports?|imports?|invest\w*|climate|energy|health|"
            r"emission\w*|program\w*|fund\w*|million|billion)\b",
        "never": r"\b(?:never|any\s+longer|ever)\b",
        "not": r"\b(?:not|no|nor|neither|none|nobody|nothing|never)\b|n't\b",
        "if": r"\b(?:if|unless|until|should)\b",
        "number": r"\d",
        "continue": r"\bcontinue\w*\b",
        "clear": r"\b(?:clear|unequivocal\w*|firm\w*|flat\w*|strong\w*|categorical\w*|resolute\w*|bluntly)\b",
        "wait": r"\b(?:stays?|remains?|stands?|keeps?|goes|go|comes?|gets?)\b",
    }.items()
}  # fmt: skip
# When something was said that may be over by now.
DATED = re.compile(
    r"\b(?:in|last)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|winter|year|(?:19|20|21)\d\d)\b|\b(?:years?|months?)\s+ago\b|\bonce\s+(?:said|threatened)",
    re.I,
)
# These count only in the part of the sentence that holds the sign.
NEAR = frozenset(("may", "had", "past time", "overtaken", "hope", "forecast"))
# The rules of the condition family.
CONDITIONS = frozenset(
    ("or face", "or we", "failing", "unless", "only if", "if", "until", "as long as", "provided", "no without",
     "without", "once", "the moment", "before", "any who", "whoever", "another")
)  # fmt: skip
# How far a sign alone goes. The fitted weights start from these; a sign that is in neither lies between.
STRONG = frozenset(
    ("red line", "unacceptable", "will not tolerate", "impunity", "must not", "rules out", "refuses", "rejects",
     "no intention", "not prepared", "off the table", "no bargain", "ironclad", "every inch", "defence pledge",
     "reserves the right", "will not waver", "calls to desist", "urges to desist", "demands", "insists",
     "must desist", "or face", "failing", "unless", "only if", "as long as", "provided", "ties to",
     "price", "no without", "threat named")
)  # fmt: skip
FAINT = frozenset(
    ("cannot", "should", "must", "before", "once", "without", "nobody", "we do not", "right", "should not",
     "may not", "has until", "threat", "another", "stays", "without delay", "whoever",
     "linked")
)  # fmt: skip
