"""A brief of 2,000 items with 100 edits: what a check does besides laying out the pages, and what reading it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefgen.briefyaml import dump, load, load_overrides, merge, places
from briefgen.checking import Subject, YamlFile, check
from briefgen.model.brief import Brief, BriefActor, NextStep, RedLine
from briefgen.rendering import load_style

ITEMS = 2000
BRIEF, OVERRIDES = Path("brief.yaml"), Path("overrides.yaml")


def merging_and_loading(owner: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """To merge and check the brief, and to load it. An `owner` of its steps whom it does not name is a finding each."""
    brief = _brief(owner)
    text = dump(brief)
    edits = "red_lines:\n" + "".join(f"- id: red-{n}\n  holder: Westmark\n" for n in range(0, ITEMS, 20))
    style = load_style("info-memo")

    def merge_and_check() -> None:
        overrides = load_overrides(edits, OVERRIDES)
        merged = merge(brief, overrides, sentences=brief.evidence)
        files = (
            YamlFile(OVERRIDES, edits, partial(places, edits, OVERRIDES, overrides)),
            YamlFile(BRIEF, text, partial(places, text, BRIEF)),
        )
        found = check(Subject(merged, brief.evidence, style), files)
        if {finding.rule for finding in found} != {"over-limit", *(["unknown-actor"] if owner == "Estmark" else [])}:
            raise RuntimeError(f"the check of the made-up brief found {found[:3]}")

    return merge_and_check, lambda: load(text, BRIEF)


def _brief(owner: str) -> Brief:
    ids = [f"A{n // 5 + 1}.{n % 5 + 1}" for n in range(ITEMS)]
    told = [f"Norland will not accept wall {n}, and Westmark paid for it." for n in range(ITEMS)]
    return Brief(
        title="Walls",
        date=dt.date(2031, 3, 4),
        red_lines=[
            RedLine(
                id=f"red-{n}",
                holder="Norland",
                statement=f"will not accept wall {n}",
                kind="refusal",
                confidence="high",
                evidence=[ids[n]],
            )
            for n in range(0, ITEMS, 2)
        ],
        next_steps=[
            NextStep(
                id=f"nxt-{n}",
                action=f"Westmark paid for wall {n}",
                owners=[owner],
                status="pledged",
                confidence="high",
                evidence=[ids[n]],
            )
            for n in range(1, ITEMS, 2)
        ],
        actors=[BriefActor(id="act-1", name="Norland"), BriefActor(id="act-2", name="Westmark")],
        evidence=dict(zip(ids, told, strict=True)),
    )
