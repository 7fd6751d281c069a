"""Raw Telex and VNI keystrokes turned into the syllable they were meant to make.

"chir" and "chi3" are "chỉ", "tieeu" and "tieu6" are "tiêu", "dduwowcj" and "d9u7o7c5" are
"được". Tone and quality keys may come anywhere after their letter, as both methods allow.

A word is decoded only when it is no Vietnamese syllable as it stands, nor one that people write;
a word whose only key is a tone letter ("chir", but also "Paris") must be in small letters or
stand in a question with others like it.

What this module does not know: which words people write (the caller tells).
"""

import re
from collections.abc import Callable
from typing import Final

from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.words import Phrase, Word
from corpus.normalize import nfc, place_tones, strip_diacritics, with_tone

_TELEX_TONES: Final = {"f": 1, "s": 2, "r": 3, "x": 4, "j": 5}
_VNI_TONES: Final = {"2": 1, "1": 2, "3": 3, "4": 4, "5": 5}
_VNI: Final = re.compile(r"(?!.*\d{3})[a-zđ]+[a-zđ0-9]*[0-9][a-zđ0-9]*")
_HAT: Final = {"a": "â", "e": "ê", "o": "ô"}
_HORN: Final = {"u": "ư", "o": "ơ"}
_SHORTEST: Final = 2
#: Keys that no other language doubles up so: aa, ee, dd, w after a vowel, a figure.
_STRONG: Final = re.compile(r"aa|ee|oo|dd|[auo]w|\d")


def decoded(phrase: Phrase, left: Callable[[str], bool]) -> Phrase:
    """Return a phrase with its raw keystrokes decoded.

    Args:
        phrase: a question's words; fixed ones and acronyms stay.
        left: tells whether people write a word as it stands, or it is an abbreviation.
    """
    shouted = all(word.text.isupper() for word in phrase.words if word.text.isalpha())
    found = [
        "" if _is_acronym(word, shouted=shouted) or left(word.text) else _meant(word.text)
        for word in phrase.words
    ]
    plain = zip(found, phrase.words, strict=True)
    several = sum(bool(meant) and _is_plain(word.text) for meant, word in plain) > 1
    return phrase.with_words(
        word.with_text(_cased(word.text, meant))
        if meant and (several or _STRONG.search(word.text.lower()) or word.text.islower())
        else word
        for word, meant in zip(phrase.words, found, strict=True)
    )


def from_telex(word: str) -> str | None:
    """Return the syllable a word spells in Telex, or None when it spells none."""
    lowered = word.lower()
    if not lowered.isalpha() or not lowered.isascii() or len(lowered) < _SHORTEST:
        return None
    letters, tone = _telex_letters(lowered)
    return _syllable("".join(letters), tone, lowered)


def from_vni(word: str) -> str | None:
    """Return the syllable a word spells in VNI, or None when it spells none."""
    lowered = word.lower()
    if not _VNI.fullmatch(lowered):
        return None
    letters: list[str] = []
    tone = 0
    for key in lowered:
        if key in _VNI_TONES and letters:
            tone = _VNI_TONES[key]
        elif key in "6789":
            if not _shaped(letters, key):
                return None
        elif key == "0" and letters:
            tone = 0
        else:
            letters.append(key)
    return _syllable("".join(letters), tone, lowered)


def _telex_letters(word: str) -> tuple[list[str], int]:
    letters: list[str] = []
    tone = 0
    for key in word:
        vowels = any(letter in "aeiouyâêôăơư" for letter in letters)
        if key in _TELEX_TONES and vowels and not (key == "r" and letters[-1:] == ["t"]):
            tone = _TELEX_TONES[key]
        elif key == "d" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif (key in _HAT and _hatted(letters, key)) or (key == "w" and _horned(letters)):
            continue
        else:
            letters.append("ư" if key == "w" else key)
    return letters, tone


def _horned(letters: list[str]) -> bool:
    """Apply the Telex w in place, to the a typed last or else to u and o; tell whether it fits."""
    keys = "87" if letters[-1:] == ["a"] else "78"
    return any(_shaped(letters, key) for key in keys)


def _hatted(letters: list[str], key: str) -> bool:
    """Put a hat on the same vowel typed before, in place; tell whether there was one."""
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] == key and place >= len(letters) - 3:
            letters[place] = _HAT[key]
            return True
    return False


def _shaped(letters: list[str], key: str) -> bool:
    """Apply a VNI quality key (6 hat, 7 horn, 8 breve, 9 bar) in place; tell whether it fits."""
    if key == "9":
        if letters[:1] == ["d"]:
            letters[0] = "đ"
            return True
        return False
    marks = {"6": _HAT, "7": _HORN, "8": {"a": "ă"}}[key]
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in marks:
            letters[place] = marks[letters[place]]
            before = "".join(letters[max(0, place - 2) : place])
            if letters[place] == "ơ" and before.endswith("u") and before != "qu":
                letters[place - 1] = "ư"
            return True
    return False


def _syllable(letters: str, tone: int, typed: str) -> str | None:
    if letters == typed:
        return None
    for place in _tone_places(letters):
        word = letters[:place] + with_tone(letters[place], tone) + letters[place + 1 :]
        word = place_tones(nfc(word))
        if is_syllable(word):
            return word
    return None


def _tone_places(letters: str) -> list[int]:
    """Return where the tone may stand, the marked vowels first."""
    vowels = [place for place, letter in enumerate(letters) if letter in "aăâeêioôơuưy"]
    marked = [place for place in reversed(vowels) if letters[place] in "ăâêôơư"]
    return marked + [place for place in vowels if place not in marked]


def _is_acronym(word: Word, *, shouted: bool) -> bool:
    return word.fixed or (not shouted and len(word.text) > 1 and word.text.isupper())


def _is_plain(text: str) -> bool:
    """Tell whether a word cannot be a foreign name: small letters, or keys no name has."""
    return text.islower() or bool(_STRONG.search(text.lower()))


def _meant(word: str) -> str:
    plain = strip_diacritics(word.lower()) in bare_table()
    if plain and not _STRONG.search(word.lower()):
        return ""
    return from_telex(word) or from_vni(word) or ""


def _cased(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
