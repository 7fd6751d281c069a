"""Extra search words: synonyms, and the other way a name is written in the documents.

What this module does not know: how they are weighed; the search decides.
"""

from collections.abc import Iterator
from typing import Final

from assistant.understand.glossary import Glossary, marked_key
from assistant.understand.vocabulary import Vocabulary
from corpus.normalize import folded

_LONGEST: Final = 6


def expansions(question: str, glossary: Glossary, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the synonyms and abbreviations of a question's words that the documents hold."""
    words = marked_key(question)
    found: dict[str, None] = {}
    for phrase in _phrases(words):
        for synonym in glossary.synonyms.get(phrase, ()):
            if vocabulary.holds(synonym) or synonym.endswith("%"):
                found.setdefault(synonym)
    text = " ".join(words)
    for short, printed in vocabulary.abbreviations.items():
        for meaning in glossary.abbreviations.get((short,), ()):
            if f" {' '.join(marked_key(meaning))} " in f" {text} ":
                found.setdefault(printed)
    return tuple(one for one in found if folded(one) not in folded(text))


def _phrases(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(_LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]
