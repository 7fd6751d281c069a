"""Binding the protocols of `evals.ports` to the real thing: the one place that does.

What this module does not know: what is measured with it.
"""

import tempfile
import weakref
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings
from corpus.errors import IndexMissing
from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Span
from corpus.normalize import nfc
from corpus.sentences import sentences_of
from evals.ports import Assistant, Opener, SearchBuilder, SpanReader

_READ = 256  # most tokens of a context that are read for one question

if TYPE_CHECKING:
    from assistant.span_model.model import SpanModel
    from index.embedder import Embedder
    from index.open import Index


def opener(settings: Settings) -> Opener:
    """Return what opens an assistant over documents, with the models that are set.

    Raises:
        SettingsError: they do not say which language model of which server.
        LanguageModelError: the libraries that ask one are not installed.
    """
    from assistant.assemble import language_model  # noqa: PLC0415  (heavy)

    model = language_model(settings)
    chosen = cache(lambda: embedder(settings))

    def over(documents: Sequence[Document]) -> Assistant:
        from assistant.assemble import assistant_over, reworded  # noqa: PLC0415  (heavy)

        return reworded(assistant_over(documents, chosen()), model)

    return over


def documents_of(settings: Settings) -> Sequence[Document]:
    """Return the documents of the index, the shipped ones where nobody named or made an index.

    Raises:
        PassageIndexError: the index that was named is missing, or it is damaged.
    """
    from corpus.read import read_documents  # noqa: PLC0415  (only here)
    from corpus.shipped import shipped_paths  # noqa: PLC0415  (the same)
    from index.open import indexed_documents  # noqa: PLC0415  (heavy)

    try:
        return indexed_documents(settings.index)
    except IndexMissing:
        if settings.index_named:
            raise
        return read_documents(shipped_paths())


def search_builder(settings: Settings) -> SearchBuilder:
    """Return what indexes texts by the real index, in a temporary folder."""

    def build(texts: Sequence[str]) -> IndexedTexts:
        return IndexedTexts(texts, embedder(settings))

    return build


def span_reader() -> SpanReader:
    """Return the trained reader as one of single contexts."""
    from assistant.span_model.model import default_span_model  # noqa: PLC0415  (heavy)

    return ContextReader(default_span_model())


class IndexedTexts:
    """Texts in an index of their own, each a document of one paragraph, ranked by its best hit.

    The index lives in a temporary folder and goes with this object. Indexing their sentences is
    what the engine does, and finds more than indexing each text whole (nDCG@10 .871 against .866
    on ViQuAD-dev).
    """

    def __init__(self, texts: Sequence[str], embedder: "Embedder") -> None:
        """Index ``texts`` in order.

        Raises:
            ModelError: the weights of the ranker or the reader are missing or damaged.
        """
        from assistant.paragraph_model.model import default_paragraph_model  # noqa: PLC0415  (heavy)
        from assistant.ranking import ReadingRanker  # noqa: PLC0415  (heavy)
        from assistant.span_model.model import default_span_model  # noqa: PLC0415  (heavy)

        opened = ExitStack()
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="hoidap-bench-"))
        self._index = opened.enter_context(_indexed(texts, Path(folder), embedder))
        weakref.finalize(self, opened.close)
        self.ranker = ReadingRanker(
            self._index.documents,
            self._index.retriever.paragraphs_search,
            default_paragraph_model(),
            default_span_model(),
        )

    def search(self, question: str, top: int) -> list[int]:
        """Return the positions of the ``top`` best texts, best first."""
        return [int(hit.passage.document) for hit in self.ranker(question, top)]


class ContextReader:
    """Reads one context for one question by the trained reader alone.

    The rules' own spans are made for official documents; joined to the model's they measure no
    better on questions over an encyclopedia (`evals/LOG.md`).
    """

    def __init__(self, model: "SpanModel") -> None:
        """Read with ``model``."""
        self._model = model

    def read(self, question: str, context: str) -> str:
        """Return the shortest answer found in ``context``, "" when there is nothing to read."""
        text = nfc(context)
        return self._model.read(nfc(question), [text], _READ)[0].span.of(text)


def one_paragraph(name: str, text: str) -> Document:
    """Return a text as a document of one paragraph, cut into sentences."""
    whole = nfc(text) if text.strip() else "…"
    paragraphs = (Paragraph(1, Span(0, len(whole)), ParagraphKind.BODY),)
    return Document(
        name=name,
        text=whole,
        sha256="",
        provenance=Provenance(""),
        paragraphs=paragraphs,
        sentences=sentences_of(whole, paragraphs),
    )


def _indexed(texts: Sequence[str], folder: Path, embedder: "Embedder") -> "Index":
    from index.build import build_index  # noqa: PLC0415  (heavy)
    from index.open import open_index  # noqa: PLC0415  (heavy)

    documents = [one_paragraph(str(place), text) for place, text in enumerate(texts)]
    build_index(documents, folder, embedder)
    return open_index(folder, embedder)


def embedder(settings: Settings) -> "Embedder":
    """Return the embedder that is set."""
    from assistant.assemble import embedder_of  # noqa: PLC0415  (heavy)

    return embedder_of(settings)
