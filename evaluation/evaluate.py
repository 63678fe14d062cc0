"""Drafts a brief of every annotated article and scores the briefs against the annotations.

usage: python evaluation/evaluate.py [--shared FOLDER] [--verbose] [NAME ...]

FOLDER (default: ../shared beside the project) holds articles/NAME.txt, gold/dev/NAME.yaml and score/score.py.
With NAMEs only these articles are drafted and scored.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from briefgen import briefyaml, sources
from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.brief import Given

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


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


def main() -> int:
    """Prints the scorer's table."""
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
        return subprocess.run([*command, *(["--verbose"] if args.verbose else [])], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
