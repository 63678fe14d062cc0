"""Random briefs and random edits of a given brief, for the property tests."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st

from briefgen.model import brief as model
from briefgen.model.findings import Confidence, RedLineKind, StepStatus

# Texts that YAML would read as something else, or that its writers are known to spoil.
TRICKY = [
    *("no", "on", "Yes", "null", "~", "", " ", "12:30", "1.10", "1e3", "0x1F", "2024-04-27", "- x", "-", "? x", "a: b"),
    *(
        "# x",
        "a #b",
        "a:",
        ":",
        " leading",
        "trailing ",
        "a\tb",
        "\t",
        "two\nlines",
        "\n",
        "end\n",
        "end\n\n",
        "a\n  b",
    ),
    *(
        "  a\nb",
        "a \nb",
        "\n\na",
        "it's",
        'say "no"',
        "back\\slash",
        "'",
        '"',
        "@a",
        "`a`",
        "%a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
    ),
    *(
        "[a]",
        "{a}",
        "a, b",
        "---",
        "...",
        "=",
        "<<",
        "\x85",
        "a\x85b",
        '"a\x85b"',
        '"a\u2028\nb"',
        "a\u2028b",
        "\ufeff",
        "a\ufeff",
        "a\rb",
        "\x7f",
    ),
    *("\xa0", "中美会谈", "الخط الأحمر", "👩‍👩‍👧 🇳🇴", "é", "x" * 300, "word " * 60, "#", "?", "---\na", "...\n"),
]
# Every character that a document can hold: no control characters but tab, newline and carriage return.
CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(14, 32)), "\ufffe", "\uffff"],
)
texts = st.sampled_from(TRICKY) | st.text(CHARACTERS, max_size=40)
maybe_text = st.none() | texts
days = st.dates(min_value=dt.date(1, 1, 1))
maybe_day = st.none() | days
names = texts | st.lists(texts, max_size=3)
counts = st.integers(min_value=0, max_value=10**9 - 1)
kinds = st.sampled_from(get_args(RedLineKind))
statuses = st.sampled_from(get_args(StepStatus))
confidences = st.sampled_from(get_args(Confidence))
sentence_ids = st.from_regex(r"[A-C][1-9][0-9]?\.[1-9]", fullmatch=True)


@st.composite
def briefs(draw: st.DrawFn) -> model.Brief:
    """A brief whose ids are unique in their section and whose evidence is there."""
    sentences = draw(st.dictionaries(sentence_ids, texts, max_size=4))
    evidence = st.lists(st.sampled_from(sorted(sentences)), max_size=3) if sentences else st.just([])
    used: set[str] = set()

    def items(build: Any, prefix: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
        ids = st.integers(0, 0xFFFF).map(lambda n: f"{prefix}-{n:04x}").filter(lambda i: i not in used)
        entry = st.builds(lambda id_, **rest: (used.add(id_), build(id=id_, **rest))[1], id_=ids, **fields)
        return st.lists(entry, max_size=3, unique_by=lambda item: item.id)

    positions = items(model.Position, "pos", actor=names, speaker=maybe_text, text=texts, evidence=evidence)
    due = st.builds(model.DueDate, text=texts, earliest=maybe_day, latest=maybe_day)
    return model.Brief(
        title=draw(texts),
        date=draw(days),
        marking=draw(texts),
        given=model.Given(published=draw(maybe_day), **{"from": draw(maybe_text)}),
        header=model.Header(to=draw(maybe_text), **{"from": draw(maybe_text)}),
        sources=draw(items(model.SourceInfo, "S", title=maybe_text, published=maybe_day, words=counts)),
        summary=model.Summary(
            bottom_line=draw(st.none() | st.builds(model.Statement, text=texts, evidence=evidence)),
            key_points=draw(items(model.KeyPoint, "sum", text=texts, evidence=evidence)),
        ),
        issues=draw(items(model.Issue, "iss", title=texts, evidence=evidence, positions=positions)),
        red_lines=draw(
            items(
                *(model.RedLine, "red"),
                **dict.fromkeys(("speaker", "addressee", "trigger", "consequence"), maybe_text),
                **{"holder": names, "statement": texts, "kind": kinds, "confidence": confidences, "evidence": evidence},
            )
        ),
        next_steps=draw(
            items(
                *(model.NextStep, "nxt"),
                **{"action": texts, "owners": st.lists(texts, max_size=3), "due": st.none() | due},
                **{"status": statuses, "confidence": confidences, "evidence": evidence},
            )
        ),
        quotes=draw(items(model.Quote, "quo", speaker=maybe_text, text=texts, evidence=evidence)),
        actors=draw(items(model.BriefActor, "act", name=texts, role=maybe_text, mentions=counts)),
        caveats=draw(items(model.Caveat, "cav", text=texts, about=maybe_text)),
        evidence=sentences,
    )


CHANGES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "issues": {"title": texts},
    "positions": {"actor": names, "speaker": maybe_text, "text": texts},
    "red_lines": {"holder": names, "statement": texts, "kind": kinds, "trigger": maybe_text},
    "next_steps": {"action": texts, "owners": st.lists(texts, max_size=2), "status": statuses, "due": st.none()},
    "quotes": {"speaker": maybe_text, "text": texts},
    "actors": {"name": texts, "role": maybe_text},
    "caveats": {"text": texts},
}


@st.composite
def edits_of(draw: st.DrawFn, brief: model.Brief, drops: bool = True) -> dict[str, Any]:
    """What an `overrides.yaml` for the brief holds: changed, dropped and added entries in any order, and values."""

    def changed(section: str, item: Any) -> dict[str, Any]:
        entry = {"id": item.id}
        if drops and draw(st.booleans()):
            return {**entry, "drop": True}
        entry |= draw(st.fixed_dictionaries({}, optional=CHANGES[section]))
        if section == "issues":
            entry["positions"] = entries("positions", item.positions)
        return entry

    def added(section: str, targets: list[str], number: int) -> dict[str, Any]:
        entry = draw(st.fixed_dictionaries(CHANGES[section]))
        if draw(st.booleans()):
            entry["id"] = f"own-{section}.{number}.{len(made)}"
            targets.append(entry["id"])
        place = draw(st.sampled_from(["last", "first", "after"]))
        if place == "first":
            entry["first"] = True
        elif place == "after" and (others := [target for target in targets if target != entry.get("id")]):
            entry["after"] = draw(st.sampled_from(others))
        made.append(entry)
        return entry

    def entries(section: str, items: list[Any]) -> list[dict[str, Any]]:
        touched = [changed(section, item) for item in items if draw(st.booleans())]
        targets = [item.id for item in items]
        new = [added(section, targets, number) for number in range(draw(st.integers(0, 3)))]
        return list(draw(st.permutations([*touched, *new])))

    made: list[dict[str, Any]] = []
    values = draw(st.fixed_dictionaries({}, optional={"title": texts, "date": days, "marking": texts}))
    values |= {"header": draw(st.fixed_dictionaries({}, optional={"to": maybe_text, "from": maybe_text}))}
    values |= {"summary": {"bottom_line": draw(st.none() | st.fixed_dictionaries({"text": texts}))}}
    return values | {
        section: entries(section, getattr(brief, section)) for section in CHANGES if section != "positions"
    }


SECTIONS: dict[str, st.SearchStrategy[Any]] = {
    "background": texts,
    "talking_points": st.lists(texts, max_size=3),
    "recommendation": texts | st.lists(st.fixed_dictionaries({"text": texts}, optional={"replies": st.lists(texts)})),
    "options": st.lists(st.fixed_dictionaries({"title": texts}, optional={"advantages": st.lists(texts)}), max_size=2),
    "attendees": st.lists(texts | st.fixed_dictionaries({"name": texts}, optional={"role": maybe_text}), max_size=3),
}


@st.composite
def orders_and_sections(draw: st.DrawFn, brief: model.Brief, edits: dict[str, Any]) -> dict[str, Any]:
    """The parts of an `overrides.yaml` for the brief that `edits_of` leaves out: `order:` and `sections:`."""

    def some_of(items: list[Any], entries: list[dict[str, Any]]) -> list[str]:
        ids = [item.id for item in items] + [entry["id"] for entry in entries if entry.get("id", "").startswith("own-")]
        return list(draw(st.permutations(ids)))[: draw(st.integers(0, 4))]

    sections = ("red_lines", "next_steps", "quotes", "actors", "caveats")
    order = {section: some_of(getattr(brief, section), edits.get(section, [])) for section in sections}
    below = {entry.get("id"): entry.get("positions", []) for entry in edits.get("issues", [])}
    order |= {issue.id: some_of(issue.positions, below.get(issue.id, [])) for issue in brief.issues}
    return {"order": order, "sections": draw(st.fixed_dictionaries({}, optional=SECTIONS))}
