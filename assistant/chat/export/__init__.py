"""A conversation written down with its citations: Markdown, Word, or a page to print.

    exported(turns, documents, "md", now) -> Exported

What this package does not know: who asked, or how the file reaches them.
"""

from assistant.chat.export.formats import FORMATS, Exported, exported

__all__ = ["FORMATS", "Exported", "exported"]
