"""The structure tree: what a screen reader reads, in which order, and as what. ISO 32000-1, 14.7."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference


class Marked(NamedTuple):
    """A piece of a page's content, by the number that marks it there."""

    page: PDFObjectReference
    number: int


class Annotation(NamedTuple):
    """An annotation of a page, such as the area of a link."""

    page: PDFObjectReference
    annotation: PDFObjectReference


class Element(PDFObject):
    """A structure element: a standard role such as P or TD, and what it holds in reading order.

    `attributes` are further entries of its dictionary as PDF source.
    """

    __RefOnly__ = 1  # reportlab writes it as an object of its own and refers to it

    def __init__(self, role: str, parent: PDFObject, attributes: str = "") -> None:
        self.role, self.parent, self.attributes = role, parent, attributes
        self.kids: list[Element | Marked | Annotation] = []

    def add(self, role: str, attributes: str = "") -> Element:
        """A new element, the last within this one."""
        element = Element(role, self, attributes)
        self.kids.append(element)
        return element

    def format(self, document: Any) -> bytes:
        """The element as PDF source."""
        page = next((kid.page for kid in self.kids if isinstance(kid, Marked)), None)
        kids = b" ".join(_kid(kid, page, document) for kid in self.kids)
        own_page = b"/Pg " + page.format(document) if page else b""
        head = f"/S/{self.role}{self.attributes}".encode("ascii")
        return b"<<%s/P %s%s/K[%s]>>" % (head, _reference(self.parent, document), own_page, kids)


class StructureTree(PDFObject):
    """The root. `document` is the element that holds all others."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.document = Element("Document", self)
        self._owners: list[Element | list[Element]] = []

    def key(self, owner: Element | list[Element]) -> int:
        """The key under which a page finds the elements of its marked content, or an annotation its element."""
        self._owners.append(owner)
        return len(self._owners) - 1

    def format(self, document: Any) -> bytes:
        """The root as PDF source."""
        owners = b"\n".join(b"%d %s" % (key, _owner(owner, document)) for key, owner in enumerate(self._owners))
        return b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            _reference(self.document, document),
            owners,
            len(self._owners),
        )


def _kid(kid: Element | Marked | Annotation, page: PDFObjectReference | None, document: Any) -> bytes:
    if isinstance(kid, Element):
        return _reference(kid, document)
    if isinstance(kid, Annotation):
        return b"<</Type/OBJR/Pg %s/Obj %s>>" % (kid.page.format(document), kid.annotation.format(document))
    if kid.page is page:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %s/MCID %d>>" % (kid.page.format(document), kid.number)


def _owner(owner: Element | list[Element], document: Any) -> bytes:
    if isinstance(owner, Element):
        return _reference(owner, document)
    return b"[%s]" % b" ".join(_reference(element, document) for element in owner)


def _reference(element: PDFObject, document: Any) -> bytes:
    written: bytes = document.Reference(element).format(document)
    return written
