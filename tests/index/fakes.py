"""A small embedder that obeys the real interface, and documents built by hand."""

import hashlib
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Sentence, Span
from corpus.normalize import syllables


class HashingEmbedder:
    """Embeds a text as the normalised sum of random vectors of its syllables."""

    def __init__(self, dimension: int = 64, name: str = "giả") -> None:
        """Vectors have ``dimension`` columns; another ``name`` is another model."""
        self.name = name
        self.dimension = dimension
        self.fingerprint = f"{name}-{dimension}"
        self.embedded: list[str] = []
        self._rows: dict[str, NDArray[np.float32]] = {}

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a question."""
        return np.stack([self._vector(text) for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a passage, and remember the passages."""
        self.embedded += texts
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> NDArray[np.float32]:
        total = np.sum([self._row(word) for word in syllables(text)] or [self._row("")], axis=0)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)

    def _row(self, word: str) -> NDArray[np.float32]:
        if word not in self._rows:
            random = np.random.default_rng(zlib.crc32(word.encode()))
            self._rows[word] = random.standard_normal(self.dimension).astype(np.float32)
        return self._rows[word]


def document(name: str, *paragraphs: str, title: str = "Một văn bản") -> Document:
    """Return a document of ``paragraphs``: "# …" is a heading over those below, "~" furniture."""
    text = "\n".join(paragraphs)
    built: list[Paragraph] = []
    sentences: list[Sentence] = []
    start, number = 0, 0
    parents: tuple[int, ...] = ()
    for line in paragraphs:
        kind = ParagraphKind.BODY
        if line.startswith("#"):
            kind = ParagraphKind.HEADING
        elif line.startswith("~"):
            kind = ParagraphKind.FURNITURE
        number += kind is not ParagraphKind.FURNITURE
        shown = 0 if kind is ParagraphKind.FURNITURE else number
        above = () if kind is ParagraphKind.HEADING else parents
        built.append(Paragraph(shown, Span(start, start + len(line)), kind, parents=above))
        if kind is ParagraphKind.HEADING:
            parents = (len(built) - 1,)
        at = start
        for piece in line.split(". ") if kind is ParagraphKind.BODY else [line]:
            end = min(at + len(piece) + 1, start + len(line))
            sentences.append(Sentence(Span(at, end), len(built) - 1))
            at = end + 1
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, text, digest, Provenance(title), tuple(built), tuple(sentences))


def many(count: int, seed: int = 0, name: str = "dài") -> Document:
    """Return a document of ``count`` one-sentence paragraphs of random common syllables."""
    random = np.random.default_rng(seed)
    words = [f"{first}{rest}" for first in "bcdhklmnt" for rest in ("an", "ương", "ệ", "ôi", "ịch")]
    picked = random.choice(words, (count, 24))
    return document(name, *(f"{' '.join(row)} {i}." for i, row in enumerate(picked)))
