"""Fits the weights of the summary's sentence scores on labelled texts.

usage: python training/salience.py TEXTS LABELS

TEXTS holds NAME.txt, LABELS holds NAME.yaml with `key` (sentences a principal must read) and `doubtful` (left out).
Prints recall and precision of the seven best sentences, cross-validated by document, beside the lead's, then writes
briefgen/analysis/data/salience.json. The texts themselves are not part of the project.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.salience import features
from briefgen.analysis.stances import find_stances
from briefgen.analysis.steps import find_steps

MOST = 7
WEIGHTS = Path(__file__).resolve().parent.parent / "briefgen/analysis/data/salience.json"


def fold(text: str) -> str:
    """Text without differences of white space."""
    return re.sub(r"\s+", " ", text).strip()


def rows_of(text: Path, label: Path) -> tuple[list[dict[str, float]], list[int]]:
    """Features and 0/1 of the sentences of one text; doubtful ones are left out."""
    notes = yaml.safe_load(label.read_text(encoding="utf8"))
    key = [fold(k) for k in notes.get("key") or []]
    doubtful = [fold(k) for k in notes.get("doubtful") or []]
    context = build_context(sources.read(str(text)))
    rows, marks = [], []
    for sent, row in features(context, find_stances(context), find_steps(context)):
        sentence = fold(sent.text)
        hit = any(k in sentence or sentence in k for k in key)
        if not hit and any(d in sentence or sentence in d for d in doubtful):
            continue
        rows.append(row)
        marks.append(int(hit))
    return rows, marks


def best(scores: np.ndarray, marks: np.ndarray) -> tuple[int, int]:
    """Key sentences among the best-scored, and how many these are."""
    top = np.argsort(-scores)[:MOST]
    return int(marks[top].sum()), len(top)


def main() -> None:
    """Cross-validates, prints, fits on all, writes the weights."""
    texts, labels = Path(sys.argv[1]), Path(sys.argv[2])
    data, marks, groups = [], [], []
    for n, label in enumerate(sorted(labels.glob("*.yaml"))):
        rows, hits = rows_of(texts / f"{label.stem}.txt", label)
        data += rows
        marks += hits
        groups += [n] * len(rows)
    names = sorted(data[0])
    x = np.array([[row[name] for name in names] for row in data])
    y, g = np.array(marks), np.array(groups)
    scores = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, g):
        model = LogisticRegression(C=0.3, max_iter=2000).fit(x[train], y[train])
        scores[test] = model.predict_proba(x[test])[:, 1]
    for title, values in (("regression", scores), ("lead", -x[:, names.index("depth")])):
        found = [best(values[g == n], y[g == n]) for n in np.unique(g)]
        hits, shown = sum(a for a, _ in found), sum(b for _, b in found)
        print(f"{title}: recall {hits / y.sum():.3f} precision {hits / shown:.3f} of {int(y.sum())} key sentences")
    model = LogisticRegression(C=0.3, max_iter=2000).fit(x, y)
    weights = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
    weights["intercept"] = round(float(model.intercept_[0]), 4)
    WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
