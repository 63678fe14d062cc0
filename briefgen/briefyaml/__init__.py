"""Brief <-> YAML: the machine's draft (`brief.yaml`) and the human's edits (`overrides.yaml`).

Reading is strict, and every error names line and column, what was found and what to write instead.
"""

from briefgen.briefyaml.basis import dump_basis, load_basis
from briefgen.briefyaml.capture import capture
from briefgen.briefyaml.comments import comments
from briefgen.briefyaml.dump import dump
from briefgen.briefyaml.edited import load_edited
from briefgen.briefyaml.example import example_overrides
from briefgen.briefyaml.files import read_text
from briefgen.briefyaml.grounds import remember
from briefgen.briefyaml.load import load
from briefgen.briefyaml.merge import merge
from briefgen.briefyaml.overrides import Overrides, load_overrides
from briefgen.briefyaml.places import places
from briefgen.briefyaml.redraft import keep_ids
from briefgen.briefyaml.schema import json_schema

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
