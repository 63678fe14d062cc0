"""PDF files: the text as it is read, and which files are refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import SourceError
from briefgen.sources import read
from tests.sources.shapes import shape

FIRST = """Norland reopened its three largest ports on Monday after a week of
talks with Suthmark about harbour fees, and few had expected the nego-
tiators to agree on a long-
term schedule so soon."""
SECOND = """The delegations will meet again on 14 May in Harn, where they are to
sign it in the presence of the harbour masters of both."""
TOLD = [
    "Norland reopened its three largest ports on Monday after a week of talks with Suthmark about harbour fees, "
    "and few had expected the negotiators to agree on a long-term schedule so soon.",
    "The delegations will meet again on 14 May in Harn, where they are to sign it in the presence of the harbour "
    "masters of both.",
]


class Sheet:
    """Pages on which a test sets lines where it wants them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=(595, 842), pageCompression=1)

    def lines(self, x: float, y: float, text: str, size: float = 11) -> float:
        """Sets the lines of `text` from `y` down; gives where the next paragraph may begin."""
        self.canvas.setFont("Helvetica", size)
        for line in text.splitlines():
            self.canvas.drawString(x, y, line)
            y -= 1.2 * size
        return y - 0.8 * size

    def saved(self) -> str:
        self.canvas.save()
        return str(self.path)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "talks.pdf")


def refusal(path: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(str(path))
    assert caught.value.hint
    return str(caught.value)


def test_paragraphs_headings_and_words_parted_at_the_end_of_a_line(sheet: Sheet) -> None:
    y = sheet.lines(72, 760, "Ports reopen in Norland", 20)
    y = sheet.lines(72, y, "By Ana Reyes")
    y = sheet.lines(72, y, "3 May 2024")
    y = sheet.lines(72, y, FIRST)
    y = sheet.lines(72, y, "What comes next", 14)
    sheet.lines(72, y, SECOND)
    article = read(sheet.saved())
    assert shape(article) == [
        "headline: Ports reopen in Norland",
        "byline: By Ana Reyes",
        "dateline: 3 May 2024",
        f"1: {TOLD[0]}",
        "heading: What comes next",
        f"2: {TOLD[1]}",
    ]
    assert (article.source.title, article.source.author) == ("Ports reopen in Norland", "Ana Reyes")
    assert str(article.source.published) == "2024-05-03"


def test_two_columns_below_a_title(sheet: Sheet) -> None:
    """Drawn line by line across both columns, as some programs do."""
    sheet.lines(72, 780, "Ports reopen in Norland after a week of talks", 20)
    left = [f"Left line {n} of the first column goes" for n in range(1, 9)]
    right = [f"right line {n} of the second column goes" for n in range(1, 8)]
    right.append("right until the end of it.")
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        sheet.lines(72, 720 - 14 * n, one)
        sheet.lines(310, 720 - 14 * n, two)
    assert shape(read(sheet.saved())) == [
        "headline: Ports reopen in Norland after a week of talks",
        f"1: {' '.join([*left, *right])}",
    ]


def test_what_stands_below_two_columns_is_read_behind_both(sheet: Sheet) -> None:
    for n in range(8):
        sheet.lines(72, 720 - 14 * n, f"Left line {n} of the first column goes")
        sheet.lines(310, 720 - 14 * n, f"right line {n} of the second column {'goes' if n < 7 else 'ends.'}")
    sheet.lines(72, 560, "The schedule stands in the annex to the treaty.")
    texts = [block.text for block in read(sheet.saved()).blocks]
    assert texts[0].endswith("second column ends.")
    assert texts[1:] == ["The schedule stands in the annex to the treaty."]


@pytest.mark.parametrize("title", ["Ports reopen in Norland | The Harbour Post", "Ports reopen in Norland"])
def test_a_printed_page_begins_with_its_headline(sheet: Sheet, title: str) -> None:
    """As browsers print: day and title on top, the address and number at the foot, the menu of the site above all."""
    sheet.canvas.setTitle(title)
    sheet.lines(24, 826, "5/3/24, 10:00 AM", 8)
    sheet.lines(250, 826, title, 8)
    y = sheet.lines(72, 760, "Home\nWorld\nSport")
    y = sheet.lines(72, y, "Ports reopen in Norland", 20)
    y = sheet.lines(72, y, "By Ana Reyes")
    sheet.lines(72, y, FIRST)
    sheet.lines(24, 16, "https://harbourpost.example/world/ports-reopen", 8)
    article = read(sheet.saved())
    assert shape(article) == ["headline: Ports reopen in Norland", "byline: By Ana Reyes", f"1: {TOLD[0]}"]
    assert article.source.title == "Ports reopen in Norland"
    assert article.source.publisher == ("The Harbour Post" if "|" in title else None)


def test_what_a_browser_prints_in_one_row_with_the_day_is_left_out(sheet: Sheet) -> None:
    sheet.lines(24, 826, "5/3/24, 10:00 AM", 11)
    sheet.lines(250, 826, "Talks | The Harbour Post", 11)
    y = sheet.lines(72, 760, "Ports reopen in Norland", 20)
    sheet.lines(72, y, FIRST)
    assert shape(read(sheet.saved())) == ["headline: Ports reopen in Norland", f"1: {TOLD[0]}"]


def test_a_title_that_nobody_gave(sheet: Sheet) -> None:
    sheet.canvas.setTitle("untitled")
    sheet.lines(72, 700, FIRST)
    assert read(sheet.saved()).source.title is None


def test_running_heads_page_numbers_and_notes_are_left_out(sheet: Sheet) -> None:
    halves = FIRST.splitlines()
    for number, text in enumerate(["\n".join(halves[:2]), "\n".join(halves[2:]), SECOND], 1):
        sheet.lines(72, 810, f"The Harbour Post, issue {number + 10}", 9)
        sheet.lines(72, 700, text)
        sheet.lines(72, 90, "1 Harbour Act of 1921.", 7)
        sheet.lines(290, 30, f"- {number} -")
        sheet.canvas.showPage()
    assert shape(read(sheet.saved())) == [f"1: {TOLD[0]}", f"2: {TOLD[1]}"]


def test_lists_and_rows(sheet: Sheet) -> None:
    y = sheet.lines(72, 700, FIRST)
    y = sheet.lines(
        72, y, "• Norland publishes its fees.\n• Suthmark opens its ports, and with them the\n  canal to Harn."
    )
    sheet.lines(72, y, "Vellin")
    sheet.lines(300, y, "20 crowns")
    assert shape(read(sheet.saved()))[1:] == [
        "2 •: Norland publishes its fees.",
        "3 •: Suthmark opens its ports, and with them the canal to Harn.",
        "4: Vellin | 20 crowns",
    ]


def test_a_scanned_page(sheet: Sheet) -> None:
    picture = ImageReader(Image.new("L", (100, 140), 255))
    sheet.canvas.drawImage(picture, 0, 0, 595, 842)
    sheet.canvas.showPage()
    sheet.canvas.drawImage(picture, 0, 0, 595, 842)
    assert "was scanned: its pages are pictures" in refusal(sheet.saved())


def test_a_page_that_was_scanned_among_others(sheet: Sheet) -> None:
    sheet.lines(72, 700, FIRST)
    sheet.canvas.showPage()
    sheet.canvas.drawImage(ImageReader(Image.new("L", (100, 140), 255)), 0, 0, 595, 842)
    assert "1 of its 2 pages" in refusal(sheet.saved())


def test_no_text(sheet: Sheet) -> None:
    sheet.canvas.rect(10, 10, 50, 50)
    assert "holds no text" in refusal(sheet.saved())


def test_a_protected_file(sheet: Sheet, tmp_path: Path) -> None:
    sheet.lines(72, 700, FIRST)
    writer = PdfWriter(clone_from=PdfReader(sheet.saved()))
    writer.encrypt("harbour", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "is protected by a password" in refusal(tmp_path / "locked.pdf")


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.98])
def test_a_truncated_file(sheet: Sheet, cut: float) -> None:
    sheet.lines(72, 700, FIRST)
    path = Path(sheet.saved())
    path.write_bytes(path.read_bytes()[: int(cut * path.stat().st_size)])
    assert "is not whole" in refusal(path)


@pytest.mark.parametrize(
    "data", [b"", b"no PDF at all", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"]
)
def test_no_pdf(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "talks.pdf").write_bytes(data)
    refusal(tmp_path / "talks.pdf")


def test_2000_pages_are_refused_at_once(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(2000):
        writer.add_blank_page(595, 842)
    writer.write(tmp_path / "book.pdf")
    assert "has 2,000 pages" in refusal(tmp_path / "book.pdf")


def test_memory_stays_bounded(tmp_path: Path) -> None:
    """A page with far more characters than any has."""
    canvas = Canvas(str(tmp_path / "dense.pdf"), pageCompression=1)
    canvas.setFont("Helvetica", 1)
    for n in range(820):
        canvas.drawString(5, 10 + n, "Norland reopened its ports. " * 30)
    canvas.save()
    call = (
        "import sys; from briefgen import sources, errors\n"
        "try: sources.read(sys.argv[1])\nexcept errors.SourceError as e: print(e)\n"
        "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", call, str(tmp_path / "dense.pdf")], capture_output=True, text=True, check=True
    )
    *message, peak = done.stdout.splitlines()
    assert "more than 600,000 characters" in message[0]
    assert int(peak) < 1_000_000
