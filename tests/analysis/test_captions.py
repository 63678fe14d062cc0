"""Captions of pictures are no text: they give no actor, no issue and no quotation."""

from __future__ import annotations

import pytest
from test_surnames import read

from briefgen.analysis.text.captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Square. Image: Mira.",
        'Marchers with a banner saying "let us fish". Image: Tor Lund (flickr).',
        "The stage where Ana Reis spoke. Image: O.Holm.",
        "Image: Voice of Norland.",
        "Photo credit: Ana Reis/Harbour Agency",
        "Foreign Minister Tor Lund speaks in Lima on May 3. (AP Photo/Ana Reis)",
        "Tor Lund arrives for talks in Lima, Peru, on Monday. (Photo by Ana Reis/AFP via Getty Images)",
        "Tor Lund speaks to reporters in Lima, Peru, May 3, 2031. REUTERS/Ana Reis",
        "FILE - President Tor Lund speaks to reporters in Lima, Peru, May 3, 2031.",
        "The port of Harn in an undated file photo.",
        "The port of Harn. File photo.",
        "The new port of Harn. Picture courtesy of the Ministry of Fisheries.",
        "Trawlers at anchor. Credit: A. B. Holm.",
    ],
)
def test_a_caption(text: str) -> None:
    """A short block that ends in its credit, or opens with one."""
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norland wants to mend its image.",
        'Lund said of the deal: "It will hurt our image."',
        "The minister posted a photo: it showed Ana Reis at the pier.",
        "The bank refused the firm credit.",
        "Norland gave credit: Suthmark had kept its word, and no trawler had left the port of Harn since the spring.",
        "Reuters reported that Tor Lund would resign.",
        "Tor Lund told Reuters.",
        "Credit: Norland will lend the fishermen of the eastern ports two hundred million crowns by the end of May.",
        "Satellite images by Harn Imaging show two new piers.",
    ],
)
def test_no_caption(text: str) -> None:
    """A sentence that has the word is one of the body."""
    assert not is_caption(text)


def test_a_caption_gives_nothing() -> None:
    """Neither the photographer nor whom the picture shows is an actor; a line that opens with "Video" is the body's."""
    found = read(
        "Norway rejected the levy on salted cod on Monday.",
        'Fishers of Peru with a banner saying "put it to the people". Image: Ana Reis (flickr).',
        "Video of the march showed Norway's police at the pier.",
    )
    assert set(found.resolver.cast.entries) == {"Norway"}
    assert [s.id for s in found.document.citable()] == ["A1.1", "A3.1"]
    assert not found.document.speeches
