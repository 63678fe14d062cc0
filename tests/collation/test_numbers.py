"""Numbers are compared with what they count, and days with days."""

from __future__ import annotations

import pytest

from briefgen.collation.numbers import number_difference, same_numbers


@pytest.mark.parametrize(
    ("one", "other", "about", "words"),
    [
        ("Norland will send 3 boats.", "Norland sends five boats.", "numbers", ("3 boats", "five boats")),
        ("At least 15 people were killed.", "Twelve people died.", "numbers", ("At least 15 people", "Twelve people")),
        ("It will pay $4.5 billion.", "It will pay $4 billion.", "numbers", ("$4.5 billion", "$4 billion")),
        ("A levy of 12% on wood.", "A levy of 15 percent on wood.", "numbers", ("12%", "15 percent")),
        ("It holds 1,200 soldiers.", "It holds 1,500 soldiers.", "numbers", ("1,200 soldiers", "1,500 soldiers")),
        ("It ends on 15 May.", "It ends on May 20.", "dates", ("15 May", "May 20")),
    ],
)
def test_another_number_of_the_same_thing_is_a_difference(
    one: str, other: str, about: str, words: tuple[str, str]
) -> None:
    found = number_difference(one, other)
    assert found is not None
    assert found.about == about
    for said, wanted in zip((found.one, found.other), words, strict=True):
        assert said.startswith(wanted)
    assert not same_numbers(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norland will send 3 boats.", "Norland will send three boats."),
        ("It holds 1200 soldiers.", "It holds 1,200 soldiers."),
        ("It will pay 4 billion crowns.", "It will pay 4bn crowns."),
        ("It ends on 15 May.", "It ends on May 15."),
        ("It ends on 15 May.", "It ends in May."),
        ("Norland will send 3 boats.", "Norland will send boats."),
        ("3 boats with 40 sailors sail.", "3 boats sail."),
    ],
)
def test_the_same_number_in_other_words_or_none_is_no_difference(one: str, other: str) -> None:
    assert number_difference(one, other) is None
    assert same_numbers(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The talks took 3 hours.", "The talks were held in 5 cities."),
        ("From 3 boats it went to 5 boats.", "It has 5 boats."),
        ("Norland (2) beat Suthmark.", "Norland (3) beat Suthmark."),
    ],
)
def test_numbers_of_other_things_are_no_difference(one: str, other: str) -> None:
    assert number_difference(one, other) is None
