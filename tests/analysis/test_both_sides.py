"""Who "we", "our", "the leaders" and "they" are where two parties met."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from test_positions import positions_of

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "both_sides.yaml").read_text(encoding="utf8"))


@pytest.mark.parametrize("case", CASES, ids=[c["case"] for c in CASES])
def test_what_both_say_is_given_to_both(case: dict[str, Any]) -> None:
    """And what one of them says to that one."""
    paragraphs = [" ".join(p.split()) for p in case["text"].strip().split("\n\n")]
    found = positions_of(*paragraphs, headline=case["headline"])
    for wanted in case.get("held", []):
        actors = tuple(wanted["actor"]) if isinstance(wanted["actor"], list) else (wanted["actor"],)
        fitting = [p for p in found if p.actors == actors and wanted["line"] in p.text]
        assert fitting, found
        assert fitting[0].speaker == wanted.get("speaker", fitting[0].speaker)
    for words in case.get("lacks", []):
        assert not [p for p in found if words in p.text], found
