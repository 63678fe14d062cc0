"""How likely something is and how sure the analyst is are said in two sentences (ICD 203)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.subject import Subject

_LIKELIHOOD = re.compile(
    r"\b(?:(?:un)?likely|likelihood|(?:im)?probab(?:le|ly|ility)|almost (?:no chance|certain(?:ly)?)|nearly certain"
    r"|remote chance|(?:roughly )?even (?:chance|odds)|realistic (?:possibility|probability))\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:high|moderate|medium|low|limited|full|little|great) (?:\w+ )?confidence\b|\bconfidence (?:level|is)\b"
    r"|\b(?:are|am|is|remain) (?:\w+ )?confident\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def likelihood_and_confidence(subject: Subject) -> Iterator[Remark]:
    """A sentence that says both how likely something is and how confident the writer is."""
    for path, text in subject.texts():
        for sentence in _SENTENCE_END.split(text):
            likelihood, confidence = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
            if likelihood and confidence:
                what = f"“{likelihood[0]}” and “{confidence[0]}” stand in one sentence"
                hint = "Say in a sentence of its own how sure you are, and on what grounds."
                yield Remark(path, what, hint)
