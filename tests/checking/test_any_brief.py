"""What holds for every brief and every set of edits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from briefyaml.strategies import briefs, edits_of
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.briefyaml import dump, load_overrides, merge, places
from briefgen.briefyaml.writing.dump import dump_plain
from briefgen.checking import BY_NAME, Subject, YamlFile, check
from briefgen.model.brief import Brief

BRIEF, OVERRIDES = Path("brief.yaml"), Path("overrides.yaml")


@settings(deadline=None, max_examples=25)
@given(st.data(), briefs(), st.booleans())
def test_every_finding_is_of_a_rule_and_stands_on_a_line_of_its_file(data: st.DataObject, brief: Brief, read: bool):
    draft, edits = dump(brief), dump_plain(data.draw(edits_of(brief)))
    overrides = load_overrides(edits, OVERRIDES)
    files = (
        YamlFile(OVERRIDES, edits, partial(places, edits, OVERRIDES, overrides)),
        YamlFile(BRIEF, draft, partial(places, draft, BRIEF)),
    )
    findings = check(Subject(merge(brief, overrides), {} if read else None), files)
    lines = {file.file: file.text.count("\n") + 1 for file in files}
    for finding in findings:
        assert finding.level == BY_NAME[finding.rule].level
        assert 1 <= finding.place.line <= lines[finding.place.file]
        assert finding.message
        assert finding.hint
    order = [(str(finding.place.file), finding.place.line, finding.place.column) for finding in findings]
    assert order == sorted(order)


@settings(deadline=None, max_examples=30)
@given(st.data(), briefs())
def test_what_a_human_says_needs_no_ground(data: st.DataObject, brief: Brief):
    """In a brief of which the machine drafted nothing, no rule for statements of the machine's finds anything."""
    blank = Brief(title="", date=brief.date, evidence=brief.evidence)
    overrides = load_overrides(dump_plain(data.draw(edits_of(blank))), OVERRIDES)
    file = YamlFile(OVERRIDES, "", dict)
    found = {finding.rule for finding in check(Subject(merge(blank, overrides), brief.evidence), [file])}
    assert found.isdisjoint({"no-evidence", "number-not-in-evidence", "name-not-in-evidence"})


def texts_in(data: object) -> Iterator[str]:
    """Every text in mappings and lists, but for ids and for where an entry stands."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("id", "after"):
                yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)


@settings(deadline=None, max_examples=25)
@given(st.data(), briefs(), briefs())
def test_whatever_is_drafted_anew_a_human_finds_their_words_in_the_brief_or_in_the_findings(
    data: st.DataObject, before: Brief, other: Brief
):
    kept = data.draw(st.sets(st.sampled_from(["issues", "red_lines", "next_steps", "quotes", "actors", "summary"])))
    same = {section: getattr(before, section) for section in kept}
    now = other.model_copy(update={**same, "evidence": before.evidence | other.evidence})
    edits = data.draw(edits_of(before))
    text = dump_plain(edits)
    overrides = load_overrides(text, OVERRIDES)
    merged = merge(now, overrides, merge(before, overrides).basis)
    file = YamlFile(OVERRIDES, text, partial(places, text, OVERRIDES, overrides))
    found = check(Subject(merged), [file])
    printed = {*texts_in(merged.brief.model_dump(by_alias=True))}
    told = " ".join(f"{finding.message} {finding.old} {finding.new}" for finding in found)
    assert [words for words in texts_in(edits) if words not in printed and words not in told] == []
