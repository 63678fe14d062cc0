"""Short invented articles, as many as asked for, each with a red line and a dated step."""

from __future__ import annotations

from pathlib import Path

PORTS = ("Harn", "Vellin", "Ostmouth", "Kelby", "Drumm", "Astrel", "Pinholt", "Quorn", "Sarvik", "Tolna")
ARTICLE = """Norland warns Suthmark over the port of {port}

Norland's Foreign Minister Ana Lopes met the Suthmark envoy Piet Brandt in {port} on Monday, report number {number}.

"We will never accept a foreign base in {port}," Lopes said. Suthmark warned that it would close its ports if Norland \
raised the fees again.

The delegations will meet again next Tuesday in {port}. Norland pledged to publish its fee schedule by 15 May.
"""


def article(number: int) -> str:
    """The article of that number; each has another text."""
    return ARTICLE.format(port=PORTS[number % len(PORTS)], number=number)


def write(folder: Path, count: int) -> list[Path]:
    """That many articles as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"report-{number:04}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths


def briefs(output: Path) -> dict[str, bytes]:
    """Every file below `output` with its bytes, but for the manifest, which holds times."""
    found = (path for path in output.rglob("*") if path.is_file() and path.name != "manifest.jsonl")
    return {str(path.relative_to(output)): path.read_bytes() for path in found}
