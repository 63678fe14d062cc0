"""The house styles that there are: those that ship, and the user's own in the working and the configuration folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefgen import settings, storage
from briefgen.errors import StorageError, StyleError
from briefgen.model.sections import HUMAN_SECTIONS
from briefgen.model.style import Style

SCHEMA = ".briefgen/style.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"


def load_style(name: str) -> Style:
    """The style called `name`, under the letterhead that is configured where it has none of its own.

    Raises StyleError, SettingsError.
    """
    from briefgen import rendering

    style, configured = rendering.load_style(name, _folders()), settings.read().letterhead
    return style if style.letterhead else style.model_copy(update={"letterhead": configured})


def style_text(name: str) -> str:
    """The file of a style, as it stands. Raises StyleError."""
    from briefgen.rendering import styles

    return styles.style_text(styles.find_style(name, _folders()).file)


def style_files(name: str) -> tuple[Path, ...]:
    """The files that documents in the style called `name` hang on: its own, its letterhead's and what may name that.

    Raises StyleError, SettingsError.
    """
    from briefgen.rendering import styles

    file, letterhead = styles.find_style(name, _folders()).file, load_style(name).letterhead
    under = (Path(letterhead), *settings.files()) if letterhead else ()
    return (*([file] if isinstance(file, Path) else []), *under)


def style_schema() -> dict[str, Any]:
    """The JSON Schema of a style."""
    from briefgen.rendering import style_schema

    return style_schema.style_schema()


def all_styles() -> list[tuple[str, str]]:
    """Every style with a line on what it is for, or why it cannot be used; the user's own come last."""
    from briefgen.rendering import styles

    found = []
    for file in styles.style_files(_folders()):
        try:
            description = " ".join(styles.read_style(file.file).description.split())
        except StyleError as error:
            found.append((file.name, f"cannot be used: {error.what}"))
        else:
            found.append((file.name, f"{description} ({file.file})".lstrip() if file.own else description))
    return found


def own_styles() -> Iterator[tuple[str, Path, StyleError | None]]:
    """The user's own styles: name, file, and what is wrong with it, None where nothing is."""
    from briefgen.rendering import styles

    for file in styles.style_files(_folders()):
        if isinstance(file.file, Path) and file.own:
            try:
                styles.read_style(file.file)
            except StyleError as error:
                yield file.name, file.file, error
            else:
                yield file.name, file.file, None


def section_keys() -> dict[str, str]:
    """The sections that only humans write, in any style, each with what it is for. Raises StyleError."""
    from briefgen.rendering import styles

    own = [styles.read_style(file.file) for file in styles.style_files(_folders()) if file.own]
    return HUMAN_SECTIONS | {key: use for style in own for key, use in style.own_sections.items()}


def new_style(name: str, model: str, folder: Path) -> Path:
    """Writes a copy of the style `model`, under a name of its own, into `folder`; returns the file.

    Its first line points editors to a schema that is written with it, as in the folder of a brief.
    Raises StyleError for a model that is not known, StorageError where the file is there already.
    """
    from briefgen.rendering.styles import OWN_SUFFIX

    file = folder / f"{name}{OWN_SUFFIX}"
    if file.exists():
        raise StorageError(f"{file} is there already", "Edit it, or give the new style another name.")
    text = re.sub(r"(?m)^name: .*$", f"name: {name}", style_text(model), count=1)
    schema = json.dumps(style_schema(), indent=2, ensure_ascii=False) + "\n"
    text = MODELINE + text.removeprefix(MODELINE)
    storage.write_together({folder / SCHEMA: schema.encode(), file: text.encode()})
    return file


def _folders() -> tuple[Path, Path]:
    return Path.cwd(), settings.settings_folder()
