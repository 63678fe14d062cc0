"""The brief as `brief.yaml` holds it. The field order is the order of the keys in the file.

The descriptions reach people who edit a brief: editors show them from the JSON Schema beside the file.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefgen.model.findings import Confidence, RedLineKind, StepStatus
from briefgen.model.sections import SectionValue

SCHEMA = "briefgen/1"
Names = str | list[str]
Count = Annotated[int, Field(ge=0, le=999_999_999)]


class Model(BaseModel):
    """Strict base: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Engine(Model):
    """What drafted the brief."""

    name: str = Field(default="local", description="the engine: local needs no network")
    version: str = Field(default="", description="the version of briefgen that drafted this")
    model: str = Field(default="", description="the language model that parsed the article")


class Given(Model):
    """Options given once; they are used again on the next draft unless given anew."""

    published: dt.date | None = Field(default=None, description="--published: the day the article appeared")
    title: str | None = Field(default=None, description="--title: of the article")
    publisher: str | None = Field(default=None, description="--publisher: who published the article")
    author: str | None = Field(default=None, description="--author: who wrote the article")
    url: str | None = Field(default=None, description="--url: where the article stands")
    language: str | None = Field(default=None, description="--language: of the article")
    date: dt.date | None = Field(default=None, description="--date: of the brief")
    to: str | None = Field(default=None, description="--to: whom the brief is for")
    from_: str | None = Field(default=None, alias="from", description="--from: who sends the brief")
    marking: str | None = Field(default=None, description="--marking: the protective marking")
    style: str | None = Field(default=None, description="--style: the house style")


class Header(Model):
    """The lines above the brief; a house style says which of them it prints, and null leaves a line out."""

    to: str | None = Field(default=None, description="whom the brief is for")
    from_: str | None = Field(default=None, alias="from", description="who sends the brief")
    reference: str | None = Field(default=None, description="the file reference")
    through: str | None = Field(default=None, description="who passes the brief on to the reader")
    cc: str | None = Field(default=None, description="who else gets the brief")
    number: str | None = Field(default=None, description="the number of the report in its series")
    as_of: str | None = Field(default=None, description="the day or hour up to which the report holds")
    period: str | None = Field(default=None, description="the time that the report covers")
    next_report: str | None = Field(default=None, description="when the next report is due")
    drafter: str | None = Field(default=None, description="who drafted the brief")
    clearances: str | None = Field(default=None, description="who cleared the brief")
    contact: str | None = Field(default=None, description="whom to ask about the brief")
    version: str | None = Field(default=None, description="which version of the brief it is")
    attachments: str | None = Field(default=None, description="what is attached to the brief")


class SourceInfo(Model):
    """An article that the brief rests on."""

    id: str = Field(description="the letter that the ids of its sentences start with")
    title: str | None = Field(default=None, description="the headline; null where the article has none")
    publisher: str | None = Field(default=None, description="who published it; null when unknown")
    author: str | None = Field(default=None, description="who wrote it; null when unknown")
    published: dt.date | None = Field(default=None, description="the day it appeared; null when unknown")
    url: str | None = Field(default=None, description="where it stands; null when it came from a file")
    file: str | None = Field(default=None, description="the file it was read from")
    sha256: str = Field(default="", description="the digest of the article as it was read")
    language: str = Field(default="en", description="the language of the article")
    words: Count = Field(default=0, description="how many words the article has")


class Statement(Model):
    """A line with the sentences it rests on."""

    text: str = Field(description="the line as printed")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")


class KeyPoint(Model):
    """A line of the summary."""

    id: str = Field(description="the id of this key point; stays the same when its wording changes")
    text: str = Field(description="the line as printed")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")


class Summary(Model):
    """The bottom line and 4 to 6 key points."""

    bottom_line: Statement | None = Field(
        default=None, description="what the reader must know; null when the source does not carry one"
    )
    key_points: list[KeyPoint] = Field(default_factory=list, description="the lines below the bottom line")


class Position(Model):
    """What a party says or does on an issue."""

    id: str = Field(description="the id of this position; stays the same when its wording changes")
    actor: Names = Field(description="who holds the position: a name, or a list of names for a joint one")
    speaker: str | None = Field(default=None, description="the person who voiced it; null when nobody is named")
    text: str = Field(description="the position as printed")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")


class Issue(Model):
    """A matter on which parties deal, differ or decide."""

    id: str = Field(description="the id of this issue; stays the same when its wording changes")
    title: str = Field(description="the heading of the issue")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")
    positions: list[Position] = Field(default_factory=list, description="who says what on the issue")


class RedLine(Model):
    """What a party will not accept, will not give up, or will answer with action."""

    id: str = Field(description="the id of this red line; stays the same when its wording changes")
    holder: Names = Field(description="whose red line it is: a name, or a list of names for a joint one")
    speaker: str | None = Field(default=None, description="the person who voiced it; null when nobody is named")
    addressee: str | None = Field(default=None, description="whom it is addressed to; null when nobody is named")
    statement: str = Field(description="the red line as printed")
    kind: RedLineKind = Field(description="what sort of red line it is")
    trigger: str | None = Field(default=None, description="what would cross it; null when not stated")
    consequence: str | None = Field(default=None, description="what would follow; null when not stated")
    confidence: Confidence = Field(description="how sure the engine is that this is a live red line of this holder")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")


class DueDate(Model):
    """When a step is due; both ends are included."""

    text: str = Field(description="the time in the words of the source")
    earliest: dt.date | None = Field(default=None, description="the first day; null when the words give none")
    latest: dt.date | None = Field(default=None, description="the last day; null when the words give none")


class NextStep(Model):
    """A future action or event with its owners and time."""

    id: str = Field(description="the id of this step; stays the same when its wording changes")
    action: str = Field(description="the step as printed")
    owners: list[str] = Field(default_factory=list, description="who is to take the step")
    due: DueDate | None = Field(default=None, description="when it is due; null when no time is stated")
    status: StepStatus = Field(description="how firm the step is")
    confidence: Confidence = Field(description="how sure the engine is that this is still to come")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it rests on, such as A4.2")


class Quote(Model):
    """A direct quotation."""

    id: str = Field(description="the id of this quotation")
    speaker: str | None = Field(default=None, description="who said it; null when nobody could be made out")
    text: str = Field(description="the words, verbatim, without quotation marks around them")
    evidence: list[str] = Field(default_factory=list, description="ids of the sentences it stands in, such as A4.2")


class BriefActor(Model):
    """Somebody who acts or speaks in the source."""

    id: str = Field(description="the id of this actor")
    name: str = Field(description="the name as the brief uses it")
    role: str | None = Field(default=None, description="the office held; null when not stated")
    represents: str | None = Field(default=None, description="the country or body spoken for; null when unknown")
    mentions: Count = Field(default=0, description="how often the source mentions this actor")


class Caveat(Model):
    """What the engine was unsure of."""

    id: str = Field(description="the id of this caveat")
    text: str = Field(description="the doubt as printed")
    about: str | None = Field(default=None, description="id of the item it concerns; null for the whole brief")


class Brief(Model):
    """A policy brief. Every id in any `evidence` list is a key of `evidence`, whose value is the sentence, verbatim."""

    schema_: Literal["briefgen/1"] = Field(default="briefgen/1", alias="schema", description="the form of this file")
    title: str = Field(description="the title of the brief")
    date: dt.date = Field(description="the day of the brief, as 2024-04-27")
    marking: str = Field(default="", description="the protective marking; printed, never decided, by briefgen")
    style: str = Field(default="info-memo", description="the house style; `briefgen styles` lists them")
    engine: Engine = Field(default_factory=Engine, description="what drafted the brief")
    given: Given = Field(default_factory=Given, description="options given once and used again on the next draft")
    header: Header = Field(default_factory=Header, description="the lines above the brief")
    sources: list[SourceInfo] = Field(default_factory=list, description="the articles that the brief rests on")
    summary: Summary = Field(default_factory=Summary, description="the bottom line and the key points")
    issues: list[Issue] = Field(default_factory=list, description="the matters at stake and who says what on them")
    red_lines: list[RedLine] = Field(default_factory=list, description="what parties will not accept or give up")
    next_steps: list[NextStep] = Field(default_factory=list, description="what is to happen, who does it, by when")
    quotes: list[Quote] = Field(default_factory=list, description="words worth quoting")
    actors: list[BriefActor] = Field(default_factory=list, description="who acts or speaks")
    caveats: list[Caveat] = Field(default_factory=list, description="what the engine was unsure of")
    sections: dict[str, SectionValue] = Field(default_factory=dict, description="what only a human writes, by its key")
    evidence: dict[str, str] = Field(default_factory=dict, description="every cited sentence, verbatim, by its id")
