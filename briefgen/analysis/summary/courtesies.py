"""What a speaker says before and around the matter: openers, addresses, greetings, thanks."""

from __future__ import annotations

import re

NEAR = 50  # characters from the start within which a courtesy is what a sentence is about
# In front of a statement; it falls. The names of those addressed fall with it only behind such a word ("Well, Ana,").
OPENER = re.compile(
    r"""^(?:
    (?:look|well|okay|ok|so|now|yes|yeah|yep|right|sure|again|listen|frankly|honestly|clearly|obviously|definitely
      |you\ know|i\ mean|i\ think|first\ of\ all|first\ off|to\ be\ (?:clear|honest|frank)|as\ you\ know|if\ i\ may
      |let\ me\ (?:just\ )?(?:say(?:\ this)?|be\ (?:very\ )?clear)(?:\ that)?
    )\s*(?:,|:|\s[–—-])\s+(?:(?-i:[A-Z])[a-z]+,\s+(?=(?:the|we|i|it|that|this|what|you|they)\b))?
  | (?:(?:my\ )?(?:dear\ )?(?:friends|colleagues)(?:\ and\ (?:friends|colleagues))?|ladies\ and\ gentlemen|everyone
      |(?:your\ )?excellenc(?:y|ies)|distinguished\ \w+
      |(?:mr\.?|madam|madame)\ (?:president|secretary(?:[\ -]general)?|speaker|chair\w*|prime\ minister|chancellor
         |minister|ambassador|commissioner)
    )\s*[,–—-]+\s*
  )+""",
    re.I | re.X,
)
COURTESY = re.compile(
    r"\b(?:thank(?:s|ful|ing)?\b|good (?:to (?:see|be|have)|morning|afternoon|evening|day\b)|great to (?:see|be|have)|"
    r"pleasure|pleased to (?:be|see|meet|welcome|join|have)|privilege to|delighted|(?:an |my |great )honou?r\b|"
    r"honou?red to|grateful|gratitude|welcome (?:you|back|to|everyone|again)|you're welcome|congratulat\w+|"
    r"happy (?:to (?:see|be|take|join)|that you)|take (?:a few|some|your|a couple of) questions|"
    r"looking forward to (?:hearing|seeing|welcoming|working|our)|look forward to (?:hearing|seeing|welcoming|our)|"
    r"(?:much|really|deeply|greatly) appreciate|appreciate (?:you|your|all)\b|gratified to|admiration for you|"
    r"a lot to talk about|(?:see|hear|bring|speak)(?:ing)? (?:to |from )?you)\b",
    re.I,
)
# Notes to the reader of the page.
NOTICE = re.compile(
    r"\b(?:for (?:more|further|additional) information|please (?:see|visit|click|contact)|click here|learn more|"
    r"(?:is|are|be) (?:available|found) (?:here|at|on our)\b|read (?:more|the (?:full|text|complete))|visit https?)",
    re.I,
)


def is_notice(text: str) -> bool:
    """Whether a sentence only says where there is more to read."""
    return NOTICE.search(text) is not None


def is_courtesy(said: str) -> bool:
    """Whether words that somebody says are a greeting, thanks or the like, or were not caught, rather than a matter."""
    found = COURTESY.search(said)
    return (found is not None and found.start() < NEAR) or "(inaudible)" in said
