"""What Word adds for a reviewer and a reader of sources: comments on doubts, and footnotes."""

from __future__ import annotations

import io
import re
import zipfile

from docx import Document

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, outline, write
from briefgen.rendering.blocks import Notes

from .readback import bare, outline_lines, word_lines
from .sample import EVIDENCE, bare_brief, full_brief

MEMO, ASSESSMENT = load_style("info-memo"), load_style("assessment")


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def comments(brief: Brief, *, fair: bool = False) -> dict[str, str]:
    """What each comment says, by the words that it stands on."""
    content = write(brief, MEMO, "docx", fair=fair).content
    body = part(content, "word/document.xml")
    said = {str(comment.comment_id): comment.text for comment in Document(io.BytesIO(content)).comments}
    marked = re.findall(r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', body)
    return {"".join(re.findall(r"<w:t[^>]*>([^<]*)", words)): said[number] for number, words in marked}


def test_a_doubt_is_a_comment_on_the_words_it_concerns() -> None:
    brief = full_brief()
    found = comments(brief)
    step = next(step for step in brief.next_steps if step.id == "nxt-2")
    assert found[step.action] == "“The end of next week” was counted from the day of publication."
    unsure = next(line for line in brief.red_lines if line.confidence == "low")
    assert found[unsure.statement]


def test_a_fair_copy_has_no_comments() -> None:
    assert comments(full_brief(), fair=True) == {}
    with zipfile.ZipFile(io.BytesIO(write(full_brief(), MEMO, "docx", fair=True).content)) as package:
        assert "word/comments.xml" not in package.namelist()


def test_comments_are_dated_as_the_brief_is() -> None:
    content = write(full_brief(), MEMO, "docx").content
    assert set(re.findall(r'w:date="([^"]*)"', part(content, "word/comments.xml"))) == {"2034-04-28T00:00:00Z"}


def test_citations_of_an_assessment_are_footnotes_with_the_sentences_word_for_word() -> None:
    content = write(full_brief(), ASSESSMENT, "docx").content
    notes = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part(content, "word/footnotes.xml"))
    referred = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(content, "word/document.xml"))
    assert referred == [number for number, _ in notes] == [str(n) for n in range(1, len(notes) + 1)]
    first = "".join(re.findall(r"<w:t[^>]*>([^<]*)", notes[0][1])).strip()
    assert first == f"A1.1 {EVIDENCE['A1.1']} A4.1 {EVIDENCE['A4.1']}"


def test_footnotes_say_what_the_notes_of_the_other_formats_say() -> None:
    decided = outline(full_brief(), ASSESSMENT)
    notes = next(block for block in decided.blocks if isinstance(block, Notes))
    written = part(write(full_brief(), ASSESSMENT, "docx").content, "word/footnotes.xml")
    texts = [bare("".join(re.findall(r"<w:t[^>]*>([^<]*)", note))) for note in written.split("</w:footnote>")[2:-1]]
    assert texts == [bare(entry.text) for entry in notes.entries]


def test_the_rest_of_an_assessment_stands_in_the_body() -> None:
    decided = outline_lines(outline(full_brief(), ASSESSMENT), notes=False)
    assert word_lines(write(full_brief(), ASSESSMENT, "docx").content) == decided


def test_a_brief_that_cites_nothing_has_no_footnotes() -> None:
    with zipfile.ZipFile(io.BytesIO(write(bare_brief(), ASSESSMENT, "docx").content)) as package:
        assert "word/footnotes.xml" not in package.namelist()


def test_the_same_brief_gives_the_same_bytes() -> None:
    for style in (MEMO, ASSESSMENT):
        assert write(full_brief(), style, "docx") == write(full_brief(), style, "docx")
