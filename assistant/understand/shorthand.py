"""Quick typing and abbreviations written out, the meaning chosen by the indexed documents.

What this module does not know: where the glossary comes from, or Telex, or diacritics.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p
from typing import Final

from assistant.understand.glossary import Glossary, Key, folded_key, marked_key
from assistant.understand.protect import is_marked, is_shouted
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word, spread

_LONGEST: Final = 3
_ASKING: Final = frozenset(("nhiêu", "gì", "nào", "không", "đâu", "sao", "ai"))
_COMMON: Final = frozenset(
    ("có", "co", "được", "duoc", "đạt", "dat", "là", "la", "và", "va", "năm", "nam", "thì", "thi")
)
_JOINED: Final = 1.0
_VOWELS: Final = "aeiouy"
_SKELETON: Final = re.compile(
    r"(?P<onset>ngh|[ckpt]h|[gn]h|ng|gi|tr|qu|[bcdghklmnpqrstvx])(?P<coda>ng|nh|ch|[nmptc])?"
)
_NEIGHBOUR: Final = 2.0
_DOTTED: Final = frozenset((one,) for one in ("tp", "tx", "tt", "q", "p", "h"))


@dataclass(frozen=True, slots=True)
class Expanded:
    """A phrase with its short forms written out, and the meanings of those that were kept."""

    phrase: Phrase
    meanings: tuple[str, ...]


def write_out(phrase: Phrase, glossary: Glossary, vocabulary: Vocabulary) -> Expanded:
    """Write out quick typing and abbreviations; those the documents print are kept as printed."""
    words: list[Word] = []
    meanings: list[str] = []
    shouted = is_shouted(phrase)
    place = 0
    while place < len(phrase.words):
        size, found = _longest(phrase, place, glossary, vocabulary, shouted=shouted)
        slip = _slip(phrase, place, found, vocabulary) if found and size == 1 else ""
        if not found or slip:
            word = phrase.words[place]
            words.append(word.with_text(slip) if slip else word)
            place += 1
            continue
        meaning = _chosen(found.meanings, phrase, place, size, vocabulary)
        first = phrase.words[place]
        kept = _kept(found, meaning, vocabulary)
        if kept:
            words += spread(first, [kept], fixed=True)
            meanings.append(meaning)
        else:
            words += spread(first, meaning.split(), fixed=True)
        place += size
        dotted = place < len(phrase.words) and phrase.words[place].before == ". "
        if dotted and folded_key(first.text) in _DOTTED and phrase.words[place].text[:1].isupper():
            phrase = phrase.with_words(
                (*phrase.words[:place], _undotted(phrase.words[place]), *phrase.words[place + 1 :])
            )
    return Expanded(phrase.with_words(words), tuple(meanings))


def _undotted(word: Word) -> Word:
    """Return a word with the dot of the abbreviation before it dropped: "TP. Hà Nội"."""
    return replace(word, before=" ")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a short form may mean; ``printed`` is empty for quick typing."""

    meanings: tuple[str, ...]
    printed: str = ""


def _slip(phrase: Phrase, place: int, found: _Found, vocabulary: Vocabulary) -> str:
    """Return the word that a short form is, had it not lost its vowel ("đô th hóa"), or "".

    So it is in a question typed with marks, where the documents have that word beside its
    neighbours more than anything that the short form means.
    """
    text = phrase.words[place].text
    match = _SKELETON.fullmatch(text.lower())
    if not match or text.isupper() or not is_marked(phrase):
        return ""
    before = phrase.words[place - 1].text.lower() if place else ""
    after = phrase.words[place + 1].text.lower() if place + 1 < len(phrase.words) else ""

    def beside(words: Sequence[str]) -> float:
        return vocabulary.pair(before, words[0]) + vocabulary.pair(words[-1], after)

    whole = (f"{match['onset']}{vowel}{match['coda'] or ''}" for vowel in _VOWELS)
    spelled = [one for form in whole for one in vocabulary.forms(form)]
    meant = [meaning.lower().split() for meaning in found.meanings]
    if any(
        words[-1] in _ASKING for words in meant
    ):  # "thay bn xe" asks how many, not of a "bến xe"
        spelled = [one for one in spelled if vocabulary.pair(before, one)]
    likely = max(spelled, key=lambda one: beside((one,)), default="")
    clear = likely and beside((likely,)) > max(map(beside, filter(None, meant)), default=0.0)
    if not clear:
        return ""
    return likely.capitalize() if text[:1].isupper() else likely


def _kept(found: _Found, meaning: str, vocabulary: Vocabulary) -> str:
    """Return how an abbreviation is to be left, or nothing when it is to be written out.

    It stays when the documents print it, or when they have neither it nor its meaning and that
    is no name ("HCM" is always Hồ Chí Minh).
    """
    if not found.printed or " " in found.printed:
        return ""
    printed = vocabulary.abbreviations.get("".join(folded_key(found.printed)), "")
    name = len(meaning.split()) > 1 and all(map(str.istitle, meaning.split()[-2:]))
    return printed or ("" if name or vocabulary.holds(meaning) else found.printed)


def _longest(
    phrase: Phrase, place: int, glossary: Glossary, vocabulary: Vocabulary, *, shouted: bool
) -> tuple[int, _Found | None]:
    for size in range(min(_LONGEST, len(phrase.words) - place), 0, -1):
        here = phrase.words[place : place + size]
        if any(word.before.strip(" -&") not in ("", ".") for word in here[1:]):
            continue
        text = " ".join(word.text for word in here)
        quick = _of(glossary.quick, marked_key(text))
        key = folded_key(text)
        short = _of(glossary.abbreviations, key)
        if short and not all(_may_be_short(word, shouted=shouted) for word in here):
            short = ()
        if short and not text.isascii() and marked_key(text) != marked_key(glossary.printed[key]):
            short = ()  # "cậ" is a slip, not CA
        if quick and _may_be_quick(here, vocabulary):
            return size, _Found(tuple(dict.fromkeys(quick + short)))
        if short:
            return size, _Found(short, glossary.printed[key])
    return 1, None


def _of(table: Mapping[Key, tuple[str, ...]], key: Key) -> tuple[str, ...]:
    return table.get(key, ()) if key else ()


def _may_be_quick(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Quick typing is lowercase, and not a syllable that the documents use."""
    if any(
        word.fixed or word.text[len(word.text) > 1 :] != word.text[len(word.text) > 1 :].lower()
        for word in words
    ):
        return False
    return len(words) > 1 or not (
        is_syllable(words[0].text) and (words[0].text in vocabulary or words[0].text.isascii())
    )


def _may_be_short(word: Word, *, shouted: bool) -> bool:
    """Tell whether a word may be an abbreviation: no Vietnamese syllable, or all in capitals."""
    if word.fixed and not word.text.isupper():
        return False
    lowered = word.text.lower()
    if is_syllable(lowered) or lowered in bare_table():
        return len(word.text) > 1 and word.text.isupper() and not shouted
    return True


def _chosen(
    meanings: Sequence[str], phrase: Phrase, place: int, size: int, vocabulary: Vocabulary
) -> str:
    """Return the meaning that the documents and the neighbouring words favour, else the first."""
    before = phrase.words[place - 1].text.lower() if place else ""
    after = phrase.words[place + size].text.lower() if place + size < len(phrase.words) else ""

    def weight(meaning: str) -> float:
        parts = meaning.lower().split()
        beside = vocabulary.beside(before, parts[0]) + vocabulary.beside(parts[-1], after)
        return log1p(vocabulary.holds(meaning)) + _NEIGHBOUR * beside

    if meanings[0] in _ASKING:  # "kh" is "không", but before "quoc te" it is "khách"
        sides = (before, after)
        content = [side if side not in _COMMON else "" for side in sides]
        joined = [
            one
            for one in meanings[1:]
            if vocabulary.beside(content[0], one.lower().split()[0])
            + vocabulary.beside(one.lower().split()[-1], content[1])
            > _JOINED
        ]
        return max(joined, key=weight, default=meanings[0])
    return max(meanings, key=weight)
