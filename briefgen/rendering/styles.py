"""Finds and reads house styles: those that ship with the program, and files of the user's own."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml
from pydantic import ValidationError

from briefgen.errors import StyleError
from briefgen.model.style import Style
from briefgen.rendering.style_errors import misfit, refuse_unprintable, unknown_section

OWN_SUFFIX = ".style.yaml"  # of a user's own style: ministry.style.yaml is the style `ministry`
_BUILT_IN_SUFFIX = ".yaml"
_LARGEST = 1_000_000  # bytes; the longest built-in style has 4,000


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style that `--style NAME` finds; `own` tells a user's file from one that ships with the program."""

    name: str
    file: Traversable
    own: bool


def style_files(folders: Iterable[Path] = ()) -> list[StyleFile]:
    """Every style by name: the built-in ones and those in `folders`, the first of which wins.

    A file of the user's own hides a built-in style of the same name.
    """
    found = {file.name: file for file in _built_in()}
    for folder in reversed(list(folders)):
        for path in sorted(folder.glob(f"*{OWN_SUFFIX}")):
            name = path.name.removesuffix(OWN_SUFFIX)
            found[name] = StyleFile(name, path, own=True)
    return sorted(found.values(), key=lambda file: (file.own, file.name))


def load_style(name: str, folders: Iterable[Path] = ()) -> Style:
    """The style called `name`. Raises StyleError: unknown name, or a wrong file."""
    return read_style(find_style(name, folders).file)


def find_style(name: str, folders: Iterable[Path] = ()) -> StyleFile:
    """The file of the style called `name`. Raises StyleError that names the known ones."""
    known = {file.name: file for file in style_files(folders)}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise StyleError(f"no style is called {name!r}", f"{meant}Known styles: {', '.join(known)}.")
    return known[name]


def read_style(file: Traversable) -> Style:
    """The style that a YAML file holds. Raises StyleError with file, line and column."""
    style = _parsed(str(file), style_text(file))
    if style.letterhead and isinstance(file, Path):
        return style.model_copy(update={"letterhead": str(file.parent / style.letterhead)})
    return style


@functools.lru_cache  # a batch asks for the same one several times a brief
def _parsed(file: str, text: str) -> Style:
    try:
        tree, data = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
        raise StyleError(f"{place}: not valid YAML: {getattr(error, 'problem', error)}", "Correct that line.") from None
    except RecursionError:
        raise StyleError(f"{file}: nested too deeply for a style", "Check that it is the right file.") from None
    except ValueError as error:  # what YAML takes for a day or a number that there is not
        raise StyleError(f"{file}: {error}", "Put what is no number and no date in quotes.") from None
    refuse_unprintable(file, tree)
    try:
        style = Style.model_validate(data)
    except ValidationError as error:
        raise misfit(file, tree, error) from None
    for number, section in enumerate(style.sections):
        if section.section not in style.known_sections:
            raise unknown_section(file, tree, number, style)
    return style


def style_text(file: Traversable) -> str:
    """The text of a style file. Raises StyleError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise StyleError(f"{file} is larger than a style can be", "Check that it is the right file.")
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{file}: cannot be read: {error}", "Check the file, or install the program again.") from None


def _built_in() -> Iterator[StyleFile]:
    """In a wheel the styles lie beside the package; in a checkout at the repository's root."""
    beside = resources.files("briefgen") / "templates"
    folder = beside if beside.is_dir() else Path(__file__).parents[2] / "templates"
    for file in folder.iterdir():
        if file.name.endswith(_BUILT_IN_SUFFIX):
            yield StyleFile(file.name.removesuffix(_BUILT_IN_SUFFIX), file, own=False)
