"""What a question is about: its topic, the subject of a verb that lacks one, and where they end.

What this module does not know: follow-ups, or what is put in a topic's place.
"""

import re
from typing import Final

from assistant.understand import slots
from assistant.understand.predicates import FIRST_VERB, VERBS
from corpus.model import Span
from corpus.normalize import CAPITALS, comparable

_SIZED: Final = r"(?<!chiều )(?<!bề )(?<!kéo )(?:dài|rộng|cao|sâu|nặng)(?= bao nhiêu| mấy)"
BOUNDARY: Final = re.compile(
    rf"\b(?:{_SIZED}|là|đạt|chiếm|tăng|giảm|có|được|phải|sẽ|còn|ước|dự kiến|đặt|do|gồm|bao gồm|"
    r"bao nhiêu|"
    r"mấy|của|tại|ở|trên|trong|so với|tối thiểu|tối đa|ít nhất|khoảng|ở mức|thì|cần|muốn|nào|gì|"
    r"như thế nào|thế nào|ra sao|thuộc|biết|không|chưa|trị giá|bằng(?= bao nhiêu| mấy)|"
    r"chỉ(?= (?:có|còn|đạt|được|mới))|phấn đấu|đóng góp|theo|vào|đến|từ|ai|"
    r"chủ trì|theo dõi|phụ trách|phối hợp|ban hành|(?<!đăng )(?<!chữ )kí|(?<!vốn )thực hiện|"
    r"dành|giao|sử dụng|đã|đang|nằm|từng|giữ|đảm nhiệm|nói|"
    r"phát triển(?= (?:theo|như|ra|thế|bằng|dựa|gắn|thành)))\b|[,;:?!]"
)
#: Who sets a target, before what it is set for: "Hà Nội đặt mục tiêu", "thành phố phấn đấu".
_SETTING: Final = re.compile(
    r"(?:hà nội|thủ đô|việt nam|cả nước|nước ta|thành phố|tỉnh|chương trình|nghị quyết|kế hoạch|"
    r"văn bản|chính phủ|thành ủy)(?: [^\W\d_]+){0,2}? (?:đặt|đề ra|phấn đấu|dự kiến|xác định|"
    r"đưa ra|nêu)(?: (?:mục tiêu|chỉ tiêu|kế hoạch))?(?: (?:là|về|có))? "
)
_LED: Final = re.compile(r"(?:về|cho|trong lĩnh vực|đối với) (?=[^\W\d_])")
COUNTED: Final = re.compile(r"\b(?:bao nhiêu|mấy)\s*(?:phần trăm\s+|%\s*)?(?=[^\W\d_])")
_SHARE: Final = re.compile(
    r"\b(?:bằng|đạt|chiếm|hoàn thành)(?: được| khoảng)? (?:bao nhiêu|mấy) ?(?:phần trăm|%)\s*$"
)
#: What ends a topic with its limits: signs and verbs, but no preposition.
_ENDS: Final = re.compile(
    rf"\b(?:{_SIZED}|là|đạt|chiếm|tăng|giảm|có|được|phải|sẽ|còn|ước|dự kiến|do|gồm|bao gồm|"
    r"bao nhiêu|mấy|"
    r"bằng(?= bao nhiêu| mấy)|thì|cần|như thế nào|thế nào|ra sao|không|chưa|phấn đấu|ban hành|"
    r"(?<!đăng )(?<!chữ )kí|"
    r"từng|giữ|đã|đang|nằm|nói|phát triển theo|theo|so với)\b|[,;:?!]"
)
ACTED: Final = re.compile(
    rf"(?:những |các )?(?:ai|(?:[^\W\d_]+ ){{1,2}}nào)(?: (?:đã|sẽ|là|có thể))? (?:(?:{VERBS}) )+"
)
#: Asking words before what is asked about: "Năm nào nhà máy đóng cửa?".
_ASKED_FIRST: Final = re.compile(
    r"(?:(?:từ|vào|đến|trước|sau) )?(?:khi nào|bao giờ|lúc nào|năm nào|ngày nào|tháng nào|vì sao|"
    r"tại sao|ở đâu)(?: (?:thì|mà|mới))? (?=[^\W\d_])"
)
BARE_UNIT: Final = re.compile(
    r"(?:gdp|grdp|usd|đồng|phần trăm|%|tuổi|năm|tháng|ngày|giờ|phút|lần|km|ha|hecta|m2|tỉ|triệu)\b"
)


def topic_span(base: str) -> Span:
    """Return where a full question names what it is about.

    After "bao nhiêu" when something is counted, else the first noun phrase outside the period.
    """
    low = comparable(base)
    when = slots.period(base)
    counted = COUNTED.search(low)
    at = counted.end() if counted else 0
    if counted and _is_share_of(base, low, counted):
        counted = None
    if counted and not BOUNDARY.match(low, at) and not BARE_UNIT.match(low, at):
        return Span(at, clause_end(base, at))
    start = when.end if when and when.start == 0 else 0
    start = asked.end() if start == 0 and (asked := _ASKED_FIRST.match(low)) else start
    start += len(base[start:]) - len(base[start:].lstrip(" ,"))
    opener = re.match(
        r"(?:thì |có phải |có đúng |có đúng là |liệu |hỏi |chỉ tiêu về |những |các )+", low[start:]
    )
    start += opener.end() if opener else 0
    setting = _SETTING.match(low[start:])
    start += setting.end() if setting else 0
    return Span(start, max(clause_end(base, start), start))


def _is_share_of(base: str, low: str, counted: re.Match[str]) -> bool:
    """Tell "thu ngân sách bằng bao nhiêu phần trăm dự toán": what is counted is what it is of."""
    led = _SHARE.search(low, 0, counted.end())
    before = slots.without(base[: led.start()], slots.period(base[: led.start()])) if led else ""
    return not slots.is_hollow(before)


def whole_subject(base: str) -> str:
    """Return what a question is about with all that limits it: "thời hạn phục vụ tại ngũ"."""
    span = subject_span(base)
    low = slots.plain(base)
    ends = [len(base), *(match.start() for match in _ENDS.finditer(low, span.end))]
    ends += [one.start for one in (slots.period(base), slots.asking(base)) if one]
    end = min((end for end in ends if end >= span.end), default=span.end)
    return lowered(base[span.start : end].rstrip(" ,"))


def bare_subject(base: str) -> str:
    """Return what stands before the first verb of a question, "" where no verb tells.

    "Hố sụt xuất hiện ở xã nào?" is about "hố sụt", and goes on so: "sâu bao nhiêu?".
    """
    span = subject_span(base)
    verb = FIRST_VERB.search(slots.plain(base), span.start)
    if verb is None or verb.start() > span.end or not slots.plain(base)[span.start : verb.start()]:
        return ""
    return lowered(base[span.start : verb.start()].strip(" ,"))


def lowered(text: str) -> str:
    """Return words for the middle of a sentence: a first capital stays where it makes a name."""
    named = re.match(rf"(?:\w+ ){{1,2}}(?:số )?[\d{CAPITALS}]|\w[{CAPITALS}]", text)
    return text if named else text[:1].lower() + text[1:]


def subject_span(base: str) -> Span:
    """Return where a question names its topic; after "ai ban hành", what is issued."""
    led = ACTED.match(f"{comparable(base)} ")
    if not led or led.end() >= len(base):
        return topic_span(base)
    when = slots.period(base)
    end = when.start if when and when.start > led.end() else len(base)
    return Span(led.end(), led.end() + len(base[led.end() : end].rstrip(" ,")))


def clause_end(base: str, start: int) -> int:
    """Return where the noun phrase that begins at ``start`` ends: at a verb, sign or period."""
    low = slots.plain(base)
    ends = [len(base)]
    boundary = BOUNDARY.search(low, start + 1)
    if boundary:
        ends.append(boundary.start())
    spans = (slots.period(base), slots.asking(base))
    ends.extend(span.start for span in spans if span and span.start > start)
    ends.extend(_places(base, start))
    end = min(ends)
    return start + len(base[start:end].rstrip(" ,"))


def led_alike(base: str, topic: str) -> Span | None:
    """Return the phrase of a question that begins with a topic's own small word, if there is one.

    "về xã hội?" takes the place of "về môi trường", "cho y tế?" of "cho giáo dục".
    """
    led = _LED.match(comparable(topic))
    found = list(re.finditer(rf"\b{led.group(0)}", slots.plain(base))) if led else []
    if len(found) != 1:
        return None
    start, end = found[0].start(), clause_end(base, found[0].end())
    return Span(start, end) if end > found[0].end() else None


def _places(base: str, start: int) -> list[int]:
    where = slots.place(base)
    return [where.start] if where and where.start > start else []
