"""Scores with the weights that the scripts in `training/` fitted: logistic regression, plain numbers, no library."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from importlib import resources

BOUND = 30.0  # beyond it the exponential says nothing more


@functools.cache
def weights(name: str) -> Mapping[str, float]:
    """The weights by feature, and `intercept`, of `data/NAME.json`."""
    text = (resources.files("briefgen.analysis") / "data" / f"{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


def probability(name: str, features: Mapping[str, float]) -> float:
    """From 0 to 1: how likely the model `name` holds a case with these features; unknown ones count nothing."""
    fitted = weights(name)
    total = fitted["intercept"]
    for feature, value in features.items():
        if value:  # most are 0
            total += fitted.get(feature, 0.0) * value
    return 1 / (1 + math.exp(-max(-BOUND, min(BOUND, total))))
