"""The readings of typed words, and a question written out by those chosen.

What this module does not know: which readings there are, or how likely one is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.restore.text import bare
from assistant.understand.words import Word
from corpus.normalize import place_tones


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read one typed word, or two typed words as one."""

    spelling: str
    cost: float
    taken: int = 1


def dressed(
    words: Sequence[Word], meant: Sequence[Word], path: Sequence[Reading], *, marked: bool
) -> Iterator[Word]:
    """Yield the words of the best path; what was not changed is left as it was typed."""
    place = 0
    for reading in path:
        word = words[place]
        typed = "".join(one.text for one in words[place : place + reading.taken])
        text = place_tones(meant[place].text.lower())
        if reading.taken == 1 and reading.spelling in (text, *_marked_only(text, reading)):
            yield word
        else:
            spelling = reading.spelling if marked else bare(reading.spelling)
            yield word.with_text(_cased(typed, spelling))
        place += reading.taken


def _marked_only(text: str, reading: Reading) -> tuple[str, ...]:
    """Return the spelling when only marks are missing: putting them back is not done here."""
    return (reading.spelling,) if bare(reading.spelling) == text else ()


def _cased(typed: str, spelling: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return spelling.upper()
    return spelling[:1].upper() + spelling[1:] if typed[:1].isupper() else spelling
