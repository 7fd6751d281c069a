"""What a question means to ask: repaired, written out, and completed from the conversation.

What this module does not know: passages, answers, or how the search weighs words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from assistant.restore import Bias
from assistant.restore.text import bare
from assistant.understand import english, keyboard, runs, slips
from assistant.understand.courtesy import without_courtesy
from assistant.understand.expand import expansions
from assistant.understand.followup import completed
from assistant.understand.glossary import Glossary
from assistant.understand.leaning import Leaning
from assistant.understand.shorthand import write_out
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word, cleaned, same_words, split, spread

_UNKNOWN: Final = -14.0


class RestoresMarks(slips.Judge, Protocol):
    """What is needed of `assistant.restore.Restorer`."""

    def restore(
        self, words: Sequence[str], bias: Bias | None = None, fixed: Sequence[int] = ()
    ) -> list[str]:
        """Return words with their marks put back."""

    def weight(self, bare_form: str) -> float:
        """Return the log frequency of a bare syllable."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question as typed and as understood.

    ``text`` is the repaired Vietnamese question that is searched and, when ``changed``, shown;
    ``expansions`` are extra search words, never shown as the user's; ``inherited`` tells that the
    question was completed from the conversation.
    """

    typed: str
    text: str
    changed: bool
    expansions: tuple[str, ...] = ()
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class _Repaired:
    text: str
    meanings: tuple[str, ...]


class Understander:
    """Repairs questions over one set of indexed documents; safe to share between threads."""

    def __init__(self, vocabulary: Vocabulary, restorer: RestoresMarks, glossary: Glossary) -> None:
        """Keep the documents' words, the restoration model and the staff's glossary."""
        self._vocabulary = vocabulary
        self._restorer = restorer
        self._glossary = glossary
        self._leaning = Leaning(vocabulary, glossary)

    def understand(self, question: str, history: Sequence[str] = ()) -> Understanding:
        """Return what a question asks, after the earlier ones in ``history`` (oldest first)."""
        before = ""
        for earlier in history:
            said = self._repaired(earlier).text
            before = completed(said, before, self._vocabulary) or said or before
        repaired = self._repaired(question)
        whole = completed(repaired.text, before, self._vocabulary) if before else None
        text = whole or repaired.text
        extra = expansions(text, self._glossary, self._vocabulary)
        meanings = tuple(one for one in repaired.meanings if one not in extra)
        return Understanding(
            typed=question,
            text=text,
            changed=not same_words(without_courtesy(cleaned(question)), text),
            expansions=meanings + extra,
            inherited=whole is not None,
        )

    def _repaired(self, question: str) -> _Repaired:
        plain = cleaned(question)
        if english.is_english(plain, self._glossary.english_words):
            return _Repaired(english.to_vietnamese(plain, self._glossary.english), ())
        phrase = self._protected(split(plain))
        phrase = self._decoded(phrase)
        expanded = write_out(phrase, self._glossary, self._vocabulary)
        phrase = self._cut(expanded.phrase)
        if phrase.words != expanded.phrase.words:
            expanded = write_out(phrase, self._glossary, self._vocabulary)
            phrase = expanded.phrase
        phrase = self._restored(phrase)
        phrase = self._corrected(phrase)
        return _Repaired(without_courtesy(phrase.text), expanded.meanings)

    def _protected(self, phrase: Phrase) -> Phrase:
        """Fix what must never change: figures, document numbers, names that are not Vietnamese."""
        return phrase.with_words(
            word.with_text(word.text, fixed=self._is_protected(word.text, first=place == 0))
            for place, word in enumerate(phrase.words)
        )

    def _is_protected(self, text: str, *, first: bool) -> bool:
        if text[0].isdigit() and not runs.is_run(text):
            return True
        if "&" in text:
            return True
        lowered = text.lower()
        foreign = not is_syllable(lowered) and lowered not in bare_table()
        return foreign and text[0].isupper() and text.isalpha() and not text.isupper() and not first

    def _decoded(self, phrase: Phrase) -> Phrase:
        return phrase.with_words(
            word
            if word.fixed or self._glossary.is_short(word.text)
            else word.with_text(_keyed(word.text))
            for word in phrase.words
        )

    def _cut(self, phrase: Phrase) -> Phrase:
        words: list[Word] = []
        for word in phrase.words:
            whole = word.fixed or self._vocabulary.abbreviations.get(word.text.lower())
            parts = [word.text] if whole else runs.cut(word.text, self._weight)
            words += [word] if len(parts) == 1 else spread(word, parts)
        return phrase.with_words(words)

    def _weight(self, bare_form: str) -> float:
        if bare_form in self._vocabulary.by_bare:
            return max(self._restorer.weight(bare_form), _UNKNOWN) + 2.0
        return max(self._restorer.weight(bare_form), _UNKNOWN)

    def _restored(self, phrase: Phrase) -> Phrase:
        fixed = [place for place, word in enumerate(phrase.words) if word.fixed]
        texts = self._restorer.restore(phrase.texts, self._leaning, fixed)
        return phrase.with_words(
            word.with_text(text) for word, text in zip(phrase.words, texts, strict=True)
        )

    def _corrected(self, phrase: Phrase) -> Phrase:
        texts = list(phrase.texts)
        for place, word in enumerate(phrase.words):
            if not word.fixed:
                texts[place] = slips.corrected(texts, place, self._vocabulary, self._restorer)
        return phrase.with_words(
            word.with_text(text) for word, text in zip(phrase.words, texts, strict=True)
        )


def _keyed(text: str) -> str:
    """Decode raw Telex or VNI in a word that is not Vietnamese as it stands."""
    lowered = text.lower()
    if is_syllable(lowered) or bare(lowered) in bare_table():
        return text
    found = keyboard.from_telex(text) or keyboard.from_vni(text)
    if not found:
        return text
    return found.capitalize() if text[0].isupper() else found
