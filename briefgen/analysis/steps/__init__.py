"""Next steps: what a party has scheduled, promised, ordered or is set to take, and deadlines.

    rules/         ways in which a text says that something is to happen -> Candidate, in one table
    bearer.py      the words that say who is to do it
    owners.py      the actors these stand for; pronouns.py, votes.py, schemes.py and together.py for the hard ones
    vetoes.py      what is no step however it is worded (overturned.py: an order that did not stand)
    features.py    what speaks for and against a candidate
    weigh.py       how likely it is a next step
    action.py      its wording, cut out of the sentence
    merge.py       what is told twice becomes one step

`scene.py` holds a sentence with its times ahead, `anchors.py` the events that days count from, `words.py` the word
classes.
"""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.dates import TimeExpression
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.steps.action import action_of
from briefgen.analysis.steps.anchors import calendar_of
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.features import features_of, hangs_on
from briefgen.analysis.steps.merge import merged
from briefgen.analysis.steps.owners import owners_of
from briefgen.analysis.steps.rules import candidates
from briefgen.analysis.steps.scene import Scene
from briefgen.analysis.steps.vetoes import is_vetoed
from briefgen.analysis.steps.weigh import LEAST, LEAST_BESIDE, confidence_of, likelihood
from briefgen.model.findings import Due, Step, StepStatus

__all__ = ["find_steps"]

# One candidate weighed: itself, its time, its owners, and how likely it is a step.
Weighed = tuple[Candidate, TimeExpression | None, Names, float]


def find_steps(context: Context) -> list[Step]:
    """The next steps in the order of the text; one told twice comes once, with all its evidence."""
    found: list[tuple[Candidate, Step]] = []
    calendar = calendar_of(context)
    for sent in context.document.citable():
        scene = Scene(context, sent, calendar)
        for weighed in _chosen(_weigh(scene)):
            found.append((weighed[0], _step(scene, weighed)))
    return merged(found, context.parties)


def _weigh(scene: Scene) -> list[Weighed]:
    weighed = []
    for candidate in candidates(scene):
        due, owners = scene.due(candidate), owners_of(scene, candidate)
        if is_vetoed(scene, candidate, due, owners):
            continue
        weighed.append((candidate, due, owners, likelihood(features_of(scene, candidate, due, owners))))
    return weighed


def _chosen(weighed: list[Weighed]) -> list[Weighed]:
    """The likeliest of a sentence, and those beside it that are another step: another clause, owner or time."""
    chosen: list[Weighed] = []
    for item in sorted(weighed, key=lambda w: -w[3]):
        if item[3] >= (LEAST_BESIDE if chosen else LEAST) and all(_distinct(item, other) for other in chosen):
            chosen.append(item)
    return sorted(chosen, key=lambda w: w[0].action.i)


def _distinct(one: Weighed, other: Weighed) -> bool:
    """True for two steps and not two words for one: their clauses apart, their times or their owners not the same."""
    a, b = one[0].span(), other[0].span()
    times = [w[1].text if w[1] else None for w in (one, other)]
    if a[0] < b[1] and b[0] < a[1]:
        return None not in times and times[0] != times[1] and not set(one[2]) & set(other[2])
    return times[0] != times[1] or set(one[2]) != set(other[2])


def _step(scene: Scene, weighed: Weighed) -> Step:
    candidate, time, owners, chance = weighed
    due = Due(time.text, time.earliest, time.latest) if time else None
    action = action_of(scene, candidate, owners, time.text if time else None)
    return Step((scene.sent.id,), owners, action, due, _status(candidate), confidence_of(chance))


def _status(candidate: Candidate) -> StepStatus:
    return "conditional" if candidate.status != "deadline" and hangs_on(candidate) else candidate.status
