"""Parts of countries whose heads speak for them, not for the nation, and whose names are no part of a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Titles of a state, a province or a town: with a country beside them they still speak for no nation.
LOCAL_TITLES = frozenset("governor mayor senator sen gov councillor congressman congresswoman".split())
# A "premier" there heads a province or a state.
OF_PROVINCES = frozenset(("Australia", "Canada", "South Africa"))
# Without those that are first names as well (Georgia, Virginia, Carolina, Montana, Victoria).
REGIONS = frozenset(
    """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|
    iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|nebraska|nevada|
    new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|
    rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|west virginia|wisconsin|wyoming|puerto rico|
    manitoba|new brunswick|newfoundland|nova scotia|ontario|quebec|saskatchewan|yukon|british columbia|
    new south wales|queensland|tasmania|south australia|western australia|northern territory|
    bavaria|saxony|hesse|thuringia|brandenburg|catalonia|galicia|flanders|wallonia|punjab|kerala""".replace("\n", "")
    .replace(" " * 4, "")
    .split("|")
)  # fmt: skip
LONGEST = 3  # words of a region's name


def past_region(doc: Doc, start: int, end: int) -> int:
    """Where a name of the tokens `start` to `end` starts without the region in front: "Vermont Ana Reis"."""
    for n in range(LONGEST, 0, -1):
        if end - start - n > 1 and doc[start : start + n].text.casefold() in REGIONS:
            return start + n
    return start


def ends_region(doc: Doc, start: int, end: int) -> bool:
    """Whether the country's name from `start` to `end` is the end of a region's: "New South Wales", "New Mexico"."""
    return any(doc[n:end].text.casefold() in REGIONS for n in range(max(0, end - LONGEST), start))


def speaks_locally(words: set[str], party: str | None) -> bool:
    """Whether a title of these words is that of a part of the country `party`: governor, senator, a state's premier."""
    if "premier" in words and not words & {"vice", "deputy"}:
        return party in OF_PROVINCES
    return bool(words & LOCAL_TITLES) and not {"governor", "general"} <= words
