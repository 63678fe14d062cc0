"""Signs that are none, by their grammar: what others are asked to do, what things do, figures, thanks, wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import FIRST_PERSON
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.stances.hit import Hit, first_of, verb_of
from briefgen.analysis.steps.words import MOVING, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who is the object of these, or stands behind their "on" or "to", is to do what the infinitive says.
ASKING = frozenset(
    """urge call ask encourage appeal invite implore beg press advise exhort plead request tell order want expect
    remind push lobby pressure persuade convince commend help allow enable""".split()
)
APPEALING = frozenset("call urge ask invite encourage appeal".split())
APPEALS = frozenset("call appeal plea request invitation".split())
WONDERING = frozenset("ask wonder question know see decide check consider".split())
FORMALITIES = frozenset(
    "confirmed elected appointed approved adopted passed ratified possible necessary needed".split()
)
GRANTING = frozenset("grant welcome benefit receive thank honour honor remember congratulate".split())
IMPOSED = frozenset("tariff duty sanction penalty tax levy fine fee toll pressure".split())  # rise by decision
COUNTED = frozenset("job trade investment death case arrest sale export import revenue income spending growth".split())
THANKING = frozenset("thank grateful thankful appreciate appreciation gratitude welcome commend applaud".split())
PLEASED = frozenset("happy glad grateful pleased delighted nice good better great lovely okay ok fine".split())
# What an appeal asks for where it has force, and where only a party that is named can be meant.
FIRM = frozenset(
    """stop cease halt end withdraw leave release return reverse abandon dismantle disarm comply desist lift retract
    apologise apologize pull get surrender hand vacate free reopen recall disclose pay revoke drop scrap remove rescind
    cancel suspend""".split()
)
FIRM_TO_THE_NAMED = frozenset(
    "respect refrain restore abide honour honor allow permit accept uphold observe fulfil fulfill".split()
)
NAMED = ("ORG", "PERSON", "GPE", "NORP")
TALKING = frozenset("discuss explore examine review study debate consider".split())


def asked_of_others(hit: Hit) -> bool:
    """ "We urge leaders to reject violence": theirs to do. Not where somebody's deed is to be rejected ("Norland's
    claim"): who asks for that rejects it too.
    """
    verb = first_of(verb_of(hit.anchor))
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl") or not any(c.tag_ == "TO" for c in verb.children):
        return False
    head = verb.head.lemma_.lower()
    if head not in (ASKING if verb.head.pos_ == "VERB" else APPEALS):
        return False
    return not any(_has_maker(c) for c in verb_of(hit.anchor).children if c.dep_ == "dobj")


def _has_maker(deed: Token) -> bool:
    """Whether a name stands beside the noun: "Norland's claim", "this attempt by the Norland regime"."""
    beside = [c for c in deed.children if c.dep_ in ("poss", "amod", "compound", "nmod", "acl", "prep")]
    return any(
        t.pos_ == "PROPN" or t.ent_type_ in NAMED
        for c in beside
        if c.dep_ != "prep" or c.lower_ == "by"
        for t in c.subtree
    )


def a_things(hit: Hit) -> bool:
    """ "The orders won't leave a gap": what a thing will do to another is a forecast."""
    verb = verb_of(hit.anchor)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if subject is None or subject.pos_ != "NOUN" or not things or not any(c.tag_ == "MD" for c in verb.children):
        return False
    if can_act(subject.lemma_.lower()) or subject.ent_type_ in NAMED:
        return False
    return not any(t.lower_ in FIRST_PERSON for c in (subject, *things) for t in c.subtree)


def a_movement(hit: Hit) -> bool:
    """ "Prices will fall even if the harvest fails": nobody's doing; tariffs do not rise by themselves."""
    clause = next((t for t in (hit.anchor, *hit.anchor.ancestors) if t.dep_ == "advcl"), None)
    verb = verb_of(hit.anchor) if clause is None or hit.held_by == "subject" else clause.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in MOVING or subject is None or subject.pos_ != "NOUN":
        return False
    return not can_act(subject.lemma_.lower()) and subject.lemma_.lower() not in IMPOSED


def a_figure(hit: Hit) -> bool:
    """ "200 jobs were tied to the mill": a count, no condition."""
    verb = verb_of(hit.anchor)
    noun = hit.anchor.head if hit.anchor.dep_ == "acl" else subject_of(verb)
    if verb.lemma_ not in ("tie", "link") or noun is None or any(c.tag_ == "MD" for c in verb.children):
        return False
    return noun.lemma_.lower() in COUNTED or any(c.dep_ == "nummod" for c in noun.children)


def thanked_for(hit: Hit) -> bool:
    """ "Grateful for your ironclad support": the other one's."""
    return any(t.lemma_.lower() in THANKING for t in hit.anchor.ancestors)


def mild(hit: Hit) -> bool:
    """ "We urge all to engage in dialogue": an appeal to do good, not to end anything."""
    asking = verb_of(hit.anchor)
    if any(c.lower_ == "for" for c in asking.children):
        return False  # "calls for the release of"
    asked = [v.lemma_.lower() for v in _asked(asking)]
    named = any(t.pos_ == "PROPN" for t in _told(asking))
    firm = FIRM | FIRM_TO_THE_NAMED if named else FIRM
    return bool(asked) and firm.isdisjoint(asked)


def _asked(asking: Token) -> list[Token]:
    """The infinitives that say what `asking` asks for; all behind it where the parse hangs them elsewhere."""
    near = {asking.i, *(t.i for t in _told(asking))}
    behind = [(t, first_of(t)) for t in asking.subtree if t.i > asking.i]
    found = [(t, first) for t, first in behind if any(c.tag_ == "TO" for c in first.children)]
    return [t for t, first in found if first.head.i in near] or [t for t, _ in found]


def _told(verb: Token) -> Iterator[Token]:
    """The phrases that say whom `verb` asks."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative"):
            yield child
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "ccomp":
            yield from (c for c in child.children if c.dep_ == "nsubj")


def told_to_all(hit: Hit) -> bool:
    """ "We call on any country that wishes to join": whoever is asked crosses no line."""
    noun = next((t for t in (hit.anchor, *hit.anchor.ancestors) if t.pos_ == "NOUN"), None)
    above = None if noun is None else noun.head.head if noun.dep_ == "pobj" else noun.head
    return above is not None and above.pos_ == "VERB" and above.lemma_.lower() in APPEALING


def talked_of(hit: Hit) -> bool:
    """ "Met to discuss our commitment to defence": a subject of talks."""
    return any(t.lemma_.lower() in TALKING for t in hit.anchor.ancestors)


def so_called(hit: Hit) -> bool:
    """ "Something that we call Article 5": its name is told, no pledge given."""
    verb = verb_of(hit.anchor)
    return verb.lemma_.lower() in ("call", "name") and not any(c.lower_ in ("on", "for") for c in verb.children)


def denied(hit: Hit) -> bool:
    """ "I never threaten anybody"."""
    return any(c.dep_ == "neg" for c in hit.anchor.children)


def asked_whether(hit: Hit) -> bool:
    """ "She asks if Norland might join"."""
    clause = next((t for t in (hit.anchor, *hit.anchor.ancestors) if t.dep_ == "ccomp"), None)
    return clause is not None and hit.anchor.head.i == clause.i and clause.head.lemma_.lower() in WONDERING


def a_formality(hit: Hit) -> bool:
    """ "If confirmed, she will lead the mission"."""
    return _following(hit) in FORMALITIES


def a_danger(hit: Hit) -> bool:
    """ "Villages could be cut off if the bridge is hit": what may befall, not what anybody will do."""
    verb = _ruled_by(hit)
    if verb is None or not any(c.lower_ in ("could", "may", "might") for c in verb.children if c.dep_ == "aux"):
        return False
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def an_event(hit: Hit) -> bool:
    """ "They signed only after dropping the demand": a past event."""
    above = (verb_of(hit.anchor), *verb_of(hit.anchor).ancestors)
    verb = next((t for t in above if t.pos_ == "VERB" and t.dep_ not in ("pcomp", "advcl")), hit.anchor)
    past = verb.tag_ in ("VBD", "VBN") and not any(
        c.tag_ in ("MD", "TO") or c.lower_ in ("be", "is", "are") for c in verb.children
    )
    return past and _following(hit) in ("after", "when", "once")


def a_benefit(hit: Hit) -> bool:
    """ "Every skipper who asks for a berth will be granted one"."""
    noun = next((t for t in (hit.anchor, *hit.anchor.ancestors) if t.dep_ in ("nsubj", "nsubjpass")), None)
    return (
        noun is not None
        and noun.i >= hit.anchor.i
        and noun.head.lemma_.lower() in GRANTING
        and not any(c.dep_ == "neg" for c in noun.head.children)
    )


def a_deadline(hit: Hit) -> bool:
    """ "Closed until Friday": a day, no condition; who "has until Friday" is pressed, and "then" may be one."""
    given = verb_of(hit.anchor).lemma_.lower() in ("have", "give", "set")
    return hit.trigger is None and not given and _following(hit) not in ("then", "now")


def past_inability(hit: Hit) -> bool:
    """ "Governments that could not ignore it"."""
    verb = verb_of(hit.anchor)
    return any(c.lower_ == "could" for c in verb.children) and any(c.tag_ in ("WDT", "WP") for c in verb.children)


def _following(hit: Hit) -> str:
    """The word behind the sign, in small letters."""
    doc, at = hit.anchor.doc, hit.anchor.i + 1
    return doc[at].lower_ if at < len(doc) else ""


def _ruled_by(hit: Hit) -> Token | None:
    """The verb whose clause the condition hangs on."""
    return next((t.head for t in (hit.anchor, *hit.anchor.ancestors) if t.dep_ == "advcl"), None)


def a_wish(hit: Hit) -> bool:
    """ "Would be glad if Norland thought again"."""
    clause = next((t for t in (hit.anchor, *hit.anchor.ancestors) if t.dep_ == "advcl"), None)
    if clause is None:
        return False
    above = (clause.head, *(c for c in clause.head.children if c.dep_ == "acomp"))
    return any(t.lemma_.lower() in PLEASED for t in above)


@dataclass(frozen=True, slots=True)
class Veto:
    """`holds` of a hit of one of `rules`: then it is no sign."""

    rules: frozenset[str]
    holds: Callable[[Hit], bool]


VETOES = (
    Veto(
        frozenset(
            ("rejects", "refuses", "rules out", "opposes", "not prepared", "will defend", "hold accountable",
             "will not tolerate", "all necessary")
        ),
        asked_of_others,
    ),
    Veto(frozenset(("will not", "no bargain")), a_things),
    Veto(frozenset(("will not waver", "if", "unless", "once", "as long as", "until")), a_movement),
    Veto(frozenset(("price", "linked", "ties to")), a_figure),
    Veto(frozenset(("ironclad", "defence pledge", "every inch")), thanked_for),
    Veto(frozenset(("defence pledge",)), talked_of),
    Veto(frozenset(("defence pledge",)), so_called),
    Veto(frozenset(("calls to desist", "urges to desist")), mild),
    Veto(frozenset(("any who", "whoever")), told_to_all),
    Veto(frozenset(("threat",)), denied),
    Veto(frozenset(("if",)), a_wish),
    Veto(frozenset(("if",)), asked_whether),
    Veto(frozenset(("if",)), a_formality),
    Veto(frozenset(("if", "once", "unless")), a_danger),
    Veto(frozenset(("only if",)), an_event),
    Veto(frozenset(("any who", "whoever")), a_benefit),
    Veto(frozenset(("until",)), a_deadline),
    Veto(frozenset(("will not tolerate", "no bargain")), past_inability),
)  # fmt: skip
BY_RULE = {rule: tuple(v for v in VETOES if rule in v.rules) for veto in VETOES for rule in veto.rules}


def is_vetoed(hit: Hit) -> bool:
    """True when one of `VETOES` holds."""
    return any(veto.holds(hit) for veto in BY_RULE.get(hit.rule, ()))
