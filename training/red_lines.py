"""Fits the weights of the red-line pass on labelled texts.

usage: python training/red_lines.py [TEXTS LABELS]

TEXTS holds NAME.txt, LABELS holds NAME.yaml with `red_lines` (evidence: exact substrings) and `doubtful` (left out).
These public texts are not part of the project; the passages in red_lines.yaml ("news") and training/own/ are, and every
fourth of the latter is held back for the last test. Prints precision and recall of sentences, cross-validated by
document, of the regression and of the rules alone, and how often each confidence is right; then writes
briefgen/analysis/data/red_lines.json.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.stances import THRESHOLD
from briefgen.analysis.stances.candidates import candidates
from briefgen.analysis.stances.features import features
from briefgen.analysis.stances.parts import HIGH, MEDIUM

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "briefgen/analysis/data/red_lines.json"
HELD_BACK = 4  # every fourth passage
RAREST = 3  # a feature seen less often says nothing
PENALTY = 0.3
# The passages of training/own/ are hard cases on purpose: at full weight they would teach rates that no news has.
SHARES = {"own": 0.3, "news": 1.0, "public": 1.0}
Row = tuple[dict[str, float], int]


def fold(text: str) -> str:
    """Text with typographic marks made plain and white space folded."""
    plain = text.translate(str.maketrans("‘’“”–—", "''\"\"--"))
    return " ".join(plain.split()).lower()


def rows_of(text: Path, published: Any, wanted: list[str], doubtful: list[str]) -> list[Row]:
    """Features and 0/1 of the candidates of one text; doubtful ones and those without a holder are left out."""
    rows: list[Row] = []
    context = build_context(sources.read(str(text)), published=published)
    for candidate in candidates(context):
        sentence = fold(candidate.sent.text)
        hit = any(_overlap(fold(w), sentence) for w in wanted)
        if candidate.holders and (hit or not any(_overlap(fold(d), sentence) for d in doubtful)):
            rows.append((features(candidate), int(hit)))
    return rows


def _overlap(snippet: str, sentence: str) -> bool:
    return snippet in sentence or sentence in snippet


def own_texts() -> Iterator[tuple[str, list[Row]]]:
    """The rows of each of the project's own passages that are not held back."""
    passages = [p for f in sorted((HERE / "own").glob("*.yaml")) for p in yaml.safe_load(f.read_text(encoding="utf8"))]
    with tempfile.TemporaryDirectory() as folder:
        for n, passage in enumerate(passages):
            if n % HELD_BACK == HELD_BACK - 1:
                continue
            text = Path(folder) / f"{n}.txt"
            text.write_text(passage["text"], encoding="utf8")
            wanted = [e for line in passage["red_lines"] for e in line["evidence"]]
            yield "own", rows_of(text, passage["published"], wanted, [])


def news_texts() -> Iterator[tuple[str, list[Row]]]:
    """The rows of the passages of red_lines.yaml."""
    passages = yaml.safe_load((HERE / "red_lines.yaml").read_text(encoding="utf8"))
    with tempfile.TemporaryDirectory() as folder:
        for n, passage in enumerate(passages):
            text = Path(folder) / f"{n}.txt"
            text.write_text(passage["text"], encoding="utf8")
            yield "news", rows_of(text, passage["published"], passage["red_lines"], [])


def public_texts(texts: Path, labels: Path) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each labelled public text."""
    for label in sorted(labels.glob("*.yaml")):
        notes = yaml.safe_load(label.read_text(encoding="utf8"))
        wanted = [e for line in notes.get("red_lines") or [] for e in line["evidence"]]
        doubtful = [d if isinstance(d, str) else d["evidence"] for d in notes.get("doubtful") or []]
        yield "public", rows_of(texts / f"{label.stem}.txt", notes.get("published"), wanted, doubtful)


def report(title: str, chosen: np.ndarray, marks: np.ndarray) -> None:
    """One line of precision, recall and F1 over sentences."""
    hits = int((chosen & (marks == 1)).sum())
    precision, recall = hits / max(1, int(chosen.sum())), hits / max(1, int(marks.sum()))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{title}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {int(marks.sum())} sentences")


def report_confidence(title: str, chances: np.ndarray, marks: np.ndarray) -> None:
    """One line: of the sentences found, how many each confidence has and which share of them is right."""
    bands = (("high", HIGH, 1.01), ("medium", MEDIUM, HIGH), ("low", THRESHOLD, MEDIUM))
    cells = []
    for name, low, high in bands:
        within = marks[(chances >= low) & (chances < high)]
        cells.append(f"{name} {within.mean() if len(within) else 0:.2f} of {len(within)}")
    print(f"right by confidence, {title}: {', '.join(cells)}")


def main() -> None:
    """Cross-validates, prints, fits on all, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="TEXTS LABELS")
    folders = parser.parse_args().folders
    if len(folders) not in (0, 2):
        parser.error("give both folders, TEXTS and LABELS, or neither")
    texts = [*own_texts(), *news_texts()]
    if folders:
        texts += public_texts(*folders)
    rows = [row for _, found in texts for row, _ in found]
    y = np.array([mark for _, found in texts for _, mark in found])
    groups = np.array([n for n, (_, found) in enumerate(texts) for _ in found])
    kinds = np.array([kind for kind, found in texts for _ in found])
    weight = np.array([SHARES[kind] for kind in kinds])
    seen: dict[str, int] = {}
    for row in rows:
        for name in row:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, count in seen.items() if count >= RAREST)
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    chances = np.zeros(len(y))
    for train, test in GroupKFold(8).split(x, y, groups):
        model = LogisticRegression(C=PENALTY, max_iter=5000).fit(x[train], y[train], sample_weight=weight[train])
        chances[test] = model.predict_proba(x[test])[:, 1]
    for title in SHARES:
        part = kinds == title
        report(f"regression, {title}", chances[part] >= THRESHOLD, y[part])
        report(f"rules alone, {title}", x[part][:, names.index("strong")] > 0, y[part])
        report_confidence(title, chances[part], y[part])
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(x, y, sample_weight=weight)
    fitted = {name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)}
    fitted["intercept"] = round(float(model.intercept_[0]), 3)
    WEIGHTS.write_text(json.dumps(fitted, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
