"""Is "high" right more often than "low"? Counts the red lines and next steps of briefs by confidence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

SECTIONS = ("red_lines", "next_steps")
WORDS = ("high", "medium", "low")


def count(scored: dict[str, Any], briefs: Path, gold: Path) -> Counter[tuple[str, str, bool]]:
    """How many items of the briefs have this section, this confidence, and are right.

    `scored` is what the scorer says of each article. An item that it matched with a required item of the annotation is
    right; one matched with an optional one, on which readers differ, does not count.
    """
    counted: Counter[tuple[str, str, bool]] = Counter()
    for name, sections in scored.items():
        brief = yaml.safe_load((briefs / name / "brief.yaml").read_text(encoding="utf8"))
        annotated = yaml.safe_load((gold / f"{name}.yaml").read_text(encoding="utf8"))
        for section in SECTIONS:
            matched = {int(found): wanted for found, wanted in sections[section]["match"].items()}
            for number, item in enumerate(brief[section]):
                right = number in matched
                if not (right and annotated[section][matched[number]].get("optional")):
                    counted[section, item["confidence"], right] += 1
    return counted


def table(counted: Counter[tuple[str, str, bool]]) -> str:
    """One line a section and word: items, right ones, their share."""
    rows = [f"{'':11}{'confidence':12}{'items':>6}{'right':>7}{'share':>7}"]
    for section in SECTIONS:
        for word in WORDS:
            right, wrong = counted[section, word, True], counted[section, word, False]
            share = f"{right / (right + wrong):.2f}" if right + wrong else "-"
            rows.append(f"{section:11}{word:12}{right + wrong:6}{right:7}{share:>7}")
    return "\n".join(rows)
