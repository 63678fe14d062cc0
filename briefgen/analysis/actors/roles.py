"""Words for people and bodies in public life, as the other passes need them. Lower-case lemmas."""

from __future__ import annotations

import re

# A person is introduced by one of these; after them a capitalised name is a person's.
TITLES = frozenset(
    """president vice-president minister premier chancellor secretary undersecretary ambassador envoy
    emissary senator governor mayor deputy chairman chairwoman chair chairperson chief head leader
    director commissioner spokesman spokeswoman spokesperson speaker king queen prince princess emperor
    sultan emir sheikh pope cardinal archbishop bishop ayatollah imam general admiral colonel major
    captain lieutenant brigadier marshal commander sergeant judge justice prosecutor attorney lawyer
    professor dr doctor mr mrs ms miss sir lady lord congressman congresswoman representative mp mep
    councillor counselor counsellor official officer adviser advisor aide diplomat negotiator mediator
    analyst economist researcher expert fellow historian scientist epidemiologist author journalist
    editor activist campaigner founder ceo banker manager candidate nominee lawmaker legislator
    politician dissident inspector rapporteur coordinator administrator treasurer ombudsman auditor
    trustee delegate counterpart comptroller regent lobbyist organiser organizer unionist shipowner
    broker engineer rector dean partner owner operator member taoiseach
    """.split()
)
# These speak for the country whose name stands beside them; alone, for the country at hand.
OFFICIAL = frozenset(
    """president vice-president minister premier chancellor secretary undersecretary ambassador envoy
    emissary governor king queen prince emperor sultan emir ayatollah general admiral colonel commander
    marshal official diplomat negotiator spokesman spokeswoman spokesperson attorney counselor adviser
    advisor counterpart leader representative taoiseach
    """.split()
)
# Part of a title, never of a name.
TITLE_PARTS = frozenset(
    """assistant principal senior acting interim special general vice under associate national chief
    deputy first second prime foreign interior defence defense finance trade state executive
    presidential joint supreme permanent high royal federal democratic republican republic
    hospital
    """.split()
)
# Bare, these are American titles in the international press.
AMERICAN_ROLE = re.compile(
    r"^(?:(?:deputy|assistant|under|principal|acting|special) )*secretary"
    r"(?: of (?:state|defense|the treasury|commerce|energy|homeland security))?(?: for .*)?$|"
    r"^counselor$",
    re.I,
)
WOMEN = frozenset("spokeswoman chairwoman congresswoman queen princess mrs ms miss lady".split())
MEN = frozenset("spokesman chairman congressman king prince mr sir lord emperor sultan emir sheikh pope".split())
# A country in the hands of these nouns is the country itself.
STATE_BODIES = frozenset(
    """government ministry administration authority authorities regime leadership cabinet official
    officials embassy army military force forces navy troop troops delegation diplomat diplomats
    negotiator negotiators side state minister ministers leader leaders president premier spokesman
    spokeswoman spokesperson envoy chancellor presidency nation country people ambassador secretary
    diplomacy policymaker policymakers department
    """.split()
)
# These act in their own name, with the country as theirs.
OWN_BODIES = frozenset(
    """parliament congress senate house assembly court tribunal judge bank regulator commission agency
    council party union company firm group coalition opposition police inspectorate office board
    committee federation association institute exchange operator authority fund movement rebel rebels
    militia protester protesters lawmaker lawmakers mediator senator senators voter voters airline
    carrier chamber lender contractor supplier shipowner prosecutor prosecutors tribunal ombudsman
    watchdog secretariat directorate service corps faction alliance bloc consortium supporter striker
    worker workers farmer farmers teacher teachers nurse nurses doctor doctors trader traders investor
    investors
    """.split()
)
PAIR_WORDS = frozenset(
    "side country nation government leader capital party president minister state ally partner delegation".split()
)
# "The Secretary" and "the Deputy Secretary" are two people.
RANKS = frozenset("deputy assistant under vice acting former associate".split())
# "In X" behind these is their host.
GUESTS = frozenset(
    "embassy ambassador envoy army military force forces troop troops delegation diplomat diplomats".split()
)
# In the plural or alone these are hardly the government of the dateline.
NOT_AT_HOME = frozenset(
    "people leader state side nation country diplomat negotiator delegation envoy ambassador".split()
)
