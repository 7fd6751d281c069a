"""Passages as llama-index nodes.

What this module does not know: vectors, or where nodes are kept.
"""

from typing import TYPE_CHECKING

from corpus.model import Document, Passage

if TYPE_CHECKING:
    from llama_index.core.schema import TextNode


def node_of(passage: Passage, document: Document) -> "TextNode":
    """Return the node of a passage: its exact text, its offsets, its document and paragraph."""
    from llama_index.core.schema import TextNode  # noqa: PLC0415  (heavy: imported where used)

    return TextNode(
        id_=passage.id,
        text=document.quote(passage.span),
        start_char_idx=passage.span.start,
        end_char_idx=passage.span.end,
        metadata={"document": passage.document, "paragraph": passage.paragraph},
    )
