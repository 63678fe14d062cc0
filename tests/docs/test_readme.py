"""The README tells the truth: its commands exist, and run one after another as they stand there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.main import get_command

from briefgen import workflow
from briefgen.cli import app, main
from tests.sources.mails import NOTE, mail
from tests.sources.pages import page
from tests.sources.test_mail import ATTACHMENTS, attach
from tests.web_servers import Reply, Site, web_server

SITE = "https://harbourpost.example"
ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = {name: command for name, command in get_command(app).commands.items()}


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    blocks = "\n".join(text for language, text in BLOCKS if language == "sh")
    named = set(re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)`", f"{blocks}\n{README}", re.MULTILINE))
    named = {block or inline for block, inline in named}
    assert {"brief", "test"} <= named <= targets


def test_the_table_of_commands_is_that_of_the_command_line() -> None:
    assert re.findall(r"^\| `briefgen (\w+)` \|", README, re.MULTILINE) == list(COMMANDS)


def test_every_option_that_is_named_exists() -> None:
    existing = {option for command in COMMANDS.values() for each in command.params for option in each.opts}
    existing |= {"--help", "--install-completion", "--nworkers", "--nthreads"}  # the last two are those of `dask`
    assert set(re.findall(r"(?<![\w|-])--[a-z][a-z-]+", README)) <= existing


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)]+)\)|src=\"([^\"]+)\"", README)
    assert links
    for link in (text or picture for text, picture in links):
        assert (ROOT / link).exists(), link


def save_articles(folder: Path) -> None:
    """The files that the section on what is read names."""
    message = attach(mail(NOTE), "ports.pdf", *ATTACHMENTS["ports.pdf"])
    files = {"ports.pdf": ATTACHMENTS["ports.pdf"][0], "statement.docx": ATTACHMENTS["ports.docx"][0]}
    files |= {"forwarded.eml": message.as_bytes(), "saved-page.html": page().encode()}
    for name, content in files.items():
        (folder / name).write_bytes(content)


@contextmanager
def reachable(line: str) -> Iterator[list[str]]:
    """The arguments of a command; where it names the site of the examples, that runs on this computer meanwhile."""
    if SITE not in line:
        yield shlex.split(line)[1:]
        return
    with web_server(Site({"/world/ports-reopen": Reply(page().encode())})) as site:
        yield [*shlex.split(line.replace(SITE, site.address))[1:], "--allow-private"]


def test_the_commands_run_in_the_order_in_which_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """YAML is saved as the overrides; what a `text` block shows is what the command above it prints."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", "seeds")
    save_articles(tmp_path)
    folder = tmp_path / "output" / "talks"
    printed: dict[str, str] = {}
    told: list[str] = []
    shown: set[str] = set()
    for language, text in BLOCKS:
        if language == "yaml":
            (folder / "overrides.yaml").write_text(text, encoding="utf-8")
        elif language == "text":
            assert told, text
            assert told[-1].startswith(text.strip())
            shown.add(told.pop())
        for line in text.splitlines() if language == "sh" else ():
            assert told == [], line
            if line.startswith("briefgen "):
                with pytest.raises(SystemExit) as ended, reachable(line) as arguments:
                    main(arguments)
                assert ended.value.code == 0, line
                printed[line], err = capsys.readouterr()
                # The example is a long one, and what was shown above is said again.
                told = [said for said in err.splitlines() if ", limit " not in said and said not in shown]
            elif not line.startswith("make "):
                subprocess.run(line, shell=True, check=True)  # noqa: S602  the README's own words
    assert {line.split()[1] for line in printed} >= set(COMMANDS) - {"draft", "capture"}
    opened = workflow.open_brief(folder)
    assert any("in the coming weeks" in sentence for sentence in opened.draft.evidence.values())
    brief = opened.merged.brief
    assert "China will not let its trade with Russia be limited." in [line.statement for line in brief.red_lines]
    corrected = [position.actor for issue in brief.issues for position in issue.positions if position.id in README]
    assert corrected == ["United States"]
    assert "yours" in printed["briefgen show output/talks --origin"]
    files = {path.name for path in (tmp_path / "output" / "us-china-beijing-talks").iterdir()}
    assert files >= set(re.findall(r"^\| `([a-z.-]+)`", README, re.MULTILINE))
