"""A brief of invented talks that the tests edit."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.briefyaml import example_overrides, load
from briefgen.model.brief import Brief

TEXT = """\
schema: briefgen/1
title: Talks in Port Elm
date: 2031-03-04
marking: Internal
header:
  to: The Minister
  from: Desk 3
  reference: null
summary:
  bottom_line: null
  key_points:
  - id: sum-01
    text: Norland refuses a wall.
    evidence: [A1.1]
issues:
- id: iss-01
  title: The strait
  evidence: [A1.1]
  positions:
  - id: pos-01
    actor: Westmark
    speaker: Ada Lind
    text: No wall across the strait
    evidence: [A1.1]
  - id: pos-02
    actor: Westmark
    text: A wall is needed
    evidence: [A1.2]
red_lines:
- id: red-01
  holder: Norland
  speaker: Ada Lind
  addressee: Westmark
  statement: Norland will not accept a wall
  kind: refusal
  trigger: a wall
  confidence: medium
  evidence: [A1.1]
- id: red-02
  holder: Westmark
  statement: Westmark will close the port
  kind: conditional
  confidence: low
  evidence: [A1.2]
next_steps:
- id: nxt-01
  action: Meet again
  owners: [Norland, Westmark]
  due:
    text: in May
    earliest: 2031-05-01
    latest: 2031-05-31
  status: scheduled
  confidence: high
  evidence: [A1.2]
- id: nxt-02
  action: Send a letter
  status: pledged
  confidence: low
quotes:
- id: quo-01
  speaker: Ada Lind
  text: Not one brick
  evidence: [A1.1]
actors:
- id: act-01
  name: Ada Lind
  represents: Norland
  mentions: 3
caveats:
- id: cav-01
  text: The date is not certain.
  about: nxt-01
evidence:
  A1.1: Not one brick, said Ada Lind.
  A1.2: They meet again in May.
"""


def norland() -> Brief:
    """The brief, anew."""
    return load(TEXT, Path("brief.yaml"))


def uncommented_example(brief: Brief) -> str:
    """The example overrides with their #s taken away, all but those of the explanations ("# Words")."""
    return re.sub(r"(?m)^#(?! \S)", "", example_overrides(brief))
