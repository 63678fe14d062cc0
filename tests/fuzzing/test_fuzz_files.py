"""The files beside a brief and the settings, spoilt at random: each is taken or refused with one message."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import settings as configured
from briefgen import workflow
from briefgen.briefyaml import dump
from briefgen.errors import BriefgenError
from briefgen.house_styles import load_style, style_text
from tests.briefyaml.norland import norland, uncommented_example

from .examples import examples, spoilt

BRIEF = norland()
SETTINGS = b"""\
from = "Harbour Desk"
style = "submission"
marking = "TLP:AMBER"

[mail]
host = "mail.norland.example"
port = 587
user = "desk"
"""
SOURCE = "".join(f"{identity}  {text}\n" for identity, text in BRIEF.evidence.items()).encode()


def said_once(error: BriefgenError) -> bool:
    return bool(str(error)) and "Traceback" not in str(error)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@examples(20)
@given(data=st.data())
def test_a_brief_folder_is_checked_or_refused(folder: Path, data: st.DataObject) -> None:
    """`check` finds what is wrong, or says that there is no brief; `open_brief` says the first thing that is wrong."""
    files = {
        "brief.yaml": dump(BRIEF).encode(),
        "overrides.yaml": uncommented_example(BRIEF).encode(),
        "source.txt": SOURCE,
    }
    bad = data.draw(st.sampled_from(sorted(files)))
    for name, content in files.items():
        (folder / name).write_bytes(data.draw(spoilt(content)) if name == bad else content)
    try:
        findings = workflow.check(folder)
    except BriefgenError as error:
        assert said_once(error)
    else:
        assert all(finding.message and finding.rule for finding in findings)
    try:
        workflow.open_brief(folder)
    except BriefgenError as error:
        assert said_once(error)


@examples(20)
@given(data=st.data())
def test_a_style_is_loaded_or_refused(folder: Path, data: st.DataObject) -> None:
    built_in = data.draw(st.sampled_from(["info-memo", "submission", "assessment"]))
    text = style_text(built_in).replace(f"name: {built_in}", "name: ours").encode()
    (folder / "ours.style.yaml").write_bytes(data.draw(spoilt(text)))
    try:
        load_style("ours")
    except BriefgenError as error:
        assert said_once(error)


@examples(20)
@given(data=st.data())
def test_settings_are_read_or_refused(folder: Path, data: st.DataObject) -> None:
    (folder / "briefgen.toml").write_bytes(data.draw(spoilt(SETTINGS)))
    try:
        configured.read()
    except BriefgenError as error:
        assert said_once(error)
