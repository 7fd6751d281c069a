"""Figures that a sentence sets side by side: which one is of the thing that a question names.

"100% chợ hạng 1, trên 40% chợ hạng 2": where a figure stands right after the mark that parts it
from the one before, each is followed by its item; else each follows it ("loại A 15.200 đồng, loại
B 13.900 đồng"). What tells two items apart decides, where the question says it of one alone.

A whole is named first and its parts after ("diện tích bình quân đạt 33 m2, khu vực nông thôn 30
m2"): a part is called what the whole is called too, so a question that says all of a part's own
name asks for that part.

What this module does not know: sums in tables (`assistant.reading.cells`).
"""

import re
from collections.abc import Sequence

from assistant.matching import View
from assistant.question import Question
from assistant.reading.annotations import Notes
from assistant.reading.evidence import TimeFit
from assistant.reading.slots import words_of
from assistant.reading.times import fit_of_target
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.register import Target, TargetKind
from corpus.units import bare_unit_key

# Words before an item's own name that a question may leave out.
_GENERAL = words_of(
    "khu vực địa bàn vùng riêng tại ở các đối với của trong đó phân bổ cho là đạt và còn từ nguồn"
    " mức số lượng có được ước khoảng thì theo thuộc"
)
_MARK = re.compile(r"[,;:]\s|\s(?:và|còn|hoặc)(?=\s)")
_SEVERAL = 2
_RATE = re.compile(r"^\W*(?:tỉ lệ|tỉ trọng|tốc độ|tổng|số lượng|diện tích|mức)\b")


def named_alike(question: Question, notes: Notes, place: int) -> tuple[View, ...]:
    """Return the names that the figure at ``place`` shares, where the question asks for it.

    () where the question says no more by its name than by those of the figures beside it.
    """
    targets = notes.targets
    if fit_of_target(question, targets[place]) is TimeFit.OTHER:
        return ()
    unit = bare_unit_key(targets[place].unit)
    like = [at for at, one in enumerate(targets) if bare_unit_key(one.unit) == unit]
    counts = targets[place].kind is TargetKind.COUNT  # the whole counted comes before its parts
    if len(like) < _SEVERAL or notes.is_row or counts or _says_such(question, unit):
        return ()
    spans = targets[place].indicator_spans
    apart = [at for at in like if at == place or targets[at].indicator_spans != spans]
    beside = [at for at in apart if targets[at].year == targets[place].year]
    if len(beside) >= _SEVERAL and _is_told_apart(question, notes, beside, place):
        shared = (at for at in beside if at != place and not _is_closed_off(notes, at, place))
        return tuple(notes.target_views[at][0] for at in shared)
    whole = _whole_of(question, targets, like, place)
    return (notes.target_views[whole][0],) if whole is not None else ()


def _is_closed_off(notes: Notes, one: int, other: int) -> bool:
    """Tell whether a semicolon parts two figures, and the later is of a rate of its own."""
    first, second = sorted((one, other))
    between = notes.document.text[
        notes.targets[first].value_span.end : notes.targets[second].value_span.start
    ]
    return ";" in between and _RATE.search(comparable(between.rpartition(";")[2])) is not None


def _says_such(question: Question, unit: str) -> bool:
    """Tell whether a question itself says a figure of a unit, and so asks for another."""
    said = question.mentions.quantities
    return any(one.figures and bare_unit_key(one.base_unit) == unit != "" for one in said)


def _whole_of(
    question: Question, targets: Sequence[Target], like: Sequence[int], place: int
) -> int | None:
    """Return which figure before is the whole, where the question says all of the part's name."""
    own = frozenset(syllables(targets[place].indicator)) - _GENERAL
    own -= frozenset(syllables(targets[place].unit))
    if len(own) < _SEVERAL or not own <= frozenset(syllables(question.text)):
        return None
    before = (at for at in like if at < place)
    return next((at for at in before if own - {*syllables(targets[at].indicator)}), None)


def _is_told_apart(question: Question, notes: Notes, beside: Sequence[int], place: int) -> bool:
    """Tell whether the question says what tells a figure's item from the others side by side."""
    values = [notes.targets[at].value_span for at in beside]
    items = _items(notes.document.text, notes.passage.span, values)
    said = frozenset(syllables(question.text))
    near, whole = items[beside.index(place)]
    opening = _opening(notes, beside, place)
    near |= opening if opening <= said else frozenset()
    others = [item for at, item in zip(beside, items, strict=True) if at != place]
    return all(said & (near - all_of) for _, all_of in others) and not any(
        said & (other - whole) for other, _ in others
    )


def _items(
    text: str, sentence: Span, values: Sequence[Span]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the content words of the item of each figure, after it or before it: near, and all.

    Near are as many of each as the shortest has: what all items share stands
    after the last ("… và trên 20% chợ hạng 3 được công nhận") or before the first.
    """
    first = _figure_comes_first(text, values)
    starts = [sentence.start, *(value.end for value in values[:-1])]
    ends = [*(value.start for value in values[1:]), sentence.end]
    found = []
    for value, start, end in zip(values, starts, ends, strict=True):
        item = Span(value.end, end) if first else Span(min(start, value.start), value.start)
        found.append(content_forms(syllables(item.of(text))))
    least = max(1, min(map(len, found)))
    near = [frozenset(words[:least] if first else words[-least:]) for words in found]
    return list(zip(near, map(frozenset, found), strict=True))


def _opening(notes: Notes, beside: Sequence[int], place: int) -> frozenset[str]:
    """Return the two words that open the name of a figure's item, not the first of them.

    "…, công nghiệp, xây dựng chiếm 45%" is of "công nghiệp" too; before the first stands what all
    items share.
    """
    words = content_forms(syllables(notes.targets[place].indicator))
    return frozenset(words[:2]) if place != beside[0] and len(words) > 1 else frozenset()


def _figure_comes_first(text: str, values: Sequence[Span]) -> bool:
    """Tell "100% chợ hạng 1, trên 40% chợ hạng 2" from "loại A 15.200 đồng, loại B 13.900"."""
    gap = comparable(text[values[0].end : max(values[0].end, values[1].start)])
    marks = list(_MARK.finditer(gap))
    after = gap[marks[-1].end() :] if marks else gap
    return bool(marks) and not content_forms(syllables(after))
