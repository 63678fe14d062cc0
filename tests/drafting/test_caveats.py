"""What the engine was unsure of is said, about the item where there is one."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from briefgen import sources
from briefgen.analysis import analyse
from briefgen.drafting import draft
from briefgen.drafting.caveats import FEW, draft_caveats
from briefgen.model.brief import Brief, DueDate, Engine, Given, NextStep, RedLine, SourceInfo
from briefgen.model.findings import Confidence, Findings
from briefgen.model.ids import IdMint

DAY = dt.date(2031, 5, 6)
FRIDAY = DueDate(text="on Friday", earliest=dt.date(2031, 5, 9), latest=dt.date(2031, 5, 9))
LAST_WEEK = DueDate(text="on 29 April", earliest=dt.date(2031, 4, 29), latest=dt.date(2031, 4, 29))


def step(
    number: int = 1, confidence: Confidence = "high", due: DueDate | None = FRIDAY, owner: str = "Peru"
) -> NextStep:
    return NextStep(
        id=f"nxt-{number}", action="Peru will sign.", owners=[owner] if owner else [], due=due, status="scheduled",
        confidence=confidence, evidence=["A1.1"],
    )  # fmt: skip


def said(published: dt.date | None = DAY, **sections: object) -> list[tuple[str, str | None]]:
    """The caveats of a brief with these sections."""
    brief = Brief(
        title="A brief", date=DAY, style="info-memo", engine=Engine(name="local", version="1", model="none"),
        given=Given(published=published), sources=[SourceInfo(id="A", published=published)], **sections,
    )  # fmt: skip
    return [(c.text, c.about) for c in draft_caveats(brief, Findings("none", "en", ()), IdMint())]


@pytest.mark.parametrize(
    ("doubtful", "words"),
    [
        (step(confidence="low"), "not sure that this is planned"),
        (step(due=None), "gives no day"),
        (step(due=DueDate(text="soon", earliest=None, latest=None)), "“soon” could not be resolved"),
        (step(due=LAST_WEEK), "was due before the date of the brief"),
        (step(owner=""), "who is to do this"),
        (step().model_copy(update={"action": "He will sign."}), "“He” at the start"),
        (step().model_copy(update={"action": "The move will end the talks."}), "“The move” at the start"),
    ],
)
def test_a_doubt_about_a_step_names_it(doubtful: NextStep, words: str) -> None:
    ((text, about),) = said(next_steps=[doubtful])
    assert words in text
    assert about == "nxt-1"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("It will leave the pact.", "It"),
        ("It is ready to leave the pact.", "It"),
        ("It is confident that Peru will stay.", "It"),
        ("It is a key step on the road to the pact.", "It"),
        ("[Ana Reis:] “This is why the pact failed.”", "This"),
        ("This follows the vote in Peru.", "This"),
        ("These include three mills.", "These"),
        ("Both signed the pact.", "Both"),
        ("Both sides signed the pact.", "Both"),
        ("It is clear that Peru will stay.", None),
        ("It’s no secret that Peru will stay.", None),
        ("It would have been much more costly and risky to build a mill.", None),
        ("It was important for Peru to stay.", None),
        ("Both Peru and Chile signed the pact.", None),
        ("Both the United States and Chile signed the pact.", None),
        ("Both miners and farmers signed the pact.", None),
        ("These elections are a first step.", None),
        ("This agreed text is final.", None),
        ("Those who left will be back.", None),
        ("The two-week truce holds.", None),
    ],
)
def test_only_a_word_that_the_text_before_explains_leaves_a_doubt(line: str, word: str | None) -> None:
    texts = [text for text, _ in said(next_steps=[step().model_copy(update={"action": line})])]
    doubts = {text.split("”")[0].removeprefix("“") for text in texts if "is not resolved" in text}
    assert doubts == ({word} if word else set())


def test_a_doubtful_red_line_is_named_and_a_sure_one_is_not() -> None:
    line = RedLine(
        id="red-1", holder="Peru", statement="Peru will not sign.", kind="refusal", confidence="low", evidence=["A1.1"]
    )
    sure = line.model_copy(update={"id": "red-2", "confidence": "high"})
    ((text, about),) = said(red_lines=[line, sure])
    assert "not sure that this is a red line" in text
    assert about == "red-1"


def test_a_sure_and_dated_step_leaves_nothing_to_say() -> None:
    assert said(next_steps=[step()]) == []


def test_one_caveat_speaks_for_many_steps() -> None:
    assert len(said(next_steps=[step(n, due=None) for n in range(FEW)])) == FEW
    ((text, about),) = said(next_steps=[step(n, due=None) for n in range(FEW + 1)])
    assert text.startswith(f"{FEW + 1} next steps have no day")
    assert about is None


def test_without_a_publication_date_it_says_what_to_give_and_does_not_blame_the_dates() -> None:
    open_day = DueDate(text="on Friday", earliest=None, latest=None)
    ((text, about),) = said(None, next_steps=[step(due=open_day)])
    assert "--published" in text
    assert about is None


def test_news_without_positions_is_not_taken_for_something_else() -> None:
    article = sources.read("-", stdin=io.BytesIO(b"Peru's president met Chile's president on Monday in Lima.\n"))
    brief = draft(article, analyse(article, published=DAY), date=DAY, given=Given(published=DAY))
    texts = [caveat.text for caveat in brief.caveats]
    assert not [t for t in texts if "no news article" in t]
    if not any(issue.positions for issue in brief.issues):
        assert [t for t in texts if "add what it missed" in t]


def test_a_year_that_is_over_is_no_next_step_where_nobody_knows_when_the_article_was_written() -> None:
    text = b"In 2018 Norway pledged to send 300 engineers to Chile by 2020. Norway will open the tunnel in 2034.\n"
    article = sources.read("-", stdin=io.BytesIO(text))
    steps = draft(article, analyse(article), date=DAY, given=Given()).next_steps
    assert [s.action for s in steps] == ["Norway will open the tunnel in 2034."]
