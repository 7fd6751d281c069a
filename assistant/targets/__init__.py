"""The targets of the documents as rows: for a table, JSON, a spreadsheet, a plot.

What this package does not know: how targets are found (`corpus.register`), or who asked for them.
"""

from assistant.targets.rows import Row, rows_of

__all__ = ["Row", "rows_of"]
