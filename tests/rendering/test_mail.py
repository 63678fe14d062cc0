"""The subject and the body of the e-mail that the documents go with."""

from __future__ import annotations

from html import escape

import pytest

from briefgen.rendering import load_style, mail_text
from briefgen.rendering.styles import style_files

from .sample import bare_brief, full_brief

STYLE = load_style("info-memo")


def test_the_marking_and_the_title_are_the_subject() -> None:
    brief = full_brief()
    assert mail_text(brief, STYLE).subject == brief.title
    marked = brief.model_copy(update={"marking": "tlp: amber"})
    assert mail_text(marked, STYLE).subject == f"[TLP:AMBER] {brief.title}"
    assert mail_text(marked, STYLE, subject="For noon").subject == "[TLP:AMBER] For noon"


def test_a_title_of_several_lines_makes_one_line_of_bounded_length() -> None:
    wicked = bare_brief().model_copy(update={"title": "Talks\r\nBcc: x@y.example\n" + "on " * 200})
    subject = mail_text(wicked, STYLE).subject
    assert subject.startswith("Talks Bcc: x@y.example on on")
    assert (len(subject.splitlines()), len(subject)) == (1, 200)


@pytest.mark.parametrize("name", [file.name for file in style_files()])
def test_every_style_gives_the_three_sections_in_both_forms_and_no_link(name: str) -> None:
    brief, style = full_brief().model_copy(update={"marking": "OFFICIAL"}), load_style(name)
    mail = mail_text(brief, style)
    labels = {section.section: section.label for section in style.sections}
    for section in ("bottom_line", "red_lines", "next_steps"):
        assert f"\n{labels[section].upper()}\n" in mail.text
        assert f">{labels[section]}</h2>" in mail.html
    folded = " ".join(mail.text.split())
    for said in [*(line.statement for line in brief.red_lines), *(step.action for step in brief.next_steps)]:
        assert said in folded
        assert escape(said) in mail.html
    assert mail.text.startswith("OFFICIAL\n")
    assert ">OFFICIAL</p>" in mail.html
    assert "[A1.1, A4.1]" in folded
    assert "href" not in mail.html
    assert max(map(len, mail.text.splitlines())) <= 72


def test_a_brief_that_says_nothing_says_so() -> None:
    assert mail_text(bare_brief(), STYLE).text.count("None stated in the source.") == 3


def test_the_body_says_what_made_it_and_whether_a_person_did() -> None:
    assert "Drafted by briefgen, local engine" in mail_text(full_brief(), STYLE).text
    assert "No person has edited this brief" in " ".join(mail_text(full_brief(), STYLE).text.split())
    assert "A person has edited this brief" in " ".join(mail_text(full_brief(), STYLE, edited=True).text.split())


def test_markup_in_the_brief_is_text() -> None:
    mail = mail_text(bare_brief().model_copy(update={"title": "<script>alert(1)</script>"}), STYLE)
    assert "<script" not in mail.html
