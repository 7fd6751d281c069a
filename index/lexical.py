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

import hashlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.model import Document, Span
from corpus.normalize import strip_diacritics, syllables

if TYPE_CHECKING:
    from bm25s import BM25

K1 = 1.5
B = 0.75
HEADINGS = 0.5
"""What a match in the headings is worth, as a part of one in the paragraph."""

_PLACES = "places.npy"
_VIEWS = ("sentence", "context", "headings")
_FORMS = ("comparable", "folded")

Scores = NDArray[np.float32]
_PROBE = "Đến năm 2030, TỶ LỆ đô thị hoá – từ 60-62%; quý III/2025: kỹ năng số (QĐ-TTg)."


def analysis() -> str:
    """Return a fingerprint of how texts become terms: an index of another one misses words."""
    return hashlib.sha256(repr((terms_of(_PROBE), K1, B)).encode()).hexdigest()[:16]


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


@lru_cache(maxsize=4)  # a sentence that is its own paragraph is cut once
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
    def load(cls, folder: Path) -> "Field":
        """Read what `save` wrote."""
        from bm25s import BM25  # noqa: PLC0415  (heavy: imported where it is used)

        return cls(BM25.load(folder, load_corpus=False, show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, in bm25s's own format."""
        self._bm25.save(folder, show_progress=False)

    def scores(self, terms: Sequence[str], singles: int) -> Scores:
        """Return the normalised BM25 of every text, shape (texts,); see the module's docstring.

        A term counts once, however often it is asked: a long pasted text costs no more.
        """
        places = list(map(self._bm25.vocab_dict.get, terms))
        known = [place for place in dict.fromkeys(places) if place is not None]
        pairs = zip(terms[:singles], places, strict=False)
        unknown = len({term for term, place in pairs if place is None})
        ceiling = (self._idf[known].sum() + unknown * self._unknown_idf) / (1 + K1)
        if not known or ceiling <= 0:
            return np.zeros(self._size, dtype=np.float32)
        raw: Scores = self._bm25.get_scores_from_ids(known)
        raw /= np.float32(ceiling)
        return raw

    def rarity(self, term: str) -> float:
        """Return the idf of a term among the texts."""
        place = self._bm25.vocab_dict.get(term)
        return self._unknown_idf if place is None else float(self._idf[place])

    def texts_with(self, term: str) -> int:
        """Return how many texts hold a term."""
        place = self._bm25.vocab_dict.get(term)
        return 0 if place is None else int(self._found[place])

    @property
    def _size(self) -> int:
        return int(self._bm25.scores["num_docs"])

    @cached_property
    def _idf(self) -> NDArray[np.float64]:
        found = self._found
        idf: NDArray[np.float64] = np.log1p((self._size - found + 0.5) / (found + 0.5))
        return idf

    @cached_property
    def _found(self) -> NDArray[np.int64]:
        found: NDArray[np.int64] = np.diff(self._bm25.scores["indptr"])
        return found

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
        views = {view: _View() for view in _VIEWS}
        places = [
            [
                views["sentence"].place(document, (passage.span,)),
                views["context"].place(document, (passage.context,)),
                views["headings"].place(document, passage.headings),
            ]
            for document in documents
            for passage in document.passages
        ]
        fields = {
            f"{name}-{form}": field
            for name, view in views.items()
            for form, field in zip(_FORMS, view.fields(), strict=True)
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

    def sentences_with(self, syllable: str) -> int:
        """Return how many sentences hold a comparable syllable; none holds two, or no word."""
        alone = bool(syllable) and " " not in syllable  # the field's other terms are no syllables
        return self._fields["sentence-comparable"].texts_with(syllable) if alone else 0

    def rarity(self, syllable: str) -> float:
        """Return how rare a comparable syllable is among the paragraphs (their idf)."""
        return self._fields["context-comparable"].rarity(syllable)


def _mean(forms: Sequence[Scores]) -> Scores:
    return (forms[0] + forms[1]) * np.float32(0.5)


class _View:
    """Distinct texts in order of first sight, being indexed in both forms."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, tuple[Span, ...]], int] = {}
        self._comparable = _Corpus()
        self._folded = _Corpus()

    def place(self, document: Document, spans: tuple[Span, ...]) -> int:
        """Return the number of the text at ``spans`` of ``document``."""
        key = (document.name, spans)
        if key not in self._seen:
            self._seen[key] = len(self._seen)
            terms = terms_of("\n".join(map(document.quote, spans)))
            self._comparable.add(terms.comparable)
            self._folded.add(terms.folded)
        return self._seen[key]

    def fields(self) -> tuple[Field, Field]:
        """Return the finished fields, comparable and folded."""
        return self._comparable.field(), self._folded.field()


class _Corpus:
    """Texts as numbers of terms: a tenth of the memory of the terms themselves."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {"": 0}
        self._texts: list[array[int]] = []

    def add(self, terms: Sequence[str]) -> None:
        """Add a text; one without terms holds the empty term, which no question does."""
        vocabulary = self._vocabulary
        ids = [vocabulary.setdefault(term, len(vocabulary)) for term in terms] or [0]
        self._texts.append(array("i", ids))

    def field(self) -> Field:
        """Return the BM25 index of the texts."""
        from bm25s import BM25  # noqa: PLC0415  (heavy: imported where it is used)

        bm25 = BM25(k1=K1, b=B, method="lucene")
        bm25.index((self._texts, self._vocabulary), create_empty_token=False, show_progress=False)
        return Field(bm25)
