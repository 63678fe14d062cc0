"""Words that bring in speech. Lower-case lemmas."""

from __future__ import annotations

# Verbs that bring in speech. 68% of attributions in political news are indirect, with over a thousand cues: a verb
# that is not listed counts when it has a clause of its own and its subject can speak.
CUES = frozenset(
    """say tell add warn stress insist announce declare state claim argue note note reiterate reaffirm
    affirm confirm deny acknowledge admit concede explain emphasise emphasize underscore underline
    highlight indicate suggest mention remark comment reply respond answer retort write tweet post
    report reveal disclose promise pledge vow threaten caution urge demand call propose recommend
    request ask agree maintain assert contend allege accuse complain predict estimate believe think hope
    expect conclude recall observe point repeat signal hint clarify communicate voice express outline
    accept recognise recognize welcome condemn denounce describe characterise characterize depict
    dismiss reject rule refuse counter protest quip joke grumble concede counsel order instruct remind
    assure inform notify convey testify tell read go caution decide resolve deem consider raise issue
    outline brief echo quote cite refute
    """.split()
)
NOUN_CUES = frozenset(
    "statement warning announcement comment remark claim demand call message assurance reply threat".split()
)
