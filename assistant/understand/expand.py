"""Extra search words: synonyms, and the other way a name is written in the documents.

What this module does not know: how they are weighed; the search decides.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.understand.glossary import Glossary, marked_key
from assistant.understand.vocabulary import Vocabulary
from corpus.normalize import folded

_LONGEST: Final = 6


class Expander:
    """Finds extra search words for questions over one set of documents."""

    def __init__(self, glossary: Glossary, vocabulary: Vocabulary) -> None:
        """Keep both, and what the abbreviations that the documents print stand for."""
        self._glossary = glossary
        self._vocabulary = vocabulary
        self._written_out = tuple(
            (f" {' '.join(marked_key(meaning))} ", printed)
            for short, printed in vocabulary.abbreviations.items()
            for meaning in glossary.abbreviations.get((short,), ())
        )

    def expansions(self, question: str) -> tuple[str, ...]:
        """Return the synonyms and abbreviations of a question's words that the documents hold."""
        words = marked_key(question)
        found: dict[str, None] = {}
        for start, phrase in _phrases(words):
            synonyms = self._glossary.synonyms.get(phrase, ())
            if synonyms and (len(phrase) > 1 or not _is_part(words, start, self._vocabulary)):
                helping = (one for one in synonyms if _helps(one, self._vocabulary))
                found.update(dict.fromkeys(helping))
        text = f" {' '.join(words)} "
        found.update(
            dict.fromkeys(printed for meaning, printed in self._written_out if meaning in text)
        )
        said = folded(text)
        return tuple(one for one in found if folded(one) not in said)


def _helps(synonym: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a synonym finds anything: in the documents, and not one plain syllable."""
    plain = " " not in synonym and synonym.islower()
    return not plain and (vocabulary.holds(synonym) > 0 or synonym.endswith("%"))


def _is_part(words: tuple[str, ...], place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the documents join a syllable to its neighbour (the đô of đô thị)."""
    around = words[max(0, place - 1) : place + 2]
    return any(vocabulary.pair(*both) > 0 for both in pairwise(around))


def _phrases(words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for size in range(_LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            yield start, words[start : start + size]
