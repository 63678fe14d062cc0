"""A house style: which sections a brief has, in which order, under which labels, and how its pages look."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SectionName = Literal[
    "bottom_line",
    "key_points",
    "issues",
    "red_lines",
    "next_steps",
    "quotations",
    "caveats",
    "provenance",
    "annex",
]
COLUMNS: dict[str, tuple[str, ...]] = {
    "issues": ("actor", "position", "source"),
    "red_lines": ("number", "holder", "statement", "kind", "source"),
    "next_steps": ("number", "action", "owner", "when", "source"),
}
PdfFace = Literal["Source Serif Pro", "Source Sans Pro"]
DateFormat = Literal["day month year", "month day, year", "year-month-day"]
Colour = Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{6}$", description="red, green, blue in hexadecimal, in quotes")]
Off = Literal["off", False]  # YAML takes an unquoted off for false
Points = Annotated[float, Field(ge=6, le=48)]
Millimetres = Annotated[float, Field(ge=10, le=60)]


class StyleModel(BaseModel):
    """Strict base: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Margins(StyleModel):
    """Between the edge of the paper and the text, in millimetres; header and footer stand inside them."""

    top: Millimetres
    bottom: Millimetres
    left: Millimetres
    right: Millimetres


class Typeface(StyleModel):
    """One voice of the document: a face embedded in the PDF, the face Word asks for, and what to take without it."""

    pdf: PdfFace
    word: str
    alternative: str


class Fonts(StyleModel):
    """`text` is the running text, `label` headings, table heads, page heads and citations."""

    text: Typeface
    label: Typeface


class Sizes(StyleModel):
    """Type sizes in points."""

    title: Points
    heading: Points
    subheading: Points
    text: Points
    table: Points
    small: Points


class Colours(StyleModel):
    """`accent` for headings and bars, `quiet` for citations and asides, `rule` for lines, `shade` for grounds."""

    accent: Colour
    quiet: Colour
    rule: Colour
    shade: Colour


class Column(StyleModel):
    """A column of a section's table; `width` is its share in relation to the others."""

    column: str
    label: str
    width: float = Field(gt=0)


class Section(StyleModel):
    """A section and the heading it goes under; `columns` for the sections that are tables.

    `required`: `briefgen check` tells when it is empty.
    """

    section: SectionName
    label: str
    required: bool = False
    columns: list[Column] = Field(default_factory=list)

    @model_validator(mode="after")
    def _columns_fit_the_section(self) -> Section:
        known = COLUMNS.get(self.section, ())
        for column in self.columns:
            if column.column not in known:
                names = ", ".join(known) or "none, it is not a table"
                raise ValueError(f"section {self.section} has no column {column.column!r}; its columns: {names}")
        if known and not self.columns:
            raise ValueError(f"section {self.section} is a table and needs columns: {', '.join(known)}")
        return self


class Style(StyleModel):
    """A house style, as a file in `templates/` holds it. `label` is printed above the title, not at all when empty.

    `checks` names the rules of `briefgen check` that do not count in this style: `duplicate-item: off`.
    """

    name: str
    label: str = ""
    language: str = Field(default="en-GB", pattern=r"^[a-z]{2}(-[A-Z]{2})?$")
    paper: Literal["A4"] = "A4"
    margins: Margins
    fonts: Fonts
    sizes: Sizes
    colours: Colours
    dates: DateFormat
    checks: dict[str, Off] = Field(default_factory=dict)
    sections: list[Section] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_section_once(self) -> Style:
        names = [section.section for section in self.sections]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"sections given twice: {', '.join(sorted(twice))}")
        if "annex" not in names:
            raise ValueError("the sections lack `annex`, to which every citation leads")
        return self
