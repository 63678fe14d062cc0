"""Deciding what to print loads no library that prints."""

from __future__ import annotations

import subprocess
import sys


def test_the_outline_needs_neither_word_nor_pdf_library() -> None:
    program = "import sys, briefgen.rendering; print(*sorted({'docx', 'reportlab', 'spacy'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == ""
