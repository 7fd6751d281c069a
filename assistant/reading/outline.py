"""Lines that make a list: under a heading or lead-in, or opening alike.

What this module does not know: enumerations inside a sentence (`assistant.reading.lists`),
sentences counted in words (`assistant.reading.ordinals`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.matching import View
from assistant.reading.evidence import Evidence
from assistant.reading.lines_below import lines_below
from assistant.reading.listed_end import MARK
from assistant.reading.reader import Reading
from assistant.reading.slots import slot_of, words_of
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.quantities import find_times

LEADS_IN = 0.05
"""How much a lead-in ("… gồm:") is worth over a heading that meets as much."""
_NEARLY = 0.75  # what the headings above add to a heading
_HEADING_SHARE = 0.55
_PRECISE = 0.1
_EXACTLY = 0.06  # for a heading that is what is asked for, and nothing else
_ALL = 0.99
_ALMOST = 0.1
_LINES_FROM = 0.3  # a heading that meets less is helped by no line
_MOST_LINES = 0.75
_BY_LINES = 0.9
_OF_YEAR = 0.2
_STRUCTURE = 0.4
_ASKS_STRUCTURE = re.compile(
    r"\b(?:phần|mục(?! (?:tiêu|đích))|chương(?! trình)|điều (?:nào|khoản)|nội dung|cấu trúc|bố cục"
    r"|gồm những gì)\b"
)
_LOOKED_AT = 8
# Words by which a list is asked for, which its text has no need to say.
ASKING = words_of(
    "chia thành phân loại kể nêu liệt kê gồm thuộc kèm từng số lượng nhóm đầy đủ ra rõ tên các"
    " những đề nhắc tới xác định quy định cụ thể"
)


# Nouns so general that a text lists things of the kind without the noun: "những cách nào".
_KINDS = frozenset(
    tuple(noun.split())
    for noun in (
        "loại",
        "loại hình",
        "cách",
        "căn cứ",
        "nguồn",
        "yếu tố",
        "hình thức",
        "phương thức",
        "phương pháp",
        "biện pháp",
        "bộ phận",
        "thành phần",
        "khía cạnh",
        "trường hợp",
        "đối tượng",
        "hoạt động",
        "khoản",
        "việc",
        "điều",
        "mặt",
        "thứ",
        "cơ sở",
    )
)
# The document itself as the one that does something: "Chương trình định hướng những gì …?"
_ITSELF = re.compile(
    r"^(?:trong |theo )?(?:bản )?(?P<name>chương trình|kế hoạch|đề án|nghị quyết|quyết định"
    r"|chiến lược|thông tư|nghị định|thông báo|văn bản)(?: này)?,? (?=\w)"
)
_OF_ITSELF = re.compile(  # "Vốn thực hiện Chương trình gồm những nguồn nào?"
    r"\b(?P<name>(?:thực hiện|triển khai) (?:chương trình|kế hoạch|đề án|nghị quyết|chiến lược))"
    r"(?: này)?(?=,| (?:gồm|bao gồm|là|được|lấy|do|từ|có)\b| ?[?.]| ?$)"
)
_DRAWN = re.compile(r"\blấy (?:từ|ở)\b.*(?:nguồn|đâu)")  # "Vốn lấy từ những nguồn nào?"
_GENERAL = words_of("đối tượng các những trường hợp quy định nội dung sau đây người")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the document and the slice to show."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in text order, and the share 0..1 of the question that what leads them in meets.

    ``precise`` is the share of what leads them in that the question says.
    """

    items: tuple[Item, ...] = ()
    share: float = 0.0
    precise: float = 0.0


def share_of(reading: Reading, met: Sequence[float]) -> float:
    """Return the weighted share met of what a list question is about, its asking words left out.

    Figures of the question ("26 chỉ tiêu") are no terms; they are held against the text elsewhere.
    """
    matcher = reading.matcher
    slot = slot_of(reading.question.text)
    kind = slot.noun if slot and slot.noun in _KINDS else ()
    form = comparable(reading.question.text)
    itself = _ITSELF.match(form) or _OF_ITSELF.search(form)
    drawn = ("lấy",) if _DRAWN.search(form) else ()
    kind = (*kind, *(itself["name"].split() if itself else ()), *drawn)
    pairs = [
        (weight, share)
        for term, weight, share in zip(matcher.terms, matcher.weights, met, strict=True)
        if term.text not in ASKING and term.text not in kind
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * share for weight, share in pairs) / total if total else 0.0


def below(reading: Reading) -> Listing:
    """Return the lines under the heading or lead-in that meets the question best, if any does."""
    found: dict[tuple[str, int], tuple[float, Listing]] = {}
    for evidence in reading.evidence[:_LOOKED_AT]:
        document = evidence.notes.document
        position = document.position_at(evidence.notes.passage.context.start)
        for place in (*document.paragraphs[position].parents, position):
            if (document.name, place) in found:
                continue
            children = lines_below(document, place)
            if not children:
                continue
            share, precise = _met_by(reading, document, place, children)
            if share >= _HEADING_SHARE:
                items = tuple(Item(document, child.span) for child in children)
                leads = LEADS_IN * document.quote(document.paragraphs[place].span).endswith(":")
                exact = _EXACTLY * (min(share, precise) >= _ALL)
                worth = share + leads + exact + _PRECISE * precise
                worth += _dated(reading, document, place)
                worth -= _STRUCTURE * (_most_of_it(document, children) and not _structure(reading))
                found[document.name, place] = (worth, Listing(items, share, precise))
    best = max(found.values(), key=lambda pair: pair[0], default=(0.0, Listing()))[1]
    return _inner(reading, best)


def _inner(reading: Reading, outer: Listing) -> Listing:
    """Return the one list that a line of a list leads in, where that line says all that it does.

    "Điều 9. Quỹ dự trữ", "1. … lập các quỹ dự trữ sau đây:": what are the funds, and not the rules.
    """
    inner: list[Listing] = []
    for item in outer.items:
        place = item.document.position_at(item.span.start)
        children = lines_below(item.document, place)
        if len(children) > 1 and item.document.quote(item.span).rstrip().endswith(":"):
            own = reading.matcher.met(View.of(item.document.quote(item.span)))
            if share_of(reading, own) >= outer.share - _ALMOST:
                items = tuple(Item(item.document, child.span) for child in children)
                inner.append(Listing(items, outer.share, outer.precise))
    return inner[0] if len(inner) == 1 else outer


def without_headings(reading: Reading) -> Reading:
    """Return a reading without headings that have no lines: they only name what is told below."""
    kept = tuple(one for one in reading.evidence if not _only_names(one))
    return replace(reading, evidence=kept) if kept else reading


def _only_names(evidence: Evidence) -> bool:
    document = evidence.notes.document
    place = document.position_at(evidence.clause.start)
    paragraph = document.paragraphs[place]
    heading = paragraph.kind is ParagraphKind.HEADING and paragraph.span.covers(evidence.clause)
    return heading and MARK.search(evidence.quote) is None and not lines_below(document, place)


def _most_of_it(document: Document, children: Sequence[Paragraph]) -> bool:
    """Whether headings reach over most of the text: then they are its structure, no list in it."""
    if not children or any(child.kind is not ParagraphKind.HEADING for child in children):
        return False
    first = document.paragraphs.index(children[0])
    last = document.paragraphs.index(children[-1])
    after = (one for one in document.paragraphs[last + 1 :] if last not in one.parents)
    end = next((one.span.start for one in after), len(document.text))
    return 2 * (end - document.paragraphs[first].span.start) > len(document.text)


def _structure(reading: Reading) -> bool:
    return _ASKS_STRUCTURE.search(comparable(reading.question.text)) is not None


def beneath(document: Document, span: Span) -> tuple[Item, ...]:
    """Return the lines under a heading, for a ``span`` in one: a heading alone answers nothing."""
    place = document.position_at(span.start)
    if document.paragraphs[place].kind is not ParagraphKind.HEADING:
        return ()
    children = lines_below(document, place)
    return (
        ()
        if _most_of_it(document, children)
        else tuple(Item(document, one.span) for one in children)
    )


def _met_by(
    reading: Reading, document: Document, place: int, children: Sequence[Paragraph]
) -> tuple[float, float]:
    """Return how much of the question a heading and those above it meet, and how precisely.

    What most of its lines say ("a) Du lịch địa chất", "b) Du lịch lịch sử") counts as well.
    """
    paragraph = document.paragraphs[place]
    own = View.of(document.quote(paragraph.span))
    met = list(reading.matcher.met(own))
    if share_of(reading, met) >= _LINES_FROM and len(children) > 1:
        met = [
            max(pair) for pair in zip(met, _met_by_lines(reading, document, children), strict=True)
        ]
    if share_of(reading, met) < _HEADING_SHARE:
        return 0.0, 0.0
    for parent in (*paragraph.parents, 0):
        view = View.of(document.quote(document.paragraphs[parent].span))
        for term, share in enumerate(reading.matcher.met(view)):
            met[term] = max(met[term], _NEARLY * share)
    bare = document.quote(paragraph.span)[len(paragraph.marker) :]
    said = tuple(form for form in View.of(bare).forms if form not in _GENERAL)
    return share_of(reading, met), reading.matcher.precision(View(said))


def _dated(reading: Reading, document: Document, place: int) -> float:
    """Return what a heading is worth for naming the year asked about, or for naming another."""
    asked = reading.question.years
    times = find_times(document.quote(document.paragraphs[place].span)) if asked else ()
    named = {time.end_year for time in times if time.end_year}
    if not named:
        return 0.0
    return _OF_YEAR if asked & named else -_OF_YEAR


def _met_by_lines(
    reading: Reading, document: Document, children: Sequence[Paragraph]
) -> list[float]:
    """Return, per term, what most of the lines of a list meet."""
    lines = [reading.matcher.met(View.of(document.quote(child.span))) for child in children]
    least = int(len(lines) * (1 - _MOST_LINES))
    return [_BY_LINES * sorted(column)[least] for column in zip(*lines, strict=True)]


def parallel(reading: Reading) -> Listing:
    """Return the longest run of lines that open with the same two words of the question.

    "Căn cứ Luật …;", "Căn cứ Nghị quyết …;" are lines of one list though nothing leads in.
    """
    asked = {term.text for term in reading.question.terms}
    runs = [
        _run(evidence.notes.document, evidence.clause.start)
        for evidence in reading.evidence[:_LOOKED_AT]
        if asked.issuperset(_opening_at(evidence))
    ]
    longest = max(runs, key=len, default=())
    return Listing(longest, 0.5) if len(longest) > 1 else Listing()


def _run(document: Document, start: int) -> tuple[Item, ...]:
    here = document.position_at(start)
    opening = _opening(document, here)
    spans = [document.paragraphs[here].span]
    for step in (-1, 1):
        position = here + step
        while 0 <= position < len(document.paragraphs) and (
            _opening(document, position) == opening
        ):
            spans.append(document.paragraphs[position].span)
            position += step
    return tuple(Item(document, span) for span in sorted(spans))


def _opening_at(evidence: Evidence) -> tuple[str, ...]:
    document = evidence.notes.document
    return _opening(document, document.position_at(evidence.clause.start)) or ("",)


def _opening(document: Document, position: int) -> tuple[str, ...]:
    paragraph = document.paragraphs[position]
    text = document.quote(paragraph.span)[len(paragraph.marker) :]
    return View.of(text[:60]).forms[:2]
