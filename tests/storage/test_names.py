"""Names of brief folders."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import StorageError
from briefgen.storage import check_name, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("us-china-beijing-talks", "us-china-beijing-talks"),
        ("Königsberg: the Mayor's Café_2", "konigsberg-the-mayors-cafe-2"),
        ("  --Report (final) v1.10  ", "report-final-v1-10"),
        ("x" * 200, "x" * 60),
        ("harbour " * 20, "harbour-harbour-harbour-harbour-harbour-harbour-harbour"),
    ],
)
def test_a_slug_is_readable_and_bounded(text: str, name: str) -> None:
    assert slug(text) == name


def test_texts_in_other_scripts_get_names_that_stay_apart() -> None:
    assert slug("北京会谈") != slug("東京会談")
    assert slug("北京会谈").startswith("brief-")


@given(st.text(st.characters()))
def test_every_slug_is_a_name_that_a_folder_can_bear(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert check_name(slug(text)) == slug(text)


@pytest.mark.parametrize("name", ["talks", "Beijing talks 2", "Gespräche", "v1.10"])
def test_a_plain_name_is_taken_as_it_is(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "../up", ".hidden", "-o", " x", "x ", "x.", "a\nb", "a\x1bb", "C:", "é" * 51]
)
def test_a_name_that_leads_elsewhere_or_hides_is_refused(name: str) -> None:
    with pytest.raises(StorageError, match="cannot be the name of a brief"):
        check_name(name)
