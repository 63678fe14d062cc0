"""What `styles.xml` and `fontTable.xml` of a Word document say for a house style."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from briefgen.model.style import PAPER_SIZES, Style, Typeface
from briefgen.rendering.word import roles
from briefgen.rendering.word.ooxml import NAMESPACE, twips
from briefgen.rendering.word.roles import style_id

FIELD_INDENT = 27.0  # millimetres, as all of these
ENTRY_INDENT = 14.0
BULLET_INDENT = 5.0
NUMBER_INDENT = 9.0


def styles_xml(style: Style) -> str:
    """The style sheet."""
    write = _Writer(style)
    sheet = [write.defaults(), _BASE_STYLES]
    sheet += write.body_styles() + write.block_styles() + write.table_styles() + write.character_styles()
    return f"<w:styles {NAMESPACE}>{''.join(sheet)}</w:styles>"


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


def face_xml(face: Typeface) -> str:
    """The face for all scripts."""
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
        self._label = face_xml(style.fonts.label)
        self._small = _size(style.sizes.small)
        self._accent = _colour(style.colours.accent)
        self._quiet = _colour(style.colours.quiet)

    def defaults(self) -> str:
        style = self._style
        language = f'<w:lang w:val="{style.language}" w:eastAsia="{style.language}" w:bidi="ar-SA"/>'
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{face_xml(style.fonts.text)}{_size(style.sizes.text)}{language}"
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
            self._paragraph(roles.BODY),
            self._paragraph(
                roles.TITLE, f"{keep}{rule}{_spacing(0, 9, 1.0)}", f"{_BOLD}{self._accent}{_size(sizes.title)}"
            ),
            self._paragraph(
                roles.KICKER, f"{keep}{_spacing(0, 3)}", f"{self._label}{_BOLD}{self._quiet}{_size(sizes.text)}"
            ),
            self._paragraph(
                roles.HEADINGS[1],
                f'{keep}{_spacing(15, 5, 1.0)}<w:outlineLvl w:val="0"/>',
                f"{heading}{_size(sizes.heading)}",
            ),
            self._paragraph(
                roles.HEADINGS[2],
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
            self._paragraph(roles.MARKING, _spacing(0, 6), f"{self._label}{_BOLD}{self._accent}"),
            self._paragraph(roles.FIELD, f"{_spacing(0, 1.5)}{_hanging(FIELD_INDENT)}", follow=roles.FIELD),
            self._paragraph(roles.BOX, box, _size(sizes.text + 1)),
            self._paragraph(roles.BULLET, f"{number}{_spacing(0, 3.5)}", follow=roles.BULLET),
            self._paragraph(roles.NUMBERED, f"{_spacing(0, 6)}{_hanging(NUMBER_INDENT)}", follow=roles.NUMBERED),
            self._paragraph(roles.NOTE, _spacing(0, 2, 1.0), _size(sizes.small), follow=roles.NOTE),
            self._paragraph(roles.COMMENT, _spacing(0, 2, 1.0), self._small, follow=roles.COMMENT),
            self._paragraph(
                roles.QUOTE, f'<w:keepLines/>{bar}{_spacing(0, 7)}<w:ind w:left="{twips(4.5)}"/>', follow=roles.QUOTE
            ),
            self._paragraph(
                roles.ENTRY,
                f"<w:keepLines/>{_spacing(0, 3)}{_hanging(ENTRY_INDENT)}",
                _size(sizes.table),
                follow=roles.ENTRY,
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
            self._paragraph(roles.TABLE_TEXT, text, _size(sizes.table), follow=roles.TABLE_TEXT),
            self._paragraph(
                roles.TABLE_FIGURES, '<w:jc w:val="right"/>', based=roles.TABLE_TEXT, follow=roles.TABLE_FIGURES
            ),
            self._paragraph(
                roles.TABLE_HEAD,
                f"<w:keepNext/>{text}",
                f"{self._label}{_BOLD}{self._accent}{self._small}",
                follow=roles.TABLE_HEAD,
            ),
            self._paragraph(
                roles.TABLE_FIGURES_HEAD,
                '<w:jc w:val="right"/>',
                based=roles.TABLE_HEAD,
                follow=roles.TABLE_FIGURES_HEAD,
            ),
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
            self._character(roles.STRONG, _BOLD),
            self._character(roles.QUIET, self._quiet),
            self._character(
                roles.CITATION, citation.replace("<w:color", '<w:b w:val="0"/><w:bCs w:val="0"/><w:color', 1)
            ),
            self._character(roles.MARKED, f"{self._label}{_BOLD}{self._accent}"),
            self._character(roles.NOTE_NUMBER, '<w:vertAlign w:val="superscript"/>'),
            self._character(roles.COMMENT_NUMBER, self._small),
            self._character(roles.LABEL, f"{self._label}{_BOLD}{self._accent}{self._small}"),
        ]

    def _paragraph(
        self, name: str, p: str = "", r: str = "", *, based: str = roles.BODY, follow: str = roles.BODY
    ) -> str:
        inherits = f'<w:basedOn w:val="{style_id(based)}"/>' if name != roles.BODY else ""
        return (
            f'<w:style w:type="paragraph" {_kind(name)} w:styleId="{style_id(name)}">'
            f'<w:name w:val="{roles.BUILT_IN.get(name, name)}"/>{inherits}'
            f'<w:next w:val="{style_id(follow)}"/><w:qFormat/>'
            f"<w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
        )

    def _character(self, name: str, r: str) -> str:
        return (
            f'<w:style w:type="character" {_kind(name)} w:styleId="{style_id(name)}">'
            f'<w:name w:val="{roles.BUILT_IN.get(name, name)}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
            f"<w:rPr>{r}</w:rPr></w:style>"
        )


def _kind(name: str) -> str:
    if name == roles.BODY:
        return 'w:default="1"'
    return "" if name in roles.BUILT_IN else 'w:customStyle="1"'
