"""The theme of a Word document: the faces and colours that Word offers to whoever goes on writing in it."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from briefgen.model.style import Style

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
# The schema asks for three fills, lines, effects and background fills; the plainest there are.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(style: Style) -> str:
    """Headings in the style's `label` face, text in its `text` face, accents from its colours."""
    colours = style.colours
    accents = {f"accent{number}": colours.accent if number % 2 else colours.quiet for number in range(1, 7)}
    scheme = {"dk1": "000000", "lt1": "FFFFFF", "dk2": colours.accent, "lt2": colours.shade}
    scheme |= accents | {"hlink": colours.quiet, "folHlink": colours.quiet}
    palette = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in scheme.items())
    faces = _faces("major", style.fonts.label.word) + _faces("minor", style.fonts.text.word)
    return (
        f'<a:theme xmlns:a="{_NAMESPACE}" name={quoteattr(style.name)}><a:themeElements>'
        f'<a:clrScheme name="briefgen">{palette}</a:clrScheme><a:fontScheme name="briefgen">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="briefgen"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _faces(kind: str, face: str) -> str:
    return f'<a:{kind}Font><a:latin typeface={quoteattr(face)}/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
