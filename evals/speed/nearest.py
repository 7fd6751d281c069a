"""``python -m evals.speed.nearest``: the nearest vectors by Chroma's graph, and by comparing all.

`index.search.COMPARED` was chosen by it. What this module does not know: lexical search.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from assistant.cli import run
from assistant.cli.session import begin
from evals.speed.clock import Times, timed_calls
from evals.speed.material import documents_of, questions
from evals.wiring import embedder
from index.chroma import VectorStore
from index.embedder import Floats
from index.fusion import best
from index.search import CANDIDATES

_SIZES = (10_000, 30_000)


def compared(sizes: tuple[int, ...] = _SIZES) -> Iterator[tuple[int, Times, Times, float]]:
    """Yield sizes, the times of both ways, and the share of the nearest that the graph finds."""
    settings = begin()
    chosen = embedder(settings)
    asked = [vector[None] for vector in chosen.embed_queries(questions())]
    for size in sizes:
        passages = [
            (document, passage)
            for document in documents_of(size, settings.data)
            for passage in document.passages
        ][:size]
        vectors: Floats = np.asarray(
            chosen.embed_passages([document.quote(one.span) for document, one in passages])
        )
        with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder:
            store = VectorStore.create(Path(folder), size)
            store.add([one for _, one in passages], vectors)
            rows = {one.id: row for row, (_, one) in enumerate(passages)}
            shares = [
                len(
                    {rows[name] for name in store.nearest(vector[0], CANDIDATES)}
                    & set(best(vectors @ vector[0], CANDIDATES).tolist())
                )
                / CANDIDATES
                for vector in asked
            ]
            graph = timed_calls(_by_graph(store), asked)
            exact = timed_calls(_by_all(vectors), asked)
            store.close()
        yield size, graph, exact, float(np.mean(shares))


def _by_graph(store: VectorStore) -> Callable[[Floats], object]:
    return lambda vector: store.nearest(vector[0], CANDIDATES)


def _by_all(vectors: Floats) -> Callable[[Floats], object]:
    return lambda vector: best(np.einsum("ij,j->i", vectors, vector[0]), CANDIDATES)


def nearest_command() -> None:
    """So hai cách tìm véc-tơ gần nhất: đồ thị của Chroma, và so với mọi véc-tơ."""
    for size, graph, exact, share in compared():
        sys.stdout.write(
            f"{size} đoạn: đồ thị p50 {graph.p50:.2f} ms (CPU {graph.cpu_p50:.2f}), so hết "
            f"{exact.p50:.2f} ms (CPU {exact.cpu_p50:.2f}); đồ thị tìm thấy {share:.3f}\n"
        )


if __name__ == "__main__":
    import typer

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(nearest_command)
    sys.exit(run(app, sys.argv[1:]))
