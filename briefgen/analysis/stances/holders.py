"""Whose red line it is, who voiced it and whom it is addressed to.

The fatal error of a brief is a threat in the wrong mouth, so a holder that the text does not name is left open and the
statement left out: being the party named most counts for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.stances.hit import Hit, first_of, verb_of
from briefgen.analysis.stances.sides import Voice
from briefgen.analysis.stances.tags import Tag
from briefgen.analysis.stances.voices import Voices
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# The subject of these bears the consequence: the holder is somebody else.
BORNE = frozenset("face risk lose bear pay suffer receive get forfeit expect deserve incur see find".split())
# Nouns that name a stance: "Canada's commitment is firm" is Canada's, "Russia's troops must leave" is not Russia's.
STANCES = frozenset(
    "commitment refusal position pledge promise demand stance policy guarantee rejection opposition".split()
)
# Families whose subject may be somebody else's: an alliance is committed, an ally's troops will not fight.
ON_BEHALF = frozenset(("ironclad", "every inch", "defence pledge", "will defend"))

# Whose speaker is one of several, and says what the others do.
ALLIES = frozenset("ally partner friend neighbour neighbor opponent adversary enemy rival counterpart".split())

# What somebody else wants of the subject.
OBLIGES = frozenset(("must desist", "must be heeded", "must", "should not", "should", "must not", "has until"))
# What only the one who does it can mean: nobody says for others "they demand".
TELLING = frozenset(
    ("demands", "insists", "calls to desist", "urges to desist", "tells to", "rejects", "refuses", "rules out",
     "opposes", "threat", "not prepared")
)  # fmt: skip
# What somebody is said to have shown by what they did is the teller's judgement.
SHOWING = frozenset("show prove demonstrate".split())


@dataclass(frozen=True, slots=True)
class Holding:
    """`holders` is empty when the text does not say. `about_other`: somebody's report on what another will do.

    A party's word on what another party will do ("A says that B will never leave") is neither's red line.
    """

    holders: Names
    voice: Voice
    about_other: bool = False
    own_words: bool = False

    @property
    def is_anothers(self) -> bool:
        """Whether it is somebody's whom the text does not name."""
        return self.about_other and not self.holders


def holding_of(hit: Hit, sent: Sent, context: Context, voices: Voices) -> Holding:
    """Who holds `hit`."""
    voice = voices.at(sent, hit.anchor)
    if voice.source == "speech" and not voice.names:
        return Holding((), voice)  # what "they tell us"
    speaking = voices.sides.of(voice)
    verb = verb_of(hit.anchor)
    subject = subject_of(verb)
    owner = _owner(hit.anchor, sent, context, voices)
    if not owner and subject is not None and subject.lemma_.lower() in STANCES:
        owner = _owner(subject, sent, context, voices)
    if owner:
        accused = hit.rule == "threat named" and speaking and not _same(owner, speaking, context)
        return Holding(() if accused else owner, voice)  # named by the other side it is an accusation
    if subject is not None and _crosses(subject, hit):
        subject = None
    acting = voices.sides.parties(voices.sides.settle(context.actors_of(sent, subject)))
    if subject is not None and is_ally_of_ours(subject) and hit.held_by == "subject":
        beside = voices.sides.parties(_named_beside(subject, sent, context))
        beside = beside if _same(beside, speaking, context) else ()
        return Holding(beside, voice, about_other=not beside)
    own = subject is not None and _is_own(subject)
    if own and not acting:
        acting = speaking
    if own and speaking:
        together = set(speaking) < set(acting)  # "we both will not accept"
        return Holding(acting if together else speaking, voice, own_words=True)
    if not own and hit.rule not in OBLIGES and _is_shown(verb, sent, voice, context, voices):
        return Holding((), voice, about_other=True)
    if subject is not None and not acting and hit.rule in TELLING and _is_anothers(verb, subject):
        makers = _makers(subject, sent, context, voices)
        return Holding(makers, voice, about_other=not makers)
    tag = voices.tag(sent)
    if tag is not None and hit.anchor.i == tag.verb:
        return Holding(voices.sides.of(voices.at(sent, sent.span[0])), voice)
    subject_said = _content_subject(sent, tag)
    said = voices.sides.parties(voices.sides.settle(context.actors_of(sent, subject_said)))
    if said and not own and voices.sides.is_spoken_for(said, voice) and not _crosses_or_bears(subject_said, hit):
        return Holding(said, voice)
    if hit.held_by == "subject" and acting:
        return _of_who_acts(acting, speaking, hit, voice, context)
    if speaking:
        return Holding(speaking, voice)
    if hit.rule in OBLIGES:
        return Holding((), voice)  # whoever must do something has not said so
    if acting and hit.held_by == "voice" and not _borne(verb, subject):
        return Holding(acting, voice)
    return Holding(_governor(sent, verb, hit, context, voices), voice)


def _owner(noun: Token, sent: Sent, context: Context, voices: Voices) -> Names:
    """Whose the stance named by a noun is: "the U.S. commitment", "Russia's refusal", "our pledge"."""
    if noun.pos_ != "NOUN" and not (noun.dep_ == "amod" and noun.head.pos_ == "NOUN"):
        return ()
    if noun.dep_ == "amod":
        noun = noun.head
    for child in noun.children:
        if child.i >= noun.i or child.dep_ not in ("poss", "amod", "compound", "nmod"):
            continue
        if child.lower_ in FIRST_PERSON:
            return voices.sides.of(voices.at(sent, child))
        mention = context.resolver.cast.at(sent.block, child)
        if mention is not None:
            return voices.sides.parties((mention.name,))
        if child.tag_ == "PRP$":
            return voices.sides.parties(context.actors_of(sent, child))
    return ()


def _is_own(subject: Token) -> bool:
    return subject.lower_ in FIRST_PERSON or any(
        c.lower_ in FIRST_PERSON and c.dep_ == "poss" for c in subject.children
    )


def _of_who_acts(acting: Names, speaking: Names, hit: Hit, voice: Voice, context: Context) -> Holding:
    """What the subject does: the subject's, where nobody else says so of it."""
    if not speaking or _same(acting, speaking, context):
        return Holding(acting, voice)
    if hit.rule in ON_BEHALF:
        return Holding(speaking, voice)
    known = all(n in context.resolver.cast.entries for n in (*acting, *speaking))
    return Holding(() if known and not voice.commentator else acting, voice, about_other=True)


def is_ally_of_ours(subject: Token) -> bool:
    """ "Our allies will not": others than the speaker, though close."""
    return subject.lemma_.lower() in ALLIES and _is_own(subject)


def _named_beside(subject: Token, sent: Sent, context: Context) -> Names:
    """Those whom the row of `subject` names: of "our allies and Norland" only Norland is known."""
    mentions = (context.resolver.cast.at(sent.block, t) for t in subject.conjuncts)
    return tuple(dict.fromkeys(m.name for m in mentions if m is not None))


def _is_shown(verb: Token, sent: Sent, voice: Voice, context: Context, voices: Voices) -> bool:
    """Whether the clause says what others "have shown they will" do; who shows it by deeds has not said so."""
    verb = first_of(verb)
    shown = verb.head
    if verb.dep_ != "ccomp" or shown.lemma_.lower() not in SHOWING:
        return False
    subject = subject_of(shown)
    if subject is None or _is_own(subject):
        return False
    telling = context.parties(context.document.issuer) if voice.cue in SHOWING else voices.sides.of(voice)
    return set(telling).isdisjoint(voices.sides.parties(voices.sides.settle(context.actors_of(sent, subject))))


def _is_anothers(verb: Token, subject: Token) -> bool:
    """Whether the subject does it, and is a common noun: "the residents refuse", "a vote calling on", "those who"."""
    verb = first_of(verb)
    does = subject.dep_ == "nsubj" or (verb.dep_ == "acl" and verb.tag_ == "VBG")
    return does and (subject.pos_ == "NOUN" or subject.tag_ == "WP" or subject.lower_ in ("who", "that", "which"))


def _makers(text: Token, sent: Sent, context: Context, voices: Voices) -> Names:
    """Who passed or wrote the text that demands something: "the council passed a resolution demanding that"."""
    made = text.dep_ == "dobj" and text.head.pos_ == "VERB"
    maker = subject_of(text.head) if made else None
    return voices.sides.parties(voices.sides.settle(context.actors_of(sent, maker)))


def _content_subject(sent: Sent, tag: Tag | None) -> Token | None:
    """The subject of what is said: of the sentence's main verb, or of the clause that hangs on the reporting verb."""
    root = sent.span.root
    if tag is not None and root.i == tag.verb:
        root = next((c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < tag.start), root)
    subject = subject_of(root)
    return subject if subject is not None and (tag is None or subject.i < tag.start) else None


def _crosses_or_bears(subject: Token | None, hit: Hit) -> bool:
    return subject is not None and (_crosses(subject, hit) or _borne(subject.head, subject))


def _crosses(subject: Token, hit: Hit) -> bool:
    """ "Any bank that pays": whoever would cross the line does not draw it."""
    return hit.trigger is not None and hit.trigger[0] <= subject.i < hit.trigger[1]


def _borne(verb: Token, subject: Token | None) -> bool:
    """Whether the subject suffers what the verb says."""
    return verb.lemma_ in BORNE or (subject is not None and subject.dep_ == "nsubjpass")


def _governor(sent: Sent, verb: Token, hit: Hit, context: Context, voices: Voices) -> Names:
    """The subject of the nearest verb above that acts."""
    token = verb
    for _ in range(6):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ != "VERB":
            continue
        subject = subject_of(token)
        if subject is not None and _crosses(subject, hit):
            continue
        names = voices.sides.parties(voices.sides.settle(context.actors_of(sent, subject)))
        if names and not _borne(token, subject):
            return names
    return ()


def _same(one: Names, other: Names, context: Context) -> bool:
    """Whether the two name the same side: a party in common, or a body of the country in its name."""
    if set(one) & set(other):
        return True
    return any(a.lower() in b.lower() or b.lower() in a.lower() for a in one for b in other)
