"""The command line. Only this package knows Typer.

Nothing here imports what is slow (spaCy, pydantic, YAML, the document libraries) before a command needs it.
"""

from briefgen.cli.app import app, main

__all__ = ["app", "main"]
