"""Words typed without marks whose likeliest reading stands beside neither neighbour: once more.

The sequence of readings is chosen as a whole, so that a rare word of the documents may lose to a
usual one that joins nothing ("vùng lõm sông hỗ trợ"). Where the reading joins neither neighbour,
in the documents or in general, and one other reading does in the documents, that one was meant.

What this module does not know: how readings are weighed (`assistant.restore`), or slips.
"""

from collections.abc import Callable, Sequence
from typing import Final

from assistant.restore.text import bare
from assistant.understand.vocabulary import Vocabulary

_ASKING: Final = frozenset(
    ("nào", "gì", "mấy", "nhiêu", "ai", "đâu", "sao", "không", "chưa", "lâu", "giờ", "khi", "nêu",
     "kể", "liệt")
)  # fmt: skip
_CAREFUL: Final = 3
"""From how many words with marks on a question is typed with care."""
#: Tells whether two syllables stand side by side in general Vietnamese, or when asking.
Known = Callable[[str, str], bool]


def settled(
    words: Sequence[str], typed: Sequence[str], place: int, vocabulary: Vocabulary, known: Known
) -> str:
    """Return the reading of the word at ``place``, often as it is.

    Args:
        words: the question's words, marks restored.
        typed: the same words as they were typed.
        place: which one is looked at.
        vocabulary: the indexed documents' words.
        known: tells which neighbours are usual.
    """
    word = words[place].lower()
    others = vocabulary.forms(bare(word))
    if typed[place].lower() != bare(word) or not word.isalpha() or word == bare(word):
        return words[place]
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""

    def joined(form: str) -> bool:
        return vocabulary.pair(before, form) > 0 or vocabulary.pair(form, after) > 0

    if joined(word) or known(before, word) or known(word, after):
        return words[place]
    found = [form for form in others if joined(form)]
    if len(found) != 1:
        return words[place]
    return found[0].capitalize() if words[place][:1].isupper() else found[0]


def as_typed(
    words: Sequence[str], typed: Sequence[str], vocabulary: Vocabulary, known: Known
) -> list[str]:
    """Return the words with a lone reading taken back that a careful typist did not mean.

    In "Phần ngoại ngữ thi bao nhiêu câu?" all else has its marks, and the documents print "thi": it
    is read "thì" only where they have that beside one of its neighbours. So is a word that they
    lack, where it is usual beside a neighbour: "sân banh".
    """
    found = list(words)
    changed = [place for place, word in enumerate(words) if word.lower() != typed[place].lower()]
    marked = sum(not word.isascii() for word in typed)
    if len(changed) != 1 or marked < _CAREFUL:
        return found
    place = changed[0]
    own, word = typed[place].lower(), words[place].lower()
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    beside = vocabulary.pair(before, word) > 0 or vocabulary.pair(word, after) > 0
    usual = vocabulary.syllables.get(own) or known(before, own) or known(own, after)
    if own == bare(word) and usual and not beside:
        found[place] = typed[place]
    return found


def asking_anew(
    words: Sequence[str], typed: Sequence[str], vocabulary: Vocabulary, known: Known
) -> list[str]:
    """Read "may" as "mấy" where nothing else asks and "máy" joins nothing beside it."""
    found = list(words)
    lowered = [word.lower() for word in words]
    if any(word in _ASKING for word in lowered):
        return found
    for place, word in enumerate(lowered):
        before = lowered[place - 1] if place else ""
        after = lowered[place + 1] if place + 1 < len(lowered) else ""
        own = vocabulary.pair(before, word) or vocabulary.pair(word, after)
        if word == "máy" and typed[place].lower() == "may" and not own and not known(word, after):
            found[place] = "mấy"
    return found
