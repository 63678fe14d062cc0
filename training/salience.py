"""Fits the weights of the summary's sentence scores on labelled texts.

usage: python training/salience.py TEXTS LABELS

TEXTS holds NAME.txt, LABELS holds NAME.yaml with `key` (sentences a principal must read) and `doubtful` (left out).
Prints, cross-validated by document, the scores of the summaries that are drafted from these weights (recall: key
sentences that an item cites; precision: items that cite one), beside those of summaries of the first sentences; then
writes briefgen/analysis/data/salience.json. The texts themselves are not part of the project.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.speech.quotations import find_quotations
from briefgen.analysis.stances import find_stances
from briefgen.analysis.steps import find_steps
from briefgen.analysis.summary.salience import features, find_key_statements
from briefgen.analysis.text.document import public
from briefgen.analysis.topics.candidates import lexicon
from briefgen.drafting.summary import draft_summary
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint

WEIGHTS = Path(__file__).resolve().parent.parent / "briefgen/analysis/data/salience.json"


def fold(text: str) -> str:
    """Text without differences of white space."""
    return re.sub(r"\s+", " ", text).strip()


@dataclass
class Text:
    """One labelled text: the features of its sentences, whether each is key, and what a summary is drafted from."""

    findings: Findings
    rows: list[dict[str, float]]
    ids: list[str]
    marks: list[int | None]  # None: doubtful
    key: list[str]

    def scored(self, scores: dict[str, float]) -> np.ndarray:
        """Key sentences cited, key sentences, items that cite one, items: of the summary drafted with these scores."""
        statements = tuple(replace(k, score=scores[k.evidence[0]]) for k in self.findings.key_statements)
        texts = {s.id: s.text for s in self.findings.sentences}
        summary = draft_summary(replace(self.findings, key_statements=statements), texts, IdMint())
        items = [i.evidence for i in (summary.bottom_line, *summary.key_points) if i is not None]
        cited = [[states(texts[e], k) for k in self.key for e in item] for item in items]
        found = sum(any(states(texts[e], k) for item in items for e in item) for k in self.key)
        return np.array([found, len(self.key), sum(map(any, cited)), len(items)])


def states(sentence: str, clause: str) -> bool:
    """Whether the sentence holds the labelled clause, or stands in it."""
    return clause in fold(sentence) or fold(sentence) in clause


def read(text: Path, label: Path) -> Text:
    """The labelled text, analysed."""
    notes = yaml.safe_load(label.read_text(encoding="utf8"))
    key, doubtful = ([fold(k) for k in notes.get(name) or []] for name in ("key", "doubtful"))
    context = build_context(sources.read(str(text)))
    stances, steps = find_stances(context), find_steps(context)
    quoted = find_quotations(context.document, context.speeches, context.resolver)
    lex = lexicon(context)
    found = features(context, lex, stances, steps)
    marks: list[int | None] = []
    for sent, _ in found:
        hit = any(states(sent.text, k) for k in key)
        marks.append(None if not hit and any(states(sent.text, d) for d in doubtful) else int(hit))
    findings = Findings(
        model="",
        language="en",
        sentences=tuple(public(s) for s in context.document.sents),
        stances=tuple(stances),
        steps=tuple(steps),
        key_statements=tuple(find_key_statements(context, lex, stances, steps, quoted)),
    )
    return Text(findings, [row for _, row in found], [s.id for s, _ in found], marks, key)


def fit(x: np.ndarray, marks: list[int | None]) -> LogisticRegression:
    """A regression on the sentences that are not doubtful."""
    sure = np.array([m is not None for m in marks])
    return LogisticRegression(C=0.3, max_iter=2000).fit(x[sure], [m for m in marks if m is not None])


def report(title: str, texts: list[Text], scores: list[dict[str, float]]) -> None:
    """Prints recall, precision and F1 of the summaries of all texts."""
    found, key, right, items = sum(t.scored(s) for t, s in zip(texts, scores, strict=True))
    recall, precision = found / key, right / items
    print(
        f"{title}: recall {recall:.3f} precision {precision:.3f} F1 {2 * recall * precision / (recall + precision):.3f}"
        f" of {key} key sentences, {items} items"
    )


def main() -> None:
    """Cross-validates, prints, fits on all, writes the weights."""
    folder, labels = Path(sys.argv[1]), Path(sys.argv[2])
    texts = [read(folder / f"{label.stem}.txt", label) for label in sorted(labels.glob("*.yaml"))]
    names = sorted(texts[0].rows[0])
    x = np.array([[row[name] for name in names] for t in texts for row in t.rows])
    marks = [m for t in texts for m in t.marks]
    groups = np.array([n for n, t in enumerate(texts) for _ in t.rows])
    values = np.zeros(len(marks))
    for train, test in GroupKFold(10).split(x, groups, groups):
        values[test] = fit(x[train], [marks[i] for i in train]).predict_proba(x[test])[:, 1]
    report("regression", texts, [dict(zip(t.ids, values[groups == n], strict=True)) for n, t in enumerate(texts)])
    report("first sentences", texts, [{e: 1 / (1 + i) for i, e in enumerate(t.ids)} for t in texts])
    model = fit(x, marks)
    weights = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
    weights["intercept"] = round(float(model.intercept_[0]), 4)
    WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
