"""The core of a long sentence: its main clause, without what only says when and what only adds."""

from __future__ import annotations

import pytest

from briefgen.analysis import analyse
from briefgen.model.article import Article, Block, Source
from briefgen.model.findings import KeyStatement

FRONT = "As we near the end of the third year of a drought that has emptied every well in the southern provinces"
CLAUSE = "Norway is suspending the export of barley and of rye to the seven ports of the Gulf of Harn"
TAIL = (
    "which took in a third of the harvest of the year before from the farms of the northern valleys and from the "
    "hills behind the old capital of the kingdom"
)


def statement(sentence: str) -> KeyStatement:
    """The key statement of a sentence that opens an article."""
    follows = "Peru and Chile said nothing about the barley."
    article = Article(Source("A"), (Block("paragraph", sentence, 1), Block("paragraph", follows, 2)))
    return next(k for k in analyse(article).key_statements if k.evidence == ("A1.1",))


def test_what_only_adds_falls_from_every_line() -> None:
    """A tail falls from a long sentence; what is left can be said aloud, and needs no core."""
    found = statement(f"{CLAUSE}, {TAIL}.")
    assert (found.text, found.core) == (f"{CLAUSE}.", "")


@pytest.mark.parametrize("sentence", [f"{FRONT}, {CLAUSE}.", f"{FRONT}, {CLAUSE}, {TAIL}."])
def test_a_core_is_the_main_clause(sentence: str) -> None:
    """What says no more than when stands in the line, and not in its core."""
    assert statement(sentence).core == f"{CLAUSE}."


def test_a_condition_never_falls() -> None:
    """The rest would say something else."""
    assert statement(f"If nobody nears{FRONT[10:]}, {CLAUSE}.").core == ""
    dry = "As we see no rain unless the wind turns from the hills of the southern provinces to the bays of the north"
    assert statement(f"{dry}, {CLAUSE}.").core == ""


def test_a_short_sentence_needs_none() -> None:
    """It is said as it stands."""
    assert statement("Norway is suspending the export of barley to Peru.").core == ""
