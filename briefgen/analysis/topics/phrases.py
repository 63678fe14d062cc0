"""Noun phrases that may name a matter, each with the words that tell it from other matters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import HEADLINE, Cast
from briefgen.analysis.actors.roles import TITLES
from briefgen.analysis.context import Context
from briefgen.analysis.text.cues import CUES
from briefgen.analysis.text.document import Sent
from briefgen.analysis.topics.words import BODIES, EMPTY, EMPTY_ADJECTIVES, LIGHT, NO_HEADS, THIN, stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEFT = frozenset("compound amod nmod poss nummod".split())
COMPLEMENTS = frozenset("of on in over for to against between from with via beyond about by into at under".split())
OWNERS = EMPTY | TITLES | frozenset("regime morning afternoon evening summer winter season campaign capital".split())
LONGEST = 11  # tokens of a title
PEOPLE = TITLES | EMPTY
NOUNS = frozenset(("NOUN", "PROPN"))
PRAISED = frozenset("leadership presence role vision example".split())  # of a person
BROKEN = frozenset("()[]<>=/:;|*")
NO_NAME = frozenset("PERSON DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL".split())


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its head, its tokens `begin` to `end` (excluded), and its telling `words` (stems, and the names
    of parties behind "Chinese" or "Beijing"). `sent` is None for one of the headline.
    """

    sent: Sent | None
    head: Token
    begin: int
    end: int
    words: tuple[str, ...]
    parties: tuple[str, ...]

    @property
    def names_party_only(self) -> bool:
        """Whether nothing but parties is named: "Norland", not "the situation in Norland"."""
        return not self.words and self.end - self.begin < 3

    @functools.cached_property
    def title(self) -> str:
        """The phrase as a heading."""
        sent, parsed = self.sent, self.head.doc
        text = parsed[self.begin : self.end].text if sent is None else sent.cut(self.begin, self.end)
        text = unquoted(" ".join(text.split())).strip(" ,;:-–—")
        return text[:1].upper() + text[1:]


def unquoted(text: str) -> str:
    """Without quotation marks, which a heading does without; apostrophes stay."""
    return re.sub(r"[\"“”„«»]|(?<!\w)['‘’]|(?<=[^s\W])['’](?!\w)", "", text)


def phrases_of(context: Context, sent: Sent) -> Iterator[Phrase]:
    """The phrases of a sentence: each noun with its modifiers, and again with one or two complements."""
    for token in sent.tokens:
        if token.pos_ in NOUNS:
            yield from _around(context, sent, sent.block, token, sent.span.end)


def phrase_at(context: Context, sent: Sent, begin: int, end: int) -> Phrase:
    """The tokens `begin` to `end` of the sentence as a phrase, without an article at the front."""
    doc = sent.span.doc
    begin += end - begin > 1 and doc[begin].lower_ in ("a", "an", "the")
    return Phrase(sent, doc[begin:end].root, begin, end, *_telling(doc, begin, end, sent.block, context.resolver.cast))


def headline_phrases(context: Context) -> Iterator[Phrase]:
    """The phrases of the headline."""
    doc = context.document.headline
    for token in doc or ():
        if token.pos_ in NOUNS:
            yield from _around(context, None, HEADLINE, token, len(doc or ()))


def _around(context: Context, sent: Sent | None, block: int, token: Token, limit: int) -> Iterator[Phrase]:
    lemma = token.lemma_.casefold()
    if token.dep_ in ("compound", "nmod") or not token.text[0].isalpha() or lemma in NO_HEADS:
        return
    cast = context.resolver.cast
    mention = cast.at(block, token)
    if (mention is not None and mention.kind in ("person", "demonym")) or _is_person(token, lemma):
        return
    if token.i > 0 and token.text.islower() and _is_verb_form(token) and cast.at(block, token.nbor(-1)) is not None:
        return
    begin = _left(token)
    # neither "freedom" nor "European Union" says what is dealt with
    thin = (begin == token.i and lemma in THIN) or (mention is not None and mention.kind in ("organisation", "body"))
    if lemma in PRAISED and _is_of_person(block, token, cast):
        return  # "King Tor's leadership"
    bare = lemma in BODIES or (begin == token.i and lemma in EMPTY | LIGHT)
    sound = begin
    for end in _ends(token, limit):
        if thin and end == token.i + 1:
            continue
        if end - begin > LONGEST or any(_is_broken(t) for t in token.doc[sound:end]):
            return
        sound = end
        words, parties = _telling(token.doc, begin, end, block, cast)
        if bare and not (parties and len(words) <= (lemma in LIGHT)):
            return
        if words or parties:
            yield Phrase(sent, token, begin, end, words, parties)


def _is_of_person(block: int, token: Token, cast: Cast) -> bool:
    """Whether a person owns what the noun names."""
    owners = (cast.at(block, c) for c in token.children if c.dep_ == "poss")
    return any(m is not None and m.kind == "person" for m in owners)


def _is_verb_form(token: Token) -> bool:
    """Whether what the tagger calls a noun may be a verb behind its subject: "what China maintains"."""
    return token.text.endswith("s") and token.lemma_.casefold() in CUES


def _is_person(token: Token, lemma: str) -> bool:
    """ "the ministers", "Prime Minister Arden"."""
    if lemma.removesuffix("s") in TITLES:
        return True
    return token.pos_ == "PROPN" and any(c.dep_ == "compound" and c.lemma_.casefold() in PEOPLE for c in token.children)


def _left(head: Token) -> int:
    """Where the phrase begins: modifiers without article, pronoun and empty adjectives at the front."""
    begin = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT and not (child.dep_ == "punct" and child.text == "-"):
            break
        if child.tag_ == "PRP$" or child.right_edge.i + 1 < begin - 1:
            break
        begin = child.left_edge.i
    doc = head.doc
    begin = _behind_owner(doc, begin, head.i)
    while begin < head.i and _tells_nothing(doc[begin]):
        begin += 1
        while begin < head.i and "-" in (doc[begin].text, doc[begin - 1].text):
            begin += 1  # the rest of "far-reaching"
    return begin


def _behind_owner(doc: Doc, begin: int, head: int) -> int:
    """Where the phrase begins without an owner that only the text around it tells: "the country's"."""
    while begin < head and doc[begin].dep_ == "det":
        begin += 1
    owner = doc[begin]
    if owner.dep_ != "poss" or owner.pos_ != "NOUN" or owner.lemma_.casefold() not in OWNERS:
        return begin
    return min(head, begin + 1 + (doc[begin + 1].tag_ == "POS"))


def _tells_nothing(token: Token) -> bool:
    """Whether a heading would do without `token` at its front."""
    hyphened = token.i + 1 < len(token.doc) and token.nbor().text == "-"
    if token.pos_ in ("DET", "PRON", "NUM", "PUNCT", "CCONJ", "PART") or token.lower_ in ("%", "percent", "than"):
        return True
    if token.pos_ == "ADV" and not hyphened:
        return True
    if token.pos_ not in ("ADJ", "VERB", "ADV"):
        return False
    last = token.nbor(2) if hyphened and token.i + 2 < len(token.doc) else token
    return {
        token.lemma_.casefold(),
        token.lower_,
        last.lower_,
        f"{token.lower_}-{last.lower_}",
    } & EMPTY_ADJECTIVES != set()


def _ends(head: Token, limit: int) -> Iterator[int]:
    """Where the phrase may end: after the head, after its complement, after that one's complement."""
    end = head.i + 1
    yield end
    for _ in range(3):
        prep = head.doc[end] if end < limit else None
        if prep is None or prep.dep_ != "prep" or prep.lower_ not in COMPLEMENTS or prep.head.i != end - 1:
            return
        if head.pos_ == "PROPN" and prep.lower_ != "of":
            return
        inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if inner is None or inner.pos_ not in ("NOUN", "PROPN") or inner.ent_type_ in ("DATE", "TIME"):
            return
        after = inner.i + 1
        pair = next((c for c in inner.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")), None)
        if pair is not None and pair.i - inner.i <= 4 and all(t.text != "," for t in inner.doc[inner.i : pair.i]):
            after = pair.i + 1
        if any(_breaks(t) for t in head.doc[end:after]):
            return
        end = after
        yield end


def _is_broken(token: Token) -> bool:
    """Marks that a misread phrase holds: brackets, tags, a comma that does not part two adjectives."""
    if token.text == ",":
        return token.nbor(-1).pos_ != "ADJ" if token.i else True
    if token.text == "-" and token.whitespace_:
        return True  # a dash between clauses, not a hyphen
    return not BROKEN.isdisjoint(token.text)


def _breaks(token: Token) -> bool:
    """Whether a token cannot stand within a heading."""
    if token.lemma_.casefold() in TITLES:
        return True
    if token.pos_ in ("VERB", "AUX", "PRON") and token.tag_ not in ("VBN", "VBG"):
        return True
    return token.is_punct and token.text not in ("-", "'", "&")


def _telling(doc: Doc, begin: int, end: int, block: int, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words: dict[str, None] = {}
    parties: dict[str, None] = {}
    for token in doc[begin:end]:
        mention = cast.at(block, token)
        if mention is not None and mention.kind != "organisation":
            if mention.kind != "person":
                parties[cast.party(mention.name)] = None
            continue
        word = word_of(token)
        if word:
            words[word] = None
    return tuple(words), tuple(parties)


def word_of(token: Token) -> str:
    """The stem of a telling word; empty for any other."""
    if (
        token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB")
        or (token.is_stop and token.pos_ != "PROPN")
        or len(token.text) < 3
    ):
        return ""
    if token.ent_type_ in NO_NAME and token.pos_ != "NOUN":
        return ""
    lemma = token.lemma_.casefold()
    if lemma in EMPTY or lemma in EMPTY_ADJECTIVES:
        return ""
    return stem(lemma)
