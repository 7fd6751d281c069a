"""What stands before a figure: its indicator, its time, the verb that links them.

A head is the text between what belongs to the figure before and this figure. All spans are offsets
of one sentence.

What this module does not know: what a clause inherits from the clause before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import TimeKind, TimeMention
from corpus.model import Span
from corpus.register.words import (
    ACTOR,
    AIM_IS,
    AIMED_ANEW,
    AIMS_AT_END,
    AIMS_FIRST,
    ASIDE,
    AVERAGED,
    CHANGE,
    CONDITION,
    CUES,
    INDICATOR_START,
    JOINED_TO_LAST,
    LAST_INDICATOR,
    LEAD,
    LEADS_LIST,
    LINK_AT_END,
    NONE_LEFT,
    ONLY_LEAD,
    RELATIVE_YEAR,
    SUBJECT_LEAD,
    VALUE_LINK,
)

_MOMENTS = frozenset({TimeKind.QUARTER, TimeKind.MONTH, TimeKind.DATE})
_EDGE = " \t\n,:;.-–+*•“”\"‘’'"
_JOINED_TIME = re.compile(r"(?<=[0-9])\s(?:và|hoặc)$")
_COMPARES = re.compile(
    r"(?:(?:tuy|dù|và|nhưng) )?(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn (?:so với|mức|tốc độ)\b"
)
_AS_BY = re.compile(r"\((?:theo|tính theo|quy định tại|căn cứ) [^()]*$")
_LISTED = re.compile(r",?(?: và)? ")
_TIME_NEXT = re.compile(r",\s*(?:(?:đến )?năm |giai đoạn |thời kì )?20[0-9]{2}\b")
_BRACKET = re.compile(r"[()]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Head:
    """What the text before a figure says.

    ``slices`` make the indicator, times and link words left out; ``scope`` is a time that rules
    the figures that follow too, ``local`` one for this figure. ``change`` is a change verb that
    stands alone ("giảm"); ``relative`` tells of "năm qua" and the like.
    ``start`` is where the clause to be quoted begins.
    """

    start: int
    slices: tuple[Span, ...]
    scope: TimeMention | None
    local: TimeMention | None
    change: Span | None
    linked: bool
    joined: bool
    aside: bool
    relative: bool
    whole: Span


def read_head(plain: str, span: Span, times: Sequence[TimeMention]) -> Head:
    """Read the text before a figure; ``plain`` is the sentence in comparable form."""
    inside = [time for time in times if span.covers(time.span)]
    inside = [time for time in inside if not _AS_BY.search(plain, span.start, time.span.start)]
    start = _after_cues(plain, span, inside)
    earlier = [time for time in inside if time.span.end <= start]
    ruling = [time for time in earlier if not _is_moment(plain, span, time)]
    begin, scope, local = start, next(reversed(ruling), None), None
    for time in (time for time in inside if time.span.end > start):
        before, after = Span(begin, max(begin, time.span.start)), Span(time.span.end, span.end)
        aims = AIM_IS.fullmatch(plain, before.start, before.end)  # "Mục tiêu … là đến năm 2030"
        listed = local is not None and _LISTED.fullmatch(plain, local.span.end, time.span.start)
        if not listed and (aims or _leads(plain, before, after)):
            scope, local, begin = time, None, time.span.end
        else:
            local = time
    linked = VALUE_LINK.search(plain[span.start : span.end].rstrip()) is not None
    linked = linked and span.of(plain).strip(_EDGE) != "duy trì"  # "duy trì 100% khu phố …"
    joined = JOINED_TO_LAST.search(plain[span.start : span.end].rstrip()) is not None
    content = _stripped(plain, Span(begin, span.end), inside)
    opening = plain[begin : span.end].lstrip(_EDGE)
    aside = bool(CONDITION.search(opening) or (ASIDE.match(opening) and ", " not in opening))
    aside = aside or _COMPARES.match(content.of(plain)) is not None
    slices = _without(plain, content, inside)
    change = None
    words = " ".join(piece.of(plain) for piece in slices)
    if slices and CHANGE.match(re.sub(r"^(?:trung bình|bình quân) ", "", words)):
        change, slices = slices[-1], ()
    whole = trimmed(
        plain, Span(content.end - len(_strip_leads(plain[begin : content.end])), content.end)
    )
    if local and not slices:  # "Năm 2030 đạt", "đưa ra mục tiêu đến năm 2030, đạt"
        aims = AIMS_AT_END.search(plain[span.start : local.span.start].rstrip())
        scope = local if aims or _opens(plain, span, local) else scope
    quote = _skip_edge(plain, start, span.end)
    relative = RELATIVE_YEAR.search(plain, span.start, span.end) is not None
    return Head(quote, slices, scope, local, change, linked, joined, aside, relative, whole)


def starts_anew(plain: str, span: Span, times: Sequence[TimeMention]) -> bool:
    """Tell whether the text from a separator to a figure can begin that figure's own statement."""
    head = read_head(plain, span, times)
    if not head.slices:
        return True
    first = head.slices[0].of(plain)
    return _indicator_start(first) or AIMED_ANEW.match(span.of(plain)) is not None


def named_after(plain: str, head: Head, phrase: Span | None) -> Head:
    """Leave out "Chỉ tiêu" where what the figure is of stands after it."""
    bare = phrase and [piece.of(plain) for piece in head.slices] == ["chỉ tiêu"]
    return replace(head, slices=()) if bare else head


def has_words(plain: str, slices: Sequence[Span]) -> bool:
    """Tell whether any letter stands in the slices."""
    return any(_LETTER.search(piece.of(plain)) for piece in slices)


def _indicator_start(words: str) -> bool:
    return INDICATOR_START.match(words) is not None


def _names_indicator(words: str) -> bool:
    """Tell "tổng vốn đầu tư trong kế hoạch" from "các chỉ tiêu kế hoạch"."""
    return _indicator_start(_strip_leads(words)) and not AIMS_FIRST.match(_strip_leads(words))


def _after_cues(plain: str, span: Span, times: Sequence[TimeMention]) -> int:
    start = span.start
    for match in CUES.finditer(plain, span.start, span.end):
        before = _strip_leads(plain[span.start : match.start()])
        if match.group() == "như " and _names_indicator(
            plain[start : match.start()].rsplit(", ", 1)[-1]
        ):
            continue  # "tỷ lệ diện tích theo tiêu chuẩn như VietGAP đạt 30%"
        named = times if match.group().startswith(":") and _indicator_start(before) else ()
        listed = LEADS_LIST.search(before.rstrip()) and _LETTER.search(plain, match.end(), span.end)
        if listed or (
            _says_more(_without_times(plain, Span(match.end(), span.end), named))
            and _depth(plain, span.start, match.start()) == 0
        ):
            start = match.end()
    return start


def _without_times(plain: str, span: Span, times: Sequence[TimeMention]) -> str:
    """Return the words of a span without its times ("Thu nhập: năm 2027 đạt")."""
    words = span.of(plain)
    for time in times:
        if span.covers(time.span):
            words = words.replace(time.span.of(plain), " ")
    return " ".join(words.split())


def _says_more(words: str) -> bool:
    """Tell the name of an indicator from "phấn đấu tăng" after its colon ("Dư nợ: …")."""
    rest = _strip_links(_strip_leads(words).rstrip(_EDGE))
    return rest != "" and not CHANGE.match(rest)


def _depth(plain: str, start: int, at: int) -> int:
    depth = 0
    for sign in _BRACKET.findall(plain, start, at):
        depth = depth + 1 if sign == "(" else max(0, depth - 1)  # "b)" closes nothing
    return depth


def _leads(plain: str, before: Span, after: Span) -> bool:
    """Tell a time that rules what follows ("Đến năm 2030, …") from one inside an indicator."""
    rest = after.of(plain)
    content = _strip_links(rest.strip(_EDGE))
    if CHANGE.match(content):
        return not _LETTER.search(_strip_leads(before.of(plain)))  # "Đến năm 2027 giảm 30% …"
    if not _LETTER.search(content):
        return False
    goes_on = _TIME_NEXT.match(rest) or AVERAGED.fullmatch(content)
    if goes_on and _names_indicator(before.of(plain)):
        return False  # "Tăng trưởng các thời kỳ 2021-2025, 2026-2030 và 2031-2035 tương ứng"
    if rest.lstrip().startswith((",", ":")):
        return True
    if AIMS_AT_END.search(before.of(plain)) and not _names_indicator(before.of(plain)):
        return True
    return not _LETTER.search(_strip_leads(before.of(plain).rsplit(", ", 1)[-1]))


def _is_moment(plain: str, span: Span, time: TimeMention) -> bool:
    """Tell when a thing is done that the figures are part of, not when they hold.

    "Ban hành tiêu chuẩn trong quý II năm 2026: bữa trưa cung cấp 30 - 40% …".
    """
    return time.kind in _MOMENTS and not _opens(plain, span, time)


def _opens(plain: str, span: Span, time: TimeMention) -> bool:
    """Tell whether a time stands at the very beginning of a head."""
    return not _LETTER.search(_strip_leads(plain[span.start : time.span.start]))


def _stripped(plain: str, span: Span, times: Sequence[TimeMention]) -> Span:
    """Cut lead-in words, link words and times off both ends."""
    start, end = span.start, span.end
    ends = {time.span.end: time.span.start for time in times}
    while True:
        words = plain[start:end]
        kept = words.rstrip(_EDGE)
        stop = start + len(kept)
        if stop in ends and ends[stop] >= start:
            end = ends[stop]
            if joined := _JOINED_TIME.search(plain[start:end].rstrip(_EDGE)):
                end = start + joined.start()
        elif match := LINK_AT_END.search(kept):
            end = start + match.start()
        else:
            break
    words = plain[start:end]
    rest = "" if NONE_LEFT.fullmatch(words) else _strip_leads(words)
    while (lead := _subject_lead(rest)) and _LETTER.search(rest[lead.end() :]):
        rest = _strip_leads(rest[lead.end() :])
    rest = _past_times(plain[:end], rest, times)
    outside = [m.end() for m in LAST_INDICATOR.finditer(rest) if _depth(rest, 0, m.start()) == 0]
    rest = rest[outside[-1] :] if outside else rest
    if ", " in rest and ONLY_LEAD.match(rest.rsplit(", ", 1)[-1].strip(_EDGE)):
        end -= len(rest.rsplit(", ", 1)[-1])  # "Đối với vùng cao, đề án đặt mục tiêu"
        rest = rest.rsplit(", ", 1)[0] + ", "
    only = ONLY_LEAD.match(rest.strip(_EDGE)) or (
        ACTOR.fullmatch(rest.strip(_EDGE)) and AIMS_AT_END.search(span.of(plain).rstrip())
    )
    if (only and not _indicator_start(rest)) or AVERAGED.fullmatch(rest.strip(_EDGE)):
        rest = ""
    return trimmed(plain, Span(end - len(rest), end))


def _past_times(plain: str, rest: str, times: Sequence[TimeMention]) -> str:
    """Cut a time whose first word was read as a lead: "hướng tới năm 2030 giảm …"."""
    start = len(plain) - len(rest)
    cut = next((t for t in times if t.span.start < start < t.span.end <= len(plain)), None)
    return plain[cut.span.end :].lstrip(_EDGE) if cut else rest


def _subject_lead(words: str) -> re.Match[str] | None:
    """Match who sets or reports the figure ("Hà Nội phấn đấu", "Theo …,"), never an indicator."""
    if aim := AIM_IS.match(words):
        return aim
    return None if INDICATOR_START.match(words) else SUBJECT_LEAD.match(words)


def _strip_leads(words: str) -> str:
    """Return ``words`` (a suffix of it) without the lead-in words at its beginning."""
    rest = words.lstrip(_EDGE)
    while match := LEAD.match(rest):
        rest = rest[match.end() :].lstrip(_EDGE)
    return rest


def _strip_links(words: str) -> str:
    kept = words
    while match := LINK_AT_END.search(kept):
        kept = kept[: match.start()].rstrip(_EDGE)
    return kept


def _without(plain: str, content: Span, times: Sequence[TimeMention]) -> tuple[Span, ...]:
    """Cut the times out of a content span."""
    pieces: list[Span] = []
    start = content.start
    for time in times:
        if content.covers(time.span):
            pieces.append(Span(start, time.span.start))
            start = time.span.end
    pieces.append(Span(start, content.end))
    cut = (trimmed(plain, piece) for piece in pieces)
    return tuple(piece for piece in cut if _LETTER.search(piece.of(plain)))


def trimmed(plain: str, span: Span) -> Span:
    """Cut spaces and marks off both ends of a span."""
    words = span.of(plain)
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))


def _skip_edge(plain: str, start: int, end: int) -> int:
    words = plain[start:end]
    return start + len(words) - len(words.lstrip(_EDGE))
