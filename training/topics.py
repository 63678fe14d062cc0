"""Fits the weights by which candidate matters are judged, on texts whose issues were named by hand.

usage: python training/topics.py TEXTS [TEXTS LABELS ...]

The first TEXTS holds NAME.txt for the names in training/issues.yaml, which gives the ids of an issue's sentences. A
further pair adds texts of its own, where LABELS holds NAME.yaml with `issues`: title, `also` (other names), evidence
(verbatim pieces). Prints how many issues are found and named when each text is judged by what the others teach, then
writes briefgen/analysis/data/topics.json. The texts themselves are not part of the project.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.topics import select
from briefgen.analysis.topics.candidates import Lexicon, Matter, find_candidates, lexicon
from briefgen.analysis.topics.weighing import features

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "briefgen/analysis/data/topics.json"
PENALTY = 0.1  # C of the regression, chosen among .05, .1 and .2: titles fit best, and the issues found are as many
STRAY = 0.34  # share of a matter's sentences that may belong to other issues
ALIKE = 0.5  # share of the shorter title's words from which two titles are one
UNTITLED = 0.2  # what the right sentences under a title of other words count


@dataclass(frozen=True)
class Issue:
    """Its names, and of each piece of evidence the ids of the sentences that hold it."""

    names: tuple[str, ...]
    evidence: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Text:
    """One text: its issues, its candidates and their features."""

    issues: list[Issue]
    lex: Lexicon
    matters: list[Matter]
    rows: list[dict[str, float]]


def fold(text: str) -> str:
    """Text without differences of white space and quotation marks."""
    return re.sub(r"\s+", " ", re.sub("[‘’“”]", "'", text.replace('"', "'"))).strip().casefold()


def words(text: str) -> set[str]:
    """The words of a title."""
    return set(re.findall(r"[a-z][a-z'-]{2,}", fold(text))) - {"the", "and", "for", "with", "from", "its", "their"}


def likeness(title: str, issue: Issue) -> float:
    """The share of the shorter title's words that `title` has in common with a name of the issue."""
    names = map(words, issue.names)
    return max((len(words(title) & n) / max(1, min(len(words(title)), len(n))) for n in names if n), default=0.0)


def fits(title: str, ids: list[str], issues: list[Issue]) -> list[float]:
    """Of each issue: 1 where the sentences `ids` are its own and `title` is like its names, UNTITLED for the sentences
    alone, else 0.
    """
    every = frozenset().union(*(e for i in issues for e in i.evidence))
    found = []
    for issue in issues:
        own = frozenset().union(*issue.evidence)
        covered = np.mean([not e.isdisjoint(ids) for e in issue.evidence])
        stray = np.mean([i in every - own for i in ids])
        alike = likeness(title, issue) >= ALIKE
        right = stray <= STRAY and (covered >= 0.5 or (covered > 0 and alike))
        found.append((1.0 if alike else UNTITLED) if right else 0.0)
    return found


def read(path: Path, labels: list[dict[str, Any]]) -> Text:
    """Reads one text with its labels."""
    context = build_context(sources.read(str(path)))
    lex = lexicon(context)
    lines = [(s.id, fold(s.text)) for s in lex.sents]
    issues = []
    for label in labels:
        pieces = [frozenset([i]) for i in label.get("sentences", ())]
        pieces += [frozenset(i for i, t in lines if p in t or t in p) for p in map(fold, label.get("evidence", ()))]
        issues.append(Issue((label["title"], *label.get("also", ())), tuple(pieces)))
    matters = find_candidates(context, lex)
    return Text(issues, lex, matters, [features(context, lex, m) for m in matters])


def texts(folders: list[Path]) -> Iterator[Text]:
    """The texts of training/issues.yaml, then those of each pair of folders."""
    first, *pairs = folders
    for name, labels in yaml.safe_load((HERE / "issues.yaml").read_text(encoding="utf8")).items():
        yield read(first / f"{name}.txt", labels)
    for folder, marked in zip(pairs[::2], pairs[1::2], strict=True):
        for file in sorted(marked.glob("*.yaml")):
            yield read(folder / f"{file.stem}.txt", yaml.safe_load(file.read_text(encoding="utf8"))["issues"])


def fit(learnt: list[Text], names: list[str]) -> LogisticRegression:
    """Each text weighs the same; a worth between 0 and 1 counts as so much of both."""
    x, y, each = [], [], []
    for text in learnt:
        for matter, row in zip(text.matters, text.rows, strict=True):
            x.append([row[n] for n in names])
            y.append(max(fits(matter.phrase.title, [text.lex.sents[i].id for i in matter.lines], text.issues)))
            each.append(1 / len(text.matters))
    worth, share = np.array(y), np.array(each) * len(y) / len(learnt)
    twice, marks = np.vstack([x, x]), np.r_[np.ones(len(y)), np.zeros(len(y))]
    weights = np.r_[share * worth, share * (1 - worth)]
    return LogisticRegression(C=PENALTY, max_iter=3000).fit(
        twice[weights > 0], marks[weights > 0], weights[weights > 0]
    )


def judge(text: Text, model: LogisticRegression, names: list[str]) -> tuple[int, int, int]:
    """How many issues `model` finds in `text`, how many of these are rightly named, how many topics it took."""
    for matter, score in zip(
        text.matters, model.predict_proba([[r[n] for n in names] for r in text.rows])[:, 1], strict=True
    ):
        matter.score = float(score)
    topics = select(text.matters, text.lex)
    left = {*range(len(text.issues))}
    named = 0
    for best in sorted((fits(t.title, list(t.evidence), text.issues) for t in topics), key=max, reverse=True):
        hit = max(left, key=lambda j: best[j], default=None)
        if hit is not None and best[hit] > 0:
            left.remove(hit)
            named += best[hit] == 1
    return len(text.issues) - len(left), named, len(topics)


def main() -> None:
    """Leaves each text out once, prints, fits on all, writes the weights."""
    read_in = list(texts([Path(a) for a in sys.argv[1:]]))
    names = sorted(read_in[0].rows[0])
    found, named, topics = np.sum(
        [judge(t, fit([o for o in read_in if o is not t], names), names) for t in read_in], axis=0
    )
    wanted = sum(len(t.issues) for t in read_in)
    print(
        f"{len(read_in)} texts, each left out once: F1 {2 * found / (topics + wanted):.3f}, titled {named / found:.3f}"
    )
    model = fit(read_in, names)
    weights = {n: round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}
    weights["intercept"] = round(float(model.intercept_[0]), 4)
    WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
