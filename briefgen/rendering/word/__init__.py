"""The .docx: named styles, fields, bookmarks, footnotes and comments, on paper of ours or under a letterhead."""

from briefgen.rendering.word.writer import word

__all__ = ["word"]
