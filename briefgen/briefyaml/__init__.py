"""Brief <-> YAML: the machine's draft (`brief.yaml`) and the human's edits (`overrides.yaml`).

Reading is strict, and every error names line and column, what was found and what to write instead.
"""

from briefgen.briefyaml.capturing.capture import capture
from briefgen.briefyaml.capturing.comments import comments
from briefgen.briefyaml.capturing.edited import load_edited
from briefgen.briefyaml.merging.basis import dump_basis, load_basis
from briefgen.briefyaml.merging.grounds import remember
from briefgen.briefyaml.merging.merge import merge
from briefgen.briefyaml.merging.redraft import keep_ids
from briefgen.briefyaml.reading.files import read_text
from briefgen.briefyaml.reading.load import load
from briefgen.briefyaml.reading.overrides import Overrides, load_overrides
from briefgen.briefyaml.reading.places import places
from briefgen.briefyaml.writing.dump import dump
from briefgen.briefyaml.writing.example import example_overrides
from briefgen.briefyaml.writing.schema import json_schema

__all__ = [
    "Overrides",
    "capture",
    "comments",
    "dump",
    "dump_basis",
    "example_overrides",
    "json_schema",
    "keep_ids",
    "load",
    "load_basis",
    "load_edited",
    "load_overrides",
    "merge",
    "places",
    "read_text",
    "remember",
]
