"""Every brief that can be read can be printed, in every style and format, and other programs can open the file."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.brief import Brief
from briefgen.rendering import FORMATS, load_style, write
from tests.briefyaml.hand_edits import SECTION_VALUES
from tests.briefyaml.strategies import briefs

from .examples import examples

STYLES = {
    name: load_style(name) for name in ("info-memo", "submission", "one-page", "meeting-brief", "sitrep", "assessment")
}
READERS = {
    "docx": lambda content: docx.Document(io.BytesIO(content)).paragraphs,
    "pdf": lambda content: pypdf.PdfReader(io.BytesIO(content), strict=True).pages,
    "html": lambda content: HTMLParser().feed(content.decode()) or content,
    "md": bytes.decode,
}


@pytest.mark.parametrize("format", sorted(FORMATS))
@examples(6)
@given(data=st.data())
def test_any_brief_is_printed_in_any_style(format: str, data: st.DataObject) -> None:
    drafted = data.draw(briefs()).model_dump(by_alias=True)
    brief = Brief.model_validate(drafted | {"sections": data.draw(SECTION_VALUES)})
    made = write(brief, STYLES[data.draw(st.sampled_from(sorted(STYLES)))], format)
    assert READERS[format](made.content)
