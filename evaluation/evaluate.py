"""Drafts a brief of every annotated article, scores the briefs, and holds the scores against the pinned floors.

usage: python evaluation/evaluate.py [--shared FOLDER] [--verbose] [NAME ...]

FOLDER (default: ../shared beside the project) holds articles/NAME.txt, gold/dev/NAME.yaml and score/score.py.
With NAMEs only these articles are drafted, and no floor is asked for. Ends with 1 when a score is below its floor in
evaluation/floors.yaml: floors only rise, and a change that costs one says so by lowering it in plain sight. Last comes
how often red lines and next steps are right by their confidence.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import confidence
import yaml

from briefgen import briefyaml, sources
from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.brief import Given

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
# Of each part of a brief: the scorer's figures that are printed and may have a floor.
FIGURES = {
    "issues": ("P", "R", "F1", "titled"),
    "red_lines": ("P", "R", "F1", "actor"),
    "next_steps": ("P", "R", "F1", "actor"),
    "dates": ("accuracy",),
    "quotes": ("P", "R", "F1", "actor"),
    "summary": ("P", "R", "F1"),
}
FAULTS = ("evidence_not_verbatim", "claims_uncited", "claims_with_unsupported_numbers")


def draft_all(articles: Path, gold: Path, out: Path, names: list[str]) -> Path:
    """Writes a brief of each annotated article to `out`; returns the folder of the annotations that were used."""
    used = out / "gold"
    used.mkdir()
    for annotation in sorted(gold.glob("*.yaml")):
        if names and annotation.stem not in names:
            continue
        published = yaml.safe_load(annotation.read_text(encoding="utf8")).get("published")
        article = sources.read(str(articles / f"{annotation.stem}.txt"))
        given = Given(published=dt.date.fromisoformat(str(published)) if published else None)
        brief = draft(article, analyse(article, published=given.published), date=dt.date(2000, 1, 1), given=given)
        (out / annotation.stem).mkdir()
        (out / annotation.stem / "brief.yaml").write_text(briefyaml.dump(brief), encoding="utf8")
        (used / annotation.name).write_bytes(annotation.read_bytes())
    return used


def below_floors(total: dict[str, Any], floors: dict[str, dict[str, float]]) -> list[str]:
    """Prints the figures beside their floors; the figures that are below, and the faults that must be 0."""
    low: list[str] = []
    for part, figures in FIGURES.items():
        cells = []
        for name in figures:
            value, floor = total[part][name], floors.get(part, {}).get(name)
            cells.append(f"{name} {value}" + (f" (floor {floor})" if floor is not None else ""))
            if floor is not None and (value is None or value < floor):
                low.append(f"{part} {name}: {value} is below its floor {floor}")
        print(f"{part:11}", "  ".join(cells))
    for name in FAULTS:
        print(f"{'faithful':11}", name, total["faithful"][name])
        if total["faithful"][name]:
            low.append(f"{name}: {total['faithful'][name]}, must be 0")
    return low


def main() -> int:
    """Drafts, scores, compares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was too much")
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_args()
    articles, gold, scorer = args.shared / "articles", args.shared / "gold/dev", args.shared / "score/score.py"
    if not scorer.exists():
        parser.error(f"no annotations in {args.shared}: give --shared FOLDER")
    with tempfile.TemporaryDirectory() as folder:
        used = draft_all(articles, gold, Path(folder), args.names)
        command = [sys.executable, scorer, "--briefs", folder, "--gold", used, "--articles", articles]
        if args.verbose:
            subprocess.run([*command, "--verbose"], check=True)
        scored = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)
        by_confidence = confidence.count(scored["articles"], Path(folder), used)
    floors = {} if args.names else yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf8"))
    low = below_floors(scored["total"], floors)
    print(confidence.table(by_confidence))
    print("\n".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
