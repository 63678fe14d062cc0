"""The sections that only a human writes: their keys, and the forms that three of them have."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class SectionEntry(BaseModel):
    """Strict base of an entry: an unknown key is an error. The first field is what an entry of one text stands for."""

    model_config = ConfigDict(extra="forbid")


class Recommendation(SectionEntry):
    """What the reader is asked to decide or note."""

    text: str = Field(description="what is recommended")
    replies: list[str] = Field(
        default_factory=list, description="the replies to tick, such as [Agreed, Not agreed]; none prints no boxes"
    )


class Option(SectionEntry):
    """One of the courses open to the reader."""

    title: str = Field(description="the option in a few words")
    text: str | None = Field(default=None, description="what it means; null leaves it out")
    advantages: list[str] = Field(default_factory=list, description="what speaks for it")
    disadvantages: list[str] = Field(default_factory=list, description="what speaks against it")


class Attendee(SectionEntry):
    """Somebody who will be in the room."""

    name: str = Field(description="the person")
    role: str | None = Field(default=None, description="the office held; null leaves it out")
    organisation: str | None = Field(default=None, description="the country or body; null leaves it out")


SectionValue = str | list[str] | list[Recommendation] | list[Option] | list[Attendee]

# Always a list of these, also where the human wrote a single one; every other section is a text or a list of texts.
FORMS: dict[str, type[SectionEntry]] = {"recommendation": Recommendation, "options": Option, "attendees": Attendee}

# Every key with what it is for; a house style may name further ones.
HUMAN_SECTIONS: dict[str, str] = {
    "alternatives": "other readings of the evidence",
    "argument": "why the recommendation is the right one",
    "ask": "what the reader is asked to do",
    "attendees": "who will be in the room",
    "background": "what the reader needs to know first",
    "biographies": "who the people met are, a text each",
    "considerations": "what bears on the decision",
    "consultation": "who was asked and what they said",
    "contact": "whom to ask",
    "gaps": "what is not known or not covered",
    "if_raised": "what to say only if the other side raises it",
    "implications": "what follows for the reader",
    "indicators": "what to watch for",
    "issue": "the matter to decide, in a sentence or two",
    "key_figures": "the figures that matter, a text each",
    "lines_to_take": "what to say in public, a text each",
    "objectives": "what the meeting is to achieve, a text each",
    "options": "the courses open to the reader",
    "outlook": "what is likely to come",
    "overview": "the situation at large",
    "presentation": "how it will be received and announced",
    "purpose": "why the meeting takes place",
    "recommendation": "what the reader is asked to decide or note",
    "response": "what is being done and by whom",
    "risks": "what may go wrong",
    "scenario": "how the meeting will run",
    "source_summary": "how complete, old, direct and partial the sources are",
    "talking_points": "what to say in the meeting, a text each",
    "timing": "by when a decision is needed, and why",
    "why_now": "why it is before the reader now",
}
