"""Lines of a brief that open with a word which only the text before explains: "It will leave", "This is why".

No doubt is left by an "it" that is nobody ("It is clear that ..."), by "both" of a pair that follows it, and by a
demonstrative before its noun ("These elections"), which says itself what it points to.
"""

from __future__ import annotations

import re

SPEAKER = r"^(?:\[[^\]]*\]:? )?“?"
AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did)\b"
# "This follows ...", "This led to the ..."; nouns that end so ("This process") have another letter before the s.
THIS_DOES = rf" (?:{AUXILIARY}|[a-z]+[^\W\dsiu]s\b|\w+ed (?:the|an?|by|from|to|in|on|his|its|their)\b)"
THESE_DO = rf" (?:{AUXILIARY}|(?:include|come|follow|mean|make|show|add)\b)"
PAIR = r"(?: (?:the |an? )?[A-Z]| (?:the )?\w+ and\b)"
OPEN_WORD = re.compile(
    rf"{SPEAKER}(He|She|They|His|Her|Their|Its|It|This(?={THIS_DOES})|These(?={THESE_DO})|Those(?= {AUXILIARY})|"
    rf"Such(?= {AUXILIARY})|Both(?!{PAIR})|The (?:move|decision|latter|former|two)(?!-))\b"
)
BE = r"(?:['’]s| (?:is|was|remains|(?:would|will|may|might|could|has)(?: not)?(?: have)? (?:be|been)))"
# "It is sure that", "It is ready to": somebody is.
SURE = r"(?:confident|sure|certain|aware|concerned|worried|glad|pleased|proud|convinced|hopeful)\b"
EASY = (
    r"(?:possible|impossible|necessary|important|imperative|essential|vital|crucial|critical|urgent|hard(?:er)?|"
    r"difficult|eas(?:y|ier)|better|best|wrong|right|time|premature|costly|cheap(?:er)?|dangerous|risky|unwise|wise|"
    r"unfair|fair|reasonable|safe|unacceptable|[\w-]+-consuming)"
)
DEGREE = r"(?:not|no|so|too|very|much|more|far|also|even|still|now|just|“|\")"
NO_MARK = r"[^,.;:]"
# "It" that is nobody.
EXPLETIVE = tuple(
    re.compile(f"{SPEAKER}It{rest}")
    for rest in (
        rf"{BE} (?!{SURE})(?:{DEGREE} )*\w+ (?:{NO_MARK}{{1,25}} )?[\"“]?(?:that|whether|if) ",
        rf"{BE} (?:{DEGREE} )*{EASY}(?: and (?:{DEGREE} )*{EASY})?(?: for {NO_MARK}{{1,30}})? to [a-z]",
        rf"{BE} {NO_MARK}{{1,30}} for (?:us|him|her|them|me|you|all|everyone) to [a-z]",
        rf"{BE} (?:no|not a) (?:secret|surprise|wonder|coincidence)\b",
        r" (?:seems|seemed|appears|appeared|turns out|turned out) that ",
        r" (?:remains|remained) to be ",
        r" (?:takes|took|will take) (?:\w+ ){1,3}to [a-z]",
    )
)


def open_word(line: str) -> str | None:
    """The word that `line` opens with and that only the text before it explains; None where it opens with none."""
    found = OPEN_WORD.match(line)
    if found is None or (found[1] == "It" and any(pattern.match(line) for pattern in EXPLETIVE)):
        return None
    return found[1]
