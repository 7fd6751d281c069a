"""Comparisons that a yes/no question makes: with a figure it names, or of two things.

"có trên 70% không?" is yes where the text says "trên 75%"; "ít nhất 40%" where it says 45%. What
the text's bound leaves open ("trên 60%" for "trên 70%?") is not stated, so not yes.

What this module does not know: wording, or how evidence is found.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.matching import Matcher, View
from assistant.question import Question
from assistant.reading.alignment import aligned, is_year
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.planned import against_plan
from assistant.reading.reader import Reading
from assistant.reading.slots import words_of
from assistant.reading.statement import statement_of
from assistant.reading.told_against import told_against
from assistant.reading.wholes import Compared, figures_of, most_of_whole, some_of_all
from assistant.words import Term, content_terms
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import Operator, Quantity, find_times, same_figures, same_unit
from corpus.register import TargetKind

__all__ = ["COMPARES", "Compared", "bound_asked", "compared"]

COMPARES = words_of("vượt quá mức đạt hơn trên dưới tới đến ít nhất")
"""The words that a figure's bound is asked by."""
_BOUNDS = frozenset((Operator.ABOVE, Operator.AT_LEAST, Operator.BELOW, Operator.AT_MOST))

_LOOK_BACK = 24
_OWN = 0.5
_LOOKED_AT = 12
_SIDE_MET = 0.7
_BEFORE = tuple(
    (operator, re.compile(pattern))
    for operator, pattern in (
        (Operator.BELOW, r"(?:(?:thấp|ít|nhỏ|kém|nhẹ|ngắn|chậm) hơn|(?:chưa|không) (?:đến|tới)) $"),
        (
            Operator.AT_MOST,
            r"(?:tối đa|không (?:quá|vượt quá|vượt|hơn)|nhiều nhất)(?: là)? $",
        ),
        (
            Operator.AT_LEAST,
            r"(?:ít nhất|tối thiểu|không (?:dưới|thấp hơn|ít hơn)|thấp nhất)(?: là)? $",
        ),
        (Operator.ABOVE, r"(?:vượt|vượt quá|vượt mức|hơn|quá|trên)(?: mức)? $"),
    )
)
_REACHES = re.compile(r"\bđạt(?: được| mức| tới| đến)* $")
_HIGHER = re.compile(r"\b(?:cao|nhiều|lớn|dài|rộng|nhanh|mạnh|đông) hơn\b|\bvượt\b|\bhơn\b")
_LOWER = re.compile(r"\b(?:thấp|ít|nhỏ|ngắn|chậm|kém) hơn\b")
_HALF = re.compile(r"\b(?:hơn|quá|trên) (?:một )?nửa\b")
_WHOLE = re.compile(
    r"\b(?:toàn bộ|tất cả|hoàn toàn|mọi|đều)\b"
    r"|(?<!đến )(?<!trước )(?<!sau )\bhết(?= (?:không|chưa|phải không|đúng không)\b|\W*$)"
)
_VERB = re.compile(r"(?i)\b(?:được|phải|là|có|đạt|sẽ|đều|cần|bị|hay|không|chưa)\b|[,;?]")
_ALL = Decimal(100)
_SAID = 0.5  # of a word: itself, or what means the same
_DONE = re.compile(r"\b(?:đã|được|có)\b.*\bchưa\W*$")
_END = re.compile(r"\b(?:hay )?không\b\W*$|\bphải không\W*$|\bđúng không\W*$")


def compared(reading: Reading, annotations: Annotations) -> Compared | None:
    """Return the comparison that the question asks about, carried out, or None.

    Of several figures the first that differs decides.
    """
    if not reading.question.yes_no:
        return None
    if against := told_against(reading):
        return against
    form = comparable(reading.question.text)
    found = [q for q in reading.question.mentions.quantities if q.figures and not q.spelled]
    figures = [quantity for quantity in found if not is_year(reading.question, quantity)]
    if figures:
        subject = len(statement_of(reading.question.text).subject)
        results = [
            result
            for one in figures
            if (result := _with_figure(reading, one))
            and not (result.holds and one.number_span.end <= subject)  # "Người 80 tuổi có …?"
        ]
        denied = (result for result in results if not result.holds)
        return next(denied, results[-1] if results else None)
    if whole := most_of_whole(reading) or against_plan(reading):
        return whole
    way = _with_half if _HALF.search(form) else _with_whole if _WHOLE.search(form) else None
    return way(reading) if way else _of_two(reading, annotations)


def bound_asked(question: Question) -> bool:
    """Tell whether a question asks of a figure on which side of another it is: "có trên 300 …?"."""
    text = question.text
    return any(
        _relation(text, one)[0] in _BOUNDS
        for one in question.mentions.quantities
        if one.figures and not one.spelled
    )


def _with_figure(reading: Reading, asked: Quantity) -> Compared | None:
    """Compare a figure of the question with the one that stands among the same words."""
    text = reading.question.text
    operator, start = _relation(text, asked)
    found = aligned(reading.question, asked, list(_stated(reading)))
    if found is None:
        return None
    evidence, stated = found
    holds = _holds(operator, asked, stated)
    if reading.question.asks_confirmation and _told(evidence, stated) is operator is asked.operator:
        holds = same_figures(asked, stated)  # "dưới 24 tháng phải không?": "dưới 12 tháng"
    said = Span(start, asked.span.end).of(text)
    return Compared(holds, evidence, stated.span, said)


def _told(evidence: Evidence, stated: Quantity) -> Operator:
    """Return how a figure is bounded, by its own words or its name: "mức phạt tối đa là 40 …"."""
    target = evidence.target
    own = target and target.value_span.overlaps(stated.span)
    return target.operator if target and own else stated.operator


def _with_whole(reading: Reading) -> Compared | None:
    """Say whether it is the whole that is asked about, where the text gives a share of it."""
    subject = {term.text for term in content_terms(_all_of(reading))}
    if fewer := some_of_all(reading, subject):
        return fewer
    for evidence in reading.evidence[:_LOOKED_AT]:
        near = evidence.coverage.share >= _OWN and _at_the_time(reading.question, evidence)
        if evidence.target is None or not near or evidence.target.unit[:1] != "%":
            continue
        met = reading.matcher.met(View.of(evidence.quote))
        own = [m for t, m in zip(reading.matcher.terms, met, strict=True) if t.text in subject]
        if own and min(own) >= _SAID:
            whole = replace(evidence, clause=evidence.notes.sentence.span, target=None)
            low = evidence.target.low
            return Compared(low is not None and low >= _ALL, whole, evidence.target.value_span)
    return None


def _all_of(reading: Reading) -> str:
    """Return what it is said to be all of: what follows the word, or else the subject."""
    text = reading.question.text
    found = _WHOLE.search(comparable(text))
    after = _VERB.split(text[found.end() :].strip(" ?"))[0] if found else ""
    if content_terms(after) or found is None:
        return after
    subject = statement_of(text).subject
    return subject[: found.start()] if text.startswith(subject) else subject


def _with_half(reading: Reading) -> Compared | None:
    form = comparable(reading.question.text)
    match = _HALF.search(form)
    for _, evidence, stated in _stated(reading):
        if match and "%" in stated.unit and stated.low is not None:
            said = Span(match.start(), match.end()).of(reading.question.text)
            return Compared(stated.low > Decimal(50), evidence, stated.span, said)
    return None


def _stated(reading: Reading) -> Iterator[tuple[float, Evidence, Quantity]]:
    """Yield the figures that the best evidence is about, with its worth, the nearest first."""
    near = [
        evidence
        for evidence in reading.evidence[:_LOOKED_AT]
        if evidence.own.share >= _OWN and _at_the_time(reading.question, evidence)
    ]
    done = bool(_DONE.search(comparable(reading.question.text)))
    worths = {id(evidence): _plain_worth(evidence, done=done) for evidence in near}
    near.sort(key=lambda evidence: -worths[id(evidence)])
    for evidence in near:
        worth = worths[id(evidence)]
        yield from ((worth, evidence, quantity) for quantity in figures_of(evidence))


def _plain_worth(evidence: Evidence, *, done: bool) -> float:
    """Return how well evidence meets the question, whether or not it has the same figure.

    What is asked to be done already ("đã đạt 85% chưa?") is told by no aim.
    """
    target = evidence.target
    aim = done and target is not None and target.kind is TargetKind.TARGET
    return evidence.own.share + 0.5 * evidence.coverage.share + 0.2 * (target is not None) - aim


def _at_the_time(question: Question, evidence: Evidence) -> bool:
    if question.years or question.periods:
        return evidence.time in (TimeFit.MET, TimeFit.NEAR)
    return evidence.time is not TimeFit.OTHER


def _relation(text: str, asked: Quantity) -> tuple[Operator, int]:
    """Return how the question bounds its figure, and where the words of the bound begin."""
    start = asked.number_span.start
    before = comparable(text[max(0, start - _LOOK_BACK) : start])
    for operator, pattern in _BEFORE:
        if match := pattern.search(before):
            return operator, start - (len(before) - match.start())
    if asked.operator is Operator.EXACT and _REACHES.search(before):
        return Operator.AT_LEAST, asked.span.start
    return asked.operator, asked.span.start


def _holds(operator: Operator, asked: Quantity, stated: Quantity) -> bool:
    """Tell whether the stated figure makes true what is asked of it."""
    bound = asked.scaled[0]
    low, high = _ends(stated)
    match operator:
        case Operator.ABOVE:
            strictly = stated.operator is Operator.ABOVE
            return low is not None and (low > bound or (low == bound and strictly))
        case Operator.AT_LEAST:
            return low is not None and low >= bound
        case Operator.BELOW:
            strictly = stated.operator is Operator.BELOW
            return high is not None and (high < bound or (high == bound and strictly))
        case Operator.AT_MOST:
            return high is not None and high <= bound
        case _:
            return same_figures(asked, stated)


def _ends(stated: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest that a stated figure allows, scaled; None for no end."""
    scaled = stated.scaled
    low = scaled[0] if stated.low is not None else None
    high = scaled[-1] if stated.high is not None else None
    if stated.operator in (Operator.EXACT, Operator.ABOUT):
        return scaled[0], scaled[-1]
    return low, high


def _of_two(reading: Reading, annotations: Annotations) -> Compared | None:
    """Compare two stated things: "A có cao hơn B không?"; B may be only another year."""
    text = reading.question.text
    form = comparable(text)
    sign = _LOWER.search(form) or _HIGHER.search(form)
    end = _END.search(form)
    if sign is None or end is None or sign.end() >= end.start():
        return None
    side = text[: sign.start()]
    first = _best_for(reading, annotations, side, "")
    second = _best_for(reading, annotations, text[sign.end() : end.start()], side)
    if first is None or second is None:
        return None
    (one, figure), (other, against) = first, second
    counted = figure.base_unit and against.base_unit
    if not counted or not same_unit(figure, against) or figure.span == against.span:
        return None
    lower = _LOWER.search(form) is not None
    below, above = (figure, against) if lower else (against, figure)
    small, great = _ends(below)[1], _ends(above)[0]
    holds = small is not None and great is not None and small < great
    return Compared(holds, one, figure.span, other=other)


def _best_for(
    reading: Reading, annotations: Annotations, side: str, shared: str
) -> tuple[Evidence, Quantity] | None:
    """Return the figure of one side of a comparison; what it leaves out is as on the other."""
    years = {time.end_year for time in find_times(side) if time.end_year}
    terms = _own_terms(side)
    if all(term.weight < 1 for term in terms):
        terms = _own_terms(shared)
    matcher, others = (Matcher(each, annotations.rarity) for each in (terms, _own_terms(shared)))
    scored = [
        (
            matcher.weighed(matcher.met(views[0])).share
            + 0.3 * matcher.weighed(matcher.met(views[1])).share,
            others.weighed(others.met(views[0])).share,
            evidence,
        )
        for evidence in reading.evidence
        if evidence.target is not None
        for target, views in zip(evidence.notes.targets, evidence.notes.target_views, strict=True)
        if target is evidence.target and (not years or _year_of(evidence) in years)
    ]
    if not scored:
        return None
    share, _, best = max(scored, key=lambda one: (one[0] + one[1] / 2, one[2].score))
    figures = figures_of(best)
    return (best, figures[0]) if figures and share >= _SIDE_MET else None


def _own_terms(side: str) -> tuple[Term, ...]:
    return content_terms(side, [time.core for time in find_times(side)])


def _year_of(evidence: Evidence) -> int:
    last = ((evidence.target and evidence.target.year) or "").rpartition("-")[2]
    return int(last) if last.isdigit() else 0
