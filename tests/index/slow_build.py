"""Build an index again and again, each time in a forked child that a test kills: FOLDER, TIMES.

The heavy imports happen once, here; no Chroma client exists when a child is forked.
"""

import os
import sys
import time
from pathlib import Path

import bm25s
import llama_index.vector_stores.chroma

from index.build import build_index
from tests.index.fakes import HashingEmbedder, many


class SlowEmbedder(HashingEmbedder):
    """Takes its time over every batch, and says when it starts."""

    def embed_passages(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Embed after a while."""
        _say(str(os.getpid()))
        time.sleep(0.05)
        return super().embed_passages(texts)


def _say(line: str) -> None:
    """Say a line in one write: who is killed in the middle of it leaves no half of it."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    """Fork one builder after another, and wait for each to be killed."""
    assert bm25s
    assert llama_index.vector_stores.chroma
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    for seed in range(times):
        child = os.fork()
        if not child:
            build_index([many(3000, seed=seed)], folder, SlowEmbedder())
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _say(f"ended {status}")


if __name__ == "__main__":
    main()
