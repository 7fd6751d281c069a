"""Spelling slips put right against the indexed documents' own words.

Two cases, kept apart on purpose: a word that is no Vietnamese syllable ("nghành") takes the
nearest one; a word that is a syllable ("bít", "sữa đổi") is changed only when the documents do
not use it, a usual confusion leads to one they do use, and that one stands beside the same
neighbour there.

What this module does not know: how questions are typed without marks (that is restored before).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from assistant.restore.text import bare
from assistant.understand.syllable import is_syllable, toneless
from assistant.understand.vocabulary import Vocabulary
from corpus.normalize import tone_of, with_tone

_ONSETS: Final = (
    ("ch", "tr"), ("s", "x"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n"), ("ng", "ngh"),
    ("g", "gh"), ("c", "k"), ("v", "d"), ("d", "đ"), ("f", "ph"), ("j", "gi"), ("z", "d"),
    ("c", "q"), ("k", "kh"), ("t", "th"), ("n", "nh"), ("q", "qu"), ("w", "qu"), ("th", "t"),
)  # fmt: skip
_RHYMES: Final = (
    ("n", "ng"), ("c", "t"), ("i", "t"), ("i", "y"),
    ("n", "nh"), ("ch", "t"), ("ch", "c"), ("it", "iêt"), ("ip", "iêp"),
    ("im", "iêm"), ("in", "iên"), ("iu", "iêu"), ("ao", "au"), ("ai", "ay"), ("ui", "uôi"),
    ("uôi", "ui"), ("iêu", "iu"), ("ưu", "iêu"), ("ươu", "iêu"), ("ôi", "oi"), ("ơi", "oi"),
    ("ăn", "ân"), ("âu", "au"), ("ây", "ay"), ("oai", "oi"), ("uô", "u"), ("ươ", "ư"), ("y", "i"),
    ("ong", "ông"), ("on", "ôn"), ("om", "ôm"), ("êu", "iêu"), ("ênh", "inh"), ("êch", "ich"),
)  # fmt: skip
_HATS: Final = {
    "a": "ăâ", "ă": "aâ", "â": "aă", "e": "ê", "ê": "e", "o": "ôơ", "ô": "oơ", "ơ": "oô",
    "u": "ư", "ư": "u",
}  # fmt: skip
_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_HOOK, _TILDE = 3, 4
_NEEDED: Final = 2.35
_NEEDED_RARE: Final = 2.0
_RARE: Final = -11.0
_FAR: Final = 1.5
_SHORTEST, _LONGEST = 4, 12  # letters; a syllable has seven at most
_NEEDED_TONE: Final = 4.5


class Judge(Protocol):
    """What is needed of `assistant.restore.Restorer`."""

    def fit(self, words: Sequence[str], place: int, spelling: str) -> float:
        """Return the log probability of a spelling at a place, among the same bare form."""

    def commonness(self, spelling: str) -> float:
        """Return the log share of a spelling in Vietnamese text."""

    def knows(self, word: str) -> bool:
        """Tell whether people write this word, Vietnamese or not."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """A syllable a slip may stand for; ``cost`` counts how far it lies, in log units."""

    spelling: str
    cost: float


#: Tells whether two syllables stand side by side in general Vietnamese, or when asking.
Known = Callable[[str, str], bool]


def corrected(
    words: Sequence[str], place: int, vocabulary: Vocabulary, model: Judge, known: Known
) -> str:
    """Return the syllable that the word at ``place`` was meant to be, often itself.

    Args:
        words: the question's words, marks restored.
        place: which one is looked at.
        vocabulary: the indexed documents' words.
        model: what is usual in Vietnamese at large.
        known: tells which neighbours are usual there.
    """
    word = words[place].lower()
    if not word.isalpha() or len(word) > _LONGEST:
        return words[place]
    if [*words[place + 1 : place + 2]] == ["nhiêu"]:
        found = "bao" if "bao" in _one_edit(bare(word)) else word
    elif word in vocabulary:
        found = _out_of_place(words, place, vocabulary, known)
    elif is_syllable(word):
        found = _confused(words, place, vocabulary, model)
    elif model.knows(word) or _too_short(word):
        found = word
    else:
        found = _nearest(words, place, vocabulary, model)
    return words[place] if found == word else _cased(words[place], found)


def _too_short(word: str) -> bool:
    """Tell whether a word says too little to be put right: "ad", "sm"."""
    return len(word) < _SHORTEST and word.isascii()


def _out_of_place(words: Sequence[str], place: int, vocabulary: Vocabulary, known: Known) -> str:
    """Return what a word the documents use was meant to be, where it joins neither neighbour.

    The other word must be a usual confusion and join both ("hiện đạt hóa": "hiện đại hóa").
    """
    word = words[place].lower()
    if not 0 < place < len(words) - 1 or _beside(words, place, word, vocabulary):
        return word
    before, after = words[place - 1].lower(), words[place + 1].lower()
    if known(before, word) or known(word, after):
        return word
    joined = [
        guess
        for guess in (*_other_tone(word), *_confusions(word))
        if vocabulary.pair(before, guess) and vocabulary.pair(guess, after)
    ]
    return joined[0] if len({*joined}) == 1 else word


def _confused(words: Sequence[str], place: int, vocabulary: Vocabulary, model: Judge) -> str:
    word = words[place].lower()
    own = _beside(words, place, word, vocabulary)
    rare = model.commonness(word) < _RARE
    best, best_gain = word, 0.0
    guesses = {*_other_tone(word), *_confusions(word)}
    if rare:
        guesses |= {form for one in _confusions(word) for form in vocabulary.forms(bare(one))}
    for guess in guesses:
        beside = _beside(words, place, guess, vocabulary)
        if guess not in vocabulary or beside <= own:
            continue
        gain = beside - own
        needed = _NEEDED_RARE if rare else _NEEDED
        if bare(guess) == bare(word):
            gain = model.fit(words, place, guess) - model.fit(words, place, word) + beside
            needed = _NEEDED_TONE
        if gain > max(needed, best_gain):
            best, best_gain = guess, gain
    return best


def _nearest(words: Sequence[str], place: int, vocabulary: Vocabulary, model: Judge) -> str:
    word = words[place].lower()
    best, best_score = word, float("-inf")
    for guess in _guesses(word, vocabulary):
        beside = _beside(words, place, guess.spelling, vocabulary)
        if not beside and guess.cost >= _FAR:
            continue
        score = (
            beside
            + vocabulary.syllable(guess.spelling)
            + 0.3 * max(model.fit(words, place, guess.spelling), -6.0)
            - guess.cost
        )
        if score > best_score:
            best, best_score = guess.spelling, score
    return best


def _guesses(word: str, vocabulary: Vocabulary) -> Iterator[_Guess]:
    typed = bare(word)
    near = {typed: 0.0}
    for other in _confusions(word):
        near.setdefault(bare(other), 0.7)
    for other in _one_edit(typed):
        near.setdefault(other, 1.5)
    marked = typed != word
    for form, cost in near.items():
        for spelling in vocabulary.forms(form):
            if is_syllable(spelling):
                far = _mark_distance(word, spelling) if marked else 0.0
                yield _Guess(spelling, cost + far)


def _mark_distance(word: str, spelling: str) -> float:
    tone = max(map(tone_of, word), default=0) != max(map(tone_of, spelling), default=0)
    shape = {*toneless(word)} - {*bare(word)} != {*toneless(spelling)} - {*bare(spelling)}
    return 1.0 * tone + 0.7 * shape


def _beside(words: Sequence[str], place: int, word: str, vocabulary: Vocabulary) -> float:
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    return vocabulary.pair(before, word) + vocabulary.pair(word, after)


def _other_tone(word: str) -> Iterator[str]:
    for number, letter in enumerate(word):
        tone = tone_of(letter)
        if tone in (_HOOK, _TILDE):
            other = _TILDE if tone == _HOOK else _HOOK
            yield word[:number] + with_tone(letter, other) + word[number + 1 :]


@lru_cache(maxsize=1 << 12)
def _confusions(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_confused_spellings(word)))


def _confused_spellings(word: str) -> Iterator[str]:
    tone = max(map(tone_of, word), default=0)
    level = toneless(word)
    for first, second in _ONSETS:
        for old, new in ((first, second), (second, first)):
            longer = new.startswith(old) and level.startswith(new)
            if level.startswith(old) and not longer:
                yield from _retoned(new + level[len(old) :], tone)
    for number, letter in enumerate(level):
        for other in _HATS.get(letter, ""):
            yield from _retoned(level[:number] + other + level[number + 1 :], tone)
    for first, second in _RHYMES:
        for old, new in ((first, second), (second, first)):
            if level.endswith(old):
                yield from _retoned(level[: -len(old)] + new, tone)
                yield from _retoned(level[: -len(old)] + new, {_HOOK: _TILDE}.get(tone, _HOOK))


def _retoned(level: str, tone: int) -> Iterator[str]:
    """Yield the syllables that a toneless one makes with a tone, wherever that may stand."""
    for number, letter in enumerate(level):
        if letter in "aăâeêioôơuưy":
            word = level[:number] + with_tone(letter, tone) + level[number + 1 :]
            if is_syllable(word):
                yield word


def _one_edit(word: str) -> set[str]:
    cuts = [(word[:number], word[number:]) for number in range(len(word) + 1)]
    drops = {left + right[1:] for left, right in cuts if right}
    swaps = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    others = {left + new + right[1:] for left, right in cuts if right for new in _LETTERS}
    adds = {left + new + right for left, right in cuts for new in _LETTERS}
    return drops | swaps | others | adds


def _cased(word: str, found: str) -> str:
    if word.isupper() and len(word) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if word[:1].isupper() else found
