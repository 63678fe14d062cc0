"""How likely a candidate is a next step: a regression over its features, fitted by `training/next_steps.py`."""

from __future__ import annotations

from briefgen.analysis.regression import probability
from briefgen.model.findings import Confidence

# Chosen by cross-validation over documents; see `training/next_steps.py`.
LEAST = 0.45
# A second step in a sentence that already has one must be surer.
LEAST_BESIDE = 0.5
_CONFIDENCE: tuple[tuple[float, Confidence], ...] = ((0.8, "high"), (0.6, "medium"), (0.0, "low"))


def likelihood(features: dict[str, float]) -> float:
    """From 0 to 1: how likely a candidate with these features is a next step."""
    return probability("next_steps", features)


def confidence_of(likelihood: float) -> Confidence:
    """The word for it."""
    return next(word for least, word in _CONFIDENCE if likelihood >= least)
