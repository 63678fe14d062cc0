"""What stands in quotation marks in a brief is a stretch of its evidence, word for word and sign for sign."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.model.article import Article, Block, Source
from briefgen.model.brief import Given
from briefgen.model.findings import Findings, KeyStatement

OWN = Path(__file__).parents[2] / "training" / "own"
LEFT_OUT = re.compile(r"\[[^\]]*\]|…")
QUOTATION = re.compile(r"\"([^\"]*)\"|“([^”]*)”")
# A full stop may stand for the comma in front of the reporting clause: “..., ” she said.
GOES_ON = re.compile(r"[\s,;:–—-]*\w")


def findings_of(text: str, published: dt.date = dt.date(2031, 5, 6)) -> tuple[Article, Findings]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    article = Article(Source("A", published=published), tuple(Block("paragraph", t, n) for n, t in enumerate(lines, 1)))
    return article, analyse(article, published=published)


def statements(text: str, published: dt.date) -> Iterator[tuple[str, str]]:
    """Every statement of the drafted brief, and of those that it had to choose from, with its evidence."""
    article, findings = findings_of(text, published)
    brief = draft(article, findings, date=published, given=Given(published=published))
    rows = [(x.text, x.evidence) for x in brief.summary.key_points]
    if brief.summary.bottom_line is not None:
        rows.append((brief.summary.bottom_line.text, brief.summary.bottom_line.evidence))
    rows += [(x.statement, x.evidence) for x in brief.red_lines]
    rows += [(x.action, x.evidence) for x in brief.next_steps]
    rows += [(shown(x), list(x.evidence)) for x in findings.key_statements]
    rows += [(x.text, list(x.evidence)) for x in findings.positions]
    ground = {s.id: s.text for s in findings.sentences}
    return ((text, " ".join(ground[e] for e in evidence)) for text, evidence in rows)


def shown(statement: KeyStatement) -> str:
    return f"“{statement.words}”" if statement.spoken else statement.text


def is_verbatim(quotation: str, ground: str) -> bool:
    """Whether its parts between brackets and ellipses stand in `ground` one behind the other; any mark is one."""
    quotation, ground = (" ".join(re.sub(r"[\"“”‘’]", "'", t).split()) for t in (quotation, ground))
    parts = [part.strip() for part in LEFT_OUT.split(quotation)]
    at = 0
    for n, part in enumerate(parts, 1):
        found = ground.find(part, at)
        if found < 0 and n == len(parts) and part.endswith("."):
            found = ground.find(part[:-1], at)
            if found >= 0 and GOES_ON.match(ground, found + len(part) - 1):
                return False
        if found < 0:
            return False
        at = found + max(0, len(part) - 1)
    return True


@pytest.mark.parametrize(
    ("quotation", "verbatim"),
    [
        ("The nets must go", True),
        ("The nets must go, today.", True),
        ("The nets must go.", False),
        ("The nets must go…", True),
        ("…nets must go, today.", True),
        ("Nets must go, today.", False),
        ("[Peru] must go, today.", True),
        ("The nets go, today.", False),
    ],
)
def test_what_counts_as_verbatim(quotation: str, verbatim: bool) -> None:
    assert is_verbatim(quotation, "“The nets must go, today,” Reis said.") == verbatim


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(OWN.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_quotation_in_the_briefs_of_whole_passages(file: Path) -> None:
    seen = 0
    for passage in yaml.safe_load(file.read_text(encoding="utf8")):
        for text, ground in statements(passage["text"], passage["published"]):
            for found in QUOTATION.finditer(text):
                quotation = found[1] if found[1] is not None else found[2]
                assert is_verbatim(quotation, ground), f"{passage['id']}: {quotation!r} is not in {ground!r}"
                seen += 1
    assert seen > 50


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "MINISTER REIS: And we also asked the ships of Norland to leave the bay by Friday.",
            "…we also asked the ships of Norland to leave the bay by Friday.",
        ),
        (
            "MINISTER REIS: Look, we want the ships of Norland to leave the bay by Friday.",
            "…we want the ships of Norland to leave the bay by Friday.",
        ),
        (
            "MINISTER REIS: We agreed with Norland on Tuesday to halve the quota of cod in the northern waters and to "
            "send a joint mission of experts to the harbours of both countries, including the three harbours in which "
            "the fleets of unlicensed ships have been seen.",
            "We agreed with Norland on Tuesday to halve the quota of cod in the northern waters and to send a joint "
            "mission of experts to the harbours of both countries…",
        ),
    ],
)
def test_words_in_marks_are_not_mended(sentence: str, line: str) -> None:
    """No "also" falls, no first letter is made large, and no full stop ends what goes on."""
    article = Article(Source("A"), (Block("headline", "Minister Reis at the bay"), Block("paragraph", sentence, 1)))
    (found,) = analyse(article).key_statements
    assert found.spoken
    assert found.words == line


def test_a_quotation_is_not_cut_at_its_comma() -> None:
    """Curly marks hold their words together as straight ones do, and an "also" between them stays."""
    said = "“The fleet will also stay in the northern bay for as long as the crews want it, which is what we promised.”"
    _, findings = findings_of(f"Minister Tor Lund of Norland told the reporters who waited at the harbour: {said}")
    assert findings.key_statements[0].text.endswith(said)
