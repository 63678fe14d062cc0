"""Web pages that hold something else in the place of their article: a notice that asks, or nothing but scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_WORDS = 400  # an article of more words stands on the page whatever else is asked there
_FEW_WORDS = 25  # visible words of a page that waits for its scripts
_SAVE = "save it again, or print it as a PDF; give that file."


@dataclass(frozen=True, slots=True)
class _Wall:
    """What such a page is called, what to do about it, and how many different phrases of `phrases` tell it."""

    what: str
    hint: str
    phrases: re.Pattern[str]
    fewest: int


_WALLS = (
    _Wall(
        "holds a check for robots in the place of an article",
        f"Open it in a browser, wait for the article, and {_SAVE}",
        re.compile(
            r"verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:if|your browser)|not a robot|unusual traffic|"
            r"enable javascript and cookies to continue",
            re.IGNORECASE,
        ),
        1,
    ),
    _Wall(
        "holds a notice on cookies and consent in the place of an article",
        f"Open it in a browser, answer the notice, and {_SAVE}",
        # As the page speaks to its visitor: an article about data protection does not.
        re.compile(
            r"\bwe (?:and our|value|use|care|need) |\bour (?:\d+ )?partners|(?:accept|reject|agree to|allow) all|"
            r"manage (?:my |your )?(?:cookies|preferences|options|choices|settings)|before you continue|"
            r"your (?:privacy|consent|choices|data|personal data|device|preferences)|cookie (?:policy|settings)",
            re.IGNORECASE,
        ),
        3,
    ),
)
_SHOWN = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"


def refuse(page: _Element, body: _Element, name: str) -> None:
    """SourceError when what was taken for the article of `page`, `body`, is a wall or next to nothing."""
    text = _folded(map(str, body.itertext()))
    if len(text.split()) < _MOST_WORDS and any(_stands_in(wall, text) for wall in _WALLS):
        raise refusal(page, name)


def refusal(page: _Element, name: str) -> SourceError:
    """Why nothing on `page` can be taken for an article."""
    shown = page.xpath(_SHOWN)
    text = _folded(map(str, shown)) if isinstance(shown, list) else ""
    for wall in _WALLS:
        if _stands_in(wall, text):
            return SourceError(f"{name} {wall.what}.", wall.hint)
    if len(text.split()) < _FEW_WORDS and page.xpath("//script"):
        return SourceError(
            f"{name} holds no text, only scripts that would fetch it.", f"Open it in a browser, and {_SAVE}"
        )
    return SourceError(f"{name} holds no article that can be told from the rest of the page.", "Save its text as .txt.")


def _stands_in(wall: _Wall, text: str) -> bool:
    return len({match[0].lower() for match in wall.phrases.finditer(text)}) >= wall.fewest


def _folded(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())
