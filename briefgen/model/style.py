"""A house style: which sections a brief has, in which order, under which labels, and how its pages look.

The descriptions reach people who write a style: editors show them from `briefgen schema style`.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from briefgen.model.sections import HUMAN_SECTIONS

# What the machine drafts, and what every brief has; all other sections are for humans to write.
MachineSection = Literal[
    "bottom_line",
    "key_points",
    "issues",
    "red_lines",
    "next_steps",
    "quotations",
    "caveats",
    "provenance",
    "standing_text",
    "annex",
]
PdfFace = Literal["Source Serif Pro", "Source Sans Pro"]
Paper = Literal["A4", "Letter"]
PAPER_SIZES: dict[Paper, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # millimetres
DateFormat = Literal["day month year", "month day, year", "year-month-day"]
Colour = Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{6}$", description="red, green, blue in hexadecimal, in quotes")]
SectionKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Off = Literal["off", False]  # YAML takes an unquoted off for false
Points = Annotated[float, Field(ge=6, le=48)]
Millimetres = Annotated[float, Field(ge=10, le=60)]
Bound = Annotated[int, Field(ge=1, le=10_000)]
FieldName = Literal[
    "to",
    "from",
    "through",
    "cc",
    "number",
    "reference",
    "date",
    "as_of",
    "period",
    "next_report",
    "drafter",
    "clearances",
    "contact",
    "version",
    "attachments",
    "sources",
]
BannerPlace = Literal["head", "foot", "body", "properties"]


class StyleModel(BaseModel):
    """Strict base: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Margins(StyleModel):
    """Between the edge of the paper and the text, in millimetres; header and footer stand inside them."""

    top: Millimetres = Field(description="above the text")
    bottom: Millimetres = Field(description="below the text")
    left: Millimetres = Field(description="left of the text")
    right: Millimetres = Field(description="right of the text")


class Typeface(StyleModel):
    """One voice of the document."""

    pdf: PdfFace = Field(description="the face embedded in the PDF")
    word: str = Field(max_length=31, description="the face that Word asks for; Word takes 31 characters")
    alternative: str = Field(max_length=31, description="what Word takes where that is missing")


class Fonts(StyleModel):
    """The two voices of a document."""

    text: Typeface = Field(description="the running text")
    label: Typeface = Field(description="headings, table heads, page heads and citations")


class Sizes(StyleModel):
    """Type sizes in points."""

    title: Points = Field(description="the brief's title")
    heading: Points = Field(description="headings of sections")
    subheading: Points = Field(description="headings of issues")
    text: Points = Field(description="running text")
    table: Points = Field(description="text in tables, and the sentences of the annex")
    small: Points = Field(description="table heads, citations, page heads and feet")


class Colours(StyleModel):
    """The colours of a document."""

    accent: Colour = Field(description="headings and bars")
    quiet: Colour = Field(description="citations and asides")
    rule: Colour = Field(description="lines")
    shade: Colour = Field(description="grounds")


class Banner(StyleModel):
    """Where and how the protective marking is printed; a TLP label follows the rules of TLP 2.0 all the same."""

    places: list[BannerPlace] = Field(default=["head", "foot", "body", "properties"], description="where it is printed")
    align: Literal["left", "centre", "right"] = Field(default="right", description="on which side of the page")
    size: Points = Field(default=12, description="type size in points")
    capitals: bool = Field(default=False, description="whether it is printed in capitals")


class HeaderField(StyleModel):
    """A line above the brief."""

    field: FieldName = Field(description="which field of the brief's header")
    label: str = Field(description="what stands before it")
    required: bool = Field(default=False, description="printed as to be completed where it is empty")


class Column(StyleModel):
    """A column of a section's table."""

    column: str = Field(description="which column")
    label: str = Field(description="its heading")
    width: float = Field(gt=0, le=1000, description="its share of the width in relation to the others")


COLUMNS: dict[str, tuple[Column, ...]] = {
    "issues": (
        Column(column="actor", label="Actor", width=20),
        Column(column="position", label="Position", width=68),
        Column(column="source", label="Source", width=12),
    ),
    "red_lines": (
        Column(column="number", label="No.", width=6),
        Column(column="holder", label="Holder", width=20),
        Column(column="statement", label="Red line", width=46),
        Column(column="kind", label="Kind", width=16),
        Column(column="source", label="Source", width=12),
    ),
    "next_steps": (
        Column(column="number", label="No.", width=6),
        Column(column="action", label="Action", width=41),
        Column(column="owner", label="Owner", width=17),
        Column(column="when", label="When", width=24),
        Column(column="source", label="Source", width=12),
    ),
}


class Limits(StyleModel):
    """What a section may have at most; `briefgen check` and `render` tell when it has more. Nothing is cut."""

    items: Bound | None = Field(default=None, description="points, rows or paragraphs; null for any number")
    words: Bound | None = Field(default=None, description="words; null for any number")
    lines: Bound | None = Field(default=None, description="lines as printed; null for any number")
    pages: float | None = Field(default=None, gt=0, le=1000, description="pages as printed; null for any number")


class PageLimit(StyleModel):
    """How many pages a brief may have."""

    limit: float = Field(gt=0, le=1000, description="pages as printed")
    apart: list[str] = Field(default_factory=lambda: ["annex"], description="sections that do not count")


class Section(StyleModel):
    """A section and the heading it goes under. One that only humans write is left out while it is empty."""

    section: str = Field(description="which section")
    label: str = Field(description="its heading")
    form: Literal["table", "list"] = Field(default="table", description="how issues, red lines and steps are set")
    columns: list[Column] = Field(default_factory=list, description="the columns of its table; none for the usual ones")
    text: list[str] = Field(default_factory=list, description="what standing_text says: the same in every brief")
    required: bool = Field(default=False, description="printed as to be completed where it is empty; check tells")
    starts_page: bool = Field(default=False, description="whether it begins on a page of its own")
    limits: Limits = Field(default_factory=Limits, description="what it may have at most")

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns to print: the style's own or the usual ones; none for a section that is no table."""
        return tuple(self.columns) or COLUMNS.get(self.section, ())

    @model_validator(mode="after")
    def _parts_fit_the_section(self) -> Section:
        known = [column.column for column in COLUMNS.get(self.section, ())]
        for column in self.columns:
            if column.column not in known:
                names = ", ".join(known) or "none, it is not a table"
                raise ValueError(f"section {self.section} has no column {column.column!r}; its columns: {names}")
        if self.text and self.section != "standing_text":
            raise ValueError("only the section standing_text has a text of the style's own")
        return self


class Style(StyleModel):
    """A house style, as a file in `templates/` or of the user's own holds it."""

    name: str = Field(description="what --style calls it", pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    description: str = Field(default="", description="what it is for, in a line")
    label: str = Field(default="", description="printed above the title; not at all when empty")
    language: str = Field(default="en-GB", pattern=r"^[a-z]{2}(-[A-Z]{2})?$", description="of the documents")
    paper: Paper = Field(default="A4", description="the size of the paper")
    margins: Margins = Field(description="between the paper's edge and the text, in millimetres")
    fonts: Fonts = Field(description="the faces")
    sizes: Sizes = Field(description="the type sizes, in points")
    colours: Colours = Field(description="red, green and blue in hexadecimal, in quotes")
    dates: DateFormat = Field(description="how days are written")
    banner: Banner = Field(default_factory=Banner, description="where and how the marking is printed")
    citations: Literal["brackets", "notes"] = Field(
        default="brackets", description="ids in brackets with an annex, or numbered notes (footnotes in Word)"
    )
    numbered: bool = Field(default=False, description="whether the paragraphs that humans write are numbered through")
    mark_analyst: bool = Field(default=False, description="whether what a person wrote is marked as the analyst's")
    letterhead: str | None = Field(default=None, description="a .docx whose headers, footers and styles Word takes")
    letterhead_styles: dict[str, str] = Field(
        default_factory=dict, description="which style of the letterhead stands for one of ours: Title: Report Title"
    )
    pages: PageLimit | None = Field(default=None, description="how many pages a brief may have; null for any number")
    paragraph_lines: Bound | None = Field(
        default=None, description="how many printed lines a paragraph may have; null for any number"
    )
    checks: dict[str, Off] = Field(default_factory=dict, description="rules of `briefgen check` that do not count")
    fields: list[HeaderField] = Field(
        default_factory=lambda: [HeaderField(field=name, label=label) for name, label in _FIELDS],
        description="the lines above the brief, in order; empty ones are left out",
    )
    own_sections: dict[SectionKey, str] = Field(
        default_factory=dict, description="further sections that only humans write, each with what it is for"
    )
    sections: list[Section] = Field(min_length=1, description="the sections in order")

    @property
    def human_sections(self) -> dict[str, str]:
        """The keys that `sections:` of overrides.yaml may have in this style, each with what it is for."""
        return {**HUMAN_SECTIONS, **self.own_sections}

    @property
    def known_sections(self) -> tuple[str, ...]:
        """Every section that this style may print."""
        return (*get_args(MachineSection), *self.human_sections)

    @model_validator(mode="after")
    def _sections_fit_together(self) -> Style:
        names = [section.section for section in self.sections]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"sections given twice: {', '.join(sorted(twice))}")
        if taken := sorted({*get_args(MachineSection)} & {*self.own_sections}):
            raise ValueError(f"own_sections holds what the engine writes: {', '.join(taken)}; choose other keys")
        if "annex" not in names:
            raise ValueError("the sections lack `annex`, to which every citation leads")
        return self


_FIELDS: tuple[tuple[FieldName, str], ...] = (
    ("to", "To"),
    ("from", "From"),
    ("reference", "Reference"),
    ("date", "Date"),
    ("sources", "Source"),
)
