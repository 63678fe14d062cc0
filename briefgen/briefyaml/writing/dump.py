"""Brief -> `brief.yaml`: block style, a key a line, nothing folded, nothing quoted or escaped without need."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml

from briefgen.briefyaml.reading.quoting import NEEDS_ESCAPES, UNHOLDABLE, quoted
from briefgen.model.brief import Brief
from briefgen.model.sections import SectionValue

MODELINE = "# yaml-language-server: $schema=.briefgen/brief.schema.json\n"

_ALWAYS = ("to", "from", "reference")  # lines of the header that most briefs have
# Texts that YAML 1.2, which editors speak, would take for a number (1e3); PyYAML speaks 1.1 and would not quote them.
_NUMBER_IN_YAML_1_2 = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")


def dump(brief: Brief) -> str:
    """The text of `brief.yaml`, its modeline first; `load` gives back an equal brief, and `dump` of that the same text.

    Of `given`, `sections` and the rarer lines of `header`, only what is given is written. What no document can hold
    (control characters but tab, newline and carriage return, and lone surrogates), and `load` would refuse, becomes
    U+FFFD.
    """
    data = brief.model_dump(by_alias=True)
    data["given"] = {key: value for key, value in data["given"].items() if value is not None}
    data["header"] = {key: value for key, value in data["header"].items() if value is not None or key in _ALWAYS}
    if not data.pop("sections"):
        return MODELINE + dump_plain(data)
    evidence = data.pop("evidence")
    return MODELINE + dump_plain({**data, "sections": _sections(brief), "evidence": evidence})


def _sections(brief: Brief) -> dict[str, Any]:
    return {key: _section(value) for key, value in brief.sections.items()}


def _section(value: SectionValue) -> Any:
    if isinstance(value, str):
        return value
    return [entry if isinstance(entry, str) else entry.model_dump(exclude_defaults=True) for entry in value]


def dump_plain(data: dict[str, Any]) -> str:
    """Mappings, lists, texts, whole numbers, dates and None as YAML in the layout of `brief.yaml`."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return text


def dump_flow(value: Any) -> str:
    """Such a value in flow style, on one line and fit to stand among others in brackets."""
    text: str = yaml.dump(
        {"k": value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize, default_flow_style=True
    )
    return text.removeprefix("{k: ").removesuffix("}\n")


class _Dumper(yaml.SafeDumper):
    """PyYAML's own, with the quotes people know and without its escapes for emoji."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        text = getattr(self.event, "value", "")
        return '"' if style == "'" and '"' not in text and "\\" not in text else style

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        self.write_indicator(quoted(text), True)


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    text = UNHOLDABLE.sub("\ufffd", text)
    style = None
    if NEEDS_ESCAPES.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif _NUMBER_IN_YAML_1_2.fullmatch(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _represent_list(dumper: _Dumper, items: list[Any]) -> yaml.SequenceNode:
    flow = all(isinstance(item, str) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
