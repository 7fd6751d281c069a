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
from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Span
from corpus.normalize import nfc
from corpus.sentences import sentences_of
from evals.ports import Assistant, Opener, SearchBuilder, SpanReader

if TYPE_CHECKING:
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


def search_builder(settings: Settings) -> SearchBuilder:
    """Return what indexes texts by the real index, in a temporary folder."""

    def build(texts: Sequence[str]) -> IndexedTexts:
        return IndexedTexts(texts, embedder(settings))

    return build


def span_reader() -> SpanReader:
    """Return the assistant's reader as one of single contexts."""
    return ContextReader()


class IndexedTexts:
    """Texts in an index of their own, each a document of one paragraph, ranked by its best hit.

    The index lives in a temporary folder and goes with this object. Indexing their sentences is
    what the engine does, and finds more than indexing each text whole (nDCG@10 .871 against .866
    on ViQuAD-dev).
    """

    def __init__(self, texts: Sequence[str], embedder: "Embedder") -> None:
        """Index ``texts`` in order."""
        opened = ExitStack()
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="hoidap-bench-"))
        self._index = opened.enter_context(_indexed(texts, Path(folder), embedder))
        weakref.finalize(self, opened.close)

    def search(self, question: str, top: int) -> list[int]:
        """Return the positions of the ``top`` best texts, best first."""
        hits = self._index.retriever.paragraphs(question, top)
        return [int(hit.passage.document) for hit in hits]


class ContextReader:
    """Reads one context for one question: the best evidence's span, or else its clause."""

    def read(self, question: str, context: str) -> str:
        """Return the shortest answer found in ``context``, "" when nothing was."""
        from assistant.question import analyse  # noqa: PLC0415  (heavy)
        from assistant.reading.annotations import Annotations  # noqa: PLC0415  (heavy)
        from assistant.reading.reader import Reader  # noqa: PLC0415  (heavy)
        from corpus.read import canonical, document_of  # noqa: PLC0415  (heavy)
        from index.search import Hit  # noqa: PLC0415  (heavy)

        document = document_of("0", canonical(context), Provenance(""))
        hits = [Hit(passage, 0.0, 0.0, 0.0, 0.0, 0.0) for passage in document.passages]
        reader = Reader(Annotations({document.name: document}))
        best = reader.read(analyse(nfc(question)), hits).best
        if best is None:
            return ""
        return best.key or best.quote


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
