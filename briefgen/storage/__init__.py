"""The brief's folder: its files, whole writes, one writer at a time, and what may not be overwritten."""

from briefgen.storage.atomic import storage_error, write_together
from briefgen.storage.folder import BriefFolder, read_bytes
from briefgen.storage.journal import is_cut_short, write_whole
from briefgen.storage.lock import locked_brief, locked_file
from briefgen.storage.names import check_name, slug
from briefgen.storage.source_text import read_sentences, source_text

__all__ = [
    "BriefFolder",
    "check_name",
    "is_cut_short",
    "locked_brief",
    "locked_file",
    "read_bytes",
    "read_sentences",
    "slug",
    "source_text",
    "storage_error",
    "write_together",
    "write_whole",
]
