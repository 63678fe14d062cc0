"""Whom "he" and "they" mean: all who met, nobody where two men alike were named."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import sources
from briefgen.analysis import build_context

LIST = "President Tor Lund, Prime Minister Ole Holm and Foreign Minister Bo Arden"


@pytest.mark.parametrize(
    ("before", "word", "names"),
    [
        (f"Minister Ana Reis of Peru will meet with {LIST}.", "They", ("Ana Reis", "Tor Lund", "Ole Holm", "Bo Arden")),
        (
            "Minister Ana Reis of Peru will travel to Rome to meet with President Tor Lund of Chile.",
            "They",
            ("Ana Reis", "Tor Lund"),
        ),
        (
            "Minister Ana Reis of Peru will be in Rome, where she will hold talks with President Tor Lund.",
            "They",
            ("Ana Reis", "Tor Lund"),
        ),
        ("Peru hosted Chile in Lima on Monday.", "They", ("Peru", "Chile")),
        ("Minister Ana Reis of Peru will meet with students from Lima.", "They", ()),
        ("Peru asked for a delay.", "They", ()),
        ("Tor Lund met Ole Holm on Monday.", "He", ("Tor Lund",)),
        ("Tor Lund and Ole Holm left on Monday.", "He", ()),
        ("The delay was a defeat for Tor Lund and Ole Holm.", "He", ()),
    ],
)
def test_who_is_meant(tmp_path: Path, before: str, word: str, names: tuple[str, ...]) -> None:
    file = tmp_path / "article.txt"
    file.write_text(f"{before} {word} will discuss the quota.\n", encoding="utf8")
    context = build_context(sources.read(str(file)))
    sent = context.document.sents[-1]

    assert context.resolver.names(sent.block, sent.span[0]) == names
