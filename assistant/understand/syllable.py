"""The syllables Vietnamese can have: onset, rhyme and tone, and which go together.

The table is phonotactics, not a word list: "nghành" is refused because ngh stands only before
i, e, ê; "bít" and "biết" are both syllables. After Đoàn Thiện Thuật, "Ngữ âm tiếng Việt"
(1977), and the orthography in use today (new and old tone placement are one, see
`corpus.normalize`).

What this module does not know: which syllables are words, or how often they are used.
"""

from functools import cache, lru_cache
from typing import Final

from corpus.normalize import place_tones, strip_diacritics, tone_of, with_tone


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_TONED: Final = {
    vowel: tuple(with_tone(vowel, tone) for tone in range(6)) for vowel in "aăâeêioôơuưy"
}
_ONSETS: Final = ("", *_words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x "))
_FRONT_ONLY: Final = frozenset(("gh", "ngh", "k"))
_NOT_FRONT: Final = frozenset(("g", "ng", "c"))
_OPEN: Final = _words(
    "a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oao oay oe oeo oi oo ô ôi ơ ơi u ua "
    "uây uê ui uơ uôi uy uya uyu ư ưa ưi ươi ươu ưu y yêu uêu uâu "
)
_CLOSED: Final = {
    "a": "m n ng nh p t c ch",
    "ă": "m n ng p t c k",
    "â": "m n ng p t c",
    "e": "m n ng p t c",
    "ê": "m n nh p t ch ng c",
    "i": "m n nh p t ch c ng",
    "iê": "m n ng p t c",
    "yê": "m n ng t",
    "o": "m n ng p t c",
    "oa": "m n ng nh p t c ch",
    "oă": "m n ng t c p",
    "oe": "n t",
    "oo": "n ng c",
    "ô": "m n ng p t c",
    "ơ": "m n p t",
    "u": "m n ng p t c",
    "uâ": "n ng t",
    "uê": "n nh ch",
    "uô": "m n ng t c",
    "uy": "n nh p t ch",
    "uyê": "n t",
    "ư": "m n ng t c",
    "ươ": "m n ng p t c",
}
_AFTER_QU: Final = _words(
    "a ai ao au ay ăm ăn ăng ăp ăt ăc âm ân âng âp ât âu ây e en eo eng et ê ên ênh êt êch êu "
    "i ia in inh it ich iu iêu iên iêt iêng ơ ơi ơn ơt y ya yên yêt ynh yt ych yp yn yu an "
    "ang anh ac ach ap at am ươn ương oc ôc uôc ưc "
)
_STOPS: Final = ("p", "t", "c", "ch", "k")
_FRONT_LETTERS: Final = frozenset("ieêy")


def rhymes() -> tuple[str, ...]:
    """Return every toneless rhyme, open ones first."""
    closed = (nucleus + coda for nucleus, codas in _CLOSED.items() for coda in codas.split())
    return (*_OPEN, *closed)


@cache
def syllable_table() -> frozenset[str]:
    """Return every possible syllable, lowercase, NFC, tones placed early (about 18,000)."""
    table: set[str] = set()
    for onset in _ONSETS:
        for rhyme in _AFTER_QU if onset == "qu" else rhymes():
            if _fits(onset, rhyme):
                table.update(_toned(onset, rhyme))
    return frozenset(table)


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Tell whether a word, in any case and either tone placement, is a possible syllable."""
    return place_tones(word.lower()) in syllable_table()


@cache
def bare_table() -> frozenset[str]:
    """Return every possible syllable without its marks ("duong" for đường, dương…)."""
    return frozenset(strip_diacritics(syllable) for syllable in syllable_table())


def _fits(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in _FRONT_LETTERS
    if onset in _FRONT_ONLY:
        return front and not (onset != "k" and rhyme[0] == "y")
    if onset in _NOT_FRONT:
        return not (front and not (onset == "g" and rhyme in ("i", "in", "iêng")))
    if onset == "gi":
        return not rhyme.startswith(("i", "y")) or rhyme == "iêng"
    return onset in ("", "qu") or not rhyme.startswith("yê")


def _toned(onset: str, rhyme: str) -> list[str]:
    tones = (2, 5) if rhyme.endswith(_STOPS) else range(6)
    place = _tone_place(rhyme)
    whole = onset + rhyme
    spot = len(onset) + place
    return [whole[:spot] + _TONED[whole[spot]][tone] + whole[spot + 1 :] for tone in tones]


def _tone_place(rhyme: str) -> int:
    """Return which letter of the rhyme carries the tone (early placement in open oa, oe, uy)."""
    vowels = [place for place, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy"]
    marked = [place for place in vowels if rhyme[place] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return vowels[0]
    closed = vowels[-1] != len(rhyme) - 1
    if closed or len(vowels) == 3:  # noqa: PLR2004 - oan, uynh; oai, uya: the middle or last vowel
        return vowels[1]
    return vowels[0]


@lru_cache(maxsize=1 << 16)
def toneless(word: str) -> str:
    """Return a word with its tone removed and its quality marks kept (đường -> đương)."""
    return "".join(with_tone(letter, 0) if tone_of(letter) else letter for letter in word)
