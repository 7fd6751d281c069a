"""Whether a thing is in a list that the text closes: "08 nghề trọng điểm gồm …", "Thị trường: …".

"Nghề may có phải nghề trọng điểm không?" is answered by the list of those: it names it, or it does
not. A list that is not closed ("như …", "một số …", "…") denies nothing.

What this module does not know: questions that do not ask for a member of a kind ("X có được …?").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.matching import View
from assistant.reading.coordinated import Listed, lists_in
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.listed_end import MARK
from assistant.reading.reader import Reading
from assistant.reading.slots import words_of
from assistant.reading.statement import statement_of
from assistant.reading.yes_no import Judgement
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables

_ASKS: Final = re.compile(
    r"^\W*(?P<member>.+?) (?:có )?(?:phải là (?:một )?(?:trong )?|phải (?:một )?trong "
    r"|phải (?=(?:nước|tỉnh|thành phố|xã|ngành|nghề|lĩnh vực|khâu|nhóm|dự án|thị trường|đối tượng"
    r"|địa phương)\b)"
    r"|là một trong |nằm trong |thuộc |ở trong |(?<=có )trong "
    r"|(?:có tên|có mặt|được xếp) (?:trong|vào) )"
    r"(?:số |danh sách |nhóm |diện )*(?:những |các |\d+ |hai |ba |bốn |năm |sáu |bảy |tám |chín "
    r"|mười )?(?P<kind>.+?)(?: hay)?(?: có)?(?: phải| đúng)? (?:không|chưa)\W*(?:ạ|nhỉ|vậy)?\W*$"
)
_OPEN: Final = re.compile(r"\b(?:như|một số|nhiều|ví dụ|chẳng hạn|v\.v|vân vân|khác)\b|…|\.\.\.")
_PARTLY: Final = words_of("chính chủ yếu trọng điểm tiêu biểu lớn")
_SAYS: Final = words_of("có được bị đã sẽ đang phải không cần")  # words of statements, not of names
_LOOKED_AT: Final = 10
_LONGEST: Final = 8  # syllables of what is asked to be a member
_FEWEST: Final = 3  # items: two may be any two
_KIND: Final = 0.65
_ABOVE: Final = 0.85  # what headings say of the kind, beside the sentence itself
_SURELY: Final = 0.85  # the word itself beside its neighbour, or another name for it
_IN: Final = 0.8
_NOT_IN: Final = 0.6
_OPENING: Final = 2  # syllables of a predicate that find it in a sentence
_SHORT: Final = 6  # syllables of who or what is listed
_CLASS: Final = words_of(  # what a member is called by, with or without
    "nước tỉnh thành phố xã phường huyện quận đường tuyến ngành nghề lĩnh vực khâu nhóm môn loại"
    " cây dự án công trình việc"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked to be a member, and of what, as comparable syllables."""

    member: tuple[str, ...]
    kind: frozenset[str]


def membership(reading: Reading) -> Judgement | None:
    """Return whether what is asked about is in the list of its kind, None where no list tells."""
    asked = _asked(reading)
    lists = _closed_lists(reading, asked) if asked else []
    if asked is None or not lists:
        return None
    _, evidence, listed = max(lists, key=lambda one: one[0])
    text = evidence.notes.document.text
    items = [View.of(item) for item in MARK.split(comparable(listed.items.of(text)))]
    most = max(_met(reading, asked.member, item) for item in items)
    if any(_is_wider(item, asked.member) for item in items):
        return None  # "học sinh" are listed: what of "học sinh tiểu học"?
    if _NOT_IN < most < _IN or (most <= _NOT_IN and _told_elsewhere(reading, asked, evidence)):
        return None
    whole = evidence.notes.passage.span
    found = replace(evidence, clause=whole, span=listed.items, target=None)
    return Judgement(agrees=most >= _IN, evidence=found)


def _asked(reading: Reading) -> _Asked | None:
    question = reading.question
    found = _ASKS.match(comparable(question.text)) if question.yes_no else None
    if found is None:
        return None
    member = tuple(syllables(found["member"]))
    kind = frozenset(content_forms(syllables(found["kind"])))
    own = tuple(form for form in content_forms(member) if form not in kind)
    own = tuple(form for form in own if form not in _CLASS) or own
    named = len(member) <= _LONGEST and not _SAYS & {*member}
    return _Asked(own, kind) if own and kind and named else None


def _closed_lists(reading: Reading, asked: _Asked) -> list[tuple[float, Evidence, Listed]]:
    """Return the closed lists of the kind asked about, each with how much it says of the kind."""
    found = [
        (_kind_met(reading, asked, evidence, listed), evidence, listed)
        for evidence in _nearest(reading)
        for text in (evidence.notes.document.text,)
        for listed in lists_in(reading.question, text, evidence.notes.passage.span)
        if _is_closed(text, evidence.notes.passage.span, listed, asked)
    ]
    return [one for one in found if one[0] >= _KIND]


def _nearest(reading: Reading) -> list[Evidence]:
    """Return one piece of evidence of each of the sentences nearest to the question."""
    first: dict[str, Evidence] = {}
    for evidence in reading.evidence:
        if not evidence.notes.is_row and evidence.time is not TimeFit.OTHER:
            first.setdefault(evidence.notes.passage.id, evidence)
    return list(first.values())[:_LOOKED_AT]


def _is_closed(text: str, sentence: Span, listed: Listed, asked: _Asked) -> bool:
    """Tell whether a list names all of its kind, as far as its words tell."""
    frame = comparable(text[listed.frame : listed.items.start])
    rest = comparable(text[listed.items.start : sentence.end])
    partly = {*syllables(frame)} & _PARTLY - asked.kind
    several = len(MARK.findall(comparable(listed.items.of(text)))) + 1 >= _FEWEST
    return several and not partly and not _OPEN.search(frame) and not _OPEN.search(rest)


def _kind_met(reading: Reading, asked: _Asked, evidence: Evidence, listed: Listed) -> float:
    """Return how much of the kind what leads the list in says, its headings among it."""
    text = evidence.notes.document.text
    sentence = evidence.notes.passage.span
    before, after = Span(listed.frame, listed.items.start), Span(listed.items.end, sentence.end)
    own = (1.0, View.of(f"{before.of(text)} {after.of(text)}"))
    above = [(_ABOVE, view) for view in evidence.notes.headings]
    return _weighed(reading, asked.kind, reading.matcher.best([own, *above]))


def _met(reading: Reading, member: tuple[str, ...], item: View) -> float:
    if item.has(member):
        return 1.0
    sure = [share if share >= _SURELY else 0.0 for share in reading.matcher.met(item)]
    return _weighed(reading, frozenset(member), sure)


def _is_wider(item: View, member: tuple[str, ...]) -> bool:
    size = len(item.forms)
    return 0 < size < len(member) and member[:size] == item.forms


def _weighed(reading: Reading, forms: frozenset[str], met: Sequence[float]) -> float:
    rows = zip(reading.matcher.terms, reading.matcher.weights, met, strict=True)
    pairs = [(weight, share) for term, weight, share in rows if term.text in forms]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * share for weight, share in pairs) / total if total else 0.0


def _told_elsewhere(reading: Reading, asked: _Asked, apart: Evidence) -> bool:
    """Tell whether another sentence near the question names what is asked about."""
    return any(
        evidence.notes.sentence.view.has(asked.member)
        for evidence in reading.evidence
        if evidence.notes.passage.id != apart.notes.passage.id
        and _weighed(reading, asked.kind, reading.matcher.met(evidence.notes.sentence.view))
        >= _KIND
    )


def outside_the_list(reading: Reading) -> bool:
    """Tell whether the sentence says what is asked of others: "A, B, C được đi xe miễn phí".

    "Giáo viên có được đi xe miễn phí không?" is not affirmed by a list of who may, without them.
    """
    best = reading.best
    asked = statement_of(reading.question.text)
    subject, predicate = syllables(asked.subject), syllables(asked.predicate)[:_OPENING]
    if best is None or not subject or len(predicate) < _OPENING:
        return False
    text = comparable(best.notes.document.quote(best.notes.passage.span))
    at = re.search(r"\s+".join(map(re.escape, predicate)), text)
    said = re.split(r"[;:.]\s", text[: at.start()])[-1] if at else ""
    items = MARK.split(said)
    if len(items) < _FEWEST or any(len(syllables(item)) > _SHORT for item in items):
        return False
    own = tuple(content_forms(subject))
    return bool(own) and max(_met(reading, own, View.of(item)) for item in items) <= _NOT_IN
