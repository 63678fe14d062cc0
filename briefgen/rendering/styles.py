"""Reads the house styles that ship with the program."""

from __future__ import annotations

import difflib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from briefgen.errors import StyleError
from briefgen.model.style import Style


def load_style(name: str) -> Style:
    """The built-in style called `name`. Raises StyleError: unknown name (names the known ones), or a wrong file."""
    files = {file.name.removesuffix(".yaml"): file for file in _folder().iterdir() if file.name.endswith(".yaml")}
    if name not in files:
        near = difflib.get_close_matches(name, files, n=1, cutoff=0.5)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise StyleError(f"no style is called {name!r}", f"{meant}Known styles: {', '.join(sorted(files))}.")
    return read_style(files[name])


def read_style(file: Traversable) -> Style:
    """The style that a YAML file holds. Raises StyleError with file and line."""
    try:
        text = file.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        return Style.model_validate(yaml.safe_load(text))
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{file}: cannot be read: {error}", "Check the file, or install the program again.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}" if mark else str(file)
        raise StyleError(f"{place}: not valid YAML: {getattr(error, 'problem', error)}", "Correct that line.") from None
    except ValidationError as error:
        # A misspelt key is an unknown one and a missing one; the unknown one is what to correct.
        first = min(error.errors(), key=lambda told: told["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in first["loc"])
        about = f"{key}: {first['msg']}" if key else first["msg"]
        hint = "templates/info-memo.yaml shows every key with its kind of value."
        raise StyleError(f"{file}:{_line(tree, first['loc'])}: {about}", hint) from None


def _folder() -> Traversable:
    """In a wheel the styles lie beside the package; in a checkout at the repository's root."""
    beside = resources.files("briefgen") / "templates"
    return beside if beside.is_dir() else Path(__file__).parents[2] / "templates"


def _line(node: Any, path: tuple[int | str, ...]) -> int:
    """The line, counted from 1, of the deepest node that `path` leads to; a missing key gives its parent's line."""
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            found = [(value, value) for value in node.value[step : step + 1]]
        else:
            found = []
        if not found:
            break
        key, node = found[0]
        line = key.start_mark.line + 1
    return line
