"""The vector store: Chroma, embedded and persistent.

The only module that imports chromadb. Space is cosine, vectors are always ours
(``embedding_function=None``), telemetry is off, and settings are never read from the surroundings
(Chroma would take them from ``.env`` and the environment). Chroma writes a counter whenever it
opens a folder; where that is not allowed (a read-only disk), a private copy is opened instead.

What this module does not know: texts, documents, scores other than cosine.
"""

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.errors import HoidapError, IndexDamaged, PassageIndexError
from corpus.model import Passage

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.config import Settings
    from llama_index.vector_stores.chroma import ChromaVectorStore

_COLLECTION = "passages"
_BATCH = 2000

Vectors = NDArray[np.float32]


class VectorStore:
    """The vectors of one generation, in one Chroma collection."""

    def __init__(self, client: "Client", collection: "Collection", copy: Path | None) -> None:
        """Wrap an open collection; use `create` or `open`."""
        self._client = client
        self._collection = collection
        self._forget = weakref.finalize(self, _remove, copy)  # at the latest when Python ends

    @classmethod
    def create(cls, folder: Path, passages: int) -> "VectorStore":
        """Make an empty store in ``folder``, for ``passages`` vectors.

        The graph is written once, with the last of them: Chroma would otherwise rewrite it after
        every thousand, and leave the rest in a log that is replayed whenever the store is opened.

        Raises:
            PassageIndexError: Chroma cannot write there.
        """
        with _translated(PassageIndexError, f"Không ghi được kho véc-tơ ở {folder}"):
            client = _client(folder)
            collection = client.create_collection(
                _COLLECTION, embedding_function=None, configuration=_configuration(passages)
            )
            return cls(client, collection, None)

    @classmethod
    def open(cls, folder: Path, passages: int) -> "VectorStore":
        """Open the store in ``folder``, which must hold ``passages`` vectors.

        Raises:
            IndexDamaged: Chroma cannot open it, or it holds another number of vectors.
        """
        with ExitStack() as undo:
            copy = None if _writable(folder) else _private_copy(folder)
            undo.callback(_remove, copy)
            with _translated(IndexDamaged, f"Kho véc-tơ ở {folder} bị hỏng"):
                client = _client(copy or folder)
                undo.callback(client.close)
                collection = client.get_collection(_COLLECTION, embedding_function=None)
                if (count := collection.count()) != passages:
                    raise IndexDamaged(
                        f"Kho véc-tơ ở {folder} có {count} đoạn, bản kê ghi {passages}; "
                        "hãy lập lại: hoidap index build"
                    )
                store = cls(client, collection, copy)
            undo.pop_all()
            return store

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Store the vectors of ``passages``, shape (passages, dimension), and where they stand.

        The collection is given them directly, without the text: the text lies in the documents,
        and a copy of it here, with a node as JSON beside it, took two thirds of the time.

        Raises:
            PassageIndexError: Chroma cannot write.
        """
        with _translated(PassageIndexError, "Không ghi được kho véc-tơ"):
            for start in range(0, len(passages), _BATCH):
                batch = passages[start : start + _BATCH]
                self._collection.add(
                    ids=[passage.id for passage in batch],
                    embeddings=vectors[start : start + len(batch)],
                    metadatas=[
                        {"document": passage.document, "paragraph": passage.paragraph}
                        for passage in batch
                    ],
                )

    def nearest(self, vector: Vectors, count: int) -> list[str]:
        """Return the ids of the ``count`` nearest nodes to ``vector``, nearest first.

        The collection is asked directly: llama-index would make a node of every one (3 ms).

        Raises:
            IndexDamaged: Chroma cannot answer from its files.
        """
        with _translated(IndexDamaged, "Kho véc-tơ bị hỏng"):
            result = self._collection.query(
                query_embeddings=vector[None, :], n_results=count, include=["distances"]
            )
        return result["ids"][0]

    @property
    def vector_store(self) -> "ChromaVectorStore":
        """The same collection in llama-index's interface: ids, documents, paragraphs, no texts."""
        from llama_index.vector_stores.chroma import (  # noqa: PLC0415  (heavy)
            ChromaVectorStore,
        )

        return ChromaVectorStore(chroma_collection=self._collection)

    def close(self) -> None:
        """Release the folder; harmless when called twice."""
        self._client.close()
        self._forget()


def _client(folder: Path) -> "Client":
    from chromadb.api.client import Client  # noqa: PLC0415  (heavy: imported where it is used)

    settings = _settings()
    settings.persist_directory, settings.is_persistent = str(folder), True
    return Client(settings=settings)


def _settings() -> "Settings":
    from chromadb.config import Settings  # noqa: PLC0415  (heavy: imported where it is used)

    return Settings.model_construct(anonymized_telemetry=False)  # defaults: no environment, no .env


def _configuration(passages: int) -> "CreateCollectionConfiguration":
    """Recall of the 20 nearest of 5,000 random vectors is .97 so, .89 with Chroma's own values."""
    return {
        "hnsw": {
            "space": "cosine",
            "ef_construction": 64,
            "ef_search": 200,
            "sync_threshold": passages,
        }
    }


@contextmanager
def _translated(kind: type[HoidapError], what: str) -> Iterator[None]:
    """Turn whatever Chroma raises (its errors share no base) into one of ours."""
    try:
        yield
    except HoidapError:
        raise
    except Exception as error:
        line = " ".join(str(error).split())[:200]
        raise kind(f"{what} ({line}); hãy lập lại: hoidap index build") from error


def _writable(folder: Path) -> bool:
    return all(os.access(path, os.W_OK) for path in (folder, *folder.glob("*.sqlite3")))


def _private_copy(folder: Path) -> Path:
    copy = Path(tempfile.mkdtemp(prefix="hoidap-"))
    shutil.copytree(folder, copy / "chroma", copy_function=shutil.copyfile)
    for path in (copy / "chroma", *(copy / "chroma").rglob("*")):
        path.chmod(0o700)
    return copy / "chroma"


def _remove(copy: Path | None) -> None:
    if copy is not None:
        shutil.rmtree(copy.parent, ignore_errors=True)
