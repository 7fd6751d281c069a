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


def expansions(question: str, glossary: Glossary, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the synonyms and abbreviations of a question's words that the documents hold."""
    words = marked_key(question)
    found: dict[str, None] = {}
    for start, phrase in _phrases(words):
        synonyms = glossary.synonyms.get(phrase, ())
        if synonyms and (len(phrase) > 1 or not _is_part(words, start, vocabulary)):
            found.update(dict.fromkeys(one for one in synonyms if _helps(one, vocabulary)))
    text = " ".join(words)
    for short, printed in vocabulary.abbreviations.items():
        for meaning in glossary.abbreviations.get((short,), ()):
            if f" {' '.join(marked_key(meaning))} " in f" {text} ":
                found.setdefault(printed)
    return tuple(one for one in found if folded(one) not in folded(text))


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
