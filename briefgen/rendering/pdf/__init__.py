"""The .pdf: accessible (PDF/UA-1) and archival (PDF/A-2a) in one file."""

from briefgen.rendering.pdf.writer import pdf

__all__ = ["pdf"]
