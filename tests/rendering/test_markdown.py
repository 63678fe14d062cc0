"""The .md is CommonMark that shows what the text says, whatever is in the text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from briefgen.model.sections import HUMAN_SECTIONS
from briefgen.rendering import load_style, write

from .sample import bare_brief, full_brief

STYLE = load_style("info-memo")


def html(title: str) -> str:
    text = write(bare_brief().model_copy(update={"title": title}), STYLE, "md").content.decode()
    return MarkdownIt("commonmark").enable("table").render(text)


def test_every_link_leads_to_an_anchor() -> None:
    text = write(full_brief(), STYLE, "md").content.decode()
    anchors = re.findall(r'<a id="([^"]+)"></a>', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(anchors)


def test_headings_and_tables_are_headings_and_tables() -> None:
    shown = MarkdownIt("commonmark").enable("table").render(write(full_brief(), STYLE, "md").content.decode())
    assert shown.count("<h1>") == 1
    assert shown.count("<h2>") == len([s for s in STYLE.sections if s.section not in HUMAN_SECTIONS])
    assert shown.count("<h3>") == 5
    assert shown.count("<table>") == 6
    assert shown.count("<li>") == 8


def test_marks_of_the_language_in_the_text_mean_nothing() -> None:
    assert "<h1>*a* _b_ `c` [d](e) &lt;f&gt; &amp;amp; | # ~~g~~ \\h</h1>" in html(
        "*a* _b_ `c` [d](e) <f> &amp; | # ~~g~~ \\h"
    )


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert write(full_brief(), STYLE, "md").content == write(full_brief(), STYLE, "md").content
