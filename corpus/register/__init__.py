"""The register of targets: every figure a document sets, reports or counts, with its exact span.

A grammar over clauses and table rows, not a table of known answers.

What this package does not know: questions, search, how a register is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.dates import find_times
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.register.aim_words import (
    CAPTION,
    GOES_ON,
    LISTS_AIMS,
    OPENS_AIM,
    REPORTS,
    STATES_AIM,
    TO_DO,
    TOPIC,
)
from corpus.register.bracketed import bracketed
from corpus.register.carry import Carry
from corpus.register.document_years import (
    aimed_times,
    first_aimed_year,
    only_tells,
    planned_period,
    published_year,
    reported_years,
)
from corpus.register.prose import targets_of_sentence
from corpus.register.record import Target, TargetKind
from corpus.register.restated import without_repeats
from corpus.register.table import Tables
from corpus.register.words import INDICATOR_START, LABEL, OPENS_SHARE, OTHER_MATTER
from corpus.register.years import Above, Year, target_times

__all__ = ["Target", "TargetKind", "register"]


def register(document: Document) -> tuple[Target, ...]:
    """Return the records of a document in reading order, each once.

    Targets, achievements (`TargetKind.ACHIEVED`) and counts (`TargetKind.COUNT`) are told apart by
    ``kind``; quotes are slices of the document.
    """
    return without_repeats(document, _all(document))


def _all(document: Document) -> Iterator[Target]:
    times = aimed_times(document)
    published, first_aim = published_year(document, times), first_aimed_year(document, times)
    tables = Tables(document, published)
    above, reported = Above(document), reported_years(document)
    planned, tells = planned_period(document), only_tells(document, times)
    flowing: Year | None = None
    before, late = Carry(), False
    sentences = _sentences_by_paragraph(document)
    for position, paragraph in enumerate(document.paragraphs):
        if paragraph.kind is ParagraphKind.FURNITURE or _is_title(paragraph):
            continue
        parent = above.year(paragraph) or above.goal_year(position)
        if paragraph.kind is ParagraphKind.TABLE_ROW:
            found = tables.targets(paragraph, parent)
            yield from _budgeted(found) if above.funds(paragraph) else found
            continue
        listed = _is_marked(document, paragraph)
        plain = comparable(document.quote(paragraph.span))
        if late and not listed and OTHER_MATTER.match(plain):
            flowing, before = None, Carry(total=before.total)
        goes_on = _goes_on(plain)
        carry = Carry(
            reported=reported, aiming=before.aiming and goes_on, parent=parent,
            scope=None if parent or listed else flowing, published=published,
            aimed=above.aims(paragraph), first_aim=first_aim, listed=listed,
            years=() if listed else before.years,
            indicator=() if listed else before.indicator, inherited=True,
            reviews=tells or above.reports(paragraph), tasks=above.tasks(paragraph),
            funds=above.funds(paragraph), total=before.total, plan=above.plan_year(paragraph),
            planned=planned, rules=above.rules(paragraph),
            announced=before.announced and not before.reporting,
            planning=before.planning, leads=before.leads,
        )  # fmt: skip
        led = _led_to_aims(document, sentences.get(position, []))
        for at, sentence in enumerate(sentences.get(position, [])):
            carry.aimed = above.aims(paragraph) or at < led
            yield from targets_of_sentence(document, sentence, carry)
            yield from bracketed(document, sentence, carry)
        if CAPTION.search(plain):
            continue  # a picture's words stand between two paragraphs that go together
        before, late = carry, _is_set_late(document, sentences.get(position, []))
        flowing = carry.recent or carry.scope or (flowing if not paragraph.marker else None)


def _led_to_aims(document: Document, sentences: Sequence[Span]) -> int:
    """Return how many sentences of a paragraph are aims, by a lead-in or the first one that aims.

    "Tốc độ tăng trưởng bình quân đạt 12-13%/năm. Đến năm 2030, …": they are aims as well, where
    the paragraph tells of no result; so are those after "một số chỉ tiêu chủ yếu như sau: …".
    """
    plain = [comparable(document.quote(sentence)) for sentence in sentences]
    if plain and LISTS_AIMS.match(plain[0]) and not REPORTS.search(plain[0]):
        told = (at for at, words in enumerate(plain) if at and not _states_aim(words))
        return next(told, len(plain))
    first = next((at for at, words in enumerate(plain) if OPENS_AIM.match(words)), 0)
    before = [LABEL.sub("", words) for words in plain[:first]]
    fits = all(INDICATOR_START.match(w) and not target_times(w, find_times(w)) for w in before)
    return first if fits and not any(map(REPORTS.search, plain)) else 0


def _states_aim(plain: str) -> bool:
    """Tell a sentence of a list of aims, "Có thêm 6 xã …", from one that tells what was done."""
    return STATES_AIM.match(plain) is not None and not REPORTS.search(plain)


def _budgeted(found: Iterable[Target]) -> Iterator[Target]:
    """Yield the rows of a table of where money comes from, which aim at nothing."""
    for record in found:
        aimed = record.kind is TargetKind.TARGET
        yield replace(record, kind=TargetKind.BUDGET) if aimed else record


def _goes_on(plain: str) -> bool:
    """Tell a paragraph that goes on with the aims of the one before: "Tỷ lệ hộ nghèo giảm 1%"."""
    if GOES_ON.match(plain) or (TO_DO.match(plain) and not REPORTS.search(plain)):
        return True
    opens = INDICATOR_START.match(plain) or OPENS_SHARE.match(plain) or TOPIC.match(plain)
    return opens is not None and not REPORTS.search(plain)


def _is_set_late(document: Document, sentences: Sequence[Span]) -> bool:
    """Tell whether the last year of a paragraph is named after its first sentence."""
    times = (find_times(document.quote(sentence)) for sentence in sentences)
    named = [at for at, inside in enumerate(times) if any(time.end_year for time in inside)]
    return bool(named) and named[-1] > 0


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.kind is ParagraphKind.HEADING and not paragraph.marker


def _is_marked(document: Document, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph stands in a marked structure, where years do not flow on."""
    return bool(paragraph.marker) or any(
        document.paragraphs[parent].marker for parent in paragraph.parents
    )


def _sentences_by_paragraph(document: Document) -> dict[int, list[Span]]:
    grouped: dict[int, list[Span]] = {}
    for sentence in document.sentences:
        grouped.setdefault(sentence.paragraph, []).append(sentence.span)
    return grouped
