"""The glossary's synonyms of a question's phrases, for matching evidence.

What this module does not know: how a synonym is weighed (`assistant.matching`).
"""

from assistant.matching import Synonym
from assistant.understand import Glossary
from assistant.understand.glossary import marked_key
from corpus.normalize import syllables

_LONGEST = 6


def synonyms_of(text: str, glossary: Glossary) -> tuple[Synonym, ...]:
    """Return every phrase of ``text`` that the glossary knows, with each of its synonyms."""
    words = marked_key(text)
    found: list[Synonym] = []
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = words[start : start + size]
            known = (*glossary.synonyms.get(phrase, ()), *glossary.abbreviations.get(phrase, ()))
            said = tuple(syllables(" ".join(phrase)))
            found += [Synonym(said, tuple(syllables(other))) for other in known]
    return tuple(found)
