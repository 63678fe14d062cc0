"""Random hand edits of a brief, and random layouts of overrides, for the property tests of `capture`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence, parse
from briefgen.briefyaml.writing.dump import dump_flow, dump_plain
from briefgen.model import brief as model

from .strategies import CHANGES, days, maybe_text, texts

FILE = Path("overrides.yaml")
SECTIONS = [section for section in CHANGES if section != "positions"]
NEW = {
    "issues": lambda text: model.Issue(id="?", title=text),
    "positions": lambda text: model.Position(id="?", actor=text, text=text),
    "red_lines": lambda text: model.RedLine(
        id="?", holder=text, statement=text, kind="demand", confidence="low", trigger=text
    ),
    "next_steps": lambda text: model.NextStep(id="?", action=text, owners=[text], status="pledged", confidence="high"),
    "quotes": lambda text: model.Quote(id="?", text=text),
    "actors": lambda text: model.BriefActor(id="?", name=text, mentions=7),
    "caveats": lambda text: model.Caveat(id="?", text=text),
}
DUE = st.builds(model.DueDate, text=texts, earliest=st.none() | days, latest=st.none() | days)
SECTION_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "background": texts,
        "lines_to_take": st.lists(texts, min_size=1, max_size=2),
        "options": st.lists(st.fixed_dictionaries({"title": texts}, optional={"text": texts}), min_size=1, max_size=2),
    },
)


@st.composite
def edited_by_hand(draw: st.DrawFn, brief: model.Brief, moves: bool = True) -> model.Brief:
    """The brief with values changed, items removed, added (ids `own-...`) and moved."""
    numbers = iter(range(1000))

    def items(section: str, old: list[Any]) -> list[Any]:
        kept = []
        for item in old:
            match draw(st.integers(0, 3)):
                case 0:
                    continue
                case 1:
                    item = item.model_copy(update=draw(st.fixed_dictionaries({}, optional=CHANGES[section])))
            if section == "issues":
                item = item.model_copy(update={"positions": items("positions", item.positions)})
            kept.append(item)
        if moves and draw(st.booleans()):
            kept = list(draw(st.permutations(kept)))
        for text in draw(st.lists(texts, max_size=2)):
            new = NEW[section](text).model_copy(update={"id": f"own-x{next(numbers)}"})
            if section == "issues":
                new = new.model_copy(update={"positions": items("positions", [])})
            kept.insert(draw(st.integers(0, len(kept))), new)
        return kept

    changes = draw(st.fixed_dictionaries({}, optional={"title": texts, "date": days, "marking": texts}))
    changes |= {section: items(section, getattr(brief, section)) for section in SECTIONS}
    if draw(st.booleans()):
        changes["header"] = brief.header.model_copy(
            update=draw(st.fixed_dictionaries({}, optional={"to": maybe_text, "from_": maybe_text}))
        )
    if draw(st.booleans()):
        line = draw(st.none() | st.builds(model.Statement, text=texts))
        changes["summary"] = brief.summary.model_copy(update={"bottom_line": line})
    changes["next_steps"] = [
        step.model_copy(update={"due": draw(st.none() | DUE)}) if draw(st.booleans()) else step
        for step in changes["next_steps"]
    ]
    edited = brief.model_copy(update=changes)
    return model.Brief.model_validate(edited.model_dump(by_alias=True) | {"sections": draw(SECTION_VALUES)})


@st.composite
def laid_out(draw: st.DrawFn, edits: dict[str, Any]) -> str:
    """Overrides as somebody may have laid them out: in block style or brackets, with comments numbered #c0 upwards at
    the ends of lines and between them, with either end of lines, with or without a byte order mark and a last one."""
    parts = []
    for key, value in edits.items():
        in_block = dump_plain({key: value, "end": ""}).removesuffix('end: ""\n')
        parts.append(f"{key}: {dump_flow(value)}\n" if draw(st.booleans()) else in_block)
    if edits and draw(st.integers(0, 9)) == 0:
        parts = [dump_flow(edits) + "\n"]
    text = _commented("".join(parts), draw(st.randoms(use_true_random=False)))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    if draw(st.booleans()) and not re.search(r"[|>][-+0-9]*\s", text):
        text = text.rstrip("\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text


def _commented(text: str, random: Any) -> str:
    """The text with comments where they are comments: not in texts of several lines, nor right below such a block."""
    if re.search("[\x85\u2028]", text):
        return text
    spans = list(_scalars(parse(text, FILE)))
    lines, at, number = [], 0, 0
    for line in text.splitlines(keepends=True):
        end = at + len(line) - 1
        block = any(start <= end and at <= stop and text[start] in "|>" for start, stop in spans if start < stop)
        lines.append(line)
        if not block and random.random() < 0.4:
            if random.random() < 0.5:
                lines[-1] = f"{line[:-1]} #c{number}\n"
            else:
                lines.append(f"{' ' * random.randrange(5)}#c{number}\n")
            number += 1
        at += len(line)
    return "".join(lines)


def _scalars(node: Node | None) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start, node.end
    elif isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield from _scalars(key)
            yield from _scalars(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
