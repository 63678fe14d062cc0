"""Texts of another kind than news, known by their words: tales and myths, horoscopes, recipes, sermons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.analysis.text.document import Document

FEWEST = 4  # different words of a genre
SHARE = 0.4  # of the sentences that have one
# Words that news has as well ("king", "princess", "oil") are left out: a text about a court is not a tale.
GENRES: dict[str, frozenset[str]] = {
    "tale": frozenset(
        """castle witch wizard giant dwarf ogre dragon fairy elf troll wolf fox bear crow hare hedgehog donkey rabbit
        stork frog tsar miller tailor cobbler shepherd woodcutter unicorn knight goblin mermaid stepmother
        enchant magic spell firebird feather forest cottage treasure mirror hunter raven sparrow goose
        spindle thorn maiden god goddess mortal nymph zeus hera athena apollo odin thor loki hermes poseidon
        prometheus hercules olympus
        """.split()
    ),
    "horoscope": frozenset(
        """aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces mercury venus mars
        jupiter saturn uranus neptune pluto moon zodiac horoscope stars astrologer ascendant retrograde
        """.split()
    ),
    "recipe": frozenset(
        """onion garlic flour butter sauce pan oven dough stir simmer boil bake chop cube tablespoon teaspoon pinch
        pepper paprika cream soup stew broth goulash pot bowl whisk knead roast fry cook chef recipe tomato
        potato egg parsley
        """.split()
    ),
    "sermon": frozenset(
        """lord saint gospel psalm apostle sin sinner forgiveness prayer pray devil brethren choir heaven soul verse
        congregation baptism corinthians parable disciple mercy
        """.split()
    ),
}


def is_other_genre(document: Document) -> bool:
    """Whether the words of one of the genres run through the text."""
    sents = [{t.lemma_.lower() for t in sent.tokens if t.is_alpha} for sent in document.citable()]
    for words in GENRES.values():
        found = [sent & words for sent in sents]
        if sum(map(bool, found)) >= SHARE * len(sents) and len(set().union(*found)) >= FEWEST:
            return True
    return False
