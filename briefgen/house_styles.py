"""The house styles that there are: those that ship, and the user's own in the working and the configuration folder."""

from __future__ import annotations

import re
from pathlib import Path

import platformdirs

from briefgen import storage
from briefgen.errors import StorageError
from briefgen.model.sections import HUMAN_SECTIONS
from briefgen.model.style import Style


def settings_folder() -> Path:
    """The user's configuration folder; it need not exist."""
    return platformdirs.user_config_path("briefgen", appauthor=False)


def load_style(name: str) -> Style:
    """The style called `name`. Raises StyleError."""
    from briefgen import rendering

    return rendering.load_style(name, _folders())


def style_text(name: str) -> str:
    """The file of a style, as it stands. Raises StyleError."""
    from briefgen.rendering import styles

    return styles.style_text(styles.find_style(name, _folders()).file)


def all_styles() -> list[tuple[str, str]]:
    """Every style with a line on what it is for; the user's own come last and say where they are."""
    from briefgen.rendering import styles

    found = [(file, styles.read_style(file.file)) for file in styles.style_files(_folders())]
    return [
        (file.name, f"{style.description} ({file.file})".lstrip() if file.own else style.description)
        for file, style in found
    ]


def section_keys() -> dict[str, str]:
    """The sections that only humans write, in any style, each with what it is for. Raises StyleError."""
    from briefgen.rendering import styles

    own = [styles.read_style(file.file) for file in styles.style_files(_folders()) if file.own]
    return HUMAN_SECTIONS | {key: use for style in own for key, use in style.own_sections.items()}


def new_style(name: str, model: str, folder: Path) -> Path:
    """Writes a copy of the style `model`, under a name of its own, into `folder`; returns the file.

    Raises StyleError for a model that is not known, StorageError where the file is there already.
    """
    from briefgen.rendering.styles import OWN_SUFFIX

    file = folder / f"{name}{OWN_SUFFIX}"
    if file.exists():
        raise StorageError(f"{file} is there already", "Edit it, or give the new style another name.")
    text = re.sub(r"(?m)^name: .*$", f"name: {name}", style_text(model), count=1)
    storage.write_together({file: text.encode()})
    return file


def _folders() -> tuple[Path, Path]:
    return Path.cwd(), settings_folder()
