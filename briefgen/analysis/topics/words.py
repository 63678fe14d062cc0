"""Which words tell a matter: the empty ones of public prose, and stems that join "withdraw" and "withdrawal"."""

from __future__ import annotations

import re

# Heads that name no matter: "the meeting", "an important step", "the importance of X" (then X is the matter).
EMPTY = frozenset(
    """ability access action activity addition advance advantage aim amount announcement answer approach area aspect
    aspiration attempt attention background basis beginning behalf benefit bit capacity case cause century challenge
    chance change choice circumstance close colleague comment commitment condition consequence consideration contact
    context contribution conversation cooperation coordination corner couple course date day decade decision
    dedication depth desire detail determination development difference difficulty direction discussion effect effort
    element end engagement event example expectation experience extent eye face fact factor feature field focus form
    forum framework friend front future gain goal good gratitude ground group guideline half hand head history hope
    hour idea impact implementation importance improvement increase information initiative inquiry instance intent
    intention interest interview intervention issue item journalist journey key kind lack leader leadership level life
    line list living location look lot magnitude main majority majority manner matter meaning means measure media
    meeting member mention message method million minute moment moral month morning move nature need night notice
    number objective occasion offer official one opening opinion opportunity option order other outcome outlet outlook
    outset overview page paragraph part participant participation partner party past path pathway people percent
    perception period person perspective phase phone place plan pleasure plenty point position possibility post
    potential practice prerequisite presence press principle priority problem procedure process progress promise proof
    proponent prospect purpose question quote range rate readiness reason recipe recognition record reference regard
    region relation relationship remainder remark report reporter request reserve resolve respect response
    responsibility rest result return review right rise role round scale scenario scheme scope seat section sector
    sense sentence sentiment series set share shift side sign significance signal situation solidarity solution
    something sort source speech spirit spokesman spokesperson stage stakeholder stance standing start state statement
    step story strategy strength strengthening structure subject substance success suggestion summary supporter
    sympathy synergy talk task team tension term test text thank theme thing thought tie time today tomorrow tone tool
    topic total touch town track tradition trend trip try turn type understanding update use usage value variety
    version view visit voice volume vow wake way week weekend while whole willingness wish word work world year
    yesterday yesterday action package decade billion thousand hundred dozen country nation government authority
    minister president secretary department ministry office agency administration representative ambassador citizen
    family child woman man community society state counterpart ally organisation organization institution company
    firm body entity individual everyone somebody figure professor expert analyst spokeswoman deputy delegation
    audience host guest attendee newspaper reader victim actor civilian candidate lawmaker voter resident worker force
    television website newspaper radio channel broadcast blog video language embassy term camera footage hospital
    summit ceremony conference weekday minority pressroom reporter agency daily mail side corner ruin
    constable affair affairs daughter husband wife mother father son friend enemy adversary nationals politician
    continent mainland
    """.split()
)
# Offices and assemblies deal with matters and are none.
BODIES = frozenset(
    """ministry embassy department bureau office secretariat consulate directorate court parliament congress senate
    council committee commission assembly tribunal cabinet legislature
    """.split()
)
# These name a matter only before a party's name: "support for Norland", but not "support for the opening of talks".
LIGHT = frozenset(
    """support condemnation criticism concern importance availability assistance aid complaint allegation
    accusation warning reaction resistance opposition admiration assessment conclusion demand pressure relations
    apprehension threat clarification acceptance denial disregard
    """.split()
)
# Measures, occasions and manners: what follows them is the matter ("tonnes of grain", "the visit of the envoy").
NO_HEADS = frozenset(
    """barrel bet briefing call cent connection conversation dollar euro eve fringe grip hectare height home inch
    kilometer kilometre liter litre manner margin meet meeting meter metre mile readout remark session sideline
    statement subsidiary testament ton tonne travel trip visit way worth
    """.split()
)
# These need a word beside them to name a matter: "freedom of the press", but not "freedom".
THIN = frozenset(
    """agreement article avenue capability coalition conflict cost deal degree designation disagreement drive
    environment feed formality freedom inaudible innovation lead-up margin market money operation partnership
    percent planet prosperity rally release resolution security service stability steal strike table testament
    violence vitality vote
    """.split()
)
# Adjectives that open a phrase without telling anything; dropped from a title's front and no word of a matter.
EMPTY_ADJECTIVES = frozenset(
    """able actual additional ambitious appropriate available big bold broad brutal candid certain clear close common
    comprehensive concrete constructive continued continuing core critical crucial current deep different difficult
    due early effective enduring entire essential excellent exceptional existing extensive extraordinary fair final
    firm first following former fourth free frequent fresh fruitful full fundamental further general global good great
    greater heartfelt high historic huge immediate important incredible increased initial international joint key
    landmark large last late latest like likely little local long longstanding main major many meaningful more most
    multiple mutual much national necessary new next normal noted numerous official old ongoing only open other
    outrageous outstanding overall own particular past personal pivotal planned positive possible potential powerful
    present previous primary prior productive profound proposed proud rapid ready real recent regional related
    relevant remaining renewed respective robust same second senior separate serious several severe shared short
    significant similar single small so-called special specific steadfast steady strategic strong subsequent
    substantial successful such sure swift third top total tremendous true unique unprecedented unprovoked
    unjustified unjustifiable unwavering upcoming urgent usual various vast very vital warm well whole wide wonderful
    absolute escalating expanded expanding growing massive
    inaugural tense today's annual reaching based scale standing wide-ranging live wrong considerable
    """.split()
)
SUFFIX = re.compile(
    r"(?:i?ations?|itions?|aments?|ements?|ments?|ions?|als?|ings?|ity|ance|ence|ers?|ors?|ed|es|s|e|(?<=[^aeiou])y)$"
)
SHORTEST_STEM = 4


def stem(lemma: str) -> str:
    """A rough stem: "withdrawal" and "withdraw", "deployment" and "deploy" fall together."""
    word = lemma.casefold()
    found = SUFFIX.search(word)
    return word[: found.start()] if found and found.start() >= SHORTEST_STEM else word


def stems(heading: str) -> frozenset[str]:
    """The stems of a heading's words."""
    return frozenset(stem(w) for w in re.findall(r"[A-Za-z][A-Za-z-]{2,}", heading))
