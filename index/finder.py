"""Finding passages and paragraphs for the assistant: one search, and vectors that are remembered.

What this module does not know: how passages are found (`index.search`), or llama-index.
"""

from collections.abc import Sequence

import numpy as np

from index.fusion import Scores
from index.paragraphs import ParagraphSearch
from index.search import Hit, Search

TOP = 20
"""How many passages are returned unless told otherwise."""

_REMEMBERED = 1 << 12  # texts whose vectors are kept, a kilobyte each


class PassageFinder:
    """Finds passages by fused lexical and dense scores; any thread may use it."""

    def __init__(self, search: Search) -> None:
        """Search with ``search``."""
        self.passages_search = search
        self.paragraphs_search = ParagraphSearch(search)
        self._remembered: dict[str, Scores] = {}

    def search(self, query: str, top: int = TOP) -> tuple[Hit, ...]:
        """Return the ``top`` best hits, best first.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        return self.passages_search(query, top)

    def paragraphs(self, query: str, top: int = TOP) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        return self.paragraphs_search(query, top)

    def sentences_with(self, syllable: str) -> int:
        """Return how many of the indexed sentences hold a comparable syllable."""
        return self.passages_search.lexical.sentences_with(syllable)

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the cosine of a question and each of some texts, by the index's own embedder."""
        asked = self.passages_search.embedder.embed_queries([question])[0]
        vectors = self._vectors(texts)
        return [float(vectors[text] @ asked) for text in texts]

    def _vectors(self, texts: Sequence[str]) -> dict[str, Scores]:
        """Embed what is not remembered: the same clauses come up question after question."""
        known = self._remembered
        found = {text: known[text] for text in texts if text in known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            embedder = self.passages_search.embedder
            made = np.asarray(embedder.embed_passages(missing), dtype=np.float32)
            found.update(zip(missing, made, strict=True))
            if len(known) > _REMEMBERED:
                self._remembered = known = {}
            known.update(found)
        return found
