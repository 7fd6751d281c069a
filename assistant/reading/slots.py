"""Where the asked thing stands in a question, and how well a candidate stands there in a text.

What stands just before and just after "nào" in the question stands just before and after the
answer in the text too: "Ai khởi xướng …?" is answered before "khởi xướng", whether the text says
"A khởi xướng …" or "… do A khởi xướng". Only a copula turns about.

What this module does not know: which candidates there are (`assistant.reading.phrases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.matching import Matcher
from corpus.normalize import syllables


def words_of(listed: str) -> frozenset[str]:
    """Return the words of a list set as one string."""
    return frozenset(listed.split())


_FADES = 6
_WRONG_SIDE = 0.35
_FAR = 0.15
_SAME_LINK = 0.4
_WORDS = frozenset(("nào", "gì", "ai", "đâu", "mấy"))
_PAIRS = frozenset((("bao", "nhiêu"), ("bao", "giờ"), ("bao", "lâu"), ("khi", "nào")))
# Nouns of one syllable that "nào" follows; any other noun before it is taken to have two.
_SHORT_NOUNS = words_of(
    "luật bộ sở ban huyện tỉnh xã phường quận vùng nước khu quỹ đảng ngành nghề loài loại "
    "cây con chất thuế phí tháng năm ngày quý người nhóm cấp bậc lớp cục vụ phòng đảo "
    "sông núi biển cảng báo đài bên mức tuyến chợ giải"
)
_NO_NOUN_ENDS_IN = words_of(
    "thành với là làm dựa trên vào về cho từ đến của gồm như những các một tại ở bằng do "
    "bởi theo để nhằm được bị có cần phải ra lên hay và trong"
)
_MUTUAL = frozenset((("phối", "hợp"), ("liên", "kết"), ("hợp", "tác")))  # "phối hợp với Sở …"
_COPULAS = frozenset(("là", "gồm", "tên"))


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of the asked thing among the syllables of a question.

    ``first`` and ``last`` are the places of the asking phrase ("bộ nào": two syllables), ``noun``
    its noun, () if none; ``link`` the syllable before it ("với bộ nào": với), "" at the start.
    """

    first: int
    last: int
    noun: tuple[str, ...]
    link: str
    forms: tuple[str, ...]

    @property
    def turns(self) -> bool:
        """Tell whether the two sides may change places: "X là ai?", "Ai là X?"."""
        after = self.forms[self.last + 1 : self.last + 3]
        return self.link in _COPULAS or after[:1] == ("là",) or after in _MUTUAL

    @property
    def opens(self) -> bool:
        """Tell whether the asked thing is what the question's verb is said of."""
        return self.first <= 1 and self.last + 1 < len(self.forms)


@lru_cache(maxsize=256)
def slot_of(text: str) -> Slot | None:
    """Return the slot of the last asking word of a question, or None when it has none."""
    forms = tuple(syllables(text))
    for last in range(len(forms) - 1, -1, -1):
        if last and (forms[last - 1], forms[last]) in _PAIRS:
            return _slot(forms, last - 1, last, ())
        if forms[last] in _WORDS:
            noun = _noun(forms[:last]) if forms[last] in ("nào", "gì") else ()
            return _slot(forms, last - len(noun), last, noun)
    return None


def _slot(forms: tuple[str, ...], first: int, last: int, noun: tuple[str, ...]) -> Slot:
    link = forms[first - 1] if first else ""
    return Slot(first, last, noun, link, forms)


def _noun(before: tuple[str, ...]) -> tuple[str, ...]:
    if not before or before[-1] in _NO_NOUN_ENDS_IN:
        return ()
    pair = before[-2:]
    alone = before[-1] in _SHORT_NOUNS or pair[0] in _NO_NOUN_ENDS_IN - {"thành"}
    return pair[-1:] if alone else pair


def fit(slot: Slot, forms: Sequence[str], at: range, matcher: Matcher) -> float:
    """Return how well the syllables ``at`` of ``forms`` stand where the asked thing stands.

    The question's words count by their weight, fading with their distance from the asking word
    in the question and from the candidate in the text, and little on the wrong side.
    """
    total = _SAME_LINK * (at.start > 0 and forms[at.start - 1] == slot.link)
    for term, weight in zip(matcher.terms, matcher.weights, strict=True):
        if slot.first <= term.place <= slot.last:
            continue
        before = term.place < slot.first
        asked = slot.first - term.place if before else term.place - slot.last
        total += weight * _fade(asked) * _nearest(slot, forms, at, term.text, before=before)
    return total


def _nearest(slot: Slot, forms: Sequence[str], at: range, form: str, *, before: bool) -> float:
    """Return the best standing of a word beside the candidate, 0 where the text lacks it."""
    best = 0.0
    for place, other in enumerate(forms):
        if other != form or place in at:
            continue
        gap = at.start - place if place < at.start else place - at.stop + 1
        side = 1.0 if (place < at.start) == before or slot.turns else _WRONG_SIDE
        best = max(best, side * max(_FAR, _fade(gap)))
    return best


def _fade(distance: int) -> float:
    return 1 / (1 + max(0, distance - 1) / _FADES)
