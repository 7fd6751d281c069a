"""What the passages found abbreviate of a statement's words: "ĐVSNCL", "đơn vị sự nghiệp công lập".

An abbreviation that a text coins itself is in no glossary; it is known by its letters, printed as
capitals, being the first ones of words that stand together in the statement.

What this module does not know: abbreviations of general use (`assistant.synonyms`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.matching import Synonym
from assistant.reading.annotations import Notes
from corpus.normalize import CAPITALS, comparable, syllables

_ABBREVIATION: Final = re.compile(rf"(?<![^\W_])[{CAPITALS}]{{3,9}}(?![^\W_])")


def initials_of(text: str, found: Sequence[Notes]) -> Iterator[Synonym]:
    """Yield each run of words of ``text`` whose initials a passage has as an abbreviation."""
    printed = {
        comparable(match[0])
        for notes in found
        for match in _ABBREVIATION.finditer(notes.document.quote(notes.passage.span))
    }
    forms = syllables(text)
    letters = "".join(form[0] for form in forms)
    for short in printed:
        at = letters.find(short)
        while at >= 0:
            yield Synonym(tuple(forms[at : at + len(short)]), (short,))
            at = letters.find(short, at + 1)
