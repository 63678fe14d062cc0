"""`basis.yaml` <-> Basis: the machine's memory of what each edit in overrides.yaml rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from briefgen.briefyaml.merging.targets import BOTTOM_LINE, TITLE, Key
from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, parse
from briefgen.briefyaml.reading.order import SECTIONS
from briefgen.briefyaml.reading.shapes import slots
from briefgen.briefyaml.writing.dump import dump_plain
from briefgen.errors import BriefFileError, Place
from briefgen.model.brief import Brief, Issue, Model, Statement, Summary
from briefgen.model.merged import Basis, Ground

_HEAD = """\
# briefgen's memory of what the draft said where overrides.yaml changes it. Leave it as it is: without it, edits of
# lines that a later version of the article no longer has cannot be kept.
"""


class _Title(Model):
    text: str


_FORMS: dict[str, type[Model]] = {
    **{section: slots(Summary if section == "key_points" else Brief)[section].shape.of for section in SECTIONS},
    "positions": slots(Issue)["positions"].shape.of,
    TITLE[0]: _Title,
    BOTTOM_LINE[0]: Statement,
}


class _Entry(Model):
    section: str
    id: str
    edit: str = ""
    draft: dict[str, Any] = Field(default_factory=dict)
    sentences: dict[str, str] = Field(default_factory=dict)
    cited: dict[str, str] = Field(default_factory=dict)


class _File(Model):
    schema_: Literal["briefgen-basis/1"] = Field(default="briefgen-basis/1", alias="schema")
    grounds: list[_Entry]


def dump_basis(basis: Basis) -> str:
    """The text of `basis.yaml`, by section and id, so that the same edits give the same bytes."""
    entries = []
    for (section, identity), ground in sorted(basis.grounds.items()):
        parts = {"edit": ground.edit, "draft": ground.item, "sentences": ground.sentences, "cited": ground.cited}
        said = {key: dict(part) if isinstance(part, dict) else part for key, part in parts.items() if part}
        entries.append({"section": section, "id": identity, **said})
    return _HEAD + dump_plain({"schema": "briefgen-basis/1", "grounds": entries})


def load_basis(text: str, file: Path) -> Basis:
    """The basis in the text of a `basis.yaml`; `file` is named in messages and not read.

    Raises BriefFileError when it is not what `dump_basis` writes: damaged, or changed by hand.
    """
    hint = "Take the file from a backup, or delete it: the edits then rest on the draft as it is now."
    try:
        root = parse(text, file)
        if not isinstance(root, Mapping):
            raise BriefFileError("it has no keys", place=Place(file, 1, 1))
        entries = _File.model_validate(_plain(root)).grounds
        return Basis({_key(entry): _ground(entry) for entry in entries})
    except BriefFileError as error:
        raise BriefFileError(f"briefgen's memory of your edits is damaged: {error.what}", hint) from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        what = f"{file}: briefgen's memory of your edits is damaged ({where}: {error.errors()[0]['msg']})"
        raise BriefFileError(what, hint, Place(file, 1, 1)) from None


def _key(entry: _Entry) -> Key:
    return entry.section, entry.id


def _ground(entry: _Entry) -> Ground:
    item = entry.draft
    if item:
        form = _FORMS.get(entry.section, _Title)
        item = form.model_validate(item).model_dump(by_alias=True, exclude={"positions"})
    return Ground(item, entry.sentences, entry.cited, entry.edit)


def _plain(node: Node) -> Any:
    """A tree of nodes as texts, lists and mappings; the models give each text its type."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, (_, value) in node.entries.items()}
    return [_plain(item) for item in node.items]
