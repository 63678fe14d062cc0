"""`order:` of overrides.yaml: which items of a section, or positions of an issue, come first and in which order."""

from __future__ import annotations

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.briefyaml.reading.shapes import Shape
from briefgen.briefyaml.reading.values import misfit, read_value, unknown
from briefgen.errors import BriefFileError
from briefgen.model.ids import ID, TEXT_KEYS

SECTIONS = tuple(key for key in TEXT_KEYS if key != "positions")


def read_order(node: Node | None) -> dict[str, list[Scalar]]:
    """The ids in their order, by the section or the issue's id; which ids exist is known only in `merge`.

    Raises BriefFileError, with place, for what is no list of ids and for an id that stands twice in one.
    """
    if node is None or (isinstance(node, Scalar) and node.is_left_out):
        return {}
    if not isinstance(node, Mapping):
        raise misfit(node, "order", Shape("mapping"))
    order = {}
    for key, (key_node, value) in node.entries.items():
        if key not in SECTIONS and not ("-" in key and ID.fullmatch(key)):
            valid = [*SECTIONS, "or the id of an issue for its positions"]
            raise unknown("order has no", key, key_node, valid, others="Write one of")
        if not (isinstance(value, Scalar) and value.is_left_out):
            order[key] = _ids(value, key)
    return order


def _ids(node: Node, key: str) -> list[Scalar]:
    read_value(node, key, Shape("texts"))
    ids: dict[str, Scalar] = {}
    for item in node.items if isinstance(node, Sequence) else []:
        if not isinstance(item, Scalar):
            continue
        if item.text in ids:
            what = f"the id {item.text} stands twice in the order of {key}"
            raise BriefFileError(what, "Keep one of them.", item.place)
        ids[item.text] = item
    return list(ids.values())
