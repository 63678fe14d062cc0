"""Key statements: how strongly each sentence belongs in a summary.

A logistic regression over features that any reader could check by eye (place, length, who acts, what is decided),
fitted by `training/salience.py` on sentences that careful readers called key; the weights are
`data/salience.json`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefgen.analysis.context import Context
from briefgen.analysis.reference.signatory import signatory
from briefgen.analysis.regression import probability
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.summary.courtesies import is_courtesy, is_notice
from briefgen.analysis.summary.day_names import weekdays
from briefgen.analysis.summary.shortening import cores_of, end_of
from briefgen.analysis.summary.wording import in_marks, line, said, says_we
from briefgen.analysis.text.document import Sent
from briefgen.analysis.topics.candidates import Lexicon
from briefgen.model.findings import SAYABLE, KeyStatement, Quotation, Stance, Step

SHORTEST = 7  # tokens; less is a fragment
DECISIONS = frozenset(
    """announce agree sign impose launch decide warn pledge meet approve reject ban declare order reach
    adopt vote elect win resign sanction designate suspend withdraw deploy kill attack close open
    release restore commit establish join conclude end begin increase raise cut remove target discuss
    endorse propose secure demand refuse rule demand threaten confirm condemn call lift extend accept
    block arrest detain invade strike sue file charge appoint name dismiss pass
    """.split()
)
FEWEST_WORDS = 5  # of a line
NOBODY_KNOWN = "The text"  # who says "we" in a text of which nobody knows whose it is
SINGULAR_FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
ANAPHOR = re.compile(r"\b(?:these|those|this|such|the latter|the same)\s+[a-z]+", re.I)  # points out of the sentence
COURTESY = frozenset(
    """thank welcome congratulate honour honor proud grateful delighted pleased appreciate look
    privilege pleasure wish hope celebrate commend applaud
    """.split()
)


def features(
    context: Context, lex: Lexicon, stances: Iterable[Stance], steps: Iterable[Step]
) -> list[tuple[Sent, dict[str, float]]]:
    """The sentences that are long enough and no list of who was there, each with its named features (0 to about 1)."""
    typical = {s.id: value for s, value in zip(lex.sents, _typical(lex), strict=True)}
    sents = [s for s in lex.sents if len(s.span) >= SHORTEST]
    lines = {e for x in stances if x.confidence != "low" for e in x.evidence}
    planned = {e for x in steps if x.confidence != "low" for e in x.evidence}
    headline = _content(context.document.article.headline or "")
    frequency = Counter(w for s in sents for w in set(_content(s.text)))
    parties = [p for p, _ in context.resolver.cast.parties().most_common(4)]
    openers = {s.block: s.id for s in reversed(context.document.sents)}
    rows = []
    for i, sent in enumerate(sents):
        row = _place(i, len(sents), sent, openers)
        row |= _words(sent, headline, frequency, len(sents))
        row |= _matter(context, sent, parties)
        row["typical"] = typical[sent.id]
        row["red_line"] = float(sent.id in lines)
        row["next_step"] = float(sent.id in planned)
        rows.append((sent, row))
    return rows


def _content(text: str) -> set[str]:
    return {w[:7] for w in re.findall(r"[a-z][a-z'-]{3,}", text.lower())}


def _typical(lex: Lexicon) -> list[float]:
    """How much each sentence has in common with all others, 0 to 1: its mean cosine to them, by telling words.

    (Radev 2004, centroids: a sum over the words, so its cost grows with the text and not with its square.)
    """
    norms = [math.sqrt(sum(lex.weight(w) ** 2 for w in words)) or 1.0 for words in lex.words]
    sums = {w: lex.weight(w) ** 2 * sum(1 / norms[i] for i in where) for w, where in lex.where.items()}
    values = [sum(sums[w] for w in words) / norm for words, norm in zip(lex.words, norms, strict=True)]
    most = max(values, default=0.0) or 1.0
    return [v / most for v in values]


def _place(i: int, n: int, sent: Sent, openers: dict[int, str]) -> dict[str, float]:
    return {
        "first": float(i == 0),
        "second": float(i == 1),
        "third": float(i == 2),
        "depth": i / n,
        "early": 1 / (1 + i),
        "last": float(i >= n - 2),
        "opens_paragraph": float(openers[sent.block] == sent.id),
    }


def _words(sent: Sent, headline: set[str], frequency: Counter[str], n: int) -> dict[str, float]:
    words = _content(sent.text)
    central = sum(math.log1p(frequency[w] - 1) for w in words) / math.sqrt(max(1, len(words))) / math.log1p(n)
    length = len(sent.span)
    marks = sum(map(sent.text.count, '"“”'))
    return {
        "central": central,
        "headline": len(words & headline) / max(1, min(len(headline), 6)),
        "length": min(length, 60) / 40,
        "short": float(length < 12),
        "long": float(length > 50),
        "number": float(bool(re.search(r"\d", sent.text))),
        "quoted": float(marks >= 2),
        "anaphor": float(bool(ANAPHOR.search(sent.text))),
        "question": float(sent.text.rstrip("\"”' ").endswith("?")),
    }


def _matter(context: Context, sent: Sent, parties: list[str]) -> dict[str, float]:
    root, tokens = sent.span.root, sent.tokens
    words = {t.lower_ for t in tokens}
    lemmas = {t.lemma_.lower() for t in tokens if t.pos_ == "VERB"}
    named = {m.name for t in tokens if (m := context.resolver.cast.at(sent.block, t)) is not None}
    speeches = context.speeches_in(sent)
    tense = {"VBD": "past", "VBN": "past"}.get(root.tag_, "present")
    return {
        "decides": float(bool(lemmas & DECISIONS)),
        "root_decides": float(root.lemma_.lower() in DECISIONS),
        "courtesy": float(bool(lemmas & COURTESY)),
        "parties": min(len(named), 4) / 4,
        "main_party": float(bool({context.resolver.cast.party(n) for n in named} & set(parties[:2]))),
        "no_party": float(not named),
        "speech": float(bool(speeches)),
        "no_voice": float(not context.voice(sent, root)),
        "opens_with_pronoun": float(tokens[0].pos_ == "PRON"),
        "first_person": float(bool(words & {"we", "our", "i"})),
        "past": float(tense == "past"),
        "future": float(bool(words & {"will", "would", "'ll"})),
        "item": float(context.document.article.blocks[sent.block].kind == "item"),
    }


def find_key_statements(
    context: Context, lex: Lexicon, stances: Iterable[Stance], steps: Iterable[Step], quotations: Iterable[Quotation]
) -> list[KeyStatement]:
    """The sentences that may stand in a summary, in the order of the text.

    Without questions, courtesies, and first persons of whom nobody knows who they are.
    """
    quoting = {e: q.speaker for q in quotations for e in q.evidence}
    found: list[KeyStatement] = []
    for sent, row in features(context, lex, stances, steps):
        statement = None if row["question"] else _statement(context, sent, quoting.get(sent.id))
        if statement is not None:
            found.append(replace(statement, score=probability("salience", row)))
    return found


def _statement(context: Context, sent: Sent, quoted_speaker: str | None) -> KeyStatement | None:
    """The sentence as it would stand in a summary; None where it has no place there."""
    days = weekdays(sent, context.document, context.published)
    cut = sent.span.start, end_of(sent), context.resolver, days
    quoted = _is_all_quoted(context, sent)
    own = sent.speaker is not None or quoted
    speakers = (sent.speaker,) if sent.speaker else (quoted_speaker or "",) if quoted else context.document.issuer
    words = said(sent, *cut, speakers=speakers)
    text = line(sent, *cut)
    # No name could stand for its "we", or it is what one party says of others.
    spoken = own or text == in_marks(words) or _tells_of_others(context, sent)
    if spoken and not own and (not speakers or SINGULAR_FIRST.search(words)):
        signed = signatory(context.document, context.resolver.cast)
        speakers = (signed,) if signed else speakers or (NOBODY_KNOWN,)
    if is_notice(words) or len(words.split()) < FEWEST_WORDS or (spoken and not (speakers and all(speakers))):
        return None
    if (own or says_we(words)) and (is_courtesy(words) or not _is_clause(sent)):
        return None
    told = words if spoken else text
    core = "" if own or (is_sayable(told) and not spoken) else _core(sent, context, days)
    return KeyStatement((sent.id,), told, 0.0, speakers, in_marks(words)[1:-1], spoken, core)


def is_sayable(text: str) -> bool:
    """Whether a principal can say the line aloud in one breath."""
    return len(text.split()) <= SAYABLE


def _core(sent: Sent, context: Context, days: Mapping[int, str]) -> str:
    """The longest core of the sentence that can be said aloud and has no "we" that only its speaker can say."""
    lines = (line(sent, start, end, context.resolver, days) for start, end in cores_of(sent))
    return next((text for text in lines if is_sayable(text) and not text.startswith("“")), "")


def _is_clause(sent: Sent) -> bool:
    """Whether the sentence has a verb and who does it; in talk, many are no more than an exclamation."""
    root = sent.span.root
    return root.pos_ in ("VERB", "AUX") and subject_of(root) is not None


def _is_all_quoted(context: Context, sent: Sent) -> bool:
    """Whether no word of the sentence stands outside one quotation."""
    words = [t.idx for t in sent.tokens if t.is_alpha]
    stretches = context.document.quoted.get(sent.block, ())
    return bool(words) and any(a <= words[0] and words[-1] < b for a, b in stretches)


def _tells_of_others(context: Context, sent: Sent) -> bool:
    """Whether the country that issued the whole text says this of another: what it claims, and no plain fact."""
    issuer, entries = context.document.issuer, context.resolver.cast.entries
    subjects = context.parties(context.subjects(sent, sent.span.root)) if len(issuer) == 1 else ()
    kinds = {entries[n].kind if n in entries else None for n in (*issuer, *subjects)}
    return bool(subjects) and kinds == {"country"} and issuer[0] not in subjects
