"""The word classes that the rules, the doubts and the weights speak of: lemmas, one table."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- what makes an action a planned one

# "They agreed to ...", "is scheduled to ...": the verb before an infinitive, and the status it gives.
PLEDGING = _words(
    """pledge promise vow commit recommit undertake agree offer guarantee volunteer swear accept consent oblige
    assure"""
)
PLANNING = _words(
    """plan intend schedule set slate slat prepare aim decide resolve propose arrange opt expect project anticipate"""
)
# These announce what is to come only in the passive: "is expected to", not "expects to".
PASSIVE_ONLY = _words("set slate slat schedule project anticipate prepare")
ADJECTIVES = _words("due set ready poised slated scheduled committed expected prepared")
FIXED = _words("due set slated scheduled")
# "Decided that experts meet in May", "pledged 500 crews", "payable on 1 September".
AGREEING = _words("decide announce arrange")
PROMISING = _words("pledge promise announce commit vow decide")
DUE = _words("due payable effective expected down pencilled penciled")
PLAN_NOUNS = _words(
    """plan intention intent commitment pledge promise decision agreement offer proposal undertaking order
    instruction mandate deadline timetable schedule arrangement determination invitation"""
)
# "Peru reiterated its commitment to ...": the commitment is the subject's own.
AFFIRMING = _words(
    """reiterate reaffirm affirm restate renew announce underline underscore emphasise emphasize stress highlight
    express voice confirm declare repeat accept signal state make"""
)
# "The aim is to ..." says why, not what is to happen.
AIM_NOUNS = _words(
    """aim goal objective purpose challenge problem way point idea role job question task thing priority hope mission
    key answer solution focus trick difficulty temptation option alternative approach strategy policy path dream
    wish duty"""
)

# --- who was told to do what

ORDERING = _words(
    """ask order direct instruct task tell request require mandate charge command authorise authorize assign oblige
    appoint invite call compel"""
)
REQUIRING = _words("require oblige compel")
# "Demanded that Lima withdraw": a clause without "to".
DEMANDING = _words("demand insist require order stipulate")
GIVING = _words("give allow grant set")

# --- what fixes an event

FIXING = _words(
    """schedule set plan pencil fix call summon convene postpone reschedule move slate time book invite accept
    announce order pledge promise adjourn defer delay extend propose earmark confirm launch table agree dispatch
    name commission"""
)
EVENTS = _words(
    """meeting talk summit session conference election vote referendum hearing round visit trip ballot poll debate
    trial inauguration deadline report review opening ceremony dialogue consultation negotiation forum exercise
    strike mission delivery launch ruling judgment decision verdict submission caucus primary runoff signing
    congress assembly ministerial instalment installment tranche disbursement payment shipment convoy audit
    inspection handover deployment withdrawal test drill event seminar workshop call sitting patrol amnesty
    closure release exchange"""
)

# Those who take part in these are the owners; whoever tells of them may be a mediator.
GATHERINGS = _words("talk negotiation meeting dialogue summit consultation round")
# In front of an event's noun: it is still to come.
FURTHER = _words("further next follow-up upcoming forthcoming coming")
VOTES = _words("election vote referendum ballot poll caucus primary runoff inauguration campaign")

# --- what an action is worth

# What can be put in a diary.
CONCRETE = _words(
    """meet visit travel fly hold host attend chair convene gather assemble vote sign publish present report submit
    deliver send ship release hand table file open close begin start launch resume reopen hear rule decide appoint
    nominate name announce unveil discuss address lead join participate take return arrive depart leave go
    transfer pay disburse invest provide donate allocate deploy withdraw dispatch establish create set introduce
    adopt ratify implement remove eliminate reduce cut raise impose suspend lift extend expire end lapse enter
    review consult negotiate finalise finalize conclude complete build construct appeal sue prosecute investigate
    inspect audit debate swear inaugurate deport exchange swap train issue draft prepare circulate respond reply
    answer conduct organise organize speak brief inform notify expand increase grant award buy purchase sell co-host
    co-chair recommend amend draw engage tour thank reaffirm highlight receive welcome accept resettle interview recruit
    hire vaccinate evacuate"""
)
VAGUE = _words(
    """continue support work remain stand seek ensure help strengthen keep maintain pursue promote enhance deepen
    encourage foster advance uphold protect defend urge watch monitor try strive explore consider improve develop
    build cooperate collaborate coordinate stay contribute assist enable facilitate address"""
)
STATIVE = _words(
    """be have need want depend mean seem appear become know think believe hope feel like wish owe belong contain
    involve matter exist consist understand deserve possess resemble represent reflect constitute remain include
    regard cost hear say tell argue claim call"""
)
# Verbs of saying and thinking: in the present they hold for now, whatever day they mention.
TELLING = _words(
    """forecast foresee expect predict reckon estimate project suggest doubt fear see show recall note welcome
    appreciate underscore warn stress add insist support condemn look point follow target focus provide chair
    allow represent describe express reflect demonstrate stand help hope remind urge thank regard like"""
)
FORECAST = _words(
    """rise fall grow increase decrease decline climb drop shrink cost lead result affect benefit suffer happen
    worsen improve recover win lose prove show see face require take bring cause make change undermine hurt harm
    boost deter allow enable give get come follow emerge survive fail succeed struggle last turn find look depend"""
)
# What things do by themselves.
MOVING = _words(
    "rise fall grow decline climb drop shrink peak slow soar plunge worsen improve recover weaken ease swell"
)
FORCEFUL = _words(
    """respond retaliate punish defend fight resist reject refuse tolerate accept surrender yield strike hit"""
)

# --- who cannot act

THINGS = _words(
    """price inflation economy growth rate cost market number figure trade export import demand supply war conflict
    crisis situation tension process world future history time year effort move step action policy approach
    decision result outcome impact effect change failure success risk threat pressure attack sanction tariff this
    that it what which agreement deal treaty framework mou memorandum announcement programme program advisory
    theme term mechanism period there something nothing everything relation relationship partnership cooperation
    commitment support measure"""
)
# "The plan will help": of whoever has made it.
SCHEMES = _words("plan program programme initiative scheme strategy roadmap project")
# Nouns for bodies that decide and act; with people (by their endings, or named) they can own a step.
BODIES = _words(
    """court council committee ministry parliament assembly board commission agency police army navy union party
    company team delegation jury bank bureau office department cabinet government administration authority
    congress senate house chamber legislature tribunal panel group force mission secretariat regulator utility
    treasury church club federation association alliance bloc coalition firm operator faction inspectorate
    directorate exchange fund institute university hospital school network platform station crew staff service
    garrison militia rebel junta presidency embassy consulate municipality city town state province region capital
    community household developer guard laboratory lab watchdog college subcommittee taskforce task-force convoy
    consortium carrier airline lender brewery steelworks mill plant media press organisation organization body
    society"""
)
PEOPLE = _words(
    """people police citizen delegate diplomat ally rival chief premier pilot expert official technician specialist
    president king queen prince representative aide student youth public head member man woman child mediator
    trader farmer worker lawmaker voter driver sapper ambassador patriarch bishop pope saint nurse judge friend
    spouse clerk captain candidate coast-guard counterpart colleague side country nation monarch guerrilla refugee
    migrant applicant advocate attorney justice staffer chair chairperson crew troop soldier fisherman teacher"""
)
_AGENT_ENDINGS = tuple("ers er ors or ist ists ians ian men man women woman ees people".split())
_NOT_AGENTS = _words(
    """order border number letter matter paper power offer corridor factor sector error computer summer winter water
    weather river tower charter chapter tender transfer answer center centre quarter register disaster vector
    motor monitor measure semester member-state cover shelter theater theatre door floor labor harbor indoor
    outdoor visitor-centre counter dollar folder header router meter tanker cruiser barrier carrier reactor
    container airliner bunker"""
)


# "The vote will be crucial": what somebody thinks of it.
EVALUATING = _words(
    """consequential crucial critical important key vital essential decisive pivotal historic significant momentous
    fateful necessary difficult hard tough challenging easy interesting good bad great excellent wonderful fair
    unfair credible worthwhile helpful useful useless costly risky dangerous disastrous catastrophic memorable
    contentious transparent competitive instrumental indispensable relevant valuable painful legitimate"""
)
# "Peru will help Chile when it joins": the clause is about whoever is helped.
BACKING = _words(
    """support help assist aid back welcome congratulate encourage urge advise thank prepare train fund finance equip
    protect defend reward"""
)
# "A will meet with B. They will discuss it": of these what follows in company is everybody's.
MEETING = _words("meet confer huddle")
CONVERSING = _words(
    """discuss talk review exchange consult explore consider speak cover confer debate negotiate sign hold address tour
    visit reaffirm underscore focus examine dine meet"""
)
# "With X succeeding her".
SUCCEEDING = _words("succeed replace take assume follow")
# What something has, without anybody's doing.
EFFECTS = _words("consequence effect impact repercussion implication influence benefit bearing")


def can_act(lemma: str) -> bool:
    """True for a noun, as a lower-case lemma, that stands for people or for a body of people."""
    if lemma in BODIES or lemma in PEOPLE:
        return True
    return lemma.endswith(_AGENT_ENDINGS) and lemma not in _NOT_AGENTS and len(lemma) > 4


OPINION_VOICES = _words(
    """analyst economist observer commentator expert critic forecaster researcher professor columnist historian
    trader diplomat lawyer pollster strategist scholar academic broker modeller scientist consultant forecast poll
    editorial"""
)

# --- what takes a plan back, or never made it one

CANCELLED = _words(
    """cancel scrap shelve drop abandon scuttle withdraw lapse axe ax revoke
    rescind reverse collapse stall fail retract"""
)
CANCELLED_PHRASES = (
    "called off",
    "did not take place",
    "came to nothing",
    "never left",
    "never held",
    "put off",
    "overtaken by",
    "thought better of",
    "was to have",
    "were to have",
    "had been due",
    "had been set",
    "could not be held",
    "let it pass",
    "thrown out",
    "turned down",
)
WISHING = _words("hope hop wish want urge call encourage appeal prefer fear doubt")
HEDGES = _words(
    """likely unlikely probably perhaps maybe possibly might may could should would potentially eventually"""
)
ENDINGS = _words("expire end lapse run")
# What tells of something that has happened.
ACCOUNTS = _words("reports news footage images figures comments remarks statements claims allegations calls rumours")
# What follows such a verb is wished for, and nobody has promised it. The parser takes "hopes" for a form of "hop".
HOPING = _words("hope hop hopeful wish pray optimistic confident")
# "The meeting scheduled for Friday was held": of these it is over when they stand in the past.
HAPPENING = _words("hold take happen occur end conclude open begin start finish go convene")
POSTPONED = _words("postpone delay defer suspend")
# "Is projected to win": what others think will come of it.
FORETELLING = _words("project predict forecast expect anticipate favour favor tip")
OUTCOMES = _words(
    """win lose succeed fail survive prove benefit suffer struggle improve worsen recover happen result affect dominate
    rise fall grow shrink cost exceed reach"""
)
# "Is intended to help": what a thing is for.
PURPOSES = _words("intend design mean aim")
# "The plan will include:" is followed by what is to be done.
LISTING = _words("include comprise contain cover involve be see feature encompass")
LISTS = _words("step measure action commitment element point item thing priority term condition area task")
# Those who "have agreed to a framework" have done so.
ASSENTING = _words("agree accept consent assent")
TEXTS = _words(
    """framework agreement deal treaty pact accord memorandum mou statement declaration text principle term communique
    understanding roadmap language compromise formula provision charter convention protocol resolution plan proposal"""
)
# What an agreement, once it holds, does for its parties.
WORKING = _words(
    """provide give offer open create allow enable ensure boost help support grant strengthen expand deepen improve
    increase promote bring make guarantee address foster advance protect"""
)
# "Was originally planned for": another plan came in its place.
SUPERSEDING = _words("originally initially previously formerly first")
