"""Ids that a human can rely on from one draft to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.ids import ID, PREFIXES, TEXT_KEYS, IdMint

GROUND = "Norland will not accept a wall across the strait, its minister said."


def test_an_id_is_the_same_on_every_run_and_machine() -> None:
    assert IdMint().mint("red_lines", GROUND) == "red-1ffde3"


def test_an_id_depends_on_section_and_sentence_but_not_on_what_was_minted_before() -> None:
    mint = IdMint()
    mint.mint("quotes", "Something else entirely.")
    mint.mint("next_steps", GROUND)
    assert mint.mint("red_lines", GROUND) == IdMint().mint("red_lines", GROUND)
    assert IdMint().mint("red_lines", GROUND)[4:] != IdMint().mint("quotes", GROUND)[4:]


def test_white_space_and_letter_case_of_the_sentence_do_not_count() -> None:
    assert IdMint().mint("quotes", f"  {GROUND.upper()}\n".replace(" ", "\n ")) == IdMint().mint("quotes", GROUND)


def test_items_that_share_a_sentence_get_an_ordinal() -> None:
    mint = IdMint()
    first, second, third = (mint.mint("red_lines", GROUND) for _ in range(3))
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_an_added_item_gets_an_id_of_its_own_kind() -> None:
    mint = IdMint()
    assert mint.mint_own("red_lines", GROUND).startswith("own-")
    assert mint.mint_own("red_lines", GROUND).endswith("-2")


@given(st.lists(st.tuples(st.sampled_from(sorted(PREFIXES)), st.text(max_size=20)), max_size=30))
def test_ids_of_a_brief_are_well_formed_and_never_the_same(grounds: list[tuple[str, str]]) -> None:
    mint = IdMint()
    ids = [mint.mint(section, ground) for section, ground in grounds]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(identity) for identity in ids)


def test_an_unknown_section_is_refused() -> None:
    with pytest.raises(KeyError):
        IdMint().mint("recommendations", GROUND)


def test_every_section_with_ids_knows_its_text() -> None:
    assert set(TEXT_KEYS) == set(PREFIXES)
