"""The brief's folder: its files, whole writes, and what may not be overwritten."""

from briefgen.storage.atomic import write_together
from briefgen.storage.folder import BriefFolder, read_bytes
from briefgen.storage.names import check_name, slug
from briefgen.storage.source_text import read_sentences, source_text

__all__ = ["BriefFolder", "check_name", "read_bytes", "read_sentences", "slug", "source_text", "write_together"]
