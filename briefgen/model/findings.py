"""What was found in one article, or in several together: statements with their evidence. `drafting` chooses among them.

Evidence is always a tuple of sentence ids ("A4.2": source A, paragraph 4, sentence 2), never empty.
A name in `holders`, `owners`, `speaker` or `actors` is the `name` of an `Actor` wherever the text allows it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Confidence = Literal["high", "medium", "low"]
RedLineKind = Literal["explicit", "conditional", "commitment", "demand", "refusal", "implied"]
StepStatus = Literal["scheduled", "pledged", "ordered", "deadline", "conditional", "expected"]
ActorKind = Literal["person", "country", "organisation", "group"]
Matter = Literal["numbers", "dates", "actors", "parties", "whether"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A citable sentence, verbatim. `block` is its block's index in the article; `heading` the heading above it."""

    id: str
    text: str
    block: int
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks. `represents` is the country or body a person speaks for, None when unknown."""

    name: str
    kind: ActorKind
    role: str | None
    represents: str | None
    aliases: tuple[str, ...]
    mentions: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """When a step is due: the words, and first and last day where they could be resolved (both ends included)."""

    text: str
    earliest: dt.date | None = None
    latest: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """A live red line: what `holders` will not accept, will not give up, or will answer with action."""

    evidence: tuple[str, ...]
    holders: tuple[str, ...]
    speaker: str | None
    addressee: str | None
    kind: RedLineKind
    statement: str
    trigger: str | None
    consequence: str | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Step:
    """A future action or event that a party scheduled, promised, ordered or is set to take. `due` None: no time."""

    evidence: tuple[str, ...]
    owners: tuple[str, ...]
    action: str
    due: Due | None
    status: StepStatus
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation, verbatim without its marks; `speaker` None when nobody could be made out."""

    evidence: tuple[str, ...]
    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """What one party says or does on a matter: `actors` hold it, `speaker` voiced it (None: nobody named)."""

    evidence: tuple[str, ...]
    actors: tuple[str, ...]
    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter on which parties deal, differ or decide, with its main sentences; `weight` orders matters."""

    title: str
    evidence: tuple[str, ...]
    weight: float


SAYABLE = 45  # words of a line that can be said aloud in one breath


@dataclass(frozen=True, slots=True)
class KeyStatement:
    """A sentence that may stand in the summary: its wording there and how strongly it belongs there (0 to 1).

    `speakers` are those whose words the whole sentence is, `words` what they say, "we" and all; empty where it is the
    article's own. `spoken` says that it cannot stand without them: it is a quotation with their names in front.
    `core` is the sentence without what is around its main clause, where that can be said aloud and the whole cannot;
    else empty.
    """

    evidence: tuple[str, ...]
    text: str
    score: float
    speakers: tuple[str, ...] = ()
    words: str = ""
    spoken: bool = False
    core: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What some sources say where others say something else: their item's evidence, and its words on the matter."""

    evidence: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Items of different sources that tell the same but for their numbers, dates or actors, or for whether it happens.

    There are two sides or more, in the order of the sources. `actor` is whose party they differ on, else None.
    """

    about: Matter
    sides: tuple[Side, ...]
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, each kind in the order of the text; of several articles one after the other.

    `model` names the language model; `language` is the code of the language that it reads. What only several articles
    can have: `disagreements`, and `copies`, the letters of sources that share most of their sentences.
    """

    model: str
    language: str
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...] = ()
    stances: tuple[Stance, ...] = ()
    steps: tuple[Step, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    positions: tuple[Position, ...] = ()
    topics: tuple[Topic, ...] = ()
    key_statements: tuple[KeyStatement, ...] = ()
    title: str = ""
    disagreements: tuple[Disagreement, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()


def source_of(sentence: str) -> str:
    """The letter of the source that a sentence id such as A4.2 belongs to."""
    return sentence.rstrip("0123456789.")
