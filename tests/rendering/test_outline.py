"""What the outline decides: sections, words, citations, page heads, properties."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.model.brief import Brief, Caveat, DueDate, RedLine, SourceInfo, Statement, Summary
from briefgen.model.sections import HUMAN_SECTIONS
from briefgen.rendering import load_style, outline
from briefgen.rendering.blocks import Box, Entry, Fields, Heading, Inline, Marking, Outline, Paragraph, Table
from briefgen.rendering.wording import clean, due_words, join_names, span_words

from .readback import linked_runs
from .sample import EVIDENCE, bare_brief, full_brief, human_brief, two_sources_brief

STYLE = load_style("info-memo")


def words(content: Inline) -> str:
    return "".join(run.text for run in content).replace("\xa0", " ")


def section(decided: Outline, label: str) -> list[object]:
    """The blocks beneath the heading that starts with `label`."""
    found: list[object] = []
    inside = False
    for block in decided.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.text.startswith(label)
        elif inside:
            found.append(block)
    assert found, label
    return found


def table(decided: Outline, label: str) -> list[list[list[str]]]:
    """The rows of the first table of a section; a cell is a list of lines."""
    first = next(block for block in section(decided, label) if isinstance(block, Table))
    return [[[words(line) for line in cell] for cell in row] for row in first.rows]


def test_sections_stand_in_the_order_of_the_style() -> None:
    headings = [b.text for b in outline(full_brief(), STYLE).blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [section.label for section in STYLE.sections if section.section not in HUMAN_SECTIONS]


def test_the_title_block_names_reader_writer_reference_date_and_source() -> None:
    fields = next(block for block in outline(full_brief(), STYLE).blocks if isinstance(block, Fields))
    assert [(label, words(value)) for label, value in fields.rows] == [
        ("To", "Minister for Foreign Affairs"),
        ("From", "Northern Seas Department"),
        ("Reference", "NSD/2034/117"),
        ("Date", "28 April 2034"),
        ("Source", "The Sorrel Courier, “Kestrel Bank talks end without accord”, 27 April 2034"),
    ]


def test_empty_sections_say_so_each_in_fitting_words() -> None:
    decided = outline(bare_brief(), STYLE)
    said = [words(block.content) for block in decided.blocks if isinstance(block, Paragraph)]
    none, unsure, uncited = (
        "None stated in the source.",
        "The engine marked nothing as uncertain.",
        "No sentence is cited.",
    )
    assert said == [*[none] * 6, unsure, uncited]


def test_every_citation_leads_to_its_sentence_in_the_annex() -> None:
    decided = outline(full_brief(), STYLE)
    annex = {block.anchor: block for block in decided.blocks if isinstance(block, Entry)}
    links = [run for block in decided.blocks for run in linked_runs(block)]
    assert len(links) > 40
    assert all(annex[run.target].label == run.text for run in links)
    assert all(entry.text == EVIDENCE[entry.label] for entry in annex.values())


def test_the_annex_holds_cited_sentences_only_in_the_order_of_the_source() -> None:
    brief = full_brief()
    labels = [block.label for block in outline(brief, STYLE).blocks if isinstance(block, Entry)]
    assert labels == [id_ for id_ in EVIDENCE if id_ not in {"A1.2", "A5.1"}]


def test_a_citation_without_its_sentence_is_printed_unlinked_and_told() -> None:
    brief = bare_brief().model_copy(update={"summary": Summary(bottom_line=Statement(text="Calm.", evidence=["A9.9"]))})
    decided = outline(brief, STYLE)
    box = next(block for block in decided.blocks if isinstance(block, Box))
    assert words(box.content) == "Calm. [A9.9]"
    assert not any(run.target for run in box.content)
    assert decided.warnings == (
        "sentence 'A9.9' is cited but not among the brief's evidence, so it is printed without a link",
    )


def test_a_red_line_shows_holder_voice_addressee_trigger_and_consequence() -> None:
    assert table(outline(full_brief(), STYLE), "Red lines")[2] == [
        ["3"],
        ["Halden Federation", "Tomas Ekdahl", "To: Norvania"],
        [
            "No boarding of Halden trawlers.",
            "Trigger: a single Halden trawler is boarded",
            "Consequence: the 2031 transit agreement is suspended and ports are closed to Norvanian cargo",
        ],
        ["Conditional"],
        ["A4.1"],
    ]


def test_low_confidence_is_said_in_words() -> None:
    decided = outline(full_brief(), STYLE)
    assert table(decided, "Red lines")[4][3] == ["Explicit", "Low confidence"]
    assert table(decided, "Next steps")[3][3] == ["in the coming weeks", "Scheduled, low confidence"]
    assert "confidence" not in str(table(decided, "Red lines")[:4]).lower()


def test_who_speaks_for_himself_is_named_once() -> None:
    line = RedLine(
        id="red-1", holder="Ada Holm", speaker="Ada Holm", statement="No.", kind="refusal", confidence="high"
    )
    decided = outline(bare_brief().model_copy(update={"red_lines": [line]}), STYLE)
    assert table(decided, "Red lines")[0][1] == ["Ada Holm"]


def test_what_nobody_stated_is_said_to_be_so() -> None:
    steps = table(outline(full_brief(), STYLE), "Next steps")
    assert steps[2][3] == ["Not stated", "Conditional"]
    assert steps[3][2] == ["Not stated"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "expected"),
    [
        ("in the coming weeks", None, None, "in the coming weeks"),
        ("on Sunday", (2034, 5, 14), (2034, 5, 14), "on Sunday (14 May 2034)"),
        ("on 14 May 2034", (2034, 5, 14), (2034, 5, 14), "on 14 May 2034"),
        ("by Friday", None, (2034, 5, 5), "by Friday (by 5 May 2034)"),
        ("after Friday", (2034, 5, 6), None, "after Friday (from 6 May 2034)"),
        ("next week", (2034, 5, 1), (2034, 5, 7), "next week (1 to 7 May 2034)"),
        ("this spring", (2034, 3, 1), (2034, 5, 31), "this spring (1 March to 31 May 2034)"),
        ("this winter", (2034, 12, 1), (2035, 2, 28), "this winter (1 December 2034 to 28 February 2035)"),
    ],
)
def test_when_a_step_is_due(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, expected: str
) -> None:
    due = DueDate(
        text=text, earliest=dt.date(*earliest) if earliest else None, latest=dt.date(*latest) if latest else None
    )
    assert due_words(due, "day month year").replace("\xa0", " ") == expected


def test_other_date_formats() -> None:
    first, last = dt.date(2034, 5, 1), dt.date(2034, 5, 7)
    assert span_words(first, last, "month day, year") == "May 1, 2034 to May 7, 2034"
    assert span_words(first, last, "year-month-day") == "2034-05-01 to 2034-05-07"


def test_names_are_listed_as_people_list_them() -> None:
    assert join_names("Norvania") == "Norvania"
    assert join_names(["Norvania", "Halden"]) == "Norvania and Halden"
    assert join_names(["Norvania", " ", "Halden", "Vardal"]) == "Norvania, Halden and Vardal"
    assert join_names([]) == "Not stated"


def test_doubts_name_the_item_they_are_about_as_the_reader_finds_it() -> None:
    brief = full_brief()
    about = {"red-5": "Red line 5: ", "sum-2": "Key point 2: ", "quo-0": "Quotation 1: ", "gone": "", None: ""}
    about |= {"iss-4": "Issue “Arbitration”: ", "pos-40": "Norvania on “Arbitration”: ", "act-3": "Ilse Brandt: "}
    caveats = [Caveat(id=f"cav-{n}", text="Unsure.", about=id_) for n, id_ in enumerate(about)]
    bullets = section(outline(brief.model_copy(update={"caveats": caveats}), STYLE), "What the engine")[0]
    assert [words(item) for item in bullets.items] == [f"{place}Unsure." for place in about.values()]


def test_the_brief_says_how_it_was_made_and_whether_a_person_edited_it() -> None:
    def made(edited: bool) -> dict[str, str]:
        fields = section(outline(full_brief(), STYLE, edited=edited), "How this brief was made")[0]
        return {label: words(value) for label, value in fields.rows}

    assert made(False)["Engine"] == "briefgen, local engine 0.1.0"
    assert made(False)["Language model"] == "en_core_web_sm 3.8.0"
    assert made(False)["Source text"] == "1,147 words"
    assert made(False)["Editing"].startswith("No person has edited")
    assert made(True)["Editing"].startswith("A person has edited")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (SourceInfo(id="A", file="talks.txt", published=dt.date(2034, 4, 27)), "talks.txt, 27 April 2034"),
        (SourceInfo(id="A", url="https://courier.example/talks"), "https://courier.example/talks"),
        (SourceInfo(id="A", publisher="Courier", file="talks.txt"), "Courier"),
        (SourceInfo(id="A"), "Not stated"),
    ],
)
def test_a_source_goes_by_the_best_name_it_has(source: SourceInfo, line: str) -> None:
    decided = outline(bare_brief().model_copy(update={"sources": [source]}), STYLE)
    fields = next(block for block in decided.blocks if isinstance(block, Fields))
    assert words(fields.rows[-1][1]) == line


def test_several_sources_are_told_apart() -> None:
    decided = outline(two_sources_brief(), STYLE)
    fields = next(block for block in decided.blocks if isinstance(block, Fields))
    assert [label for label, _ in fields.rows if label.startswith("Source")] == ["Source A", "Source B"]
    annex = section(decided, "Annex")
    at = annex.index(Heading(2, "Source B"))
    assert [block.label for block in annex[at:] if isinstance(block, Entry)] == ["B1.1"]


def test_a_cited_sentence_of_no_listed_source_is_still_in_the_annex() -> None:
    brief = two_sources_brief()
    brief = brief.model_copy(update={"sources": [brief.sources[0], SourceInfo(id="C")]})
    annex = section(outline(brief, STYLE), "Annex")
    assert [block.label for block in annex if isinstance(block, Entry)][-1] == "B1.1"


def test_a_marking_stands_in_the_body_and_on_every_page() -> None:
    decided = outline(two_sources_brief(), STYLE)
    assert decided.blocks[0] == Marking("TLP:AMBER+STRICT", "right")
    assert [words(line.right) for line in (decided.first_head, decided.head)] == ["TLP:AMBER+STRICT"] * 2
    assert words(decided.foot.right) == "TLP:AMBER+STRICT"
    assert decided.properties.keywords.startswith("TLP:AMBER+STRICT")


def test_page_heads_and_properties_are_shortened_where_nothing_else_would_fit() -> None:
    brief = full_brief().model_copy(update={"title": "Talks " * 100})
    decided = outline(brief, STYLE)
    assert len(words(decided.head.left)) <= 70
    assert words(decided.head.left).endswith("…")
    assert len(decided.properties.title) == 255


def test_text_is_one_line_without_characters_that_no_document_can_hold() -> None:
    assert clean(" a\x00b\n\tc\u2028d\ud800\ufffe\u202ee\x0bf ") == "ab c de f"
    assert clean("10\xa0km") == "10\xa0km"


def test_a_brief_without_a_title_has_one_in_its_documents() -> None:
    brief = Brief(title=" \x07", date=dt.date(2034, 4, 28))
    assert outline(brief, STYLE).properties.title == "Untitled brief"


def test_a_section_that_nobody_filled_yet_leaves_no_page_blank() -> None:
    style = load_style("meeting-brief")

    def begins(brief: Brief) -> set[str]:
        return {
            block.text for block in outline(brief, style).blocks if isinstance(block, Heading) and block.starts_page
        }

    assert begins(full_brief()) == {"Their red lines"}
    assert begins(human_brief()) == {"Talking points", "Their red lines"}
