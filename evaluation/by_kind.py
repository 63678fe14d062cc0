"""Scores the engine by kind of text, as Markdown tables for docs/engine.md.

usage: python evaluation/by_kind.py [--shared FOLDER] [COLLECTION ...]

Three collections: `dev`, the annotated articles; `public`, the labelled texts, from which the weights were learnt; and
`held-back`, every fourth of the invented passages in training/own, of which they were not. An item is right when the
scorer in FOLDER (default: ../shared beside the project) matches it by its evidence; sentences on which readers differ
are free. The kind of a passage is its `genre`; that of another text is read off its name and headline by KINDS.
"""

from __future__ import annotations

import argparse
import datetime as dt
import email.utils
import re
import runpy
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from briefgen import briefyaml, sources
from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.brief import Given

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
HELD_BACK = 4  # every fourth passage
# The first pattern that the file's name and headline fit.
KINDS = (
    ("analysis", r"^conversation"),
    ("wire report", r"^(?:wikinews|voa|us-china)"),
    ("fact sheet", r"fact.sheet|maximum-pressure"),
    ("transcript", r"before their meeting|briefing|press (?:availability|conference)|\binterview|on abc|^\S* remarks"),
    ("readout", r"readout|['’]s (?:meeting|call) with|sherman-sannino|dialogue$|officials['’] meeting"),
    ("joint statement", r"\bjoint\b|g7|(?:leaders|ministers)['’] statement|-statement$"),
    ("statement", r""),
)
GENRES = {"wire": "wire report", "brief-item": "short item", "factsheet": "fact sheet"}
SECTIONS = {"red_lines": ("holder", ("holder", "spoken_by")), "next_steps": ("owners", ("owner",))}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what is right: annotations as the scorer reads them, `key_facts` empty where none are."""

    kind: str
    text: str
    published: dt.date | None
    gold: dict[str, Any]


def kind_of(name: str, text: str) -> str:
    """The kind that the name and the first line of a text tell."""
    told = f"{name} {text.strip().splitlines()[0]}".lower()
    return next(kind for kind, pattern in KINDS if re.search(pattern, told))


def day_of(value: object) -> dt.date | None:
    """An ISO day or a date of a feed; None without one."""
    told = str(value or "")
    if not told:
        return None
    return dt.date.fromisoformat(told[:10]) if told[:4].isdigit() else email.utils.parsedate_to_datetime(told).date()


def dev(shared: Path) -> Iterator[Labelled]:
    """The annotated articles."""
    for file in sorted((shared / "gold/dev").glob("*.yaml")):
        gold = yaml.safe_load(file.read_text(encoding="utf8"))
        text = (shared / "articles" / f"{file.stem}.txt").read_text(encoding="utf8")
        yield Labelled(kind_of(file.stem, text), text, day_of(gold.get("published")), gold)


def public(shared: Path) -> Iterator[Labelled]:
    """The labelled public texts; what is doubtful is optional."""
    days = {d["name"]: d["published"] for d in yaml.safe_load((shared / "train/SOURCES.yaml").read_text("utf8"))}
    for file in sorted((shared / "train/labels").glob("*.yaml")):
        notes = yaml.safe_load(file.read_text(encoding="utf8"))
        text = (shared / "train/articles" / f"{file.stem}.txt").read_text(encoding="utf8")
        doubtful = [{"evidence": [d], "optional": True} for d in notes.get("doubtful") or []]
        gold: dict[str, Any] = {s: [*(notes.get(s) or []), *doubtful] for s in SECTIONS}
        gold["key_facts"] = [{"fact": k, "evidence": [k]} for k in notes.get("key") or []]
        yield Labelled(kind_of(file.stem, text), text, day_of(days.get(file.stem)), gold)


def held_back(_: Path) -> Iterator[Labelled]:
    """The passages of training/own that no weights were learnt from. training/next_steps.py counts them within each
    file, training/red_lines.py through all files, so that most are held back from one of the two only.
    """
    through = 0
    for file in sorted((HERE.parent / "training/own").glob("*.yaml")):
        for within, passage in enumerate(yaml.safe_load(file.read_text(encoding="utf8"))):
            places = {"red_lines": through, "next_steps": within}
            gold: dict[str, Any] = {s: passage[s] for s, n in places.items() if n % HELD_BACK == HELD_BACK - 1}
            through += 1
            if gold:
                kind = GENRES.get(passage["genre"], passage["genre"])
                yield Labelled(kind, passage["text"], day_of(passage["published"]), gold | {"key_facts": []})


COLLECTIONS = {"dev": dev, "public": public, "held-back": held_back}


def brief_of(labelled: Labelled, folder: Path) -> dict[str, Any]:
    """The drafted brief of a text, as plain data."""
    file = folder / "article.txt"
    file.write_text(labelled.text, encoding="utf8")
    article = sources.read(str(file))
    given = Given(published=labelled.published)
    brief = draft(article, analyse(article, published=given.published), date=dt.date(2000, 1, 1), given=given)
    return dict(yaml.safe_load(briefyaml.dump(brief)))


def counted(labelled: Labelled, brief: dict[str, Any], score: Any) -> Counter[str]:
    """What the scorer finds in one brief, as numbers that can be added up."""
    scored = score.score_one(brief, {"issues": [], "quotes": []} | labelled.gold, labelled.text)
    found: Counter[str] = Counter(texts=1)
    for section in SECTIONS:
        if section not in labelled.gold:
            continue
        for figure in ("tp", "pred", "gold", "actor_right", "actor_total"):
            found[f"{section} {figure}"] += scored[section][figure]
    for figure in ("tp_r", "gold", "tp_p", "pred") if labelled.gold["key_facts"] else ():
        found[f"summary {figure}"] += scored["summary"][figure]
    return found


def row(kind: str, n: Counter[str]) -> str:
    """A line of the table; the number of items that the texts hold stands in brackets."""
    cells = [kind, str(n["texts"])]
    for section in SECTIONS:
        tp, pred, gold, right, matched = (
            n[f"{section} {f}"] for f in ("tp", "pred", "gold", "actor_right", "actor_total")
        )
        cells.append(f"{2 * tp / (pred + gold):.2f} ({gold})" if pred + gold else "–")
        cells.append(f"{right / matched:.2f}" if matched else "–")
    recall = n["summary tp_r"] / n["summary gold"] if n["summary gold"] else 0.0
    precision = n["summary tp_p"] / n["summary pred"] if n["summary pred"] else 0.0
    cells.append(f"{2 * recall * precision / (recall + precision):.2f}" if recall * precision else "–")
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Drafts, scores, prints a table a collection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("collections", nargs="*", metavar="COLLECTION", help="dev, public, held-back; without: all")
    args = parser.parse_args()
    if unknown := set(args.collections) - set(COLLECTIONS):
        parser.error(f"no such collection: {', '.join(sorted(unknown))}")
    score = SimpleNamespace(**runpy.run_path(str(args.shared / "score/score.py")))
    for name in args.collections or COLLECTIONS:
        read = COLLECTIONS[name]
        by_kind: dict[str, Counter[str]] = defaultdict(Counter)
        with tempfile.TemporaryDirectory() as folder:
            for labelled in read(args.shared):
                by_kind[labelled.kind] += counted(labelled, brief_of(labelled, Path(folder)), score)
        print(f"\n{name}\n\n| kind | texts | red lines | right holder | next steps | right owner | summary |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        for kind, numbers in sorted(by_kind.items(), key=lambda pair: -pair[1]["texts"]):
            print(row(kind, numbers))


if __name__ == "__main__":
    main()
