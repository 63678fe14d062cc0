"""Fits the weights that say how likely a planned action is a next step.

usage: python training/next_steps.py TEXTS LABELS DATES

TEXTS holds NAME.txt, LABELS holds NAME.yaml with `next_steps` (evidence) and `doubtful` (left out), DATES is a YAML
list of {name, published}. These texts are not part of the project; the passages of training/own are, and three in four
of them are learnt from as well. Prints precision, recall and F1 by sentence, cross-validated by document, beside those
of every candidate and of the candidates without a doubt; the same for the passages held back and, for each word of
confidence, how often it is right. Then writes briefgen/analysis/data/next_steps.json.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import json
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.steps.anchors import calendar_of
from briefgen.analysis.steps.features import features_of
from briefgen.analysis.steps.owners import owners_of
from briefgen.analysis.steps.rules import candidates
from briefgen.analysis.steps.scene import Scene
from briefgen.analysis.steps.vetoes import is_vetoed
from briefgen.analysis.steps.weigh import LEAST, confidence_of

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "briefgen/analysis/data/next_steps.json"
STRENGTH = 0.5  # of the regularisation, inverse; anything from 0.1 to 1 does as well
RAREST = 4  # candidates; a feature of fewer is left out


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate: its document and sentence, its features, and whether it is a step (None: readers differ)."""

    document: str
    sentence: str
    features: dict[str, float]
    step: bool | None


@dataclass(frozen=True, slots=True)
class Data:
    """The candidates of some texts, and all their labelled sentences, found by a rule or not."""

    rows: list[Row]
    steps: set[tuple[str, str]]


def fold(text: str) -> str:
    """Text without differences of white space."""
    return re.sub(r"\s+", " ", text).strip()


def day_of(value: object) -> dt.date:
    """An ISO day or a date of a feed ("Mon, 07 Mar 2022 19:14:54 +0000")."""
    text = str(value)
    return dt.date.fromisoformat(text[:10]) if text[:4].isdigit() else email.utils.parsedate_to_datetime(text).date()


def rows_of(name: str, path: Path, published: dt.date | None, steps: list[str], doubtful: list[str]) -> Data:
    """The candidates of one text and its labelled sentences."""
    article = sources.read(str(path))
    published = published or article.source.published
    context = build_context(replace(article, source=replace(article.source, published=published)), published=published)
    rows: list[Row] = []
    labelled: set[tuple[str, str]] = set()
    calendar = calendar_of(context)
    for sent in context.document.citable():
        whole = fold(sent.text)
        if any(step in whole for step in steps):
            labelled.add((name, sent.id))
        scene = Scene(context, sent, calendar)
        for candidate in candidates(scene):
            due, owners = scene.due(candidate), owners_of(scene, candidate)
            if is_vetoed(scene, candidate, due, owners):
                continue
            clause = fold(sent.cut(*candidate.span()))
            known = None if any(overlap(whole, clause, d) for d in doubtful) else False
            step = True if any(overlap(whole, clause, s) for s in steps) else known
            rows.append(Row(name, sent.id, features_of(scene, candidate, due, owners), step))
    return Data(rows, labelled)


def overlap(sentence: str, clause: str, evidence: str) -> bool:
    """True when half of the shorter of a clause and a piece of evidence of its sentence is in both."""
    a, b = sentence.find(clause), sentence.find(evidence)
    if min(a, b) < 0:
        return b >= 0
    shared = min(a + len(clause), b + len(evidence)) - max(a, b)
    return shared > 0.5 * min(len(clause), len(evidence))


def joined(parts: list[Data]) -> Data:
    """Several texts as one."""
    return Data([r for p in parts for r in p.rows], {s for p in parts for s in p.steps})


def public(texts: Path, labels: Path, dates: Path) -> Data:
    """The labelled texts that are not part of the project."""
    days = {d["name"]: day_of(d["published"]) for d in yaml.safe_load(dates.read_text("utf8")) if d.get("published")}
    parts = []
    for label in sorted(labels.glob("*.yaml")):
        notes = yaml.safe_load(label.read_text(encoding="utf8"))
        steps = [fold(e) for s in notes.get("next_steps") or [] for e in s["evidence"]]
        doubtful = [fold(d) for d in notes.get("doubtful") or []]
        parts.append(rows_of(label.stem, texts / f"{label.stem}.txt", days.get(label.stem), steps, doubtful))
    return joined(parts)


def own(held_back: bool) -> Data:
    """The project's own passages: every fourth of a file, or the others."""
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passage.txt"
        for file in sorted((HERE / "own").glob("*.yaml")):
            for n, passage in enumerate(yaml.safe_load(file.read_text(encoding="utf8"))):
                if (n % 4 == 3) is held_back:
                    path.write_text(passage["text"], encoding="utf8")
                    steps = [fold(e) for s in passage["next_steps"] for e in s["evidence"]]
                    parts.append(rows_of(passage["id"], path, passage["published"], steps, []))
    return joined(parts)


def matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    """A line a row, a column a name."""
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


class Fitted:
    """A regression over the features of rows: `weights` by name, called with rows it says how likely each is a step."""

    def __init__(self, rows: list[Row]) -> None:
        sure = [r for r in rows if r.step is not None]
        count = Counter(name for row in sure for name in row.features)
        self._names = sorted(name for name in count if count[name] >= RAREST)
        self._model = LogisticRegression(C=STRENGTH, max_iter=3000)
        self._model.fit(matrix(sure, self._names), [r.step for r in sure])

    def __call__(self, rows: list[Row]) -> np.ndarray:
        return self._model.predict_proba(matrix(rows, self._names))[:, 1]

    @property
    def weights(self) -> dict[str, float]:
        """What `weigh.py` reads."""
        found = dict(zip(self._names, self._model.coef_[0], strict=True)) | {"intercept": self._model.intercept_[0]}
        return {name: round(float(found[name]), 3) for name in sorted(found)}


def report(title: str, data: Data, likely: np.ndarray) -> None:
    """Prints precision, recall and F1 by sentence at the threshold; sentences that readers doubt do not count."""
    doubted = {(r.document, r.sentence) for r in data.rows if r.step is None} - data.steps
    found = {(r.document, r.sentence) for r, p in zip(data.rows, likely, strict=True) if p >= LEAST} - doubted
    right = len(found & data.steps)
    precision, recall = right / max(1, len(found)), right / max(1, len(data.steps))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{title:34} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {len(data.steps)} sentences")


def main() -> None:
    """Cross-validates, prints, fits on all but what is held back, writes the weights."""
    texts, labels, dates = (Path(a) for a in sys.argv[1:4])
    data = joined([public(texts, labels, dates), own(held_back=False)])
    likely = np.zeros(len(data.rows))
    for train, test in GroupKFold(10).split(data.rows, groups=[r.document for r in data.rows]):
        likely[test] = Fitted([data.rows[i] for i in train])([data.rows[i] for i in test])
    certain = np.array([not any(f.startswith("doubt=") for f in r.features) for r in data.rows], dtype=float)
    report("every candidate", data, np.ones(len(data.rows)))
    report("candidates without a doubt", data, certain)
    report("regression, cross-validated", data, likely)
    for word in ("high", "medium", "low"):
        said = [r.step for r, p in zip(data.rows, likely, strict=True) if p >= LEAST and confidence_of(p) == word]
        known = [s for s in said if s is not None]
        print(f"  confidence {word:6} right {sum(known) / max(1, len(known)):.3f} of {len(known)} candidates")
    score = Fitted(data.rows)
    held = own(held_back=True)
    report("regression, passages held back", held, score(held.rows))
    WEIGHTS.write_text(json.dumps(score.weights, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
