"""Lexical search: BM25 (bm25s) over syllables and syllable bigrams, with and without diacritics.

Three texts are indexed: the passage itself (one sentence), its paragraph (the context), and the
headings it stands under. Paragraphs and headings are indexed once each and shared by their
passages. Each text is indexed twice, as comparable syllables and as syllables without diacritics,
so that a question typed without them still finds its passage. Headings count as a weaker part of
the context.

Scores are BM25 in Lucene's form (k1 1.5, b .75) divided by what a passage of average length would
score that holds every term of the question once: about 1 for a full match, 0 for none, and so
comparable between questions (the "theoretical" normalisation of Bruch, Gai and Ingber, "An
Analysis of Fusion Functions for Hybrid Retrieval", 2023). Terms that the index does not hold
count in the divisor when they are single syllables: a question about something else scores low.

What this module does not know: vectors, documents, or how scores are weighed (`index.fusion`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.model import Document
from corpus.normalize import strip_diacritics, syllables

if TYPE_CHECKING:
    from bm25s import BM25

K1 = 1.5
B = 0.75
HEADINGS = 0.3
"""What a match in the headings is worth, as a part of one in the paragraph."""

_PLACES = "places.npy"
_VIEWS = ("sentence", "context", "headings")
_FORMS = ("comparable", "folded")

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """A text as terms: its syllables, then its bigrams; the first ``singles`` are syllables."""

    comparable: tuple[str, ...]
    folded: tuple[str, ...]
    singles: int


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """Normalised scores of every passage for one question, each of shape (passages,)."""

    lexical: Scores
    folded: Scores
    context: Scores


def terms_of(text: str) -> Terms:
    """Return the syllables and syllable bigrams of ``text``, in both forms."""
    words = syllables(text)
    bare = [_bare(word) for word in words]
    return Terms((*words, *_bigrams(words)), (*bare, *_bigrams(bare)), len(words))


@lru_cache(maxsize=1 << 15)
def _bare(syllable: str) -> str:
    """Fold one syllable, remembered: a corpus has few distinct ones."""
    return strip_diacritics(syllable)


def _bigrams(words: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(words)]


class Field:
    """One BM25 index over one form of one kind of text."""

    def __init__(self, bm25: "BM25") -> None:
        """Wrap a built or loaded bm25s index."""
        self._bm25 = bm25

    @classmethod
    def build(cls, texts: Iterable[Sequence[str]]) -> "Field":
        """Index ``texts``, each a sequence of terms."""
        from bm25s import BM25  # noqa: PLC0415  (heavy: imported where it is used)

        vocabulary: dict[str, int] = {"": 0}
        ids = [
            [vocabulary.setdefault(term, len(vocabulary)) for term in text] or [0] for text in texts
        ]
        bm25 = BM25(k1=K1, b=B, method="lucene")
        bm25.index((ids, vocabulary), create_empty_token=False, show_progress=False)
        return cls(bm25)

    @classmethod
    def load(cls, folder: Path) -> "Field":
        """Read what `save` wrote."""
        from bm25s import BM25  # noqa: PLC0415  (heavy: imported where it is used)

        return cls(BM25.load(folder, load_corpus=False, show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, in bm25s's own format."""
        self._bm25.save(folder, show_progress=False)

    def scores(self, terms: Sequence[str], singles: int) -> Scores:
        """Return the normalised BM25 of every text, shape (texts,); see the module's docstring."""
        vocabulary = self._bm25.vocab_dict
        known = [vocabulary[term] for term in terms if term in vocabulary]
        unknown = sum(term not in vocabulary for term in terms[:singles])
        ceiling = (self._idf[known].sum() + unknown * self._unknown_idf) / (1 + K1)
        if not known or ceiling <= 0:
            return np.zeros(self._size, dtype=np.float32)
        raw: Scores = self._bm25.get_scores_from_ids(known)
        raw /= np.float32(ceiling)
        return raw

    @property
    def _size(self) -> int:
        return int(self._bm25.scores["num_docs"])

    @cached_property
    def _idf(self) -> NDArray[np.float64]:
        found = np.diff(self._bm25.scores["indptr"])
        idf: NDArray[np.float64] = np.log1p((self._size - found + 0.5) / (found + 0.5))
        return idf

    @cached_property
    def _unknown_idf(self) -> float:
        return float(np.log1p((self._size + 0.5) / 0.5))


class LexicalIndex:
    """All six fields, and which paragraph and headings each passage has."""

    def __init__(self, fields: dict[str, Field], places: NDArray[np.int32]) -> None:
        """Put fields (by ``view-form``) together; ``places`` has shape (3, passages)."""
        self._fields = fields
        self._places = places

    @classmethod
    def build(cls, documents: Iterable[Document]) -> "LexicalIndex":
        """Index the passages of ``documents``, in order."""
        views = {view: _Texts() for view in _VIEWS}
        places = []
        for document in documents:
            for passage in document.passages:
                headings = tuple((span.start, span.end) for span in passage.headings)
                spans = (
                    ((passage.span.start, passage.span.end),),
                    ((passage.context.start, passage.context.end),),
                    headings,
                )
                places.append(
                    [
                        views[view].place(document, spans_of)
                        for view, spans_of in zip(_VIEWS, spans, strict=True)
                    ]
                )
        fields = {
            f"{view}-{form}": Field.build(getattr(terms, form) for terms in views[view].terms)
            for view in _VIEWS
            for form in _FORMS
        }
        return cls(fields, np.array(places, dtype=np.int32).T.copy())

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read what `save` wrote."""
        fields = {
            f"{view}-{form}": Field.load(folder / f"{view}-{form}")
            for view in _VIEWS
            for form in _FORMS
        }
        return cls(fields, np.load(folder / _PLACES))

    def save(self, folder: Path) -> None:
        """Write every field into its own folder under ``folder``."""
        for name, field in self._fields.items():
            field.save(folder / name)
        np.save(folder / _PLACES, self._places)

    def scores(self, query: Terms) -> LexicalScores:
        """Score every passage; the context takes the mean of both forms."""
        sentence, context, headings = (
            [
                self._fields[f"{view}-{form}"].scores(getattr(query, form), query.singles)
                for form in _FORMS
            ]
            for view in _VIEWS
        )
        return LexicalScores(
            lexical=sentence[0][self._places[0]],
            folded=sentence[1][self._places[0]],
            context=_mean(context)[self._places[1]]
            + np.float32(HEADINGS) * _mean(headings)[self._places[2]],
        )


def _mean(forms: Sequence[Scores]) -> Scores:
    return (forms[0] + forms[1]) * np.float32(0.5)


class _Texts:
    """Distinct texts in order of first sight, as terms."""

    def __init__(self) -> None:
        self.terms: list[Terms] = []
        self._seen: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}

    def place(self, document: Document, spans: tuple[tuple[int, int], ...]) -> int:
        """Return the number of the text at ``spans`` of ``document``."""
        key = (document.name, spans)
        if key not in self._seen:
            self._seen[key] = len(self.terms)
            self.terms.append(terms_of("\n".join(document.text[a:b] for a, b in spans)))
        return self._seen[key]
