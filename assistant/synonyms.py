"""The glossary's synonyms of a question's phrases, and other names of its places, for matching.

What this module does not know: how a synonym is weighed against the word itself
(`assistant.matching`).
"""

from typing import Final

from assistant.matching import Synonym
from assistant.understand import Glossary
from assistant.understand.glossary import marked_key
from corpus.normalize import syllables
from corpus.places import other_names, places_in

_LONGEST: Final = 6
NEAR: Final = 0.6
"""How much of a phrase is met by what only comes near it in meaning."""


def synonyms_of(text: str, glossary: Glossary) -> tuple[Synonym, ...]:
    """Return every phrase of ``text`` that the glossary knows, and its places, with synonyms."""
    words = marked_key(text)
    found: list[Synonym] = []
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = words[start : start + size]
            known = (*glossary.synonyms.get(phrase, ()), *glossary.abbreviations.get(phrase, ()))
            near = glossary.near.get(phrase, ())
            found += [Synonym(phrase, marked_key(other)) for other in known]
            found += [Synonym(phrase, marked_key(other), NEAR) for other in near]
    found += [
        Synonym(tuple(syllables(place.name)), tuple(syllables(other)))
        for place in places_in(text)
        for other in other_names(place)
    ]
    return tuple(found)
