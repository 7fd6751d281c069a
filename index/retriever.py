"""The retriever in llama-index's interface; importing this module imports llama-index.

What this module does not know: how passages are found (`index.search`).
"""

from collections.abc import Sequence

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from index.fusion import Scores
from index.nodes import node_of
from index.paragraphs import ParagraphSearch
from index.search import Hit, Search

TOP = 20
"""How many passages are returned unless told otherwise."""

_REMEMBERED = 1 << 12  # texts whose vectors are kept, a kilobyte each


class PassageRetriever(BaseRetriever):
    """Finds passages by fused lexical and dense scores, for llama-index and for ourselves."""

    def __init__(self, search: Search, top: int = TOP) -> None:
        """Search with ``search``; llama-index's callers get ``top`` nodes."""
        super().__init__()
        self._search = search
        self.paragraphs_search = ParagraphSearch(search)
        self._top = top
        self._remembered: dict[str, Scores] = {}

    def search(self, query: str, top: int = TOP) -> tuple[Hit, ...]:
        """Return the ``top`` best hits, best first, without making nodes; thread-safe.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        return self._search(query, top)

    def paragraphs(self, query: str, top: int = TOP) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs; thread-safe.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        return self.paragraphs_search(query, top)

    def sentences_with(self, syllable: str) -> int:
        """Return how many of the indexed sentences hold a comparable syllable."""
        return self._search.lexical.sentences_with(syllable)

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the cosine of a question and each of some texts, by the index's own embedder."""
        asked = self._search.embedder.embed_queries([question])[0]
        vectors = self._vectors(texts)
        return [float(vectors[text] @ asked) for text in texts]

    def _vectors(self, texts: Sequence[str]) -> dict[str, Scores]:
        """Embed what is not remembered: the same clauses come up question after question."""
        known = self._remembered
        found = {text: known[text] for text in texts if text in known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            made = np.asarray(self._search.embedder.embed_passages(missing), dtype=np.float32)
            found.update(zip(missing, made, strict=True))
            if len(known) > _REMEMBERED:
                self._remembered = known = {}
            known.update(found)
        return found

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """Return the same hits as nodes; a node's metadata holds the single scores."""
        return [self._node(hit) for hit in self._search(query_bundle.query_str, self._top)]

    def _node(self, hit: Hit) -> NodeWithScore:
        node = node_of(hit.passage, self._search.documents[hit.passage.document])
        node.metadata |= {
            "lexical": hit.lexical,
            "folded": hit.folded,
            "context": hit.context,
            "dense": hit.dense,
        }
        return NodeWithScore(node=node, score=hit.score)
