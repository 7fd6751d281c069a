"""The shortest exact answer in a clause, by rules on the kind of thing asked for.

Candidates of the kind (figures, dates, names, …) are weighed by how near they stand to the
question's words; where the kind has no grammar, the part of the clause that the question did not
already say.

What this module does not know: whether the clause answers at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import Matcher
from assistant.question import Asks, Question
from assistant.reading.annotations import Clause
from assistant.reading.candidates import candidates_of
from assistant.reading.copula import subject_of
from assistant.reading.dates import of_number
from assistant.reading.happenings import happens_there
from assistant.reading.slots import fit, slot_of, words_of
from assistant.reading.together import together
from assistant.reading.told import before_end_mark, is_typed, told_in
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.normalize import comparable, forms_of, syllables, tokens
from corpus.quantities import same_figures

_HALF_DISTANCE = 6
_NEAR_CHARACTERS = 20
_SHORTEST_ANCHOR = 2
_MOST_DROPPED = 3
_CONNECTIVES = frozenset(
    ("bên cạnh đó", "trong đó", "song song", "cùng với đó", "ngoài ra", "đồng thời", "theo đó")
)
_FAR = 0.15
_NEW = frozenset((Asks.PERSON,))
_WHO = frozenset((Asks.PERSON, Asks.BODY))
_SEVERAL = frozenset((Asks.DATE, Asks.BODY, Asks.PLACE, Asks.PERSON))
_BY_NOUN = frozenset((Asks.THING, Asks.PLACE, Asks.BODY, Asks.DOCUMENT_NUMBER))
_JOINED = 6
# What such a noun is of is the answer, not the noun: "yêu cầu gì?", "theo hướng nào?".
_ABSTRACT = frozenset(
    tuple(noun.split())
    for noun in (
        "yêu cầu",
        "mục tiêu",
        "hướng",
        "theo hướng",
        "định hướng",
        "lĩnh vực",
        "vấn đề",
        "vai trò",
        "chức vụ",
        "nội dung",
        "nguyên tắc",
        "mục đích",
        "yếu tố",
        "hình thức",
        "tiêu chí",
    )
)
_NOT_JOINED = words_of(
    "trong đồng góp nhằm để với nhất đặc gắn phù tạo bảo phấn đưa thúc theo đến từ có "
    "được do không nhưng và tiến hướng qua thực đẩy nâng phát"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A span chosen in a clause, and whether it is of the kind asked for."""

    span: Span
    typed: bool


def choose_span(
    question: Question, text: str, clause: Clause, matcher: Matcher, without: Sequence[Span] = ()
) -> Choice | None:
    """Return the best span of the asked kind in a clause, or None when there is none.

    ``without`` are spans that are not to be chosen.
    """
    slot = slot_of(question.text)
    for kind in question.asks:
        found = candidates_of(kind, question, text, clause, slot)
        if kind in _WHO and (subject := subject_of(question, text, clause.span, found)):
            return Choice(subject, typed=True)
        if candidates := [one for one in found if not any(one.overlaps(w) for w in without)]:
            said = frozenset(slot.forms) if slot else frozenset[str]()
            new = [span for span in candidates if not _said(text, span, said)]
            if not new and kind in _NEW:
                continue  # "Ai làm Chủ tịch Hội đồng Tư vấn?" is not answered by that body
            new = new or candidates
            new = [span for span in new if of_number(question, clause, span)] or new
            best = max(new, key=lambda span: _standing(question, text, clause, span, matcher))
            if kind in _SEVERAL:
                best = together(text, clause.span, best, new)
            return _choice(kind, question, text, clause.span, best)
        if told := told_in(kind, question, text, clause.span):
            return Choice(told, typed=is_typed(kind, question, told.of(text)))
    return None


def _choice(kind: Asks, question: Question, text: str, clause: Span, span: Span) -> Choice:
    """Return a candidate as the choice; a phrase without a name takes in what it is joined to."""
    numbered = any(char.isdigit() for char in span.of(text))
    if (
        kind not in _BY_NOUN
        or numbered
        or any(word[0].isupper() for word in span.of(text).split()[1:])
    ):
        return Choice(span, typed=True)
    after = _after_anchor(question, text, clause)
    if after and after.start < span.start < after.end:
        span = after  # "dựa trên nền tảng gì?": "dựa trên công nghệ số và nền tảng số"
    slot = slot_of(question.text)
    if (
        slot
        and slot.noun in _ABSTRACT
        and syllables(span.of(text))[: len(slot.noun)] == [*slot.noun]
    ):
        inside = tokens(span.of(text))[len(slot.noun)]
        span = Span(span.start + inside.span.start, span.end)
    return Choice(_with_joined(text, clause, span), typed=False)


def _with_joined(text: str, clause: Span, span: Span) -> Span:
    """Return a phrase with the short ones after it that a comma joins: "linh kiện, phụ tùng"."""
    end = span.end
    for phrase in phrases_of(text, clause):
        if phrase.start <= end:
            continue
        forms = syllables(phrase.of(text))
        joined = not text[end : phrase.start].strip(" ,") and len(forms) <= _JOINED
        if not joined or forms[0] in _NOT_JOINED or any(form.isdigit() for form in forms):
            break
        end = before_end_mark(text, phrase.start, phrase.end)
    return Span(span.start, end)


def _said(text: str, span: Span, said: frozenset[str]) -> bool:
    """Tell whether the question says the whole candidate, so that it asks for another."""
    return said.issuperset(syllables(span.of(text)))


def remainder_span(question: Question, text: str, clause: Span, matcher: Matcher) -> Span | None:
    """Return the part of a clause that answers "gì" or "nào": what the question did not say.

    Where the words before "gì" stand in the clause ("phù hợp với yêu cầu gì?"), the answer is what
    follows them; else the phrases after the last one that the question names.
    """
    if after := _after_anchor(question, text, clause):
        return _with_joined(text, clause, after)
    phrases = phrases_of(text, clause)
    said = [bool(_hits(text, phrase, matcher)) for phrase in phrases]
    if not any(said) or all(said):
        return _after_copula(text, clause)
    last = max(place for place, value in enumerate(said) if value)
    if last + 1 < len(phrases):
        return Span(phrases[last + 1].start, clause.end)
    first = min(place for place, value in enumerate(said) if value)
    before = Span(clause.start, phrases[first - 1].end) if first else None
    if before is None or comparable(before.of(text)).strip(" ,") in _CONNECTIVES:
        return _after_copula(text, clause)
    return before


def _after_anchor(question: Question, text: str, clause: Span) -> Span | None:
    """Return what follows the words before "gì" in the clause, to the end of its phrase.

    "liên kết chặt chẽ với ngành nào?": the noun before "nào" may be missing from the text, so up
    to three last words may be left out; the longest run of words that the clause has is taken.
    """
    forms = tuple(syllables(clause.of(text)))
    stand = frozenset(forms)
    longest = len(question.anchor)
    for size in range(longest, _SHORTEST_ANCHOR - 1, -1):
        for dropped in range(min(_MOST_DROPPED, longest - size) + 1):
            anchor = question.anchor[longest - dropped - size : longest - dropped]
            if not stand.issuperset(anchor):
                continue
            for place in range(len(forms) - size):
                if forms[place : place + size] == anchor:
                    after = tokens(clause.of(text))[place + size]
                    return _phrase_from(text, clause, after.span.start)
    return None


def _phrase_from(text: str, clause: Span, offset: int) -> Span:
    start = clause.start + offset
    ends = (phrase.end for phrase in phrases_of(text, clause) if phrase.end > start)
    return Span(start, before_end_mark(text, start, next(ends, clause.end)))


def _standing(question: Question, text: str, clause: Clause, span: Span, matcher: Matcher) -> float:
    """Return how well a candidate stands where the asked thing stands in the question."""
    begins, ends = span.start - clause.span.start, span.end - clause.span.start
    at = [
        place
        for place, token in enumerate(tokens(clause.span.of(text)))
        if token.span.start < ends and begins < token.span.end
    ]
    if not at:
        return 0.0
    places = range(at[0], at[-1] + 1)
    forms = clause.view.forms
    beside = _beside_figures(question, clause, span)
    beside += happens_there(question.text, text, clause.span.start, span)
    slot = slot_of(question.text)
    if slot is None:
        return beside + _nearness(forms, places, matcher)
    return beside + fit(slot, forms, places, matcher)


def _nearness(forms: Sequence[str], at: range, matcher: Matcher) -> float:
    """Return the question's weight near a candidate, fading with distance in syllables."""
    total = 0.0
    for term, weight in zip(matcher.terms, matcher.weights, strict=True):
        distances = [
            _distance(place, at)
            for place, form in enumerate(forms)
            if form == term.text and place not in at
        ]
        if distances:
            total += weight * max(_FAR, 1 / (1 + min(distances) / _HALF_DISTANCE))
    return total


def _beside_figures(question: Question, clause: Clause, span: Span) -> float:
    """Return a weight for standing near a figure of the question ("Đến năm nào đạt trên 75%?")."""
    gaps = [
        max(0, other.number_span.start - span.end, span.start - other.number_span.end)
        for asked in question.mentions.quantities
        for other in clause.mentions.quantities
        if asked.figures and same_figures(asked, other) and not other.span.overlaps(span)
    ]
    return 2 / (1 + min(gaps) / _NEAR_CHARACTERS) if gaps else 0.0


def _distance(place: int, at: range) -> float:
    """Return syllables between a word and a candidate; the words before it count as nearer."""
    if place < at.start:
        return float(at.start - place)
    return 1.3 * (place - at.stop + 1)


def _hits(text: str, phrase: Span, matcher: Matcher) -> list[str]:
    forms = frozenset(forms_of(phrase.of(text)))
    strong = 0.5
    return [term.text for term in matcher.terms if term.text in forms and term.weight >= strong]


def _after_copula(text: str, clause: Span) -> Span | None:
    form = comparable(clause.of(text))
    for word in (" bao gồm ", " gồm ", " là ", " nhằm ", ": "):
        at = form.rfind(word) if word == " là " else form.find(word)
        if at >= 0:
            start = clause.start + at + len(word)
            end = clause.end
            while end > start and text[end - 1] in ".;, ":
                end -= 1
            return Span(start, end) if end > start else None
    return None
