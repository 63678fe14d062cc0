"""The user's own defaults: `briefgen.toml` in the working folder and in the configuration folder."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from briefgen.errors import Place, SettingsError

if TYPE_CHECKING:  # pydantic is slow to import, and who asks for the folder alone needs none of it
    from pydantic import ValidationError

    from briefgen.model.brief import Given
    from briefgen.model.settings import MailSettings, Settings

FILE = "briefgen.toml"
_LARGEST = 100_000  # bytes
_ENVIRONMENT = {"host": "BRIEFGEN_SMTP_HOST", "port": "BRIEFGEN_SMTP_PORT", "user": "BRIEFGEN_SMTP_USER"}


@dataclass(frozen=True, slots=True)
class Setting:
    """A key as a user writes it (`mail.host`), what it is for, its value, and the file or variable that sets it.

    `value` and `origin` are None where nothing sets it.
    """

    key: str
    description: str
    value: str | None
    origin: str | None


def settings_folder() -> Path:
    """The user's configuration folder; it need not exist."""
    return platformdirs.user_config_path("briefgen", appauthor=False)


def files() -> tuple[Path, ...]:
    """The files that there are, the one that wins first."""
    return tuple(path for path in (Path(FILE), settings_folder() / FILE) if path.exists())


def read() -> Settings:
    """The defaults. A key of the working folder's file wins over the same key of the user's, the `[mail]` table as a
    whole, so that no server is paired with the name of another's user; variables of the environment win over both.

    Raises SettingsError, with file and line.
    """
    return _collected()[0]


def listed() -> list[Setting]:
    """Every key that there is, set or not. Raises SettingsError."""
    from briefgen.model.settings import MailSettings, Settings

    settings, origins = _collected()
    found = []
    for table, model, values in (("", Settings, settings), ("mail.", MailSettings, settings.mail)):
        for name, field in model.model_fields.items():
            key = f"{table}{field.alias or name}"
            value = str(getattr(values, name)) if key in origins else None
            if key != "mail":
                found.append(Setting(key, field.description or "", value, origins.get(key)))
    return found


def remember(earlier: Given, now: Given, settings: Settings) -> Given:
    """What a brief was given once and is given now. An empty text clears, for good where it clears a default."""
    options = {**earlier.model_dump(exclude_none=True), **now.model_dump(exclude_none=True)}
    defaults = settings.model_dump(exclude_none=True)
    return type(now).model_validate({key: value for key, value in options.items() if value != "" or key in defaults})


def in_force(given: Given, settings: Settings) -> Given:
    """What holds for a brief: what it was given, else the default."""
    values = {key: getattr(given, key) for key in ("from_", "marking", "style")}
    taken = {key: getattr(settings, key) if value is None else value for key, value in values.items()}
    return given.model_copy(update={key: value or None for key, value in taken.items()})


def _collected() -> tuple[Settings, dict[str, str]]:
    """The settings, and by key what sets each one."""
    from briefgen.model.settings import MailSettings, Settings

    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for path in reversed(files()):
        settings = _read(path)
        own = {name: getattr(settings, name) for name in settings.model_fields_set}
        if own.get("letterhead"):
            own["letterhead"] = str(path.parent / own["letterhead"])
        if "mail" in own:
            origins = {key: file for key, file in origins.items() if not key.startswith("mail.")}
            origins |= {f"mail.{key.rstrip('_')}": str(path) for key in own["mail"].model_fields_set}
        origins |= {key.rstrip("_"): str(path) for key in own if key != "mail"}
        values |= own
    mail: MailSettings = values.get("mail", MailSettings())
    variables = {key: os.environ[name] for key, name in _ENVIRONMENT.items() if os.environ.get(name)}
    values["mail"] = _with_variables(mail, variables)
    origins |= {f"mail.{key}": _ENVIRONMENT[key] for key in variables}
    return Settings(**values), origins


def _read(path: Path) -> Settings:
    """The settings of one file. Raises SettingsError."""
    from pydantic import ValidationError

    from briefgen.model.settings import Settings

    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise SettingsError(f"{path} is larger than a configuration can be", "Check that it is the right file.")
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}", "Check the file; it has to be UTF-8.") from error
    try:
        return Settings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = Place(path, int(place[1]), int(place[2])) if place else Place(path, len(text.splitlines()) or 1, 1)
        what = str(error).partition(" (at ")[0]
        raise SettingsError(f"not valid TOML: {what}", 'A line is key = "text".', where) from None
    except ValidationError as error:
        raise _misfit(path, text, error) from None


def _with_variables(mail: MailSettings, variables: Mapping[str, str]) -> MailSettings:
    from pydantic import ValidationError

    typed = {key: int(text) if key == "port" and text.isdecimal() else text for key, text in variables.items()}
    try:
        checked = type(mail).model_validate(typed)
    except ValidationError as error:
        first = error.errors()[0]
        name = _ENVIRONMENT[str(first["loc"][0])]
        raise SettingsError(f"{name}: {_reason(first)}", "Set it anew, or unset it.") from None
    return mail.model_copy(update={key: getattr(checked, key) for key in typed})


def _misfit(path: Path, text: str, error: ValidationError) -> SettingsError:
    """The first thing that is wrong with the values of a file."""
    from briefgen.model.settings import MailSettings, Settings

    first = error.errors()[0]
    keys = [str(part) for part in first["loc"]]
    place = Place(path, _line(text, keys), 1)
    if first["type"] != "extra_forbidden":
        return SettingsError(f"{'.'.join(keys)}: {_reason(first)}", "Correct that line.", place)
    model = MailSettings if len(keys) > 1 else Settings
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = difflib.get_close_matches(keys[-1], known, n=1, cutoff=0.5)
    meant = f"Did you mean {near[0]}? " if near else ""
    if keys[-1].startswith("pass"):
        meant = "A password never stands in a file: set BRIEFGEN_SMTP_PASSWORD, or use the keyring. "
    table = " in [mail]" if len(keys) > 1 else ""
    return SettingsError(f"no key is called '{keys[-1]}'{table}", f"{meant}Known keys: {', '.join(known)}.", place)


def _reason(error: Any) -> str:
    """What is wrong with a value, in words, and the value."""
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]} (it is {repr(error['input'])[:80]})"


def _line(text: str, keys: list[str]) -> int:
    """The line on which a key stands; that of its table where the key is not on one of its own; else 1."""
    table, best = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if head := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
            table = head[1].strip("\"'")
            name = table
        elif entry := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            name = ".".join(filter(None, [table, entry[1].replace('"', "").replace("'", "")]))
        else:
            continue
        if name == ".".join(keys):
            return number
        if name == keys[0]:
            best = number
    return best
