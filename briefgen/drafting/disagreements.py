"""Where the sources differ, and where they are not independent, in words that a reader can act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model.brief import Brief, KeyPoint, NextStep, Position, Quote, RedLine
from briefgen.model.findings import Disagreement, Findings, Matter, Side, source_of

# What the sources differ on, how the words of each stand in the caveat, and what the reader should do.
WORDS: dict[Matter, tuple[str, str, str]] = {
    "numbers": ("the number", "“{}”", "Find out which holds."),
    "dates": ("the date", "“{}”", "Find out which holds."),
    "whether": ("whether this is to happen", "“{}”", "Find out which holds."),
    "actors": ("whose this is", "{}", "Read both sentences before you attribute it."),
    "parties": ("whom this person speaks for", "{}", "Read both sentences before you attribute anything."),
}


def told_differently(brief: Brief, findings: Findings) -> Iterator[tuple[str, str | None]]:
    """A caveat's words and the id of the item it is about, for all that the brief says and another source says
    otherwise. The same two sentences are told of once, about the first item that rests on them."""
    told: list[Disagreement] = []
    items = list(_items(brief))
    actors = {actor.name: actor.id for actor in brief.actors}
    for disagreement in findings.disagreements:
        if disagreement.actor:
            about = actors.get(disagreement.actor)
        else:
            about = next((item for side in disagreement.sides for item in _resting(side, items)), None)
        if about and not any(_is_same(disagreement, earlier) for earlier in told):
            told.append(disagreement)
            yield _in_words(disagreement), about


def copied(findings: Findings) -> Iterator[tuple[str, str | None]]:
    """A caveat on sources that are not independent of each other."""
    for one, other in findings.copies:
        what = f"Sources {one} and {other} share most of their sentences word for word"
        yield f"{what}: where both say a thing, that is one witness, not two.", None


def _items(brief: Brief) -> Iterator[tuple[str, set[str]]]:
    """The id of each item and its sentences; the key points last, since they tell again what other items tell."""
    positions = [position for issue in brief.issues for position in issue.positions]
    lists: tuple[Sequence[RedLine | NextStep | Quote | Position | KeyPoint], ...] = (
        brief.red_lines,
        brief.next_steps,
        brief.quotes,
        positions,
        brief.summary.key_points,
    )
    for items in lists:
        yield from ((item.id, set(item.evidence)) for item in items)
    if brief.summary.bottom_line:
        yield "bottom_line", set(brief.summary.bottom_line.evidence)


def _resting(side: Side, items: list[tuple[str, set[str]]]) -> Iterator[str]:
    """The items that rest on the sentences of `side`."""
    return (item for item, evidence in items if evidence.issuperset(side.evidence))


def _is_same(one: Disagreement, other: Disagreement) -> bool:
    """Whether each side of `one` shares a sentence with a side of `other`."""
    if one.about != other.about or one.actor != other.actor:
        return False
    return all(any(set(x.evidence) & set(y.evidence) for y in other.sides) for x in one.sides)


def _in_words(disagreement: Disagreement) -> str:
    matter, said, advice = WORDS[disagreement.about]
    sides = ", ".join(_side(side, said) for side in disagreement.sides)
    return f"The sources differ on {matter}: {sides}. {advice}"


def _side(side: Side, said: str) -> str:
    """`source A has “12 boats” (A3.2)`: of each source its first sentence."""
    first: dict[str, str] = {}
    for sentence in side.evidence:
        first.setdefault(source_of(sentence), sentence)
    letters = list(first)
    names = f"source {letters[0]} has" if len(letters) == 1 else f"sources {', '.join(letters)} have"
    return f"{names} {said.format(side.words)} ({', '.join(first.values())})"
