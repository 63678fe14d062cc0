"""The brief as `brief.yaml` holds it. The field order is the order of the keys in the file."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from briefgen.model.findings import Confidence, RedLineKind, StepStatus

SCHEMA = "briefgen/1"
Names = str | list[str]


class Model(BaseModel):
    """Strict base: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Engine(Model):
    """What drafted the brief."""

    name: str = "local"
    version: str = ""
    model: str = Field(default="", description="the language model that parsed the article")


class Given(Model):
    """Options given once; they are used again on the next draft unless given anew."""

    published: dt.date | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    date: dt.date | None = None
    to: str | None = None
    from_: str | None = Field(default=None, alias="from")
    marking: str | None = None
    style: str | None = None


class Header(Model):
    """The lines above the brief: who it is for, who it is from, its reference."""

    to: str | None = None
    from_: str | None = Field(default=None, alias="from")
    reference: str | None = None


class SourceInfo(Model):
    """An article that the brief rests on; `id` is the letter its sentence ids start with."""

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None
    file: str | None = None
    sha256: str = ""
    language: str = "en"
    words: int = 0


class Statement(Model):
    """A line with the sentences it rests on."""

    text: str
    evidence: list[str] = Field(default_factory=list)


class KeyPoint(Statement):
    """A line of the summary."""

    id: str
    text: str
    evidence: list[str] = Field(default_factory=list)


class Summary(Model):
    """The bottom line and 4 to 6 key points. `bottom_line` None: the source does not carry one."""

    bottom_line: Statement | None = None
    key_points: list[KeyPoint] = Field(default_factory=list)


class Position(Model):
    """What a party says or does on an issue."""

    id: str
    actor: Names
    speaker: str | None = None
    text: str
    evidence: list[str] = Field(default_factory=list)


class Issue(Model):
    """A matter on which parties deal, differ or decide."""

    id: str
    title: str
    evidence: list[str] = Field(default_factory=list)
    positions: list[Position] = Field(default_factory=list)


class RedLine(Model):
    """What a party will not accept, will not give up, or will answer with action."""

    id: str
    holder: Names
    speaker: str | None = None
    addressee: str | None = None
    statement: str
    kind: RedLineKind
    trigger: str | None = None
    consequence: str | None = None
    confidence: Confidence
    evidence: list[str] = Field(default_factory=list)


class DueDate(Model):
    """When a step is due; both ends are included, None where the words do not give a day."""

    text: str
    earliest: dt.date | None = None
    latest: dt.date | None = None


class NextStep(Model):
    """A future action or event with its owners and time."""

    id: str
    action: str
    owners: list[str] = Field(default_factory=list)
    due: DueDate | None = None
    status: StepStatus
    confidence: Confidence
    evidence: list[str] = Field(default_factory=list)


class Quote(Model):
    """A direct quotation, verbatim."""

    id: str
    speaker: str | None = None
    text: str
    evidence: list[str] = Field(default_factory=list)


class BriefActor(Model):
    """Somebody who acts or speaks in the source."""

    id: str
    name: str
    role: str | None = None
    represents: str | None = None
    mentions: int = 0


class Caveat(Model):
    """What the engine was unsure of; `about` is the id of the item it concerns, None for the whole brief."""

    id: str
    text: str
    about: str | None = None


class Brief(Model):
    """A policy brief. Every id in any `evidence` list is a key of `evidence`, whose value is the sentence, verbatim."""

    schema_: Literal["briefgen/1"] = Field(default="briefgen/1", alias="schema")
    title: str
    date: dt.date
    marking: str = ""
    style: str = "info-memo"
    engine: Engine = Field(default_factory=Engine)
    given: Given = Field(default_factory=Given)
    header: Header = Field(default_factory=Header)
    sources: list[SourceInfo] = Field(default_factory=list)
    summary: Summary = Field(default_factory=Summary)
    issues: list[Issue] = Field(default_factory=list)
    red_lines: list[RedLine] = Field(default_factory=list)
    next_steps: list[NextStep] = Field(default_factory=list)
    quotes: list[Quote] = Field(default_factory=list)
    actors: list[BriefActor] = Field(default_factory=list)
    caveats: list[Caveat] = Field(default_factory=list)
    evidence: dict[str, str] = Field(default_factory=dict)
