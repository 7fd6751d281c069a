"""Loan words as the documents write them: joined ("ôtô") or in syllables ("ô tô").

Words that Vietnamese took over are written both ways, with and without hyphens; a question's way
is put as the documents', where they have only the other.

What this module does not know: what a loan word means, or words run together by a missing space.
"""

from typing import Final

from assistant.restore.text import bare
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word, spread

_MOST: Final = 3  # syllables
_LONGEST: Final = 12  # letters
_SHORTEST: Final = 3


def with_loans(phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """Return a phrase with its loan words spelled as the documents spell them."""
    words: list[Word] = []
    place = 0
    while place < len(phrase.words):
        size, joined = _joined(phrase, place, vocabulary)
        word = phrase.words[place]
        if joined:
            words.append(word.with_text(joined))
        else:
            parts = _parted(word.text, vocabulary)
            words += spread(word, parts) if parts else [word]
        place += size
    return phrase.with_words(words)


def _joined(phrase: Phrase, place: int, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return how many words the documents write as one, and that one; (1, "") when none."""
    for size in range(min(_MOST, len(phrase.words) - place), 1, -1):
        here = phrase.words[place : place + size]
        texts = [word.text.lower() for word in here]
        whole = "".join(texts)
        apart = any(word.before not in (" ", "-") for word in here[1:])
        if apart or not whole.isalpha() or not _SHORTEST <= len(whole) <= _LONGEST:
            continue
        if is_syllable(whole) or bare(whole) in bare_table():
            continue
        forms = [one for one in vocabulary.forms(bare(whole)) if whole in (one, bare(one))]
        pair = (bare(texts[0]), bare(texts[1]))
        if len(forms) == 1 and pair not in vocabulary.bare_pairs:
            return size, forms[0]
    return 1, ""


def _parted(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the two syllables as which the documents write a word, or nothing."""
    word = text.lower()
    if not word.isalpha() or not _SHORTEST <= len(word) <= _LONGEST or text.isupper():
        return []
    if word in vocabulary or is_syllable(word) or bare(word) in bare_table():
        return []
    if vocabulary.forms(bare(word)):
        return []
    cuts = [(text[:at], text[at:]) for at in range(1, len(word))]
    found = [
        [*both]
        for both in cuts
        if (bare(both[0].lower()), bare(both[1].lower())) in vocabulary.bare_pairs
        and (word == bare(word) or vocabulary.pair(both[0].lower(), both[1].lower()))
    ]
    return found[0] if len(found) == 1 else []
