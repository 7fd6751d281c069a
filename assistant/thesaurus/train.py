"""Learning the thesaurus: `python -m assistant.thesaurus.train DATA OUT [ARTICLES]`.

Words are syllables and the pairs of syllables that keep company (normalised pointwise mutual
information, Bouma 2009). Their vectors are the singular vectors of the positive PMI of words
within four words of each other, with context counts to the power .75 (Levy, Goldberg and Dagan
2015). What is shipped is each word's nearest words, not the vectors.

What this module does not know: word senses; opposites come out alike.
"""

import hashlib
import json
import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.thesaurus.model import RECORD, WEIGHTS
from corpus.frequency import syllable_rarity
from corpus.normalize import comparable

_WORD = re.compile(r"[^\W_]+")
_PHRASE_END = re.compile(r"[.,;:!?()“”\"–/-]+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_SOURCES = (("law-articles", "text"), ("baomoi", "body"), ("vietnews-train", "body"))
WINDOW, DIMENSION, KIN = 4, 200, 16
LEAST_PAIR, LEAST_NPMI, LEAST_WORD, MOST_WORDS = 30, 0.33, 25, 24_000
_FUNCTION_WORD = 3.0  # syllables commoner than this rarity join no pair

Floats = NDArray[np.float32]


def paragraphs(data: Path, articles: int) -> Iterator[str]:
    """Yield the paragraphs of the laws and of ``articles`` of each news source."""
    for name, key in _SOURCES:
        with lzma.open(data / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in islice(lines, articles):
                value = json.loads(line)[key]
                yield from value.split("\n") if isinstance(value, str) else value


@lru_cache(maxsize=1 << 18)
def _form(word: str) -> str:
    return comparable(word)


def _forms(text: str) -> list[str]:
    return [_form(word) for word in _WORD.findall(text)]


def pairs_that_keep_company(texts: Iterator[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of syllables to be taken as one word."""
    rarity = syllable_rarity()
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for phrase in _PHRASE_END.split(text):
            forms = _forms(phrase)
            single.update(forms)
            double.update(pairwise(forms))
    total = sum(single.values())
    return frozenset(
        (first, second)
        for (first, second), count in double.items()
        if count >= LEAST_PAIR
        and min(rarity.get(first, 0.0), rarity.get(second, 0.0)) > _FUNCTION_WORD
        and math.log(count * total / (single[first] * single[second])) / math.log(total / count)
        > LEAST_NPMI
    )


def words_of(text: str, pairs: frozenset[tuple[str, str]]) -> list[str]:
    """Cut a sentence into words: known pairs from the left, else single syllables."""
    forms = _forms(text)
    words: list[str] = []
    place = 0
    while place < len(forms):
        if tuple(forms[place : place + 2]) in pairs:
            words.append(" ".join(forms[place : place + 2]))
            place += 2
        else:
            words.append(forms[place])
            place += 1
    return words


def vectors_of(sentences: list[list[str]]) -> tuple[list[str], Floats]:
    """Return the words and their vectors (words x DIMENSION), rows of length one."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only training needs it
    from scipy.sparse.linalg import svds  # noqa: PLC0415 - the same

    counts = Counter(word for sentence in sentences for word in sentence)
    words = [
        word
        for word, count in counts.most_common(MOST_WORDS)
        if count >= LEAST_WORD and not any(char.isdigit() for char in word)
    ]
    places = {word: place for place, word in enumerate(words)}
    gap = [-1] * WINDOW
    stream = np.fromiter(
        (p for s in sentences for p in (*(places.get(word, -1) for word in s), *gap)), np.int32
    )
    size = len(words)
    total = csr_matrix((size, size), dtype=np.float32)
    for offset in range(1, WINDOW + 1):
        left, right = stream[:-offset], stream[offset:]
        both = (left >= 0) & (right >= 0)
        ones = np.ones(int(both.sum()), dtype=np.float32)
        near = csr_matrix((ones, (left[both], right[both])), shape=(size, size))
        total = total + near + near.T
    ppmi = _positive_pmi(total)
    rank = min(DIMENSION, size - 1)
    left_vectors, values, _ = svds(ppmi, k=rank, random_state=0)
    vectors = left_vectors * np.sqrt(values)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return words, vectors.astype(np.float32)


def _positive_pmi(counts: "csr_matrix") -> "csr_matrix":  # type: ignore[name-defined]  # scipy has no stubs  # noqa: F821 - imported where used
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only training needs it

    table = counts.tocoo()
    often = table.data >= 2  # noqa: PLR2004 - a pair seen once is chance
    rows, columns, data = table.row[often], table.col[often], table.data[often]
    total = data.sum()
    by_row = np.bincount(rows, data, counts.shape[0])
    by_column = np.bincount(columns, data, counts.shape[0]) ** 0.75
    by_column *= total / by_column.sum()
    values = np.log(data * total / (by_row[rows] * by_column[columns]))
    kept = values > 0
    return csr_matrix((values[kept], (rows[kept], columns[kept])), shape=counts.shape)


def save(words: list[str], vectors: Floats, folder: Path) -> None:
    """Write each word's nearest words, and the record with the file's sha256."""
    kin = np.zeros((len(words), KIN), dtype=np.uint16)
    likeness = np.zeros((len(words), KIN), dtype=np.uint8)
    for place, vector in enumerate(vectors):
        cosines = vectors @ vector
        cosines[place] = -1
        nearest = np.argsort(-cosines, kind="stable")[:KIN]
        kin[place, : len(nearest)] = nearest
        likeness[place, : len(nearest)] = np.clip(cosines[nearest] * 255, 0, 255)
    buffer = BytesIO()
    text = np.frombuffer("\n".join(words).encode(), np.uint8)
    np.savez_compressed(buffer, words=text, kin=kin, likeness=likeness)
    data = buffer.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(data)
    record = {"sha256": hashlib.sha256(data).hexdigest(), "words": len(words), "kin": KIN}
    (folder / RECORD).write_text(json.dumps(record) + "\n", encoding="utf-8")


def main(data: str, out: str, articles: str = "24000") -> None:
    """Learn from DATA and write into OUT."""
    source, most = Path(data), int(articles)
    pairs = pairs_that_keep_company(paragraphs(source, min(most, 9_000)))
    sentences = [
        words
        for paragraph in paragraphs(source, most)
        for sentence in _SENTENCE_END.split(paragraph)
        if len(words := words_of(sentence, pairs)) > 2  # noqa: PLR2004 - nothing near it
    ]
    words, vectors = vectors_of(sentences)
    save(words, vectors, Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:4])
