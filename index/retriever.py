"""The retriever in llama-index's interface; importing this module imports llama-index.

That takes a second, so the assistant itself asks `index.finder`, which finds the very same.

What this module does not know: how passages are found (`index.search`).
"""

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from index.finder import TOP
from index.nodes import node_of
from index.search import Hit, Search


class PassageRetriever(BaseRetriever):
    """Finds passages by fused lexical and dense scores, as nodes."""

    def __init__(self, search: Search, top: int = TOP) -> None:
        """Search with ``search``, and return ``top`` nodes."""
        super().__init__()
        self._search = search
        self._top = top

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """Return hits as nodes; a node's metadata holds the single scores."""
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
