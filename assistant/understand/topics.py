"""Another topic put where its like stood in the last question.

Where a new topic belongs is not always told by its words: "còn chữ ký số?" may replace what people
have, or what is measured. Then every reading is given, the one that keeps most first; the
documents choose between them.

What this module does not know: documents, periods given anew, or asking words given anew.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from assistant.understand import slots, subjects
from assistant.understand.beside_others import compared, over_months
from assistant.understand.chunks import chunks
from assistant.understand.like import like_part
from assistant.understand.predicates import COMPARED, VERBS
from assistant.understand.slots import tidy
from assistant.understand.subjects import BOUNDARY, clause_end, subject_span, topic_span
from assistant.understand.syllable import bare_table
from corpus.model import Span
from corpus.normalize import CAPITALS, comparable, tokens

Rivals = Mapping[tuple[str, ...], frozenset[int]]
_HEADS: Final = re.compile(
    r"^(?:chỉ tiêu |mục tiêu )?(?:tỉ lệ|tỉ trọng|tốc độ tăng trưởng|tốc độ tăng|số lượng|quy mô|"
    r"tổng số|tổng|diện tích|số|mức)\b"
)
_MEASURES: Final = re.compile(
    r"\b(?:tỉ lệ|tỉ trọng|tốc độ|^số|quy mô|tổng|diện tích|mức|thu nhập|grdp|gdp|gni|tfp|kim ngạch|"
    r"hdi|pci|papi|sipas|icor|gini|cpi|iip|fdi|oda|"
    r"năng suất|vốn|thu ngân sách|chi ngân sách|dân số|kinh phí|chi phí|giá trị|sản lượng|chỉ số|"
    r"tuổi thọ|số lượng|doanh thu|xếp hạng|nợ công|tăng trưởng)\b"
)
_ABOUT: Final = re.compile(r"\b(?:về|thuộc|của nhóm|trong lĩnh vực|lĩnh vực|cho)\s+(?=[^\W\d_])")
#: Nouns that stand before a name or a kind: a follow-up's replaces the question's.
_NOUNS: Final = frozenset(
    ("bộ", "sở", "trường", "ban", "quỹ", "luật", "ngành", "khu", "cụm", "tuyến", "đất", "vốn", "xã")
) | frozenset(("huyện", "quận", "đường", "thuế", "chi", "thu"))
_COUNT_NOUN: Final = re.compile(
    r"(?:những |các )?(?:chỉ tiêu|nhiệm vụ|giải pháp|nhóm|lĩnh vực|ngành|mục tiêu|tiêu chí|điều|"
    r"khoản|nội dung|chính sách|văn bản)\b"
)
_MODIFIER: Final = re.compile(r"(?:về|thuộc|của|trong|cho|ở|tại|từ)\s")
_NAME: Final = re.compile(rf"[{CAPITALS}][^\W\d_]*[^\W\d_{CAPITALS}](?: [{CAPITALS}][^\W\d_]*)+")
_AMOUNT_UNIT: Final = re.compile(r"(?<=bao nhiêu)\s*(?:phần trăm|%|usd|tỉ đồng|triệu đồng)")
_BODY: Final = re.compile(
    r"(?:bộ|sở|cơ quan|ban|ủy ban|công ti|tập đoàn|doanh nghiệp|hội|viện|tổng cục|cục|chính phủ)\b"
)
_VERB: Final = re.compile(rf" (?:{VERBS})\b")
_AND: Final = r"(?:\s*,\s*(?:và\s+)?|\s+(?:và|hoặc|hay)\s+)"
_MEMBER: Final = rf"[^\W\d_]+(?:(?! ?{BOUNDARY.pattern}) [^\W\d_]+){{0,3}}"
_MODIFYING: Final = frozenset(("ngoài", "trong", "phi", "không", "trên", "dưới", "cận"))
_OF: Final = re.compile(r"(?:(?:những|các) )?[^\W\d_]+(?: [^\W\d_]+){0,2} của ")
_LONGEST_RIVAL: Final = 5
_MORE: Final = 2
_KEPT: Final = 2  # syllables of a word, mostly
_MOST: Final = 6


def readings(base: str, topic: str, rivals: Rivals) -> tuple[str, ...]:
    """Return what a new topic may make of the last question, likeliest first.

    Args:
        base: the last full question, without its question mark.
        topic: what the follow-up names.
        rivals: for each phrase the numbers of the sets in which it excludes others.
    """
    if COMPARED.match(comparable(topic)):
        return compared(base, topic)
    topic = _without_same_class(base, topic)
    if stage := _other_stage(base, topic) or over_months(base, topic):
        return (stage,)
    if like := like_part(base, topic):
        span, said = like
        return (_put(base, span, said),)
    led = subjects.led_alike(base, topic)
    sure = (
        (_put(base, led, topic) if led else "")
        or _of_another_body(base, topic)
        or _narrowed(base, topic)
        or _opposed(base, topic, rivals)
        or _modified(base, topic)
    )
    if sure:
        return (sure,)
    found = [_with_same_start(base, topic), _of_another(base, topic)]
    span = _own_span(base, topic)
    found.append(_with_topic(base, span, topic))
    found += _with_end_replaced(base, span, topic)
    if not _MODIFIER.match(comparable(topic)) and not slots.group(topic):
        found += [_put(base, chunk, topic) for chunk in chunks(base) if not chunk.overlaps(span)]
        found += [_in_group(base, topic), *_alone(base, topic)]
    return tuple(dict.fromkeys(one for one in found if one))[:_MOST]


def _put(base: str, span: Span, topic: str) -> str:
    return tidy(f"{base[: span.start]} {topic} {base[span.end :]}")


def _without_same_class(base: str, topic: str) -> str:
    """Return a topic without the class that the question has too: "tiểu học mức độ 3"."""
    new, old = slots.group(topic), slots.group(base)
    if not new or not old or comparable(new.span.of(topic)) != comparable(old.span.of(base)):
        return topic
    return slots.without(topic, new.span) or topic


def _other_stage(base: str, topic: str) -> str:
    """Put a stage or class in place of the one of its kind: "giai đoạn 2" for "giai đoạn 1"."""
    new, old = slots.group(topic), slots.group(base)
    if not new or not old or new.kind != old.kind or len(new.span) < len(topic):
        return ""
    return _put(base, old.span, topic) if re.search(r"\d|đầu|cuối", old.span.of(base)) else ""


def _narrowed(base: str, topic: str) -> str:
    """Ask of one of the things that the last question names together: "công chức, viên chức"."""
    low = comparable(base)
    one = re.escape(comparable(topic))
    after = re.search(rf"\b{one}(?P<more>(?:{_AND}{_MEMBER})+)", low)
    if after:
        return tidy(base[: after.start("more")] + " " + base[after.end("more") :])
    before = re.search(rf"(?P<more>(?:[^\W\d_]+ ?){{1,3}}{_AND}){one}\b", low)
    return tidy(base[: before.start("more")] + " " + base[before.end("more") :]) if before else ""


def _opposed(base: str, topic: str, rivals: Rivals) -> str:
    """Put a topic where the question names what excludes it: "nữ" for "nam"."""
    named, own = tokens(topic), tokens(base)
    words = [comparable(one.text) for one in named]
    said = [comparable(one.text) for one in own]
    for start, end in _members(words, rivals):
        sets = rivals[tuple(words[start:end])]
        for first, last in _members(said, rivals):
            if (
                words[start:end] in _stretches(said, end - start)
                or not sets & rivals[tuple(said[first:last])]
            ):
                continue
            left, begin = start, first
            while left and begin and words[left - 1] == said[begin - 1]:
                left, begin = left - 1, begin - 1
            right, stop = end, last
            while right < len(words) and stop < len(said) and words[right] == said[stop]:
                right, stop = right + 1, stop + 1
            if slots.is_hollow(" ".join(words[:left] + words[right:])):
                text = topic[named[left].span.start : named[right - 1].span.end]
                return _put(base, Span(own[begin].span.start, own[stop - 1].span.end), text)
    return ""


def _stretches(words: list[str], size: int) -> list[list[str]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]


def _members(words: list[str], rivals: Rivals) -> Iterator[tuple[int, int]]:
    for size in range(_LONGEST_RIVAL, 0, -1):
        for start in range(len(words) - size + 1):
            if tuple(words[start : start + size]) in rivals:
                yield start, start + size


def _modified(base: str, topic: str) -> str:
    """Put a topic where the question has it without its first word: "ngoài nhà nước"."""
    first, *rest = comparable(topic).split()
    if first not in _MODIFYING or not rest:
        return ""
    match = re.search(rf"\b{re.escape(' '.join(rest))}\b", comparable(base))
    return _put(base, Span(*match.span()), topic) if match else ""


def _of_another(base: str, topic: str) -> str:
    """Ask for the same thing of another: "Trọng tâm của chuyển đổi AI là gì?", "dữ liệu số"."""
    asks = slots.asking(base)
    match = _OF.match(comparable(base))
    if not match or not asks or slots.HOW_MUCH.search(comparable(asks.of(base))):
        return ""
    if _MEASURES.search(comparable(topic)) or slots.place(topic):
        return ""
    return _put(base, Span(match.end(), clause_end(base, match.end())), topic)


def _with_same_start(base: str, topic: str) -> str:
    """Put a topic where the question has another thing of its first noun: "vốn thực hiện"."""
    first, *rest = comparable(topic).split()
    start = " ".join((first, *rest[:1])) if first not in _NOUNS else first
    if start == first and rest and first not in _NOUNS:
        return ""
    match = re.search(rf"\b{re.escape(start)}\b", comparable(base))
    if not match or (first not in _NOUNS and len(rest) < _MORE):
        return ""
    end = clause_end(base, match.start())
    lacking = len(topic.split()) - len(start.split())
    if end == match.end() and lacking:  # what follows belongs to it as the topic's own words do
        following = re.match(rf"(?: [^\W\d_]+){{{lacking}}}", comparable(base)[end:])
        end += following.end() if following else 0
    return _put(base, Span(match.start(), end), topic)


def _own_span(base: str, topic: str) -> Span:
    """Return the span that a topic replaces when nothing tells: who is asked for never is one."""
    body = _BODY.match(comparable(topic))
    return topic_span(base) if body else subject_span(base)


def _of_another_body(base: str, topic: str) -> str:
    """Ask the same of another body: "Vietstar xử lý rác …", "Công ty Tâm Sinh Nghĩa"."""
    verb = _VERB.search(comparable(base))
    if not verb or not _BODY.match(comparable(topic)):
        return ""
    named = base[: verb.start()]
    foreign = named.isascii() and named.isalpha() and named.lower() not in bare_table()
    return _put(base, Span(0, verb.start()), topic) if foreign else ""


def _with_topic(base: str, span: Span, topic: str) -> str:
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
    return _put(base, span, new)


def _with_end_replaced(base: str, span: Span, topic: str) -> list[str]:
    """Put a class or area in place of the end of what is asked about, most kept first.

    "Chỉ tiêu cây xanh đô thị vệ tinh", "khu vực trung tâm": "Chỉ tiêu cây xanh khu vực trung tâm".
    """
    words = span.of(base).split()
    counted = subjects.COUNTED.search(comparable(base))
    if len(words) <= _KEPT or not (slots.group(topic) or counted):
        return []
    kept = range(len(words) - _KEPT, 1, -_KEPT)
    return [_put(base, span, " ".join((*words[:size], topic))) for size in kept][:_MORE]


def _in_group(base: str, topic: str) -> str:
    group = slots.group(base)
    if not group or _MEASURES.search(comparable(topic)):
        return ""
    return _put(base, Span(group.span.start, clause_end(base, group.span.start)), topic)


def _alone(base: str, topic: str) -> list[str]:
    """Ask of a topic alone, within the last question's time, place and class."""
    asks, when = slots.asking(base), slots.period(base)
    group, place = slots.group(base), slots.place(base)
    within = Span(group.span.start, clause_end(base, group.span.start)) if group else None
    if not asks or not slots.HOW_MUCH.search(comparable(asks.of(base))) or " " not in topic:
        return []
    kept = [span for span in (within, place, when) if span]
    said = " ".join((topic, *(subjects.lowered(span.of(base)) for span in kept)))
    head = _HEADS.match(comparable(subject_span(base).of(base)))
    named = bool(_MEASURES.search(comparable(topic)))
    led = "" if named or not head else subject_span(base).of(base)[: head.end()]
    return [f"{said} là bao nhiêu", tidy(f"{led} {said}")]


def _is_kind_of_counted(old: str, topic: str) -> bool:
    """Tell whether a topic narrows what was counted ("chỉ tiêu": "môi trường")."""
    low = comparable(topic)
    counted = _COUNT_NOUN.match(comparable(old)) and not _COUNT_NOUN.match(low)
    return bool(counted) and not _MEASURES.search(low)


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
