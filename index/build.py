"""Building an index: documents in, a new generation on disk out.

Vectors of passages whose text did not change are taken from the generation in use (same embedder
fingerprint), and registers of documents that did not change (same code); everything else is written
anew, aside, and published in one step.

What this module does not know: how documents are read, or how a search goes.
"""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import ModelError, PassageIndexError
from corpus.model import Document
from index.beside import filled_beside
from index.chroma import VectorStore
from index.lexical import LexicalIndex, Scores, analysis
from index.manifest import FORMAT, IndexedDocument, Manifest
from index.records import dump_documents, load_documents
from index.registers import REGISTERS, are_current, begin_registers, known_registers
from index.store import (
    Generation,
    building,
    checksums,
    clean,
    current,
    disk_errors,
    new_generation,
    publish,
)

if TYPE_CHECKING:
    from index.embedder import Embedder

DOCUMENTS = "documents.jsonl"
VECTORS = "vectors.npy"
LEXICAL = "lexical"
CHROMA = "chroma"
_BATCH = 500

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Known:
    """What an earlier build worked out: vectors by text, registers by line of their document."""

    vectors: dict[str, Scores]
    registers: dict[str, str]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; ``seconds`` is wall time. Nothing changed: everything counts as reused."""

    documents: int
    passages: int
    embedded: int
    reused: int
    seconds: float


def build_index(
    documents: Sequence[Document],
    folder: Path,
    embedder: "Embedder",
    progress: Progress | None = None,
) -> BuildReport:
    """Make ``folder`` an index of exactly ``documents``; the old one answers until the last step.

    ``progress`` is called with passages done and passages in all.

    Raises:
        IndexBusy: another process is building there.
        ModelError: the embedder returned something that is not one vector a text.
        PassageIndexError: no passages, two documents of one name, or the disk refuses.
    """
    started = time.perf_counter()
    total = _checked(documents)
    report = progress or _silent
    with building(folder), disk_errors(folder, "ghi"):
        old = _current_or_none(folder)
        try:
            known = _known(old, embedder)
            if old and known.vectors and _is_same(old, documents, embedder):
                report(total, total)
                return _report(documents, total, 0, started)
            embedded = _write(documents, folder, embedder, known, report)
        finally:
            if old:
                old.release()
        clean(folder)
    return _report(documents, total, embedded, started)


def _checked(documents: Sequence[Document]) -> int:
    for name, times in Counter(document.name for document in documents).items():
        if times > 1:
            raise PassageIndexError(
                f"Có hai văn bản cùng tên “{name}”; hãy đổi tên một tệp rồi lập lại chỉ mục"
            )
    total = sum(len(document.passages) for document in documents)
    if not total:
        raise PassageIndexError(
            f"Không có đoạn văn nào để lập chỉ mục trong {len(documents)} văn bản; "
            "hãy chỉ ra tệp .txt hoặc .md có nội dung"
        )
    return total


def _report(
    documents: Sequence[Document], total: int, embedded: int, started: float
) -> BuildReport:
    seconds = time.perf_counter() - started
    return BuildReport(len(documents), total, embedded, total - embedded, seconds)


def _silent(_done: int, _total: int) -> None:
    """Report nothing."""


def _current_or_none(folder: Path) -> Generation | None:
    """Return the generation in use; a missing or unusable one is simply replaced."""
    try:
        return current(folder)
    except PassageIndexError:
        return None


def _known(old: Generation | None, embedder: "Embedder") -> _Known:
    """Return what may be reused: vectors of the same model, registers of the same code."""
    if old is None:
        return _Known({}, {})
    try:
        written = (old.folder / DOCUMENTS).read_text(encoding="utf-8")
        registers = known_registers(old, written)
        if old.manifest.fingerprint != embedder.fingerprint:
            return _Known({}, registers)
        documents, vectors = load_documents(written), np.load(old.folder / VECTORS)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return _Known({}, {})
    texts = [d.quote(passage.span) for d in documents for passage in d.passages]
    if vectors.shape != (len(texts), embedder.dimension):
        return _Known({}, registers)
    return _Known(dict(zip(texts, vectors, strict=True)), registers)


def _is_same(old: Generation, documents: Sequence[Document], embedder: "Embedder") -> bool:
    """Tell whether the generation in use already is what would be built, and opens."""
    if (old.manifest.embedder, old.manifest.analysis) != (embedder.name, analysis()):
        return False
    if not are_current(old):
        return False
    if (old.folder / DOCUMENTS).read_text(encoding="utf-8") != dump_documents(documents):
        return False
    try:
        VectorStore.open(old.folder / CHROMA, old.manifest.passages).close()
    except PassageIndexError:
        return False
    return True


def _write(
    documents: Sequence[Document],
    folder: Path,
    embedder: "Embedder",
    known: _Known,
    report: Progress,
) -> int:
    """Write and publish a new generation; return how many passages were embedded."""
    generation = new_generation(folder)
    try:
        (generation / DOCUMENTS).write_text(dump_documents(documents), encoding="utf-8")
        left = begin_registers(generation / REGISTERS, documents, known.registers)
        with (
            filled_beside(generation / REGISTERS, generation / DOCUMENTS, left),
            ThreadPoolExecutor(1) as aside,  # Chroma writes without holding Python's lock
        ):
            lexical = aside.submit(_write_lexical, documents, generation / LEXICAL)
            embedded = _write_vectors(documents, generation, embedder, known.vectors, report)
            lexical.result()
        files = sorted(
            str(path.relative_to(generation))
            for path in generation.rglob("*")
            if path.is_file() and path.parent != generation / CHROMA  # Chroma writes in this one
        )
        publish(folder, generation, _manifest(documents, embedder, checksums(generation, files)))
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    return embedded


def _write_lexical(documents: Sequence[Document], folder: Path) -> None:
    LexicalIndex.build(documents).save(folder)


def _write_vectors(
    documents: Sequence[Document],
    generation: Path,
    embedder: "Embedder",
    known: dict[str, Scores],
    report: Progress,
) -> int:
    """Embed what is new and store every vector, a batch at a time; return how many are new.

    A batch is stored in a thread of its own while the next one is embedded: Chroma spends its
    time in native code, the embedder in Python and numpy.
    """
    passages = [(passage, document) for document in documents for passage in document.passages]
    vectors = np.empty((len(passages), embedder.dimension), dtype=np.float32)
    embedded = 0
    store = VectorStore.create(generation / CHROMA, len(passages))
    storing: Future[None] | None = None
    try:
        with ThreadPoolExecutor(max_workers=1) as thread:
            for start in range(0, len(passages), _BATCH):
                batch = passages[start : start + _BATCH]
                texts = [document.quote(passage.span) for passage, document in batch]
                embedded += _embed(texts, embedder, known)
                rows = vectors[start : start + len(batch)]
                rows[:] = [known[text] for text in texts]
                if storing is not None:
                    storing.result()
                    report(start, len(passages))
                storing = thread.submit(store.add, [passage for passage, _ in batch], rows)
            if storing is not None:
                storing.result()
            report(len(passages), len(passages))
    finally:
        store.close()
    np.save(generation / VECTORS, vectors)
    return embedded


def _embed(texts: Sequence[str], embedder: "Embedder", known: dict[str, Scores]) -> int:
    """Add the vectors of ``texts`` to ``known``; return how many of them were not there."""
    new = [text for text in texts if text not in known]
    if not new:
        return 0
    distinct = sorted(set(new), key=len)
    vectors = np.asarray(embedder.embed_passages(distinct), dtype=np.float32)
    if vectors.shape != (len(distinct), embedder.dimension) or not np.isfinite(vectors).all():
        raise ModelError(
            f"Mô hình “{embedder.name}” trả về véc-tơ dạng {vectors.shape} cho {len(distinct)} "
            f"đoạn, không phải {embedder.dimension} chiều; hãy chọn mô hình khác"
        )
    known.update(zip(distinct, vectors, strict=True))
    return len(new)


def _manifest(
    documents: Sequence[Document], embedder: "Embedder", files: dict[str, str]
) -> Manifest:
    return Manifest(
        format=FORMAT,
        embedder=embedder.name,
        fingerprint=embedder.fingerprint,
        dimension=embedder.dimension,
        analysis=analysis(),
        documents=tuple(
            IndexedDocument(document.name, document.sha256, len(document.passages))
            for document in documents
        ),
        files=files,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
