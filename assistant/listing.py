"""Answers that are lists: their items as lines, each cited.

What this module does not know: which items answer (`assistant.reading.lists`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.answer import Answer, Status
from assistant.decide import Decision, Outcome
from assistant.question import Asks, Question
from assistant.reading.coordinated import enumeration_in
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import tidy
from assistant.reading.lists import MOST_ITEMS, head_of, listing_of
from assistant.reading.nth import nth_item
from assistant.reading.outline import Item, beneath
from assistant.reading.reader import Reading
from assistant.wording import answer_from, capital, cite
from corpus.model import Document, ParagraphKind, Span
from corpus.normalize import comparable
from prompts.load import Templates

_SURE: Final = 0.75
_COUNTS: Final = re.compile(r"\b(?:gồm|có) (?:tất cả |tổng cộng )?(?:mấy|bao nhiêu)\b")
_WHERE: Final = re.compile(r"\b(?:ở|tại) (?:những |các )?(?:đâu|nơi nào)\b")
_AND: Final = re.compile(r" (?:và|hoặc|hay) ")
_SAID_AFTER: Final = re.compile(r" (?:trong|vào|từ|đến|năm|ngày|tháng|sáng|chiều|tối)\b")
_HEADED: Final = 0.9
_PRECISE: Final = 0.8
_UNSURE: Final = (Outcome.NOT_STATED, Outcome.NO_FIGURE)
_THINGS: Final = frozenset((Asks.THING, Asks.MANNER, Asks.PERSON))


def led_in(reading: Reading, decision: Decision, templates: Templates) -> Answer | None:
    """Return a list whose heading or lead-in meets the question, whatever its items are like.

    Confidence is worked out for one clause; what leads in a list says by itself what the list is
    of. "Thanh niên có trách nhiệm gì với gia đình?" is answered by the lines under "Trách nhiệm
    đối với gia đình", though it does not ask for several.
    """
    question = reading.question
    if question.yes_no or decision.evidence is None:
        return None
    if decision.outcome in (*_UNSURE, Outcome.ANSWER) and (item := nth_item(reading)):
        return item_answer(item, decision, templates)
    if question.listed and decision.outcome in _UNSURE:
        found = listing_of(reading)
        return list_answer(found.items, decision, templates) if found.share >= _SURE else None
    things = question.asks[0] in _THINGS and not question.listed
    if things and decision.outcome in (*_UNSURE, Outcome.ANSWER):
        found = head_of(reading)
        if found.share >= _HEADED and found.precise >= _PRECISE:
            return list_answer(found.items, decision, templates)
    if things and decision.outcome is Outcome.ANSWER:
        best = decision.evidence
        items = beneath(best.notes.document, best.clause)[:MOST_ITEMS]
        return list_answer(items, decision, templates) if items else None
    return None


def listed(reading: Reading, decision: Decision, templates: Templates) -> Answer | None:
    """Return the items of a list question, where there are any."""
    items = listing_of(reading).items
    return list_answer(items, decision, templates) if items else None


def list_answer(items: Sequence[Item], decision: Decision, templates: Templates) -> Answer:
    """Return the answer that shows ``items``, one line each, one in a sentence."""
    shown = [tidy(item.document.quote(item.span)) for item in items]
    if len(shown) == 1:
        text = templates.fill("answer_quote", quote=shown[0])
    else:
        text = templates.fill("answer_list", items="\n".join(f"- {line}" for line in shown))
    return Answer(
        status=Status.ANSWERED,
        text=text,
        citations=tuple(cite(item.document, item.span) for item in items),
        confidence=decision.confidence,
        reasons=("list",),
    )


def item_answer(item: Evidence, decision: Decision, templates: Templates) -> Answer:
    """Return one item of a list; where the list has no such item, what it has is the nearest."""
    quote = tidy(item.notes.document.quote(item.clause))
    if item.span is None:
        text = templates.fill("refuse_nearest", quote=quote)
        return answer_from(text, item, decision, "nth", status=Status.REFUSED)
    text = templates.fill("answer_span", span=capital(tidy(item.key)), quote=quote)
    return answer_from(text, item, decision, "nth")


def with_span(question: Question, answer: Answer, best: Evidence) -> Answer:
    """Return a list with its shortest answer: the enumeration in the line that holds it.

    Of several lines without one it is the span of the best evidence, where one of them holds that.
    """
    if "nth" in answer.reasons:
        return answer
    counted = question.asks[0] is Asks.QUANTITY and _COUNTS.search(comparable(question.text))
    document, span = best.notes.document, best.span
    cited = [one.span for one in answer.citations if one.document == document.name]
    holds = next((one for one in cited if span and one.covers(span)), None)
    line = holds or (cited[0] if len(answer.citations) == len(cited) == 1 else None)
    if line is None:
        return answer
    span = span if holds else None
    row = document.paragraph_at(line.start).kind is ParagraphKind.TABLE_ROW
    if not row and not (counted and holds and best.typed):
        shown = _without_marker(document, line)
        span = enumeration_in(question, document.text, shown, span) or span
    return replace(answer, span=span, key=document.quote(span) if span else "")


def with_all_places(question: Question, best: Evidence) -> Evidence:
    """Return a place with those named beside it: "tập trung ở Đak Đoa, Chư Prông và Ia Grai"."""
    asked = question.asks[0] is Asks.PLACE and best.typed and not best.notes.is_row
    if not asked or best.span is None or not _WHERE.search(comparable(question.text)):
        return best
    several = replace(question, listed=True)
    span = enumeration_in(several, best.notes.document.text, best.clause, best.span)
    if span is None or span.start != best.span.start or span.end < best.span.end:
        return best
    text = comparable(best.notes.document.text[best.span.end : span.end])
    linked = _AND.search(text)
    if linked is None:
        return best
    after = _SAID_AFTER.search(text, linked.end())
    end = best.span.end + after.start() if after else span.end
    return replace(best, span=Span(span.start, end))


def _without_marker(document: Document, span: Span) -> Span:
    """Return a slice without the mark that its paragraph begins with ("Điều 3.", "a)", "-")."""
    paragraph = document.paragraph_at(span.start)
    start = max(span.start, min(paragraph.span.start + len(paragraph.marker), span.end))
    while start < span.end and document.text[start].isspace():
        start += 1
    return Span(start, span.end)
