"""Names that stand for a country or a body: countries, demonyms, capitals, seats of government, organisations.

Countries, capitals and demonyms come from the package `countryinfo`; `data/names.yaml` mends and adds.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from briefgen.analysis.actors.regions import ends_region

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NameKind = Literal["country", "demonym", "capital", "body", "organisation"]


# Of the package's alternative spellings only long English forms are safe: Iceland is also listed as "Island".
ENGLISH_FORMS = ("Republic", "Kingdom", "State", "States", "Federation", "Confederation", "Commonwealth", "Sultanate")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a written form stands for: `party` is the canonical name, `kind` how the form is used."""

    party: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class NameHit:
    """A form found in a parsed block: token indices (end excluded) and what it stands for."""

    start: int
    end: int
    entry: Entry


def _data() -> dict[str, Any]:
    import yaml

    text = (resources.files("briefgen.analysis") / "data" / "names.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _countries(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    from countryinfo import all_countries

    dropped = {name for row in data["leave_out"] for name in row}
    rows: dict[str, dict[str, Any]] = {}
    for country in all_countries():
        row: dict[str, Any] = dict(country.info())
        name = row.get("name", "")
        if name and name not in dropped:
            rows.setdefault(data["rename"].get(name, name), row)
    return rows


@functools.cache
def forms() -> dict[str, Entry]:
    """Every written form and what it stands for; a form given by two rules keeps the first."""
    data = _data()
    table: dict[str, Entry] = {}

    def add(form: str | None, party: str, kind: NameKind) -> None:
        if form and len(form) > 1:
            table.setdefault(form, Entry(party, kind))

    for party, aliases in data["organisations"].items():
        for form in (party, *aliases):
            add(form, party, "organisation")
    kinds: tuple[tuple[str, NameKind], ...] = (
        ("names", "country"),
        ("bodies", "body"),
        ("capitals", "capital"),
        ("demonyms", "demonym"),
    )
    for key, kind in kinds:
        for party, aliases in data[key].items():
            for form in aliases:
                add(form, party, kind)
    not_capitals = set(data["not_a_capital"])
    for party, row in _countries(data).items():
        add(party, party, "country")
        for form in row.get("altSpellings", []):
            if form.isascii() and "," not in form and any(word in form.split() for word in ENGLISH_FORMS):
                add(form.removeprefix("the "), party, "country")
        for word in (row.get("demonym") or "").replace("/", ",").split(","):
            add(word.strip(), party, "demonym")
            if word.endswith("n"):
                add(word.strip() + "s", party, "demonym")
        capital = row.get("capital")
        if isinstance(capital, str) and capital not in not_capitals:
            add(capital, party, "capital")
    return table


class Gazetteer:
    """Finds the forms in parsed text, longest first."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        self._forms = forms()
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._matcher.add("NAME", [nlp.make_doc(form) for form in self._forms])

    def find(self, doc: Doc) -> list[NameHit]:
        """The forms in `doc` without overlaps, in order."""
        hits: list[NameHit] = []
        taken = -1
        matches = sorted((start, -end) for _, start, end in self._matcher(doc))
        for start, minus_end in matches:
            end = -minus_end
            if start < taken:
                continue
            entry = self._forms.get(doc[start:end].text)
            if entry is not None and not ends_region(doc, start, end):
                hits.append(NameHit(start, end, entry))
                taken = end
        return hits


@functools.cache
def of(nlp: Language) -> Gazetteer:
    """The gazetteer for `nlp`, built once a process."""
    return Gazetteer(nlp)
