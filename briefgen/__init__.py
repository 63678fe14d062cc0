"""briefgen turns a news article into a policy brief in which every line can be traced to its sentence."""

__version__ = "0.1.0"
