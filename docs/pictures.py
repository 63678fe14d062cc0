"""Draws the pictures of the README: the first page of the seed article's brief, as PDF and as Word.

usage: python docs/pictures.py

Needs soffice (LibreOffice, for the Word page) and pdftoppm (poppler).
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
DOTS_PER_INCH = 110
COLOURS = 32  # enough for text on white; keeps a picture well below 200 KB


def run(*command: str | Path) -> None:
    """Run `command`; an error, with what it printed, if it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def draw(pdf: Path, picture: Path) -> None:
    """The first page of `pdf` as a picture."""
    page = pdf.with_suffix("")
    run("pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "1", "-singlefile", pdf, page)
    picture.parent.mkdir(exist_ok=True)
    with Image.open(page.with_suffix(".png")) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1024} KB")


def main() -> None:
    """Make the brief, print its Word file with LibreOffice, and draw both."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        briefgen = Path(sys.executable).with_name("briefgen")
        dated = ["--published", "2024-04-27", "--date", "2024-04-29", "--to", "The Minister"]
        run(briefgen, "make", SEED, *dated, "-o", folder, "--name", "talks")
        draw(folder / "talks" / "talks.pdf", PICTURES / "brief-pdf.png")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        word = folder / "talks" / "talks.docx"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, word)
        draw(folder / "talks.pdf", PICTURES / "brief-word.png")


if __name__ == "__main__":
    main()
