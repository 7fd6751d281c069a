"""The glossary's synonyms of a question's phrases, and other names of its places, for matching.

What this module does not know: how a synonym is weighed against the word itself
(`assistant.matching`).
"""

from collections.abc import Iterator
from typing import Final

from assistant.matching import Synonym
from assistant.reading.slots import words_of
from assistant.understand import Glossary
from assistant.understand.glossary import marked_key
from corpus.normalize import syllables
from corpus.places import other_names, places_in

_LONGEST: Final = 6
_INSIDE: Final = 4
"""How many syllables an object has at most, between its verb and where it goes."""
_WHERETO: Final = words_of(
    "ra vào lên xuống về sang qua đến tới đi lại cho bằng với trên dưới trong"
)
_VERB: Final = 2
NEAR: Final = 0.6
"""How much of a phrase is met by what only comes near it in meaning."""


def synonyms_of(text: str, glossary: Glossary) -> tuple[Synonym, ...]:
    """Return every phrase of ``text`` that the glossary knows, and its places, with synonyms."""
    words = marked_key(text)
    found: list[Synonym] = []
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = words[start : start + size]
            known = (
                *glossary.synonyms.get(phrase, ()),
                *glossary.abbreviations.get(phrase, ()),
                *glossary.shortened.get(phrase, ()),
            )
            near = glossary.near.get(phrase, ())
            found += [Synonym(phrase, marked_key(other)) for other in known]
            found += [Synonym(phrase, marked_key(other), NEAR) for other in near]
    for phrase in _split_phrases(words, glossary):
        found += [Synonym(phrase, marked_key(other)) for other in glossary.synonyms[phrase]]
    found += [
        Synonym(tuple(syllables(place.name)), tuple(syllables(other)))
        for place in places_in(text)
        for other in other_names(place)
    ]
    return tuple(found)


def _split_phrases(words: tuple[str, ...], glossary: Glossary) -> Iterator[tuple[str, ...]]:
    """Yield the known phrases of a verb and where to that have the verb's object inside.

    "Bán giày ra nước ngoài" has "bán ra nước ngoài": what is sold stands after the verb.
    """
    for whereto in (place for place, word in enumerate(words) if word in _WHERETO):
        for end in range(whereto + 2, min(whereto + _LONGEST, len(words)) + 1):
            for start in range(max(0, whereto - _INSIDE - _VERB), whereto - 1):
                for verb in range(start + 1, min(start + _VERB, whereto - 1) + 1):
                    phrase = words[start:verb] + words[whereto:end]
                    if whereto - verb <= _INSIDE and phrase in glossary.synonyms:
                        yield phrase
