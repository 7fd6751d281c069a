"""Build an index slowly, for a test that kills this process: FOLDER, then the seed of the text."""

import sys
import time
from pathlib import Path

from index.build import build_index
from tests.index.fakes import HashingEmbedder, many


class SlowEmbedder(HashingEmbedder):
    """Takes its time over every batch, and says when it starts."""

    def embed_passages(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Embed after a while."""
        print("embedding", flush=True)  # noqa: T201  (the test waits for this line)
        time.sleep(0.1)
        return super().embed_passages(texts)


if __name__ == "__main__":
    build_index([many(3000, seed=int(sys.argv[2]))], Path(sys.argv[1]), SlowEmbedder())
    print("published", flush=True)  # noqa: T201  (the same)
