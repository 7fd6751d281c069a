"""Opening an index: a folder in, something that can be searched out.

What this module does not know: how an index is built, or how a search goes.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np

from corpus.model import Document, Passage
from index.build import CHROMA, DOCUMENTS, LEXICAL, VECTORS
from index.chroma import VectorStore
from index.lexical import LexicalIndex, analysis
from index.manifest import Manifest, damaged
from index.records import load_documents
from index.registers import Registers, read_registers
from index.search import Search
from index.store import Generation, current, disk_errors

if TYPE_CHECKING:
    from index.embedder import Embedder
    from index.retriever import PassageRetriever


@dataclass(frozen=True)
class Index:
    """An open index: its documents by name, their registers and passages, and the retriever."""

    documents: Mapping[str, Document]
    registers: Registers
    passages: tuple[Passage, ...]
    retriever: "PassageRetriever"
    manifest: Manifest
    opened: ExitStack

    def close(self) -> None:
        """Release the folder, so that a later build may delete this generation."""
        self.opened.close()

    def __enter__(self) -> Self:
        """Return the index itself."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        """Close the index."""
        self.close()


def open_index(folder: Path, embedder: "Embedder") -> Index:
    """Open the index in ``folder`` for searching; any number of processes may do so at once.

    Raises:
        IndexMissing: there is none.
        IndexDamaged: its files do not agree with its manifest.
        IndexMismatch: it was built with another model or another format version.
        PassageIndexError: the files may not be read.
    """
    from index.retriever import PassageRetriever  # noqa: PLC0415  (imports llama-index)

    with ExitStack() as stack:
        generation = current(folder)
        stack.callback(generation.release)
        generation.manifest.require(embedder, analysis(), folder)
        with disk_errors(folder, "đọc"):
            search = _search(folder, generation, embedder, stack)
            registers = read_registers(folder, generation, search.documents.values())
        return Index(
            documents=search.documents,
            registers=registers,
            passages=tuple(search.passages),
            retriever=PassageRetriever(search),
            manifest=generation.manifest,
            opened=stack.pop_all(),
        )


def indexed_documents(folder: Path) -> tuple[Document, ...]:
    """Return the documents of the index in ``folder``; no model is needed, no library is loaded.

    Raises:
        IndexMissing, IndexDamaged, IndexMismatch, PassageIndexError: as `open_index` does.
    """
    return indexed_registers(folder)[0]


def indexed_registers(folder: Path) -> tuple[tuple[Document, ...], Registers]:
    """Return the documents of the index in ``folder`` and their registers, as cheaply.

    Raises:
        IndexMissing, IndexDamaged, IndexMismatch, PassageIndexError: as `open_index` does.
    """
    generation = current(folder)
    try:
        documents = _documents(folder, generation)
        with disk_errors(folder, "đọc"):
            return documents, read_registers(folder, generation, documents)
    finally:
        generation.release()


def _documents(folder: Path, generation: Generation) -> tuple[Document, ...]:
    try:
        with disk_errors(folder, "đọc"):
            return load_documents((generation.folder / DOCUMENTS).read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise damaged(folder, "không nạp được văn bản") from error


def _search(folder: Path, generation: Generation, embedder: "Embedder", stack: ExitStack) -> Search:
    documents = _documents(folder, generation)
    try:
        vectors = np.load(generation.folder / VECTORS)
        lexical = LexicalIndex.load(generation.folder / LEXICAL)
    except (FileNotFoundError, ValueError, KeyError, TypeError, IndexError) as error:
        raise damaged(folder, "không nạp được véc-tơ hoặc bảng từ") from error
    passages = tuple(passage for document in documents for passage in document.passages)
    if len(passages) != len(vectors):
        raise damaged(folder, f"{len(passages)} đoạn nhưng {len(vectors)} véc-tơ")
    store = VectorStore.open(generation.folder / CHROMA, len(passages))
    stack.callback(store.close)
    store.nearest(vectors[0], 1)  # reads its files now: damage is found here, not in an answer
    return Search(
        documents={document.name: document for document in documents},
        passages=passages,
        rows={passage.id: row for row, passage in enumerate(passages)},
        lexical=lexical,
        vectors=vectors,
        store=store,
        embedder=embedder,
    )
