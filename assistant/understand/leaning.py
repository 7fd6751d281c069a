"""What restoration leans towards: the documents' own words, and usual ways of asking.

What this module does not know: the model it biases.
"""

from collections.abc import Collection, Mapping
from typing import Final

from assistant.restore.text import bare
from assistant.understand.glossary import Glossary
from assistant.understand.vocabulary import Vocabulary

_ASKED: Final = 2.5
_ASKING: Final = 1.0
#: Words for persons and things that nobody uses when asking of official texts.
_CRUDE: Final = 4.0
_CRUDE_WORDS: Final = frozenset(("hắn", "gã", "mày", "tao", "ả", "nàng", "chàng", "tớ"))
_ASKING_WORDS: Final = frozenset(("nào", "gì", "mấy", "nhiêu", "ai", "đâu"))


class Leaning:
    """The bias of one set of documents and one glossary (see `assistant.restore.Bias`)."""

    def __init__(self, vocabulary: Vocabulary, glossary: Glossary) -> None:
        """Keep both."""
        self._vocabulary = vocabulary
        asked: dict[str, dict[str, float]] = {}
        for first, second in glossary.question_pairs:
            told = asked.setdefault(first, dict(vocabulary.after(first)))
            told[second] = vocabulary.pair(first, second) + _ASKED
        self._asked = asked
        self._asked_bare = frozenset(
            (bare(first), bare(second)) for first, second in glossary.question_pairs
        )

    def forms(self, bare_form: str) -> Collection[str]:
        """Return the spellings the documents use for a bare one."""
        return self._vocabulary.forms(bare_form)

    def syllable(self, spelling: str) -> float:
        """Return how much the documents favour a spelling; asking words are expected."""
        if spelling in _CRUDE_WORDS and spelling not in self._vocabulary:
            return -_CRUDE
        return self._vocabulary.syllable(spelling) + _ASKING * (spelling in _ASKING_WORDS)

    def after(self, first: str) -> Mapping[str, float]:
        """Return what documents and usual questions favour right after a spelling."""
        return self._asked.get(first) or self._vocabulary.after(first)

    def joined(self, first: str, second: str) -> bool:
        """Tell whether two bare syllables stand together in the documents or when asking."""
        return (first, second) in self._vocabulary.bare_pairs or (
            (first, second) in self._asked_bare
        )
