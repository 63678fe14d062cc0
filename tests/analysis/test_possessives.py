"""Possessives that mean the subject of their own sentence, whoever was named in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.model.article import Article, Block, Source

BEFORE = "Ilmari Koskela, the president of Finland, will visit Chile in May."


@pytest.mark.parametrize(
    ("sentence", "word", "names"),
    [
        ("At the start of his talks with Rosa Fuentes, Diego Lara said that the port stays.", "his", ("Diego Lara",)),
        ("In its statement, Chile said that the port will stay in public hands.", "its", ("Chile",)),
        ("To arm its navy, Chile bought ten boats from Norway.", "its", ("Chile",)),
        ("Citing its debts, Chile asked for a delay.", "its", ("Chile",)),
        ("After losing its seat, Chile asked for a delay.", "its", ("Chile",)),
        ("To save its port, the ministry asked for a delay.", "its", ()),
        ("To save their ports, Chile and Peru asked for a delay.", "their", ("Chile", "Peru")),
        ("In his speech, the president asked for a delay.", "his", ()),
        ("Diego Lara thanked President Mart Ilves for his support of the port.", "his", ("Mart Ilves",)),
        ("Chile thanked Finland for its grain and its patience.", "its", ("Finland",)),
        (
            "Diego Lara expressed gratitude to President Mart Ilves for the port and his advice.",
            "his",
            ("Mart Ilves",),
        ),
        ("Diego Lara thanked President Mart Ilves for receiving his envoy.", "his", ("Diego Lara",)),
        ("Diego Lara dismissed President Mart Ilves's concerns about his plan.", "his", ()),
        ("Diego Lara shared Chile's concerns about his plan.", "his", ("Diego Lara",)),
        ("In his statement, Chile was not mentioned.", "his", ("Diego Lara",)),
        ("Koskela said that in his view Diego Lara would sell the port.", "his", ("Ilmari Koskela",)),
    ],
)
def test_whose_it_is(tmp_path: Path, sentence: str, word: str, names: tuple[str, ...]) -> None:
    file = tmp_path / "article.txt"
    file.write_text(
        f"{BEFORE}\n\nDiego Lara, foreign minister of Chile, spoke on Monday. {sentence}\n", encoding="utf8"
    )
    context = build_context(sources.read(str(file)))
    sent = context.document.sents[-1]
    token = next(token for token in sent.span if token.lower_ == word)

    assert context.resolver.names(sent.block, token) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Allied leaders will protect our networks.", ()),
        ("Canada will pay for our collective defence.", ()),
        ("Canada will pay for our harbours.", ("Canada",)),
        ("We will ask allies to protect our networks.", ("Canada",)),
    ],
)
def test_what_allies_own_is_not_the_issuers_alone(sentence: str, names: tuple[str, ...]) -> None:
    blocks = (Block("headline", "Statement by the Government of Canada on the Summit"), Block("paragraph", sentence, 1))
    context = build_context(Article(Source("A"), blocks))
    sent = context.document.sents[-1]
    token = next(token for token in sent.span if token.lower_ == "our")

    assert context.document.issuer == ("Canada",)
    assert context.resolver.names(sent.block, token) == names
