"""Putting one part of a follow-up into the last full question, in place of its like.

What this module does not know: which part a follow-up names (`assistant.understand.followup`).
"""

import re
from typing import Final

from assistant.understand import slots
from assistant.understand.slots import tidy, without
from corpus.model import Span
from corpus.normalize import comparable

_HEADS: Final = re.compile(
    r"^(?:chỉ tiêu |mục tiêu )?(?:tỉ lệ|tỉ trọng|tốc độ tăng trưởng|tốc độ tăng|số lượng|quy mô|"
    r"tổng số|tổng|diện tích|số|mức)\b"
)
_MEASURES: Final = re.compile(
    r"\b(?:tỉ lệ|tỉ trọng|tốc độ|số|quy mô|tổng|diện tích|mức|thu nhập|grdp|gdp|gni|tfp|kim ngạch|"
    r"năng suất|vốn|thu ngân sách|chi ngân sách|dân số|kinh phí|chi phí|giá trị|sản lượng|chỉ số|"
    r"tuổi thọ|số lượng|doanh thu|xếp hạng|nợ công|tăng trưởng)\b"
)
_BOUNDARY: Final = re.compile(
    r"\b(?:là|đạt|chiếm|tăng|giảm|có|được|phải|sẽ|còn|ước|dự kiến|đặt|do|gồm|bao gồm|bao nhiêu|"
    r"mấy|của|tại|ở|trên|trong|so với|tối thiểu|tối đa|ít nhất|khoảng|ở mức|thì|cần|muốn|nào|gì|"
    r"như thế nào|thế nào|ra sao|thuộc|biết|không|chưa|phấn đấu|đóng góp|theo|vào|đến|từ|ai|"
    r"chủ trì|theo dõi|phụ trách|phối hợp|ban hành|kí|thực hiện|dành|giao|sử dụng|đã|đang|nằm|"
    r"phát triển(?= (?:theo|như|ra|thế|bằng|dựa|gắn|thành)))\b|[,;:?!]"
)
_ABOUT: Final = re.compile(r"\b(?:về|thuộc|của nhóm|trong lĩnh vực|lĩnh vực|cho)\s+(?=[^\W\d_])")
#: Nouns that stand before a name or a kind: a follow-up's replaces the question's.
_NOUNS: Final = frozenset(
    ("bộ", "sở", "trường", "ban", "quỹ", "luật", "ngành", "khu", "cụm", "tuyến", "đất", "vốn")
)
#: Who sets a target, before what it is set for: "Hà Nội đặt mục tiêu", "thành phố phấn đấu".
_SETTING: Final = re.compile(
    r"(?:hà nội|thủ đô|việt nam|cả nước|nước ta|thành phố|tỉnh|chương trình|nghị quyết|kế hoạch|"
    r"văn bản|chính phủ|thành ủy)(?: [^\W\d_]+){0,2}? (?:đặt|đề ra|phấn đấu|dự kiến|xác định|"
    r"đưa ra|nêu)(?: (?:mục tiêu|chỉ tiêu|kế hoạch))?(?: (?:là|về|có))? "
)
_COUNT_NOUN: Final = re.compile(
    r"(?:những |các )?(?:chỉ tiêu|nhiệm vụ|giải pháp|nhóm|lĩnh vực|ngành|mục tiêu|tiêu chí|điều|"
    r"khoản|nội dung|chính sách|văn bản)\b"
)
_MODIFIER: Final = re.compile(r"(?:về|thuộc|của|trong|cho|ở|tại|từ)\s")
_NAME: Final = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*[a-zà-ỹ](?: [A-ZĐÀ-Ỹ][^\W\d_]*)+")
_NAMED: Final = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường)"
    r"(?: [A-ZĐÀ-Ỹ][^\W\d_]*)+"
)
_COUNTED: Final = re.compile(r"\b(?:bao nhiêu|mấy)\s*(?:phần trăm\s+|%\s*)?(?=[^\W\d_])")
_AMOUNT_UNIT: Final = re.compile(r"(?<=bao nhiêu)\s*(?:phần trăm|%|usd|tỉ đồng|triệu đồng)")
_LIST_ASKING: Final = re.compile(
    r"gì\b|\bnhững\b.*\bnào\b|\bcác\b.*\bnào\b|^(?:kể|liệt kê|nêu)|^cụ thể"
)
_WHO: Final = re.compile(r"\b(?:bộ|sở|cơ quan|đơn vị|ban|tổ chức|bên|ai|người|nơi)\b")
_HANGING: Final = re.compile(r"\s+(?:do|bởi|với|là|những|các|theo|vào|ở|tại)(?=\s*$|\s+ban hành)")
_YES_NO: Final = re.compile(r"\bcó\s+(?P<said>.+?)\s+(?:không|chưa|hay không)\s*\?*$")


def with_period(base: str, new: str) -> str:
    """Put a period in place of the question's own, or before its asking words."""
    span = slots.period(base)
    if span is None:
        place = slots.asking(base)
        named = new if not slots.bare_year(new) else f"năm {slots.bare_year(new)}"
        if place is None or place.start == 0:
            return f"{base} {named}"
        return tidy(f"{base[: place.start]} {named} {base[place.start :]}")
    old = span.of(base)
    years = re.findall(r"\d{4}", new)
    said = {*comparable(new).split()} - {"năm", *years}
    if len(years) == len(re.findall(r"\d{4}", old)) == 1 and said <= {*comparable(old).split()}:
        new = re.sub(r"\d{4}", years[0], old)
    rest = base[span.end :]
    again = slots.period(rest)
    while again is not None and comparable(rest[: again.start]).strip(" ,") in (
        "",
        "và",
        "hoặc",
        "hay",
    ):
        rest = rest[again.end :]
        again = slots.period(rest)
    return tidy(f"{base[: span.start]} {new.strip()} {rest}")


def with_topic(base: str, topic: str) -> str:
    """Put a new topic into the last question where its own part of the same kind stood."""
    span = _like_part(base, topic)
    if span is not None:
        return tidy(f"{base[: span.start]}{topic} {base[span.end :]}")
    span = topic_span(base)
    old = span.of(base)
    low = comparable(topic)
    about = _ABOUT.search(comparable(old))
    if _NAME.fullmatch(topic):
        new = f"{old} của {topic}"
    elif about and not _MEASURES.search(low):
        said = "" if slots.group(topic) or _MODIFIER.match(low) else about.group(0)
        new = f"{old[: about.start()]}{said}{topic}"
    elif slots.group(topic) or _MODIFIER.match(low):
        new = f"{old} {topic}"
    elif _is_kind_of_counted(old, topic):
        new = f"{old} về {topic}"
    else:
        return tidy(_replaced(base, span, topic))
    return tidy(f"{base[: span.start]}{new} {base[span.end :]}")


def _like_part(base: str, topic: str) -> Span | None:
    """Return the class, place or named body of the question that the topic is another of."""
    new_group, old_group = slots.group(topic), slots.group(base)
    if new_group and old_group and new_group.kind == old_group.kind:
        return Span(old_group.span.start, _clause_end(base, old_group.span.start))
    new_place, old_place = slots.place(topic), slots.place(base)
    if new_place and old_place and (len(new_place) >= len(topic) or _NAMED.fullmatch(topic)):
        return old_place
    return _same_noun(base, topic)


def _is_kind_of_counted(old: str, topic: str) -> bool:
    """Tell whether a topic narrows what was counted ("chỉ tiêu": "môi trường")."""
    low = comparable(topic)
    counted = _COUNT_NOUN.match(comparable(old)) and not _COUNT_NOUN.match(low)
    return bool(counted) and not _MEASURES.search(low)


def _same_noun(base: str, topic: str) -> Span | None:
    """Return the noun phrase of the question that begins with the topic's own first noun."""
    first = comparable(topic).split()[0]
    match = re.search(rf"\b{re.escape(first)}\b", comparable(base)) if first in _NOUNS else None
    return Span(match.start(), _clause_end(base, match.start())) if match else None


def _replaced(base: str, span: Span, topic: str) -> str:
    old = span.of(base)
    head = _HEADS.match(comparable(old))
    kept = ""
    if head and not _MEASURES.search(comparable(topic)):
        kept = old[: head.end()] + " "
    rest = base[span.end :]
    if not kept:
        rest = _AMOUNT_UNIT.sub("", rest)
    return f"{base[: span.start]}{kept}{topic} {rest}"


def with_asking(base: str, asking: str, verb: str) -> str:
    """Ask something else about the last question's topic."""
    span = slots.asking(base)
    verb = tidy(verb)
    counted = _COUNTED.search(comparable(base))
    if counted and _LIST_ASKING.search(comparable(asking)):
        said = f"{base[: counted.start()]}những {base[counted.end() :]}"
        return f"{said} nào" if not comparable(said).endswith(" nào") else said
    if span is not None and _kind(span.of(base)) == _kind(asking):
        return tidy(f"{base[: span.start]} {asking} {base[span.end :]}")
    told = _YES_NO.search(comparable(base))
    if told:
        said = base[: told.start()] + base[told.start("said") : told.end("said")]
    else:
        said = _HANGING.sub("", without(base, span))
    led = _WHO.search(comparable(asking)) and verb
    return f"{asking} {verb} {said}" if led else f"{said} {verb} {asking}"


def _kind(asking: str) -> str:
    low = comparable(asking)
    if _WHO.search(low):
        return "who"
    if re.search(r"khi nào|bao giờ|ngày|lúc|tháng|năm nào|thời gian", low):
        return "when"
    if re.search(r"bao nhiêu|mấy", low):
        return "amount"
    return "where" if "đâu" in low else "what"


def topic_span(base: str) -> Span:
    """Return where a full question names what it is about.

    After "bao nhiêu" when something is counted, else the first noun phrase outside the period.
    """
    low = comparable(base)
    when = slots.period(base)
    counted = _COUNTED.search(low)
    if counted and not _BOUNDARY.match(low, counted.end()):
        bare = re.match(r"(?:gdp|grdp|usd|đồng|phần trăm|%)\b", low[counted.end() :])
        if not bare:
            return Span(counted.end(), _clause_end(base, counted.end()))
    start = when.end if when and when.start == 0 else 0
    start += len(base[start:]) - len(base[start:].lstrip(" ,"))
    opener = re.match(
        r"(?:thì |có phải |có đúng |có đúng là |liệu |hỏi |chỉ tiêu về |những |các )+", low[start:]
    )
    start += opener.end() if opener else 0
    setting = _SETTING.match(low[start:])
    start += setting.end() if setting else 0
    return Span(start, max(_clause_end(base, start), start))


def _clause_end(base: str, start: int) -> int:
    """Return where the noun phrase that begins at ``start`` ends: at a verb, sign or period."""
    low = comparable(base)
    ends = [len(base)]
    boundary = _BOUNDARY.search(low, start + 1)
    if boundary:
        ends.append(boundary.start())
    when = slots.period(base)
    if when and when.start > start:
        ends.append(when.start)
    ends.extend(_places(base, start))
    end = min(ends)
    return start + len(base[start:end].rstrip(" ,"))


def _places(base: str, start: int) -> list[int]:
    where = slots.place(base)
    return [where.start] if where and where.start > start else []
