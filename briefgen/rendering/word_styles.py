"""What `styles.xml`, `numbering.xml` and `fontTable.xml` of a Word document say for a house style."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from briefgen.model.style import PAPER_SIZES, Style, Typeface
from briefgen.rendering.ooxml import NAMESPACE, twips

# Roles of the outline -> names of Word styles: the built-in ones where Word has one, so that its own
# navigation pane, table of contents and style gallery work.
MARKING, KICKER, TITLE, FIELD, BOX = "Marking", "Subtitle", "Title", "Field", "Bottom Line"
HEADINGS = {1: "Heading 1", 2: "Heading 2"}
BODY, BULLET, QUOTE, ENTRY = "Normal", "List Bullet", "Quote", "Cited Sentence"
TABLE, TABLE_HEAD, TABLE_FIGURES_HEAD = "Brief Table", "Table Heading", "Table Figures Heading"
TABLE_TEXT, TABLE_FIGURES = "Table Text", "Table Figures"
STRONG, QUIET, CITATION, LABEL = "Strong", "Aside", "Citation", "Label"

FIELD_INDENT = 27.0  # millimetres, as all of these
ENTRY_INDENT = 14.0
BULLET_INDENT = 5.0


def styles_xml(style: Style) -> str:
    """The style sheet."""
    write = _Writer(style)
    sheet = [write.defaults(), _BASE_STYLES]
    sheet += write.body_styles() + write.block_styles() + write.table_styles() + write.character_styles()
    return f"<w:styles {NAMESPACE}>{''.join(sheet)}</w:styles>"


def numbering_xml(style: Style) -> str:
    """The bullets of `List Bullet`."""
    indent = twips(BULLET_INDENT)
    return (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr>{_face(style.fonts.label)}<w:color w:val="{style.colours.accent}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def font_table_xml(style: Style) -> str:
    """The faces, each with the one to take where it is missing."""
    faces = {face.word: face for face in (style.fonts.text, style.fonts.label)}
    families = {"Source Serif Pro": "roman", "Source Sans Pro": "swiss"}
    entries = [
        f"<w:font w:name={quoteattr(face.word)}><w:altName w:val={quoteattr(face.alternative)}/>"
        f'<w:charset w:val="00"/><w:family w:val="{families[face.pdf]}"/><w:pitch w:val="variable"/></w:font>'
        for face in faces.values()
    ]
    return f"<w:fonts {NAMESPACE}>{''.join(entries)}</w:fonts>"


_BASE_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "List Bullet": "List Bullet",
    "Quote": "Quote",
    "Strong": "Strong",
    "Header": "header",
    "Footer": "footer",
}


def _face(face: Typeface) -> str:
    name = quoteattr(face.word)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _spacing(before: float, after: float, line: float | None = None) -> str:
    """Points above and below; `line` as a multiple of a line, None: as the paragraph's base style has it."""
    height = f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def _hanging(millimetres: float) -> str:
    return f'<w:ind w:left="{twips(millimetres)}" w:hanging="{twips(millimetres)}"/>'


def _edge(side: str, eighths: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


_BOLD = "<w:b/><w:bCs/>"


class _Writer:
    """Writes style definitions; the children of each stand in the order that the schema asks for."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._label = _face(style.fonts.label)
        self._small = _size(style.sizes.small)
        self._accent = _colour(style.colours.accent)
        self._quiet = _colour(style.colours.quiet)

    def defaults(self) -> str:
        style = self._style
        language = f'<w:lang w:val="{style.language}" w:eastAsia="{style.language}" w:bidi="ar-SA"/>'
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{_face(style.fonts.text)}{_size(style.sizes.text)}{language}"
            f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{_spacing(0, 6, 1.12)}</w:pPr>"
            "</w:pPrDefault></w:docDefaults>"
        )

    def body_styles(self) -> list[str]:
        sizes, colours = self._style.sizes, self._style.colours
        rule = f"<w:pBdr>{_edge('bottom', 6, 7, colours.accent)}</w:pBdr>"
        heading = f"{self._label}{_BOLD}{self._accent}"
        text_width = twips(PAPER_SIZES[self._style.paper][0] - self._style.margins.left - self._style.margins.right)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>{_spacing(0, 0, 1.0)}'
        page_line = f"{self._label}{self._small}"
        keep = "<w:keepNext/><w:keepLines/>"
        return [
            self._paragraph(BODY),
            self._paragraph(TITLE, f"{keep}{rule}{_spacing(0, 9, 1.0)}", f"{_BOLD}{self._accent}{_size(sizes.title)}"),
            self._paragraph(KICKER, f"{keep}{_spacing(0, 3)}", f"{self._label}{_BOLD}{self._quiet}{_size(sizes.text)}"),
            self._paragraph(
                HEADINGS[1],
                f'{keep}{_spacing(15, 5, 1.0)}<w:outlineLvl w:val="0"/>',
                f"{heading}{_size(sizes.heading)}",
            ),
            self._paragraph(
                HEADINGS[2],
                f'{keep}{_spacing(9, 4, 1.0)}<w:outlineLvl w:val="1"/>',
                f"{heading}{_size(sizes.subheading)}",
            ),
            self._paragraph("Header", tabs, page_line, follow="Header"),
            self._paragraph("Footer", tabs, page_line, follow="Footer"),
        ]

    def block_styles(self) -> list[str]:
        sizes, colours = self._style.sizes, self._style.colours
        # The shade reaches as far as the borders, so borders in its colour give the text room.
        edges = [_edge("top", 4, 6, colours.shade), _edge("left", 24, 8, colours.accent)]
        edges += [_edge("bottom", 4, 6, colours.shade), _edge("right", 4, 8, colours.shade)]
        box = (
            f'<w:keepLines/><w:pBdr>{"".join(edges)}</w:pBdr><w:shd w:val="clear" w:color="auto" '
            f'w:fill="{colours.shade}"/>{_spacing(4, 10)}<w:ind w:left="{twips(3.6)}" w:right="{twips(3)}"/>'
        )
        bar = f"<w:pBdr>{_edge('left', 12, 9, colours.rule)}</w:pBdr>"
        number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
        return [
            self._paragraph(MARKING, _spacing(0, 6), f"{self._label}{_BOLD}{self._accent}"),
            self._paragraph(FIELD, f"{_spacing(0, 1.5)}{_hanging(FIELD_INDENT)}", follow=FIELD),
            self._paragraph(BOX, box, _size(sizes.text + 1)),
            self._paragraph(BULLET, f"{number}{_spacing(0, 3.5)}", follow=BULLET),
            self._paragraph(QUOTE, f'<w:keepLines/>{bar}{_spacing(0, 7)}<w:ind w:left="{twips(4.5)}"/>', follow=QUOTE),
            self._paragraph(
                ENTRY, f"<w:keepLines/>{_spacing(0, 3)}{_hanging(ENTRY_INDENT)}", _size(sizes.table), follow=ENTRY
            ),
        ]

    def table_styles(self) -> list[str]:
        sizes, colours = self._style.sizes, self._style.colours
        line = _edge("bottom", 4, 0, colours.rule) + _edge("insideH", 4, 0, colours.rule)
        margins = "".join(
            f'<w:{side} w:w="{width}" w:type="dxa"/>'
            for side, width in (("top", 50), ("left", 80), ("bottom", 40), ("right", 80))
        )
        text = f"{_spacing(0, 1, 1.05)}"
        return [
            self._paragraph(TABLE_TEXT, text, _size(sizes.table), follow=TABLE_TEXT),
            self._paragraph(TABLE_FIGURES, '<w:jc w:val="right"/>', based=TABLE_TEXT, follow=TABLE_FIGURES),
            self._paragraph(
                TABLE_HEAD,
                f"<w:keepNext/>{text}",
                f"{self._label}{_BOLD}{self._accent}{self._small}",
                follow=TABLE_HEAD,
            ),
            self._paragraph(TABLE_FIGURES_HEAD, '<w:jc w:val="right"/>', based=TABLE_HEAD, follow=TABLE_FIGURES_HEAD),
            '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{line}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f"<w:tcBorders>{_edge('bottom', 6, 0, colours.accent)}</w:tcBorders>"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.shade}"/></w:tcPr></w:tblStylePr></w:style>',
        ]

    def character_styles(self) -> list[str]:
        citation = f"{self._label}{self._quiet}{_size(self._style.sizes.small)}"
        return [
            self._character(STRONG, _BOLD),
            self._character(QUIET, self._quiet),
            self._character(CITATION, citation.replace("<w:color", '<w:b w:val="0"/><w:bCs w:val="0"/><w:color', 1)),
            self._character(LABEL, f"{self._label}{_BOLD}{self._accent}{self._small}"),
        ]

    def _paragraph(self, name: str, p: str = "", r: str = "", *, based: str = BODY, follow: str = BODY) -> str:
        inherits = f'<w:basedOn w:val="{_id(based)}"/>' if name != BODY else ""
        return (
            f'<w:style w:type="paragraph" {_kind(name)} w:styleId="{_id(name)}">'
            f'<w:name w:val="{_BUILT_IN.get(name, name)}"/>{inherits}<w:next w:val="{_id(follow)}"/><w:qFormat/>'
            f"<w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
        )

    def _character(self, name: str, r: str) -> str:
        return (
            f'<w:style w:type="character" {_kind(name)} w:styleId="{_id(name)}">'
            f'<w:name w:val="{_BUILT_IN.get(name, name)}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
            f"<w:rPr>{r}</w:rPr></w:style>"
        )


def _id(name: str) -> str:
    return name.replace(" ", "")


def _kind(name: str) -> str:
    if name == BODY:
        return 'w:default="1"'
    return "" if name in _BUILT_IN else 'w:customStyle="1"'
