"""Briefs about invented events, for the tests of the documents and for looking at their pages."""

from __future__ import annotations

import datetime as dt

from briefgen.model.brief import (
    Brief,
    BriefActor,
    Caveat,
    DueDate,
    Engine,
    Header,
    Issue,
    KeyPoint,
    NextStep,
    Position,
    Quote,
    RedLine,
    SourceInfo,
    Statement,
    Summary,
)
from briefgen.model.sections import Attendee, Option, Recommendation, SectionValue

EVIDENCE = {
    "A1.1": "Foreign ministers of Norvania and the Halden Federation ended two days of talks in Port Sorrel on "
    "Thursday without agreement on who may fish the Kestrel Bank, but promised to meet again before the spring season "
    "opens.",
    "A1.2": "Both sides described the exchange as frank.",
    "A2.1": "Norvania's foreign minister, Ilse Brandt, said the moratorium on new licences would stay in force until a "
    "joint stock assessment had been published.",
    "A2.2": "“We will not sign anything that treats the bank as empty water,” she told reporters.",
    "A3.1": "Halden's envoy, Tomas Ekdahl, rejected the demand that his government withdraw its patrol vessels.",
    "A3.2": "“Our ships stay where our fishermen are,” Ekdahl said.",
    "A4.1": "If a single Halden trawler is boarded, he warned, the federation will suspend the 2031 transit agreement "
    "and close its ports to Norvanian cargo.",
    "A4.2": "A Norvanian official, who asked not to be named, called the threat “theatre”.",
    "A5.1": "The Kestrel Bank supplies about a third of the cod landed in both countries, worth some €410 million a "
    "year.",
    "A6.1": "The North Basin Commission offered to host a technical round in Vardal on 14 May, which both delegations "
    "accepted.",
    "A6.2": "Its secretary-general, Amadou Keita, said inspectors would be on the bank “within weeks, not months”.",
    "A7.1": "Brandt ordered her ministry to submit a map of the disputed grid squares by the end of next week.",
    "A7.2": "Halden will answer in writing, Ekdahl said, once it has seen the map.",
    "A8.1": "Norvania wants the transit agreement kept out of the dispute altogether.",
    "A8.2": "“Railways are not bait,” Brandt said.",
    "A9.1": "The federation insists that any settlement cover freight tariffs, which it says have doubled since 2032.",
    "A10.1": "Fishing unions in both countries urged the governments to agree on a shared quota before the season "
    "opens on 1 June.",
    "A10.2": "“A quota on paper is better than a net cut at night,” said Marit Solheim, who leads the Norvanian union.",
    "A11.1": "The commission has said it will not arbitrate unless both governments ask for it in writing.",
    "A11.2": "Norvania has asked; Halden has not.",
    "A12.1": "Ekdahl said that Halden could accept observers on its vessels, provided that they were not Norvanian.",
    "A12.2": "Brandt said she would study the offer.",
    "A13.1": "Norvania will in no case recognise the baseline that Halden drew in 2029, according to a note circulated "
    "by its delegation.",
    "A14.1": "The two parliaments hold hearings on the dispute in the coming weeks.",
    "A15.1": "“We have been patient for six winters,” Ekdahl added, “and we are asked to be patient for a seventh.”",
}


def full_brief() -> Brief:
    """Five issues, six red lines, five next steps, six quotations, 25 sentences."""
    return Brief(
        title="Norvania and Halden: no accord on the Kestrel Bank",
        date=dt.date(2034, 4, 28),
        engine=Engine(name="local", version="0.1.0", model="en_core_web_sm 3.8.0"),
        header=Header.model_validate(
            {"to": "Minister for Foreign Affairs", "from": "Northern Seas Department", "reference": "NSD/2034/117"}
        ),
        sources=[
            SourceInfo(
                id="A",
                title="Kestrel Bank talks end without accord",
                publisher="The Sorrel Courier",
                author="J. Aldous",
                published=dt.date(2034, 4, 27),
                url="https://courier.example/2034/04/27/kestrel-bank-talks",
                words=1147,
            )
        ],
        summary=_summary(),
        issues=_issues(),
        red_lines=_red_lines(),
        next_steps=_next_steps(),
        quotes=_quotes(),
        actors=[
            BriefActor(id="act-1", name="Norvania", mentions=12),
            BriefActor(id="act-2", name="Halden Federation", mentions=11),
            BriefActor(id="act-3", name="Ilse Brandt", role="foreign minister", represents="Norvania", mentions=6),
        ],
        caveats=[
            Caveat(id="cav-1", text="“The end of next week” was counted from the day of publication.", about="nxt-2"),
            Caveat(id="cav-2", text="It is not certain who holds this line; the note has no author.", about="red-5"),
            Caveat(id="cav-3", text="The source rests on one newspaper and names no second witness of the talks."),
        ],
        evidence=EVIDENCE,
    )


def _summary() -> Summary:
    points = [
        ("Norvania keeps its moratorium on new licences until a joint stock assessment is published.", ["A2.1"]),
        ("Halden refuses to withdraw its patrol vessels from the bank.", ["A3.1", "A3.2"]),
        (
            "Halden threatens to suspend the 2031 transit agreement and to close its ports if one of its trawlers is "
            "boarded.",
            ["A4.1"],
        ),
        ("The North Basin Commission hosts a technical round in Vardal on 14 May; both sides accepted.", ["A6.1"]),
        ("Only Norvania has asked the commission to arbitrate.", ["A11.1", "A11.2"]),
    ]
    return Summary(
        bottom_line=Statement(
            text="Two days of talks in Port Sorrel ended without agreement on who may fish the Kestrel Bank. Both "
            "sides will meet again before the spring season opens, and Halden ties the boarding of any trawler to "
            "rail transit and port access.",
            evidence=["A1.1", "A4.1"],
        ),
        key_points=[KeyPoint(id=f"sum-{n}", text=t, evidence=e) for n, (t, e) in enumerate(points, start=1)],
    )


def _issues() -> list[Issue]:
    told: list[tuple[str, list[str], list[tuple[str | list[str], str | None, str, list[str]]]]] = [
        (
            "Fishing rights and licences",
            ["A1.1", "A2.1"],
            [
                ("Norvania", "Ilse Brandt", "Keeps the moratorium on new licences until a joint stock assessment has "
                 "been published, and will sign nothing that treats the bank as empty water.", ["A2.1", "A2.2"]),
                ("Halden Federation", "Tomas Ekdahl", "Rejects the demand to withdraw its patrol vessels.", ["A3.1"]),
                (["Norvanian union", "Halden union"], "Marit Solheim", "Urge a shared quota before the season opens.",
                 ["A10.1", "A10.2"]),
            ],
        ),
        (
            "Rail transit and port access",
            ["A4.1", "A8.1"],
            [
                ("Halden Federation", "Tomas Ekdahl", "Would suspend the 2031 transit agreement and close its ports to "
                 "Norvanian cargo if a trawler is boarded; insists that a settlement cover freight tariffs.",
                 ["A4.1", "A9.1"]),
                ("Norvania", "Ilse Brandt", "Wants the transit agreement kept out of the dispute altogether.",
                 ["A8.1", "A8.2"]),
            ],
        ),
        (
            "Observers and inspection",
            ["A12.1"],
            [
                ("Halden Federation", "Tomas Ekdahl", "Could accept observers who are not Norvanian.", ["A12.1"]),
                ("Norvania", "Ilse Brandt", "Will study the offer.", ["A12.2"]),
                ("North Basin Commission", "Amadou Keita", "Inspectors on the bank “within weeks, not months”.",
                 ["A6.2"]),
            ],
        ),
        ("Arbitration", ["A11.1"], [("Norvania", None, "Has asked the commission to arbitrate.", ["A11.2"])]),
        ("The 2029 baseline", ["A13.1"], []),
    ]  # fmt: skip
    return [
        Issue(
            id=f"iss-{n}",
            title=title,
            evidence=evidence,
            positions=[
                Position(id=f"pos-{n}{m}", actor=actor, speaker=speaker, text=text, evidence=cited)
                for m, (actor, speaker, text, cited) in enumerate(positions)
            ],
        )
        for n, (title, evidence, positions) in enumerate(told, start=1)
    ]


def _red_lines() -> list[RedLine]:
    return [
        RedLine(
            id="red-1", holder="Norvania", speaker="Ilse Brandt", addressee="Halden Federation", kind="explicit",
            statement="Will not sign anything that treats the bank as empty water.", confidence="high",
            evidence=["A2.2"],
        ),
        RedLine(
            id="red-2", holder="Halden Federation", speaker="Tomas Ekdahl", addressee="Norvania", kind="refusal",
            statement="Patrol vessels stay where Halden's fishermen are.", confidence="high", evidence=["A3.1", "A3.2"],
        ),
        RedLine(
            id="red-3", holder="Halden Federation", speaker="Tomas Ekdahl", addressee="Norvania", kind="conditional",
            statement="No boarding of Halden trawlers.", trigger="a single Halden trawler is boarded",
            consequence="the 2031 transit agreement is suspended and ports are closed to Norvanian cargo",
            confidence="high", evidence=["A4.1"],
        ),
        RedLine(
            id="red-4", holder="North Basin Commission", kind="conditional", confidence="medium",
            statement="Will not arbitrate unless both governments ask for it in writing.", evidence=["A11.1"],
        ),
        RedLine(
            id="red-5", holder="Norvania", kind="explicit", confidence="low",
            statement="Will in no case recognise the baseline that Halden drew in 2029.", evidence=["A13.1"],
        ),
        RedLine(
            id="red-6", holder=["Halden Federation"], speaker="Tomas Ekdahl", kind="demand", confidence="medium",
            statement="Any settlement must cover freight tariffs.", evidence=["A9.1"],
        ),
    ]  # fmt: skip


def _next_steps() -> list[NextStep]:
    day = dt.date
    return [
        NextStep(
            id="nxt-1", action="Technical round hosted by the North Basin Commission in Vardal",
            owners=["North Basin Commission", "Norvania", "Halden Federation"],
            due=DueDate(text="on 14 May", earliest=day(2034, 5, 14), latest=day(2034, 5, 14)),
            status="scheduled", confidence="high", evidence=["A6.1"],
        ),
        NextStep(
            id="nxt-2", action="Submit a map of the disputed grid squares", owners=["Norvania"],
            due=DueDate(text="by the end of next week", latest=day(2034, 5, 7)),
            status="ordered", confidence="high", evidence=["A7.1"],
        ),
        NextStep(
            id="nxt-3", action="Answer in writing once the map has been seen", owners=["Halden Federation"],
            status="conditional", confidence="medium", evidence=["A7.2"],
        ),
        NextStep(
            id="nxt-4", action="Hearings on the dispute in both parliaments",
            due=DueDate(text="in the coming weeks"), status="scheduled", confidence="low", evidence=["A14.1"],
        ),
        NextStep(
            id="nxt-5", action="Meet again before the spring season opens", owners=["Norvania", "Halden Federation"],
            due=DueDate(text="before the season opens on 1 June", earliest=day(2034, 4, 28), latest=day(2034, 5, 31)),
            status="pledged", confidence="high", evidence=["A1.1", "A10.1"],
        ),
    ]  # fmt: skip


def _quotes() -> list[Quote]:
    said = [
        ("Ilse Brandt", "We will not sign anything that treats the bank as empty water", "A2.2"),
        ("Tomas Ekdahl", "Our ships stay where our fishermen are", "A3.2"),
        ("Ilse Brandt", "Railways are not bait", "A8.2"),
        ("Marit Solheim", "A quota on paper is better than a net cut at night", "A10.2"),
        ("Tomas Ekdahl", "We have been patient for six winters and we are asked to be patient for a seventh.", "A15.1"),
        (None, "theatre", "A4.2"),
    ]
    return [Quote(id=f"quo-{n}", speaker=who, text=what, evidence=[id_]) for n, (who, what, id_) in enumerate(said)]


def bare_brief() -> Brief:
    """A brief of a text in which the engine found nothing."""
    return Brief(title="A quiet day in Vardal", date=dt.date(2034, 4, 28))


def long_brief(red_lines: int) -> Brief:
    """The full brief with as many red lines as told, each with a sentence of its own."""
    brief = full_brief()
    kinds = [line.model_copy() for line in brief.red_lines]
    lines, evidence = [], dict(EVIDENCE)
    for number in range(1, red_lines + 1):
        id_ = f"A{100 + number}.1"
        evidence[id_] = f"In round {number} the delegations of both countries repeated what they had said before."
        lines.append(kinds[number % len(kinds)].model_copy(update={"id": f"red-x{number}", "evidence": [id_]}))
    return brief.model_copy(update={"red_lines": lines, "evidence": evidence})


def two_sources_brief() -> Brief:
    """The full brief with a second article, a marking, and one sentence of each cited first."""
    brief = full_brief()
    second = SourceInfo(id="B", title="Vardal round in doubt", publisher="Halden Post", words=300)
    point = KeyPoint(id="sum-9", text="The date of the Vardal round is in doubt.", evidence=["B1.1", "A6.1"])
    summary = brief.summary.model_copy(update={"key_points": [point, *brief.summary.key_points]})
    evidence = {**EVIDENCE, "B1.1": "Halden's cabinet may ask for a later date, officials said."}
    changes = {"sources": [*brief.sources, second], "summary": summary, "evidence": evidence}
    return brief.model_copy(update={**changes, "marking": "TLP:AMBER+STRICT"})


def human_brief() -> Brief:
    """The full brief with what only humans write, in every form that there is."""
    sections: dict[str, SectionValue] = {
        "issue": "Whether Norvania answers the offer of observers before the Vardal round.",
        "recommendation": [
            Recommendation(text="Accept observers of a third country.", replies=["Agreed", "Not agreed"]),
            Recommendation(text="Note the threat to the transit agreement."),
        ],
        "timing": "By 12 May: the round opens on 14 May.",
        "argument": ["Observers cost Norvania nothing.", "A refusal would be held against it in Vardal."],
        "options": [
            Option(title="Accept", text="Name a third country.", advantages=["Calm."], disadvantages=["A precedent."]),
            Option(title="Wait"),
        ],
        "attendees": [
            Attendee(name="Tomas Ekdahl", role="envoy", organisation="Halden Federation"),
            Attendee(name="Amadou Keita"),
        ],
        "purpose": "To learn whether Halden means its threat.",
        "objectives": ["An answer on observers.", "A date for the map.", "No word on freight."],
        "talking_points": ["We keep the moratorium.", "Railways are not bait."],
        "if_raised": ["Freight: not for this table."],
        "key_figures": ["A third of the cod.", "€410 million a year."],
        "background": "First paragraph.\n\nSecond paragraph.",
        "contact": "Northern Seas Department, extension 117",
    }
    return full_brief().model_copy(update={"sections": sections})
