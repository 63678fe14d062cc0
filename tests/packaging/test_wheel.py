"""The wheel holds what the program needs and nothing else, and works wherever it is installed."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest
import yaml
from docx import Document
from tools import need

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "us-china-beijing-talks.txt"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built by the build backend that is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("briefgen-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    """The `briefgen` of an environment that holds the wheel and the locked versions of what it needs, nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(re.findall(r"^\S+==[^\\\n]+", lock, re.MULTILINE)), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    pip = [folder / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", constraints, wheel], check=True, env=clean_environment)
    return folder / "venv" / "bin" / "briefgen"


def test_the_wheel_holds_the_package_and_the_house_styles_and_nothing_else(wheel: Path) -> None:
    package = {str(path.relative_to(ROOT)) for path in (ROOT / "briefgen").rglob("*.*") if path.is_file()}
    styles = {f"briefgen/templates/{path.name}" for path in (ROOT / "templates").iterdir()}
    expected = {name for name in package if not name.endswith(".pyc")} | styles
    assert {"briefgen/templates/info-memo.yaml", "briefgen/analysis/data/salience.json"} <= expected
    assert {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name} == expected


def test_the_wheel_makes_a_brief_of_the_seed_in_any_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "talks.txt").write_bytes(SEED.read_bytes())
    done = subprocess.run(
        [installed, "make", "talks.txt", "--published", "2024-04-27"],
        cwd=tmp_path / "desk",
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "desk" / "output" / "talks"
    brief = yaml.safe_load((folder / "brief.yaml").read_text(encoding="utf-8"))
    assert brief["red_lines"]
    assert brief["next_steps"]
    assert "Source" in {table.rows[0].cells[-1].text for table in Document(str(folder / "talks.docx")).tables}
    pdf = folder / "talks.pdf"
    assert brief["title"] in " ".join(pypdf.PdfReader(pdf).pages[0].extract_text().split())
    subprocess.run([need("qpdf", "qpdf"), "--check", pdf], check=True, capture_output=True)


def test_the_environment_of_the_wheel_is_complete_and_has_no_tool_of_ours(installed: Path) -> None:
    doctor = subprocess.run([installed, "doctor"], capture_output=True, encoding="utf-8", check=False)
    assert doctor.returncode == 0, doctor.stdout
    python = installed.with_name("python")
    listed = subprocess.run([python, "-m", "pip", "list"], check=True, capture_output=True, encoding="utf-8").stdout
    assert "spacy" in listed
    assert not {"pytest", "mypy", "ruff", "hatchling", "scikit-learn"} & set(listed.split())
