"""Reads the structure tree of a finished .pdf: what a screen reader meets, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ContentStream

from .readback import bare


@dataclass
class Node:
    """An element of the structure: its role, its dictionary, and its text and kids in order."""

    role: str
    entries: Any
    kids: list[Node | str] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)  # annotations

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *roles: str) -> list[Node]:
        """The elements with one of the roles beneath it, in reading order."""
        return [node for node in self.walk() if node.role in roles]

    def walk(self) -> Iterator[Node]:
        """The element and all beneath it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


def structure(reader: pypdf.PdfReader) -> Node:
    """The Document element."""
    pages = {page.indirect_reference.idnum: marked_text(page) for page in reader.pages if page.indirect_reference}
    return _node(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object(), pages)


def _node(entries: Any, pages: dict[int, dict[int, str]]) -> Node:
    node = Node(entries["/S"][1:], entries)
    for kid in entries.get("/K", []):
        kid = kid.get_object()
        if isinstance(kid, int):
            node.kids.append(pages[entries.raw_get("/Pg").idnum][kid])
        elif kid.get("/Type") == "/MCR":
            node.kids.append(pages[kid.raw_get("/Pg").idnum][kid["/MCID"]])
        elif kid.get("/Type") == "/OBJR":
            node.links.append(kid["/Obj"].get_object())
        else:
            node.kids.append(_node(kid, pages))
    return node


def marked_text(page: pypdf.PageObject) -> dict[int, str]:
    """The text of each piece of marked content, by its number; text that stands outside of any is an error."""
    meanings = {name: _meanings(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    found: dict[int, str] = {}
    open_: list[tuple[str, Any]] = []
    font = ""
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"BDC":
            open_.append((operands[0], operands[1]))
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            font = operands[0]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            text = "".join(meanings[font][code] for part in shown if hasattr(part, "original_bytes")
                           for code in part.original_bytes)  # fmt: skip
            roles = [role for role, _ in open_]
            assert roles, f"{text!r} stands outside of the structure"
            number = next((entries["/MCID"] for _, entries in open_ if "/MCID" in entries), None)
            assert (number is None) == ("/Artifact" in roles)
            if number is not None:
                found[number] = found.get(number, "") + text
    return found


def _meanings(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    if "/ToUnicode" not in font:
        return {}
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-Fa-f]+)>", font["/ToUnicode"].get_data().decode())
    return {int(code, 16): bytes.fromhex(meaning).decode("utf-16-be") for code, meaning in pairs[1:]}


def structure_lines(node: Node) -> list[str]:
    """What is read, line by line, cell by cell; without bullets, which stand for nothing but themselves."""
    lines: list[str] = []
    for kid in node.kids:
        assert isinstance(kid, Node), kid
        if kid.role == "TD" and not kid.all("P"):
            lines.append(bare(kid.text))
        elif kid.role in ("P", "LI", "TH") or re.fullmatch("H[1-6]", kid.role):
            lines.append(bare(kid.text).removeprefix("•"))
        else:
            lines += structure_lines(kid)
    return lines
