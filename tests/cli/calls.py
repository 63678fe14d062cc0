"""What the tests of the command line share besides fixtures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TALKS = """Norland and Suthmark resume harbour talks

Norland's Foreign Minister Ana Lopes met the Suthmark envoy Piet Brandt in Vellin on Monday. The two sides differ on \
harbour fees and on fishing rights in the Grey Strait.

"We will never accept a foreign base in the Grey Strait," Lopes said. Suthmark warned that it would close its ports \
if Norland raised the fees again.

The delegations will meet again next Tuesday in Harn. Norland pledged to publish its fee schedule by 15 May.
"""


@dataclass(frozen=True)
class Done:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def files(self) -> list[str]:
        """The paths that were printed as results."""
        return self.out.splitlines()


Run = Callable[..., Done]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
