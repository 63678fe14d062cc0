"""Brief + Style -> the subject and the body of the e-mail that its documents go with."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.brief import Brief
from briefgen.model.style import Section, Style
from briefgen.rendering import wording
from briefgen.rendering.draft import Path
from briefgen.rendering.html import html
from briefgen.rendering.marking import mark
from briefgen.rendering.outline import outline
from briefgen.rendering.plain import plain
from briefgen.rendering.wording import clean, shorten

_SECTIONS = {"bottom_line": "Bottom line", "red_lines": "Red lines", "next_steps": "Next steps"}
_FIELDS = ("date", "sources")
_LONGEST_SUBJECT = 200
_ATTACHED = "The whole brief is attached. A4.2 in brackets means source A, paragraph 4, sentence 2, printed in its {}."
_SENTENCES = {"brackets": "annex", "notes": "notes"}


@dataclass(frozen=True, slots=True)
class MailText:
    """What an e-mail says: `subject` on one line, `text` and `html` the same body twice.

    `marking`: as the documents print it, empty where there is none; subject and body have it already.
    """

    marking: str
    subject: str
    text: str
    html: str


def mail_text(
    brief: Brief,
    style: Style,
    *,
    subject: str | None = None,
    edited: bool = False,
    human: frozenset[Path] = frozenset(),
) -> MailText:
    """The marking and the title, the bottom line, the red lines and the next steps, under the style's own labels.

    `subject` stands in the place of the title, never in that of the marking; None for the title. `edited`, `human`: as
    in `write`. The citations stay, since a reader who asks where a line is from has the annex beside it.
    """
    marking, title = mark(brief.marking, style).text, clean(brief.title) or "Untitled brief"
    topic = shorten(title if subject is None else clean(subject), _LONGEST_SUBJECT)
    # The annex is in the documents, so nothing here links to it.
    told = outline(brief.model_copy(update={"evidence": {}}), _of_mail(style, brief, edited), human=human, fair=True)
    page = html(told, style).content.decode()
    return MailText(marking, f"[{marking}] {topic}" if marking else topic, plain(told), page)


def _of_mail(style: Style, brief: Brief, edited: bool) -> Style:
    """The style with what a mail has room for. A marking stands in the body whatever the style says."""
    labels = {section.section: section.label for section in style.sections}
    sections = [Section(section=key, label=labels.get(key, usual), form="list") for key, usual in _SECTIONS.items()]
    engine = f"Drafted by briefgen, {clean(brief.engine.name)} engine {clean(brief.engine.version)}".rstrip()
    made = f"{engine}. {wording.EDITED if edited else wording.NOT_EDITED}"
    attached = _ATTACHED.format(_SENTENCES[style.citations])
    last = Section(section="standing_text", label="About this brief", text=[attached, made])
    return style.model_copy(
        update={
            "sections": [*sections, last],
            "fields": [field for field in style.fields if field.field in _FIELDS],
            "citations": "brackets",
            "banner": style.banner.model_copy(update={"places": [*style.banner.places, "body"]}),
        }
    )
