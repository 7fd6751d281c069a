"""What a question means to ask: repaired, written out, and completed from the conversation.

What this module does not know: passages, answers, or how the search weighs words.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol

from assistant.neighbours import Neighbours
from assistant.restore import Bias
from assistant.restore.text import bare
from assistant.understand import english, keyboard, runs, slips
from assistant.understand.courtesy import is_remark, without_courtesy, without_remark
from assistant.understand.decades import with_decades
from assistant.understand.expand import Expander
from assistant.understand.followup import Recall, Setting, completed
from assistant.understand.glossary import Glossary
from assistant.understand.initials import Initials
from assistant.understand.leaning import Leaning
from assistant.understand.loans import with_loans
from assistant.understand.parts import questions_in
from assistant.understand.protect import is_marked, protected
from assistant.understand.settled import as_typed, asking_anew, settled
from assistant.understand.shorthand import write_out
from assistant.understand.stages import with_stages
from assistant.understand.topics import Rivals
from assistant.understand.turns import corrected_part, without_switch
from assistant.understand.typos import Typos
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word, cleaned, same_words, split, spread
from assistant.understand.years import with_years

_UNKNOWN: Final = -14.0
_WRITTEN: Final = -12.5
#: Words that a sentence may begin with: "Theo Nghị định" is no name.
_SMALL: Final = frozenset(
    ("theo", "tại", "của", "về", "do", "và", "các", "những", "từ", "trong", "với", "cho", "ở")
)
_LEVEL: Final = re.compile(
    r"(lop|khoi|cap|quy|nhom|loai|hang|dieu|khoan|muc|tang|vung|khu|quan|thang|bac|top)(\d)"
)
_NUMBERED: Final = re.compile(r"([^\W\d_]{2,5})(\d{1,4})")


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


def literally(question: str) -> Understanding:
    """Return a question taken word for word: nothing repaired, completed or expanded."""
    return Understanding(typed=question, text=" ".join(question.split()), changed=False)


@dataclass(frozen=True, slots=True)
class _Repaired:
    text: str
    meanings: tuple[str, ...]


class Understander:
    """Repairs questions over one set of indexed documents; safe to share between threads."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        restorer: RestoresMarks,
        glossary: Glossary,
        neighbours: Neighbours,
        rivals: Rivals | None = None,
    ) -> None:
        """Keep the documents' words, the models, the staff's glossary, and what excludes what."""
        self._rivals = rivals or {}
        self._vocabulary = vocabulary
        self._restorer = restorer
        self._glossary = glossary
        self._leaning = Leaning(vocabulary, glossary)
        self._expander = Expander(glossary, vocabulary)
        self._neighbours = neighbours
        self._initials = Initials(vocabulary, glossary)
        self._typos = Typos(vocabulary, self._leaning, neighbours, restorer)

    def understand(
        self, question: str, history: Sequence[str] = (), recall: Recall | None = None
    ) -> Understanding:
        """Return what a question asks, after the earlier ones in ``history`` (oldest first).

        ``recall`` answers the earlier questions again where a follow-up means their answer.
        """
        repaired = self._repaired(without_remark(" ".join(questions_in(question))))
        said = without_switch(repaired.text)
        whole = None
        if history:
            setting = Setting(self._vocabulary, self._rivals, recall)
            whole = completed(said, self._last(history, setting), setting)
        text = with_stages(whole or corrected_part(said) or said, self._vocabulary)
        extra = self._expander.expansions(text)
        meanings = dict.fromkeys(one for one in repaired.meanings if one not in extra)
        return Understanding(
            typed=question,
            text=text,
            changed=not same_words(without_courtesy(cleaned(question)), text),
            expansions=(*meanings, *extra),
            inherited=whole is not None,
        )

    def _last(self, history: Sequence[str], setting: Setting) -> str:
        """Return the last question of a conversation, completed from those before it."""
        before = ""
        for earlier in history:
            said = without_switch(self._repaired(questions_in(earlier)[-1]).text)
            if not is_remark(said):
                before = completed(said, before, setting) or said or before
        return before

    def _repaired(self, question: str) -> _Repaired:
        plain = cleaned(question)
        if english.is_english(plain, self._glossary.english_words):
            return _Repaired(english.to_vietnamese(plain, self._glossary.english), ())
        phrase = with_loans(with_years(split(plain), self._vocabulary), self._vocabulary)
        phrase = protected(keyboard.decoded(phrase, self._left))
        first = write_out(phrase, self._glossary, self._vocabulary)
        told = self._initials.written_out(first.phrase)
        second = write_out(self._cut(told), self._glossary, self._vocabulary)
        typed = self._typos.corrected(second.phrase, marked=is_marked(phrase))
        phrase = self._corrected(self._restored(typed))
        phrase = _capitalised(phrase, self._vocabulary.names)
        text = with_decades(without_courtesy(phrase.text), self._vocabulary)
        return _Repaired(text, first.meanings + second.meanings)

    def _usual(self, word: str) -> bool:
        """Tell whether people write a word as it stands, foreign words included."""
        return word in self._vocabulary or self._restorer.knows(word)

    def _left(self, word: str) -> bool:
        """Tell whether a word is no raw keystrokes: usual as it stands, or an abbreviation."""
        if word in self._vocabulary or self._glossary.is_short(word):
            return True
        numbered = _LEVEL.fullmatch(word.lower())
        if numbered and self._leaning.joined(*numbered.groups()):
            return True
        return self._restorer.weight(bare(word.lower())) > _WRITTEN

    def _cut(self, phrase: Phrase) -> Phrase:
        words: list[Word] = []
        loose = not is_marked(phrase)
        for word in phrase.words:
            parts = [word.text] if word.fixed else self._parts(word.text, loose=loose)
            words += [word] if len(parts) == 1 else spread(word, parts)
        return phrase.with_words(words)

    def _parts(self, text: str, *, loose: bool) -> list[str]:
        if self._usual(text) or text.lower() in self._vocabulary.abbreviations:
            return [text]
        numbered = _NUMBERED.fullmatch(text)
        if numbered and self._glossary.is_short(numbered.group(1)):
            return list(numbered.groups())
        return runs.cut(text, self._weight, self._leaning.joined, loose=loose)

    def _known(self, first: str, second: str) -> bool:
        """Tell whether two syllables are usual side by side, in general or when asking."""
        asked = self._leaning.after(first).get(second, 0.0) > 0
        return asked or self._neighbours.known(first, second)

    def _said(self, first: str, second: str) -> bool:
        """Tell the same, the everyday phrases of the glossary counted: "sân banh"."""
        both = (first, second)
        everyday = both in self._glossary.synonyms or both in self._glossary.near
        return everyday or self._known(first, second)

    def _weight(self, bare_form: str) -> float:
        if bare_form in self._vocabulary.by_bare:
            return max(self._restorer.weight(bare_form), _UNKNOWN) + 2.0
        return max(self._restorer.weight(bare_form), _UNKNOWN)

    def _restored(self, phrase: Phrase) -> Phrase:
        """Put the marks back; signs between words are read too, but the last."""
        texts: list[str] = []
        fixed: list[int] = []
        places: list[int] = []
        for number, word in enumerate(phrase.words):
            if number and (sign := word.before.strip()[:1]):
                fixed.append(len(texts))
                texts.append(sign)
            places.append(len(texts))
            if word.fixed:
                fixed.append(len(texts))
            texts.append(word.text)
        found = self._restorer.restore(texts, self._leaning, fixed)
        read = [found[place] for place in places]
        for place, word in enumerate(phrase.words):
            if not word.fixed:
                read[place] = settled(read, phrase.texts, place, self._vocabulary, self._known)
        read = asking_anew(read, phrase.texts, self._vocabulary, self._known)
        read = as_typed(read, phrase.texts, self._vocabulary, self._said)
        return phrase.with_words(
            word.with_text(text) for word, text in zip(phrase.words, read, strict=True)
        )

    def _corrected(self, phrase: Phrase) -> Phrase:
        texts = list(phrase.texts)
        for place, word in enumerate(phrase.words):
            if not word.fixed:
                texts[place] = slips.corrected(
                    texts, place, self._vocabulary, self._restorer, self._known
                )
        return phrase.with_words(
            word.with_text(text) for word, text in zip(phrase.words, texts, strict=True)
        )


def _capitalised(phrase: Phrase, names: Collection[tuple[str, str]]) -> Phrase:
    """Give names the capitals the documents print: "hà nội" is "Hà Nội"."""
    lowered = [word.text.lower() for word in phrase.words]
    named = {
        place + beside
        for place, both in enumerate(pairwise(lowered))
        if both in names and both[0] not in _SMALL
        for beside in (0, 1)
    }
    return phrase.with_words(
        word.with_text(word.text.capitalize()) if place in named and word.text.islower() else word
        for place, word in enumerate(phrase.words)
    )
