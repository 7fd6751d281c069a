"""The items of a list question: lines under a head, an enumeration in a sentence, or many places.

Administrative texts enumerate inside a sentence ("bao gồm: 8 chỉ tiêu về …; 9 chỉ tiêu về …"), as
lines under a lead-in or heading, as sentences counted in words, and as separate sentences or table
rows that each meet the question. What leads in the list and meets the question best is taken.

What this module does not know: templates, or how many items the question expects.
"""

import re
from collections.abc import Sequence

from assistant.matching import View
from assistant.question import Question
from assistant.reading.aims import targets_asked
from assistant.reading.enumerations import named_after_noun
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.listed_end import MARK
from assistant.reading.numbered_lines import numbered_lines
from assistant.reading.ordinals import counted_in_words
from assistant.reading.outline import (
    Item,
    Listing,
    below,
    beneath,
    parallel,
    share_of,
    without_headings,
)
from assistant.reading.phrases import instances_in
from assistant.reading.reader import Reading
from assistant.reading.slots import slot_of
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import same_figures

MOST_ITEMS = 12
_LEADS_IN = re.compile(
    r"\b(?:bao gồm|gồm có|gồm|trong đó|cụ thể|như sau|như|chủ yếu là)\b|: | - (?=[^\W\d_])"
)
_LABEL = re.compile(r"\W*(?:(?:cũng )?về|riêng|đối với) [^,;:.]{2,40},")  # "Về môi trường, …"
_ASKS_PARTS = re.compile(r"\b(?:gồm|chia thành|những loại nào)\b")
_PARTS = 0.1
_KIN_OWN = 0.8
_KIN_SCORE = 0.22
_INSTANCE_OWN = 0.45
_INSTANCE_SCORE = 0.6
_ITSELF = 0.6
_LOOKED_AT = 8
_FEW = 2
_TARGETS = 3
_FIGURE = 0.15
_PRECISELY = 0.12
_LABELLED = 0.3  # for a label that says what is asked about and nothing else
_WHOLLY = 0.9
_BEHIND = 0.4
_LENIENTLY = 0.05
_CLEAR = 0.9
_OF_PARTS = 0.2  # and more where parts of a whole are asked for
_OF_ONE = 0.15  # what lists may be behind a clause that names but one thing
_CLEARLY = 0.001


def items_of(reading: Reading) -> tuple[Item, ...]:
    """Return the items that answer a list question, in text order; () when nothing was found."""
    return listing_of(reading).items


def listing_of(reading: Reading) -> Listing:
    """Return the list that answers a list question, with how well what leads it in meets it."""
    reading = without_headings(reading)
    best = reading.best
    if best is None:
        return Listing()
    strong = _strongest(reading)
    several = MARK.search(comparable(best.quote)) is not None
    behind = _LENIENTLY if several else _OF_ONE + _OF_PARTS * _asks_parts(reading.question)
    enough = max(_ITSELF, _share_of_sentence(reading, best) - behind)
    named = named_after_noun(reading)
    ways = (
        targets_asked(reading),
        numbered_lines(reading),
        named if named.share > strong.share else Listing(),
        _of_a_kind(reading, strong),
        strong,
    )
    found = next((way for way in ways if way.items and way.share >= enough), None)
    if found is None:
        alike = parallel(reading)
        kin = _kin(reading, best)
        found = alike if alike.items and not (several and _clear(reading, alike)) else kin
    items = found.items
    if len(items) == 1:
        items = beneath(items[0].document, items[0].span) or items
    return Listing(items[:MOST_ITEMS], found.share, found.precise)


def _clear(reading: Reading, alike: Listing) -> bool:
    """Tell whether the best clause is well before lines that open alike, and none of them."""
    best = reading.evidence[0]
    return best.own.share >= _CLEAR and not any(
        item.span.overlaps(best.clause) for item in alike.items
    )


def _strongest(reading: Reading) -> Listing:
    """Return the list whose heading, lead-in or sentence meets the question best."""
    ordinals, inline, lines = counted_in_words(reading), _inline(reading), below(reading)
    strong = ordinals if ordinals.share > inline.share else inline
    return lines if lines.share + _PRECISELY * lines.precise >= strong.share else strong


def head_of(reading: Reading) -> Listing:
    """Return the lines under a heading that is what "gì" asks for, where one all but is."""
    return below(reading)


def _inline(reading: Reading) -> Listing:
    """Return the enumeration, led in by a word, in the sentence that meets the question best."""
    found = Listing()
    first = reading.evidence[0].score
    parts = _asks_parts(reading.question)
    for evidence in _nearest_sentences(reading):
        span = _led_enumeration(evidence)
        if span is None or evidence.notes.is_row or evidence.time is TimeFit.OTHER:
            continue
        share = _share_of_sentence(reading, evidence) - _BEHIND * (first - evidence.score)
        precise = reading.matcher.precision(_lead(evidence, span))
        share += _PRECISELY * precise + _PARTS * (precise >= _ITSELF and parts)
        share += _LABELLED * (precise >= _WHOLLY and _label(evidence, span) is not None)
        if share > found.share + _CLEARLY:
            found = Listing((Item(evidence.notes.document, span),), share)
    return found


def _asks_parts(question: Question) -> bool:
    return _ASKS_PARTS.search(comparable(question.text)) is not None


def _lead(evidence: Evidence, span: Span) -> View:
    """Return what leads an enumeration in: the sentence up to the word that does, or its label."""
    text = evidence.notes.document.quote(span)
    label = _label(evidence, span)
    opens = _LEADS_IN.search(comparable(text))
    if label is not None:
        return View.of(text[: label.end()])
    return View.of(text[: opens.start() if opens else len(text)])


def _label(evidence: Evidence, span: Span) -> re.Match[str] | None:
    """Return the label that a sentence begins with: "Về môi trường, …"."""
    return _LABEL.match(comparable(evidence.notes.document.quote(span)))


def _share_of_sentence(reading: Reading, evidence: Evidence) -> float:
    inside = reading.matcher.met(evidence.notes.sentence.view)
    met = [max(pair) for pair in zip(inside, evidence.own.met, strict=True)]
    return share_of(reading, met) + _FIGURE * _has_figure(reading.question, evidence)


def _nearest_sentences(reading: Reading) -> list[Evidence]:
    """Return the best evidence of each of the nearest sentences."""
    first: dict[str, Evidence] = {}
    for evidence in reading.evidence:
        first.setdefault(evidence.notes.passage.id, evidence)
    return list(first.values())[:_LOOKED_AT]


def _led_enumeration(evidence: Evidence) -> Span | None:
    """Return the clause in which a word ("gồm", "như") leads in an enumeration, to its end.

    A sentence cut by semicolons ("ngân sách tỉnh 534 tỷ đồng; ngân sách xã 75 tỷ đồng; …") is one
    enumeration, whichever of its clauses met the question.
    """
    whole = _to_the_end(evidence)
    text = comparable(evidence.notes.document.quote(whole))
    opens = _LEADS_IN.search(text)
    enough = opens and len(re.findall(r"[,;]| và | hoặc ", text[opens.end() :])) >= _FEW
    if enough:
        return whole
    sentence = evidence.notes.passage.span
    return sentence if evidence.notes.document.quote(sentence).count("; ") >= _FEW else None


def _to_the_end(evidence: Evidence) -> Span:
    """Return the clause with the rest of its sentence."""
    spans = [clause.span for clause in evidence.notes.clauses]
    here = next((at for at, span in enumerate(spans) if span.overlaps(evidence.clause)), 0)
    return Span(spans[here].start, spans[-1].end)


def _uncued(best: Evidence) -> Span | None:
    """Return the best clause where it has several things, though no word leads them in."""
    notes = best.notes
    if notes.is_row or best.own.share < _ITSELF or len(notes.targets) >= _TARGETS:
        return None
    if len(notes.clauses) > 1 and notes.clauses[0].span.covers(best.clause):
        return _to_the_end(best)
    return None


def _of_a_kind(reading: Reading, strong: Listing) -> Listing:
    """Return the clauses that each name one of the bodies or places asked for ("những sở nào")."""
    slot = slot_of(reading.question.text)
    noun = slot.noun if slot else ()
    best = reading.best
    if best is None or len(noun) != 1 or not noun[0].isalpha():
        return Listing()
    document = best.notes.document
    named: dict[str, Span] = {}
    for evidence in reading.evidence:
        if evidence.notes.document is not document or evidence.own.share < (
            _INSTANCE_OWN * best.own.share
        ):
            continue
        for span in instances_in(document.text, evidence.clause, noun, frozenset()):
            name = span.of(document.text)
            if any(word[0].isupper() for word in name.split()[1:]):
                named.setdefault(comparable(name), _whole_clause(evidence))
    together = [
        item
        for item in strong.items
        if sum(item.span.covers(clause) for clause in named.values()) > 1
    ]
    if len(set(named.values())) < _FEW or together:
        return Listing()
    items = tuple(Item(document, span) for span in _merged(list(named.values())))
    return Listing(items, share_of(reading, best.coverage.met))


def _has_figure(question: Question, evidence: Evidence) -> bool:
    asked = [one for one in question.mentions.quantities if one.figures]
    stated = evidence.notes.sentence.mentions.quantities
    return any(same_figures(one, other) for one in asked for other in stated)


def _kin(reading: Reading, best: Evidence) -> Listing:
    """Return the best clause, the rest of its enumeration, and clauses that answer as well."""
    spans = [_led_enumeration(best) or _uncued(best) or _whole_clause(best)]
    document = best.notes.document
    slot = slot_of(reading.question.text)
    noun = slot.noun if slot else ()
    for evidence in reading.evidence:
        if evidence.notes.document is not document or evidence.target is not None:
            continue
        if evidence.time is TimeFit.OTHER:
            continue
        instance = bool(instances_in(document.text, evidence.clause, noun, frozenset()))
        own, behind = (_INSTANCE_OWN, _INSTANCE_SCORE) if instance else (_KIN_OWN, _KIN_SCORE)
        if evidence.own.share >= own * best.own.share and evidence.score >= best.score - behind:
            spans.append(_led_enumeration(evidence) or _whole_clause(evidence))
    items = tuple(Item(document, span) for span in _merged(spans))
    return Listing(items, share_of(reading, best.coverage.met))


def _whole_clause(evidence: Evidence) -> Span:
    covering = (c.span for c in evidence.notes.clauses if c.span.covers(evidence.clause))
    return next(covering, evidence.clause)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
