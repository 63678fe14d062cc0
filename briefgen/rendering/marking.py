"""The protective marking: printed where the style says, and a TLP label where TLP 2.0 says. Never decided here.

TLP 2.0 (FIRST, 2022): the label in the head and foot of each page, on the right, in 12 points or more, without a space
and never translated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefgen.model.style import BannerPlace, Style
from briefgen.rendering.wording import clean

TLP_LABELS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
_TLP = re.compile(r"\s*TLP\b", re.IGNORECASE)
_TLP_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A marking as it is printed; `text` is empty where there is none. `size` in points."""

    text: str = ""
    places: tuple[BannerPlace, ...] = ()
    align: Literal["left", "centre", "right"] = "right"
    size: float = _TLP_SIZE
    warnings: tuple[str, ...] = ()

    def at(self, place: BannerPlace) -> str:
        """What stands there: the marking or nothing."""
        return self.text if place in self.places else ""


def mark(marking: str, style: Style) -> Mark:
    """How a brief's marking is printed in a style. What looks like a TLP label and is none gets a warning."""
    words, banner = clean(marking), style.banner
    if not words:
        return Mark()
    if not _TLP.match(words):
        return Mark(words.upper() if banner.capitals else words, tuple(banner.places), banner.align, banner.size)
    label = re.sub(r"\s+", "", words).upper()
    if label in TLP_LABELS:
        places: tuple[BannerPlace, ...] = ("head", "foot", "body", "properties")
        return Mark(label, places, "right", max(_TLP_SIZE, banner.size))
    told = f"the marking {words!r} is printed as it stands, but TLP 2.0 has {', '.join(TLP_LABELS)} only"
    return Mark(words, tuple(banner.places), banner.align, banner.size, (told,))
