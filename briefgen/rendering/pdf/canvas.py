"""A canvas on which nothing is drawn but as part of a structure element or as an artifact: PDF/UA, PDF/A level A."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefgen.rendering.pdf import archival
from briefgen.rendering.pdf.compact import compact
from briefgen.rendering.pdf.measure import Measure
from briefgen.rendering.pdf.right_to_left import ScriptFace
from briefgen.rendering.pdf.structure import Annotation, Element, Marked, StructureTree

rl_config.useA85 = 0  # page contents as bytes, not as letters and digits: a quarter smaller


class TaggingCanvas(Canvas):
    """`tree` takes what is drawn; `links` says by anchor where a link leads, for those who do not see it."""

    measure: Measure  # of whoever lays the pages out
    # Names of reportlab's own that its stubs leave out.
    _doc: Any
    _code: list[str]
    _annotationrefs: list[Any]
    _absRect: Any
    _bookmarkReference: Any
    _addAnnotation: Any

    def __init__(self, *arguments: Any, tree: StructureTree, links: dict[str, str], **named: Any) -> None:
        self._tree, self._links = tree, links
        self._element: Element | None = None
        self._artifacts = 0
        self._link_elements: dict[tuple[Element, int], Element] = {}
        self._owners: list[Element] = []  # of the marked content on this page
        super().__init__(*arguments, **named)
        archival.declare(self._doc, tree)
        self._doc.format = partial(compact, self._doc)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to `element`."""
        before, self._element = self._element, element
        yield
        self._element = before

    def begin_artifact(self, properties: str = "") -> None:
        """From here on all is decoration, or a page head or foot: no screen reader reads it."""
        if not self._artifacts:
            self._code.append(f"/Artifact <<{properties}>> BDC")
        self._artifacts += 1

    def end_artifact(self) -> None:
        """Ends what `begin_artifact` began."""
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """What is drawn meanwhile is an artifact."""
        self.begin_artifact(properties)
        yield
        self.end_artifact()

    def mark(self, element: Element) -> str:
        """The operator that begins content of `element`; EMC ends it."""
        element.kids.append(Marked(self._doc.thisPageRef(), len(self._owners)))
        self._owners.append(element)
        return f"/{element.role} <</MCID {len(self._owners) - 1}>> BDC"

    def link_element(self, within: Element, number: int) -> Element:
        """The element of that link of an element; one for all lines and pages that the link stands on."""
        return self._link_elements.setdefault((within, number), Element("Link", within))

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggingText:
        """A text object of the current element or artifact; drawing text elsewhere is a fault of the program."""
        if not self._artifacts and self._element is None:
            raise RuntimeError("text is drawn outside of any structure element or artifact")
        self._text = TaggingText(self, x, y, None if self._artifacts else self._element)
        return self._text

    def line(self, *arguments: Any, **named: Any) -> None:
        """Draws a line, as decoration."""
        with self.artifact():
            super().line(*arguments, **named)

    def rect(self, *arguments: Any, **named: Any) -> None:
        """Draws a rectangle, as decoration."""
        with self.artifact():
            super().rect(*arguments, **named)

    def bookmarkHorizontal(self, key: str, relativeX: float, relativeY: float, **named: Any) -> None:
        """Marks a place that links lead to, at the page's left edge so that readers do not scroll sideways."""
        _, top = self.absolutePosition(relativeX, relativeY)
        self.bookmarkHorizontalAbsolute(key, top)

    def linkRect(self, contents: str, destinationname: str, Rect: Any = None, *more: Any, **named: Any) -> None:
        """What paragraphs call for each line of a link once its words are drawn."""
        self.link(self._text.linked.pop(0), destinationname, Rect)

    def link(self, element: Element, target: str, rectangle: tuple[float, float, float, float]) -> None:
        """The area of a link, which belongs to `element` like its words."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(self._absRect(rectangle, 1)),
                "Border": PDFArray([0, 0, 0]),
                "Dest": self._bookmarkReference(target),
                "F": 4,  # printed, as archives ask of every annotation
                "Contents": PDFString(self._links[target]),
                "StructParent": self._tree.key(element),
            }
        )
        self._addAnnotation(annotation)
        element.kids.append(Annotation(self._doc.thisPageRef(), self._annotationrefs[-1]))

    def _setAnnotations(self, page: Any) -> None:
        """Called by reportlab for each finished page and form."""
        super()._setAnnotations(page)  # type: ignore[misc]  # the stubs leave private names out
        if isinstance(page, PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            vars(page).update(StructParents=self._tree.key(self._owners), Tabs=PDFName("S"))
            self._owners = []


class TaggingText(PDFTextObject):
    """Notes for each piece of text which element it belongs to, and marks it when the whole is written.

    `owner` is None within an artifact, which is marked as a whole.
    """

    _canvas: TaggingCanvas
    _code: list[str]
    _fontname: str
    _formatText: Callable[[str], str]

    def __init__(self, canvas: TaggingCanvas, x: float, y: float, owner: Element | None) -> None:
        super().__init__(canvas, x, y)
        self._base = self._owner = owner
        self._owned: dict[int, Element] = {}
        self.linked: list[Element] = []  # links whose words are drawn and whose areas are not

    def textOut(self, text: str) -> None:
        """Writes the label of a list item or a paragraph."""
        super().textOut(text)
        self._own()

    def _textOut(self, text: str, TStar: int = 0) -> None:
        """Called by paragraphs for each piece of a line; `TStar` for the last one."""
        if TStar and text and not text.endswith((" ", "-", "/")):
            text += " "  # readers that go by the text alone would join the words of two lines
        font = pdfmetrics.getFont(self._fontname)
        if isinstance(font, ScriptFace):
            written = font.written(text, self._canvas._doc, self._formatText)
            self._code.append(f"{written} T*" if TStar else written)
        else:
            super()._textOut(text, TStar)  # type: ignore[misc]  # the stubs leave private names out
        self._own()

    def setRise(self, rise: float) -> None:
        """Raises what follows, such as the number of a note, or a vowel above its letter.

        In place of reportlab's, which fails where no operator came before and forgets the second of two in a row.
        """
        self._rise = rise
        self._code.append(f"{fp_str(rise)} Ts")

    def _own(self) -> None:
        if self._owner:
            self._owned[len(self._code) - 1] = self._owner

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:
        """Called by paragraphs at the `start` of a link, but after its first words, and at its `end`."""
        if self._base is None:
            return
        if what == "end":
            self._owner = self._base
            return
        # A link that goes on in the next line is one element with two areas.
        self._owner = self._canvas.link_element(self._base, link[0])
        self._owned[max(self._owned)] = self._owner
        self.linked.append(self._owner)

    def getCode(self) -> str:
        """All operators, those that write text between the marks of their elements."""
        marked: list[str] = []
        current: Element | None = None
        for index, operator in enumerate(self._code):
            owner = self._owned.get(index, current)
            if owner and owner is not current:
                if current:
                    marked.append("EMC")
                if self._base and owner is not self._base and owner not in self._base.kids:
                    self._base.kids.append(owner)
                marked.append(self._canvas.mark(owner))
                current = owner
            marked.append(operator)
        self._code = [*marked, "EMC"] if current else marked
        code: str = super().getCode()
        return code
