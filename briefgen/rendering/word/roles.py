"""Roles of the outline -> names of Word styles: the built-in ones where Word has one, so that its own navigation pane,
table of contents and style gallery work."""

from __future__ import annotations

MARKING, KICKER, TITLE, FIELD, BOX = "Marking", "Subtitle", "Title", "Field", "Bottom Line"
HEADINGS = {1: "Heading 1", 2: "Heading 2"}
BODY, BULLET, NUMBERED, QUOTE, ENTRY = "Normal", "List Bullet", "List Number", "Quote", "Cited Sentence"
TABLE, TABLE_HEAD, TABLE_FIGURES_HEAD = "Brief Table", "Table Heading", "Table Figures Heading"
TABLE_TEXT, TABLE_FIGURES = "Table Text", "Table Figures"
STRONG, QUIET, CITATION, LABEL, MARKED = "Strong", "Aside", "Citation", "Label", "Marking Characters"
HEADER, FOOTER = "Header", "Footer"
NOTE, NOTE_NUMBER = "Footnote Text", "Footnote Reference"
COMMENT, COMMENT_NUMBER = "Comment Text", "Comment Reference"

# What the file calls the styles that Word has of its own.
BUILT_IN = {
    BODY: "Normal",
    TITLE: "Title",
    KICKER: "Subtitle",
    HEADINGS[1]: "heading 1",
    HEADINGS[2]: "heading 2",
    BULLET: "List Bullet",
    NUMBERED: "List Number",
    QUOTE: "Quote",
    STRONG: "Strong",
    HEADER: "header",
    FOOTER: "footer",
    NOTE: "footnote text",
    NOTE_NUMBER: "footnote reference",
    COMMENT: "annotation text",
    COMMENT_NUMBER: "annotation reference",
}
# What a letterhead must have, under these names or under those that the house style gives; all others are added to it.
ASKED_OF_A_LETTERHEAD = (TITLE, HEADINGS[1], HEADINGS[2], BULLET)


def style_id(name: str) -> str:
    """The id of a style of ours."""
    return name.replace(" ", "")
