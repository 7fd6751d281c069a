"""Near misses to learn from: ViQuAD's sentences, other sentences beside them, questions altered.

Of each question: its sentence, which answers; one or two others of the paragraph that share most
with it, which do not; the question with a name, a year or two words replaced by others of the
paragraph, which the sentence no longer answers; and the question with everyday words of the
glossary put for the document's, which it still does.

What this module does not know: how they become arrays, or the network.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from assistant.reading.slots import words_of
from assistant.understand.glossary import Key
from corpus.normalize import comparable, syllables

_END: Final = re.compile(r'[.!?…](?=\s+[A-ZÀ-ỸĐ0-9"“(])|\n')
_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"(?<=[a-zà-ỹ,] )[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)*")
_PLAIN: Final = words_of(
    "là của và có các những được cho trong với ở tại đã đang sẽ khi nào gì ai bao nhiêu như thế"
    " đâu để này đó một hai từ đến về theo vì sao người năm ngày tháng nước"
)
_MOST, _OFTEN, _LONGEST_NAME, _LONGEST_PHRASE = 3, 0.7, 4, 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, a sentence, whether it answers, and how much that counts in training."""

    question: str
    sentence: str
    right: bool
    weight: float = 1.0


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as starts and ends, roughly; all of it is in one."""
    ends = [match.end() for match in _END.finditer(text)]
    bounds = pairwise([0, *ends, len(text)])
    return [(start, end) for start, end in bounds if text[start:end].strip()]


def near_misses(
    row: Mapping[str, Any], everyday: Mapping[Key, Sequence[str]], draw: random.Random
) -> Iterator[Judged]:
    """Yield what one of ViQuAD's questions teaches; ``everyday`` as of `everyday_words`."""
    context, question = row["context"], row["question"]
    start = row["answers"][0]["answer_start"]
    cut = sentences(context)
    at = next((n for n, (begin, end) in enumerate(cut) if begin <= start < end), None)
    if at is None:
        return
    texts = [context[begin:end].strip() for begin, end in cut]
    right, others = texts[at], texts[:at] + texts[at + 1 :]
    asked = set(syllables(question))
    others.sort(key=lambda text: -len(asked & set(syllables(text))))
    yield Judged(question, right, right=True)
    for other in others[: 1 + (draw.random() < 1 / 2)]:
        yield Judged(question, other, right=False)
    if changed := altered(question, right, context, draw):
        yield Judged(changed, right, right=False)
    said = in_everyday_words(question, everyday, draw)
    if said and draw.random() < _OFTEN:
        yield Judged(said, right, right=True)


def altered(question: str, right: str, context: str, draw: random.Random) -> str:
    """Return a question with one thing in it replaced, that ``right`` does not answer, or ""."""
    words = list(_WORD.finditer(question))
    ways = [
        *_other_numbers(words, right, context, draw),
        *_other_names(words, right, context, draw),
        *_other_words(words, right, context, draw),
    ]
    if not ways:
        return ""
    first, last, new = draw.choice(ways)
    return question[: words[first].start()] + new + question[words[last].end() :]


_Way = tuple[int, int, str]
"""The first and the last word replaced, and what by."""


def _other_numbers(
    words: Sequence[re.Match[str]], right: str, context: str, draw: random.Random
) -> Iterator[_Way]:
    said = set(syllables(right))
    numbers = [form for form in syllables(context) if form.isdigit() and form not in said]
    for place, word in enumerate(words):
        if word.group().isdigit() and word.group() in said:
            alike = [form for form in numbers if len(form) == len(word.group())]
            near = str(int(word.group()) + draw.choice((-3, -2, -1, 1, 2, 3, 5, 10)))
            yield place, place, draw.choice(alike) if alike else near


def _other_names(
    words: Sequence[re.Match[str]], right: str, context: str, draw: random.Random
) -> Iterator[_Way]:
    said = set(syllables(right))
    names = [m.group() for m in _NAME.finditer(context) if not said & set(syllables(m.group()))]
    place = 1
    while names and place < len(words):
        end = place
        while end < len(words) and words[end].group()[0].isupper():
            end += 1
        if 0 < end - place <= _LONGEST_NAME:
            yield place, end - 1, draw.choice(names)
        place = max(end, place + 1)


def _other_words(
    words: Sequence[re.Match[str]], right: str, context: str, draw: random.Random
) -> Iterator[_Way]:
    """Yield two words of question and sentence replaced by two that follow the same word."""
    said = syllables(right)
    pairs, single, told = set(pairwise(said)), set(said), syllables(context)
    after: dict[str, list[tuple[str, str]]] = {}
    for word, first, second in zip(told, told[1:], told[2:], strict=False):
        new = not {first, second} & (single | _PLAIN) and first.isalpha() and second.isalpha()
        if new:
            after.setdefault(word, []).append((first, second))
    every = [pair for found in after.values() for pair in found]
    forms = [comparable(word.group()) for word in words]
    for place, (first, second) in enumerate(pairwise(forms)):
        common = (first, second) in pairs and not {first, second} & _PLAIN
        if common and not words[place].group()[0].isupper():
            found = (after.get(forms[place - 1], []) if place else []) or every
            if found:
                yield place, place + 1, " ".join(draw.choice(found))


def everyday_words(synonyms: Mapping[Key, Sequence[str]]) -> dict[Key, list[str]]:
    """Return, for what documents say, what people say for it: the glossary turned round."""
    said: dict[Key, list[str]] = {}
    for everyday, meant in synonyms.items():
        for one in meant:
            said.setdefault(tuple(syllables(one)), []).append(" ".join(everyday))
    return said


def in_everyday_words(
    question: str, everyday: Mapping[Key, Sequence[str]], draw: random.Random
) -> str:
    """Return a question with up to three phrases in everyday words, or "" where it has none."""
    forms = syllables(question)
    out: list[str] = []
    changed = place = 0
    while place < len(forms):
        sizes = range(min(_LONGEST_PHRASE, len(forms) - place), 0, -1)
        keys = (tuple(forms[place : place + size]) for size in sizes)
        key = next((key for key in keys if key in everyday), ())
        chance = draw.random() * len(key)
        if key and changed < _MOST and chance > 1 / 2:
            out.append(draw.choice(everyday[key]))
            changed += 1
        else:
            key = key[:1] or (forms[place],)
            out.append(key[0])
        place += len(key)
    return " ".join(out) + "?" if changed else ""
