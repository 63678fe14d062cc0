"""Runs the cases in cases.md: the files of a brief above, the findings below."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen import briefyaml, rendering, workflow
from briefgen.checking import RULES
from briefgen.model.style import Style

HERE = Path(__file__).parent
FILES = {"brief": "brief.yaml", "overrides": "overrides.yaml", "draft": ".briefgen/draft.yaml", "source": "source.txt"}
HEADING = re.compile(rf"^# (?=(?:{'|'.join(rule.name for rule in RULES)}): )", re.MULTILINE)
BLOCK = re.compile(r"^```\w+ (\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def load() -> dict[str, dict[str, str]]:
    """Every case by its heading: the texts of its blocks by their kind."""
    cases = {}
    for part in HEADING.split((HERE / "cases.md").read_text(encoding="utf-8"))[1:]:
        name, _, blocks = part.partition("\n")
        assert name not in cases
        cases[name] = dict(BLOCK.findall(blocks))
    return cases


CASES = load()


def lay_out(folder: Path, case: dict[str, str]) -> None:
    """Write the files of a case, and what was remembered of its earlier draft. A source that is empty is no file."""
    evidence = (yaml.safe_load(case["brief"]) or {}).get("evidence") or {}
    files = {"source": "".join(f"{key}  {text}\n" for key, text in evidence.items()), **case}
    (folder / ".briefgen").mkdir()
    for kind, name in FILES.items():
        if files.get(kind):
            (folder / name).write_text(files[kind], encoding="utf-8")
    if "before" in case:
        before = briefyaml.load(case["before"], folder / "brief.yaml")
        overrides = briefyaml.load_overrides(case["overrides"], folder / "overrides.yaml")
        basis = briefyaml.merge(before, overrides, sentences=before.evidence).basis
        (folder / ".briefgen" / "basis.yaml").write_text(briefyaml.dump_basis(basis), encoding="utf-8")


def use_style(says: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have info-memo say something else."""
    style = rendering.load_style("info-memo").model_dump() | says
    monkeypatch.setattr(rendering, "load_style", lambda *_: Style.model_validate(style))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the case says is found, in that order, and nothing else."""
    case = CASES[name]
    lay_out(tmp_path, case)
    if "style" in case:
        use_style(yaml.safe_load(case["style"]), monkeypatch)
    found = [str(finding).removeprefix(f"{tmp_path}/") for finding in workflow.check(tmp_path)]
    assert found == case.get("findings", "").splitlines()


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_has_a_case_that_breaks_it_and_one_that_does_not(rule: str) -> None:
    """Under the rule's name, so that a reader finds them."""
    own = [case.get("findings", "") for name, case in CASES.items() if name.startswith(f"{rule}: ")]
    assert any(f"({rule})" in findings for findings in own)
    assert any(f"({rule})" not in findings for findings in own)
