"""`briefgen doctor`: whether everything that briefgen needs is there."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from briefgen import __version__
from briefgen.cli import console, options
from briefgen.errors import BriefgenError


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is in order, what was found, and what to do if it is not."""

    name: str
    ok: bool
    found: str
    remedy: str = ""


def doctor(
    output: options.Output = Path("output"),
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Check that everything briefgen needs is installed and works.

    Exits with 1 if something is missing, and says what to do about it.

    [bold]Examples[/bold]

      briefgen doctor
      briefgen doctor --json
    """
    checks: list[Check] = []
    with console.progress("checking") as progress:
        for subject, look in CHECKS.items():
            progress(subject)
            checks.extend(_found(subject, look))
        checks.extend(_found("output folder", lambda: _output(output)))
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in checks], indent=2))
    else:
        _print(checks)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def _found(subject: str, look: Callable[[], Iterator[Check]]) -> list[Check]:
    """What `look` found; where it ends in an error, that is a problem with `subject`."""
    try:
        return list(look())
    except BriefgenError as error:
        return [Check(subject, False, error.what, error.hint)]


def _python() -> Iterator[Check]:
    yield Check("Python", sys.version_info >= (3, 11), platform.python_version(), "Install Python 3.11 or newer.")
    yield Check("briefgen", True, f"{__version__} in {Path(__file__).parents[1]}")


def _libraries() -> Iterator[Check]:
    """Every library that the package names as needed, but for the extras."""
    from importlib import metadata

    try:
        requirements = metadata.requires("briefgen") or []
    except metadata.PackageNotFoundError:
        yield Check("libraries", False, "briefgen is not installed as a package", "Run `pip install .` in its folder.")
        return
    for requirement in requirements:
        name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        if "extra ==" in requirement:
            continue
        try:
            yield Check(name, True, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name, False, "not installed", f"Run `pip install {name}`.")


def _language_model() -> Iterator[Check]:
    """The model is loaded, since one that is there but does not fit the library is as good as none."""
    from briefgen.analysis.text.language_model import load

    meta = load().meta
    yield Check("language model", True, f"{meta['lang']}_{meta['name']} {meta['version']}")


def _readers() -> Iterator[Check]:
    """What articles are read from."""
    from briefgen.sources import READERS

    yield Check("articles", True, f"{', '.join(READERS)}, web addresses, and - for standard input")


def _style() -> Iterator[Check]:
    """The default style, and the faces that its PDF is set in."""
    from briefgen import house_styles, settings
    from briefgen.rendering.pdf.fonts import FontBook

    style = house_styles.load_style(settings.read().style or "info-memo")
    yield Check("house style", True, style.name)
    FontBook(style.fonts)
    yield Check("fonts", True, f"{style.fonts.text.pdf}, {style.fonts.label.pdf}")


def _own_styles() -> Iterator[Check]:
    """Where house styles of the user's own are found, and whether each can be used."""
    from briefgen import house_styles

    for name, file, wrong in house_styles.own_styles():
        yield Check(f"style {name}", wrong is None, wrong.what if wrong else str(file), wrong.hint if wrong else "")


def _settings() -> Iterator[Check]:
    """Where the configuration is looked for, and every key with its value or with what it is for."""
    from briefgen import settings

    yield Check("configuration folder", True, str(settings.settings_folder()))
    for setting in settings.listed():
        found = f"not set; {setting.description}"
        if setting.value is not None:
            found = f"{setting.value} ({setting.origin}); {setting.description}"
        missing = setting.key == "letterhead" and setting.value is not None and not Path(setting.value).is_file()
        yield Check(f"setting {setting.key}", not missing, found, "There is no such file; correct the path.")
    yield Check("mail password", True, _password())


def _password() -> str:
    """Where the password would come from; it is not looked up, since a keyring may ask to be unlocked."""
    from importlib.util import find_spec

    from briefgen.delivery.server import PASSWORD

    if os.environ.get(PASSWORD):
        return f"from {PASSWORD}"
    return "from the keyring" if find_spec("keyring") else f"from {PASSWORD}, which is not set; no keyring is installed"


def _output(folder: Path) -> Iterator[Check]:
    from briefgen.storage import BriefFolder

    BriefFolder.under(folder, "brief")
    yield Check("output folder", True, f"{folder} can be written")


CHECKS: dict[str, Callable[[], Iterator[Check]]] = {
    "Python": _python,
    "libraries": _libraries,
    "articles": _readers,
    "language model": _language_model,
    "house style and fonts": _style,
    "styles of your own": _own_styles,
    "configuration": _settings,
}


def _print(checks: list[Check]) -> None:
    width = max(len(check.name) for check in checks)
    for check in checks:
        console.result(f"{'ok' if check.ok else 'PROBLEM':<7}  {check.name:<{width}}  {check.found}")
        if not check.ok:
            console.result(f"{'':<7}  {'':<{width}}  {check.remedy}")
