"""Cuts a readable line out of a sentence: nothing is composed, names stand in brackets for pronouns.

The words of a line are the sentence's own, in their order. Dropped: a connective in front, unbalanced marks.
Added: only bracketed names and the full stop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.coreference import FIRST_PERSON, Names, Resolver
from briefgen.analysis.cues import CUES
from briefgen.analysis.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

CONNECTIVES = re.compile(
    r"^(?:(?:however|meanwhile|moreover|furthermore|additionally|in addition|also|still|nevertheless|nonetheless|"
    r"instead|therefore|thus|hence|finally|indeed|besides|then|earlier|later|afterwards|similarly|likewise|consequently|"
    r"in turn|at the same time|for (?:his|her|its|their) part|on the other hand|as a result|of course|in fact|"
    r"that said|to (?:this|that) end|most importantly|for example|for instance)\s*,\s*|"
    r"also\s+(?=(?:on|in|at|this|last|next)\s)|"
    # "That is why ..." keeps its subject
    r"(?:and|but|so|yet|or|nor|that(?!['’]s\s|\s+(?:is|was|are|were|will|would|has|had|may|means|meant|includes)\s))"
    r"\s*,?\s+)+",
    re.I,
)
# What a page leaves around its sentences: a space before a comma, a row of signs behind the last line.
STRAY = ((re.compile(r"\s+(?=[,.;:!?](?:\s|$))"), ""), (re.compile(r"\s*#{2,}\W*$"), ""))
OPEN_QUOTATION = re.compile(r"[\s,:]\"(?=\w)[^\"]*$")
HALF_WORD = re.compile(r"['’](?:ll|ve|re|d|m)$", re.I)  # no name stands before it: "[Norway]'ll"
PRONOUNS = frozenset("he she it they we i him them us me".split())
FIRST_WORDS = 2  # "its" and "they" further on in a line mostly mean something in the line
PERSONAL = frozenset("he she him her his hers himself herself".split())


def line(sent: Sent, start: int, end: int, resolver: Resolver) -> str:
    """The tokens `start` to `end` (indices in the block, end excluded) of `sent` as a line of the brief."""
    doc = sent.span.doc
    start = min(max(start, sent.begin), end - 1)
    pieces: list[str] = []
    at = doc[start].idx - sent.start
    given: set[Names] = set()  # a name is given once a line; after it the pronoun is clear
    for token in doc[start:end]:
        here = token.idx - sent.start
        if _is_link(token, sent):
            pieces.append(sent.text[at:here])
            at = here + len(token.text_with_ws)
            continue
        names = bracketed(sent, token, start, resolver)
        if names and names not in given and not _in_brackets(sent, here):
            given.add(names)
            pieces.append(sent.text[at:here] + _brackets(names, possessive=token.tag_ == "PRP$"))
            at = here + len(token.text)
    last = doc[end - 1]
    pieces.append(sent.text[at : last.idx + len(last.text) - sent.start])
    return tidy("".join(pieces))


def bracketed(sent: Sent, token: Token, start: int, resolver: Resolver) -> Names:
    """The names to put for the pronoun `token`; empty when it is none, is open, or may mean a name in the line.

    A wrong name is worse than a pronoun: it stays where the line itself names somebody whom it may mean, and "it",
    which more often than not means no actor, gives way only where it speaks.
    """
    word, index = token.lower_, token.i
    if not (word in PRONOUNS or token.tag_ == "PRP$") or token.text == "US":
        return ()
    names = resolver.names(sent.block, token)
    if not names or not _tell(names) or _named_before(sent, start, index, names, resolver):
        return ()
    if index + 1 < len(token.doc) and HALF_WORD.match(token.nbor().text):
        return ()
    if word in FIRST_PERSON:
        return names if word not in ("we", "i") or _agrees(sent, index, names, resolver) else ()
    if word == "it" and not (token.dep_ == "nsubj" and token.head.lemma_.lower() in CUES):
        return ()
    if word in ("its", "their", "they", "them") and index - start > FIRST_WORDS:
        return ()
    return () if _may_mean_earlier(sent, start, index, resolver) else names


def _in_brackets(sent: Sent, here: int) -> bool:
    """Whether the text itself has a bracket open at the offset `here`."""
    return sent.text.count("[", 0, here) > sent.text.count("]", 0, here)


def _is_link(token: Token, sent: Sent) -> bool:
    """Whether `token` is the "also" that ties the main clause to what stood before: "They also agreed to ..."."""
    return (
        token.lower_ == "also"
        and token.dep_ == "advmod"
        and (token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT")
        and token.i > sent.span.start
        and token.nbor(-1).lower_ != "but"
    )


def _tell(names: Names) -> bool:
    """Whether the names name anybody: "[leaders]" and "[partners]" say no more than the pronoun."""
    return all(any(c.isupper() for c in n) for n in names)


def _agrees(sent: Sent, index: int, names: Names, resolver: Resolver) -> bool:
    """Whether the names can stand for "we" or "I" before the verb as it is: "[Peru] will", never "[Peru] have"."""
    doc = sent.span.doc
    if index + 1 >= len(doc) or doc[index + 1].text[0] in "'’":
        return False
    verb = next((t for t in doc[index + 1 : index + 4] if t.pos_ in ("VERB", "AUX")), None)
    group = len(names) > 1 or resolver.cast.is_group(names[0])
    return verb is not None and (verb.tag_ in ("MD", "VBD") or (group and verb.tag_ in ("VBP", "VB")))


def _brackets(names: Names, possessive: bool) -> str:
    text = " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"[{text}{'’' if text.endswith('s') else '’s'}]" if possessive else f"[{text}]"


def _may_mean_earlier(sent: Sent, start: int, index: int, resolver: Resolver) -> bool:
    """Whether a name of the right sort stands in the line before the pronoun."""
    personal = sent.span.doc[index].lower_ in PERSONAL
    mentions = [resolver.cast.at(sent.block, sent.span.doc[i]) for i in range(start, index)]
    return any(m is not None and (m.kind == "person") == personal for m in mentions)


def _named_before(sent: Sent, start: int, index: int, names: Names, resolver: Resolver) -> bool:
    for i in range(start, index):
        mention = resolver.cast.at(sent.block, sent.span.doc[i])
        if mention is not None and (mention.name in names or resolver.cast.party(mention.name) in names):
            return True
    return False


def tidy(text: str) -> str:
    """White space folded, connective dropped, marks balanced, first letter large, one full stop at the end."""
    text = re.sub(r"\s+", " ", text)
    for pattern, instead in STRAY:
        text = pattern.sub(instead, text)
    text = text.strip(" ,;:–—-")
    text = CONNECTIVES.sub("", text).strip(" ,;:–—")
    text = _balanced(text)
    if not text:
        return ""
    text = text[0].upper() + text[1:] if text[0].islower() else text
    if re.search(r"[.!?…][\"'”’)\]]*$", text):
        return text
    return text.rstrip(" ,;:–—-") + "."


def _balanced(text: str) -> str:
    """Without quotation marks and brackets that have lost their partner; a quotation that runs on is closed."""
    if text.count('"') % 2 and OPEN_QUOTATION.search(text):
        text = _ended(text) + '"'
    elif text.count("“") == text.count("”") + 1 and text.rfind("“") > text.rfind("”") and text[0] != "“":
        text = _ended(text) + "”"
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("‘") > len(re.findall(r"’(?!\w)", text)):
        text = re.sub(r"‘([^‘’]*)’(?!\w)", r"\1", text).replace("‘", "")
    return re.sub(r" {2,}", " ", text).strip(" ,;:–—-")


def _ended(text: str) -> str:
    return text if text[-1] in ".!?…" else text.rstrip(" ,;:–—-") + "."


def voiced(text: str, names: Names) -> str:
    """The line with its speakers in front where it still says "we" or "I" in their name: "[Peru:] We have ..."."""
    own = re.sub(r"\[[^\]]*\]|[\"“][^\"”]*[\"”]", " ", text)
    if not names or not re.search(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b", own):
        return text
    if text.removeprefix("The ").removeprefix("[").startswith(names[0]):
        return text
    return f"[{' and '.join(names)}:] {text}"
