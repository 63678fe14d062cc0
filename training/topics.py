"""Fits the weights by which candidate matters are judged, on texts whose issues careful readers have named.

usage: python training/topics.py TEXTS LABELS [TEXTS LABELS ...]

TEXTS holds NAME.txt, LABELS holds NAME.yaml with `issues`: title, `also` (other names), evidence (verbatim pieces).
Prints, cross-validated by document, how many of the ten best candidates of a text are issues of it, then writes
briefgen/analysis/data/topics.json. The texts themselves are not part of the project.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.topics.candidates import Lexicon, Matter, find_candidates, lexicon
from briefgen.analysis.topics.weighing import features

WEIGHTS = Path(__file__).resolve().parent.parent / "briefgen/analysis/data/topics.json"
STRAY = 0.34  # share of a matter's sentences that may belong to other issues
UNTITLED = 0.2  # what the right sentences under a title of other words count
BEST = 10


def fold(text: str) -> str:
    """Text without differences of white space and quotation marks."""
    return re.sub(r"\s+", " ", re.sub("[‘’“”]", "'", text.replace('"', "'"))).strip().casefold()


def words(text: str) -> set[str]:
    """The words of a title."""
    return set(re.findall(r"[a-z][a-z'-]{2,}", fold(text))) - {"the", "and", "for", "with", "from", "its", "their"}


def likeness(title: str, issue: dict[str, Any]) -> float:
    """The share of the shorter title's words that `title` has in common with a name of the issue."""
    names = [words(n) for n in (issue["title"], *issue.get("also", []))]
    return max((len(words(title) & n) / max(1, min(len(words(title)), len(n))) for n in names if n), default=0.0)


def worth(matter: Matter, lex: Lexicon, issues: list[dict[str, Any]]) -> float:
    """1 for a matter that is one of the issues and named like it, UNTITLED for one with other words, else 0."""
    lines = [fold(lex.sents[i].text) for i in matter.lines]
    holds = [[[p in line or line in p for p in map(fold, i["evidence"])] for i in issues] for line in lines]
    best = 0.0
    for j, issue in enumerate(issues):
        covered = np.mean([any(row[j][k] for row in holds) for k in range(len(issue["evidence"]))])
        stray = np.mean([not any(row[j]) and any(any(r) for r in row) for row in holds])
        alike = likeness(matter.phrase.title, issue) >= 0.5
        if stray <= STRAY and (covered >= 0.5 or (covered > 0 and alike)):
            best = max(best, 1.0 if alike else UNTITLED)
    return best


def fit(x: np.ndarray, y: np.ndarray, groups: np.ndarray) -> LogisticRegression:
    """Each document weighs the same; a worth between 0 and 1 counts as so much of both."""
    each = np.array([1 / (groups == g).sum() for g in groups]) * len(y) / len(set(groups))
    twice, marks = np.vstack([x, x]), np.r_[np.ones(len(y)), np.zeros(len(y))]
    weights = np.r_[each * y, each * (1 - y)]
    return LogisticRegression(C=0.2, max_iter=3000).fit(twice[weights > 0], marks[weights > 0], weights[weights > 0])


def main() -> None:
    """Cross-validates, prints, fits on all, writes the weights."""
    rows: list[dict[str, float]] = []
    marks: list[float] = []
    groups: list[int] = []
    folders = [Path(a) for a in sys.argv[1:]]
    for texts, labels in zip(folders[::2], folders[1::2], strict=True):
        for label in sorted(labels.glob("*.yaml")):
            issues = yaml.safe_load(label.read_text(encoding="utf8"))["issues"]
            context = build_context(sources.read(str(texts / f"{label.stem}.txt")))
            lex = lexicon(context)
            matters = find_candidates(context, lex)
            rows += [features(context, lex, m) for m in matters]
            marks += [worth(m, lex, issues) for m in matters]
            groups += [max(groups, default=-1) + 1] * len(matters)
    names = sorted(rows[0])
    x, y, g = np.array([[r[n] for n in names] for r in rows]), np.array(marks), np.array(groups)
    scores = np.zeros(len(y))
    for train, test in GroupKFold(11).split(x, y, g):
        scores[test] = fit(x[train], y[train], g[train]).predict_proba(x[test])[:, 1]
    top = [y[g == n][np.argsort(-scores[g == n])[:BEST]].mean() for n in set(groups)]
    print(f"{len(top)} texts, {len(y)} candidates worth {y.mean():.2f}; the {BEST} best of a text {np.mean(top):.2f}")
    model = fit(x, y, g)
    weights = {n: round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}
    weights["intercept"] = round(float(model.intercept_[0]), 4)
    WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
