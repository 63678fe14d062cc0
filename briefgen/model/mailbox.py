"""An e-mail address with the name of whoever reads there."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_NAMED = re.compile(r"([^<>]*)<([^<>]*)>")
_LONGEST = 254  # characters of an address, as RFC 5321 has it; a name may have as many


@dataclass(frozen=True, slots=True)
class Mailbox:
    """`name` may hold any script and be empty; `address` is ASCII, `user@domain`."""

    name: str
    address: str

    @classmethod
    def parse(cls, text: str) -> Mailbox:
        """`ana@norland.example` or `Ana Lopes <ana@norland.example>`. Raises ValueError that says what is wrong."""
        if not text.isprintable():  # a line break above all: what follows it would be read as a header of its own
            raise ValueError("an e-mail address has no line break and no other character that cannot be printed")
        named = _NAMED.fullmatch(text.strip())
        name, address = (named[1].strip(), named[2].strip()) if named else ("", text.strip())
        if name.startswith('"') and name.endswith('"'):
            name = name[1:-1].strip()
        if not address.isascii():
            hint = "write a domain in other letters as xn--..."
            raise ValueError(f"'{address[:_LONGEST]}' has letters that an e-mail address cannot have; {hint}")
        if max(len(name), len(address)) > _LONGEST or not _ADDRESS.fullmatch(address):
            raise ValueError(f"'{text[:_LONGEST]}' is not one e-mail address, as in ana@norland.example")
        return cls(name, address)

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address
