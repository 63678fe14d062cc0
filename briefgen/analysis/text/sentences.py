"""Where sentences end: a rule on tokens that the parser then respects.

The statistical parser splits quotations and headlines in odd places, and a citation that starts in the middle of a
sentence is worth nothing. Text decides: a full stop, question or exclamation mark, closing marks, then a capital.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefgen.analysis.text.datelines import LONGEST_DATELINE, opening_end

COMPONENT = "briefgen_sentences"
ENDS = frozenset(".!?…") | {"...", "?!", "!?", "!!"}
CLOSERS = frozenset("\"')]}»”’") | {"''"}
PAUSES = frozenset(",;:")
# Tokens. The longest sentence of 137 articles has 174; what is longer has lost its full stops, and passes that look at
# every two words of a sentence would take minutes.
LONGEST = 300
LONGEST_ASIDE = 20  # tokens in brackets
OPENERS = frozenset("\"'([{«“‘") | {"``"}
# Tokens with their own full stop after which a capital usually goes on with the same sentence.
ABBREVIATIONS = frozenset(
    """mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. adm. cmdr. gov. sen. rep. rev. hon. st. no. nos. vs.
    jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. e.g. i.e. cf. art. p. pp. fig. al. approx. ca. mt. ft.
    messrs.
    """.split()
)
# The tokenizer parts these from their full stop. Large, before a name, they are titles ...
SPLIT_TITLES = frozenset("Amb Sens Reps Gens Brig Supt Insp Cpl Pvt Pte Fr".split())
# ... before a number what is numbered ...
NUMBERED = frozenset("no nos art arts sec secs para paras vol ch cl fig figs reg res p pp".split())
# ... in a name a company, which may be its last word or not.
COMPANIES = frozenset("Kft Rt Zrt Nyrt Pvt Pty Plc Bhd Sdn Oy Oyj Sp Bros Cie Gmbh Mfg Intl Assn Dept Univ Pte".split())
# After these, "U.S.", "Inc." and the like only a word that opens sentences makes a new one.
STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our in on at as but and for if when
    while after before since however meanwhile then although though there some many most both
    """.split()
)


def _ends_sentence(token: Token, follower: Token) -> bool:
    """Whether the sentence ends at `token` (its mark or an abbreviation), given the first word that follows."""
    first = follower.text[0]
    if not (first.isupper() or first.isdigit()):
        return False
    starts = first.isupper() and follower.lower_ in STARTERS
    if token.text in ENDS:
        return token.text != "." or starts or not _is_shortened(token, follower)
    low = token.lower_
    if not low.endswith(".") or low in ABBREVIATIONS:
        return False
    if len(low) == 2:  # an initial, "J."
        return False
    if low.count(".") > 1 or low[:-1].isalpha():  # "U.S.", "Inc."
        return starts
    return True


def _is_shortened(stop: Token, follower: Token) -> bool:
    """Whether the full stop shortens the word before it, and the sentence may go on: "Lund Kft. Holding", "No. 5"."""
    if stop.i == 0 or stop.nbor(-1).whitespace_ or stop.i + 1 == len(stop.doc) or stop.nbor() != follower:
        return False
    word = stop.nbor(-1)
    if follower.text[0].isdigit():
        named = word.text[0].isupper() or (word.i > 0 and word.nbor(-1).tag_.startswith("NN"))
        return word.lower_ in NUMBERED and named  # "decree no. 5", not "She said no. 15 ministers left."
    return word.text in SPLIT_TITLES or (word.text in COMPANIES and word.i > 0 and word.nbor(-1).text[0].isupper())


def _explains(doc: list[Token], opening: int) -> bool:
    """Whether the bracket at `opening` stands within a sentence, which goes on behind it with a small word."""
    if doc[opening].text not in ("(", "["):
        return False
    closing = next((t.i for t in doc[opening : opening + LONGEST_ASIDE] if t.text in (")", "]")), len(doc))
    return closing + 1 < len(doc) and (doc[closing + 1].text[0].islower() or doc[closing + 1].text in PAUSES)


@Language.component(COMPONENT)
def mark_sentences(doc: Doc) -> Doc:
    """Says of every token of `doc` whether it starts a sentence; the parser then leaves that alone."""
    tokens = list(doc)
    starts = _starts(tokens)
    opening = opening_end(doc.text)
    starts.update(t.i for t in tokens[:LONGEST_DATELINE] if 0 < t.idx == opening)
    starts.update(cut for begin, end in pairwise([*sorted(starts), len(tokens)]) for cut in _cuts(tokens, begin, end))
    # All at once: spaCy looks through the whole text each time that it is told of a single token.
    flags = doc.to_array(["SENT_START"])
    flags.fill(2**64 - 1)  # -1, as spaCy stores it
    flags[list(starts)] = 1
    return doc.from_array(["SENT_START"], flags)  # type: ignore[arg-type]  # spaCy types it as floats; it holds integers


def _starts(tokens: list[Token]) -> set[int]:
    """Where sentences start by their marks."""
    starts = {0}
    n = len(tokens)
    i = 0
    while i < n:
        token = tokens[i]
        if token.text in ENDS or (token.text.endswith(".") and len(token.text) > 1):
            j = i + 1
            while j < n and (tokens[j].text in ENDS or (tokens[j].text in CLOSERS and not tokens[j - 1].whitespace_)):
                j += 1
            k = j
            while k < n and tokens[k].text in OPENERS:
                k += 1
            parts = j < n and k < n and tokens[j - 1].whitespace_ and _ends_sentence(token, tokens[k])
            if parts and not _explains(tokens, j):
                starts.add(j)
            i = max(j, i + 1)
        else:
            i += 1
    return starts


def _cuts(tokens: list[Token], begin: int, end: int) -> Iterator[int]:
    """Where to cut the sentence from `begin` to `end` if it is too long: behind a pause, else between two words."""
    while end - begin > LONGEST:
        places = range(begin + LONGEST, begin + LONGEST // 2, -1)
        pauses = (i for i in places if tokens[i - 1].text in PAUSES and tokens[i - 1].whitespace_)
        begin = next(pauses, next((i for i in places if tokens[i - 1].whitespace_), begin + LONGEST))
        yield begin
