"""Draws the pictures of the README and of docs/styles.md: first pages of the seed article's brief, as PDF and as Word.

usage: python docs/pictures.py

Needs soffice (LibreOffice, for the Word pages) and pdftoppm (poppler).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "us-china-beijing-talks.txt"
PICTURES = ROOT / "docs" / "pictures"
STYLES = ("info-memo", "submission", "one-page", "meeting-brief", "sitrep", "assessment")
LARGE, SMALL = 110, 64  # dots an inch, of the README's pictures and of the gallery's
COLOURS = 32  # enough for text on white; keeps a picture small
# What only a person writes, so that the gallery shows the styles that are made for it as they are used.
WRITTEN = """
header: {from: East Asia desk, reference: EA/2024/31, as_of: "29 April 2024, 08:00"}
sections:
  issue: Whether to offer a date for the talks on artificial intelligence before the May visits.
  recommendation:
  - {text: Offer two dates in the second half of May., replies: [Agreed, Not agreed, Please discuss]}
  timing: By 3 May, so that the offer arrives before the next visit is announced.
  argument: [An early date costs nothing and shows who is ready to talk.]
  purpose: To learn whether Beijing will name a delegation for the talks on artificial intelligence.
  objectives: [A date., A name., No new conditions.]
  attendees:
  - {name: Wang Yi, role: Foreign Minister, organisation: China}
  talking_points: [We are ready on any day in May., Our position on Taiwan has not changed.]
"""


def run(*command: str | Path) -> None:
    """Run `command`; an error, with what it printed, if it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def draw(pdf: Path, picture: Path, dots: int) -> None:
    """The first page of `pdf` as a picture."""
    page = pdf.with_suffix("")
    run("pdftoppm", "-png", "-r", str(dots), "-f", "1", "-l", "1", "-singlefile", pdf, page)
    picture.parent.mkdir(exist_ok=True)
    with Image.open(page.with_suffix(".png")) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1024} KB")


def printed(folder: Path, documents: list[Path]) -> list[Path]:
    """Word files as LibreOffice prints them."""
    profile, out = f"-env:UserInstallation={(folder / 'profile').as_uri()}", folder / "word"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, *documents)
    return [out / f"{document.stem}.pdf" for document in documents]


def main() -> None:
    """Make the brief, print it in every style, and draw the first pages."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        briefgen, brief = Path(sys.executable).with_name("briefgen"), folder / "talks"
        dated = ["--published", "2024-04-27", "--date", "2024-04-29", "--to", "The Minister"]
        run(briefgen, "make", SEED, *dated, "-o", folder, "--name", "talks")
        for extension in ("docx", "pdf"):
            (brief / f"talks.{extension}").rename(folder / f"readme.{extension}")
        (brief / "overrides.yaml").write_text(WRITTEN, encoding="utf-8")
        for style in STYLES:
            run(briefgen, "render", brief, "--style", style)
            for extension in ("docx", "pdf"):
                (brief / f"talks.{extension}").rename(folder / f"{style}.{extension}")
        names = ["readme", *STYLES]
        for name, word in zip(names, printed(folder, [folder / f"{name}.docx" for name in names]), strict=True):
            to, dots = ("brief", LARGE) if name == "readme" else (f"style-{name}", SMALL)
            draw(folder / f"{name}.pdf", PICTURES / f"{to}-pdf.png", dots)
            draw(word, PICTURES / f"{to}-word.png", dots)


if __name__ == "__main__":
    main()
