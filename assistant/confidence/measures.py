"""What kind of figure a question asks for, and whether the figure found is of that kind.

Money is not answered by a percentage, nor an age by a number of months. A count may be answered by
a share ("bao nhiêu học sinh biết bơi?": "75%"), so that is no clash.

What this module does not know: the figure's indicator, or its year.
"""

import re
from enum import StrEnum
from functools import lru_cache

from assistant.question import Asks, Question
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.normalize import comparable, syllables


class Measure(StrEnum):
    """A kind of figure."""

    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    AGE = "age"
    SIZE = "size"
    TIMES = "times"
    COUNT = "count"


_MONEY = r"(?:tiền|đồng|usd|đô la|đô(?! thị)|euro|vnđ|vnd|(?:tỉ|triệu|nghìn) (?:đồng|usd|đô))"
_TIME = r"(?:ngày|tháng|năm|tuần|quý|giờ|phút|giây|hôm|buổi|thế kỉ|thập kỉ|nhiệm kì)"
_DAYS = r"bữa(?! (?:ăn|cơm|sáng|trưa|tối|chính|phụ|tiệc|nhậu))\b"
_SIZE = (
    r"(?:ha|hecta|héc ta|m2|m²|m3|m³|km2|km²|km|cây số|mét|ki lô mét|kg|tấn|tạ|lít|ml|mw|kwh|độ|gb"
    r"|tbps|gbps)"
)
_HOW_MANY = r"(?:bao nhiêu|mấy|bao lăm)"
_ASKED: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (Measure.SHARE, rf"{_HOW_MANY} (?:phần\b|%)|phần trăm|chiếm {_HOW_MANY}"),
        (
            Measure.MONEY,
            (
                rf"{_HOW_MANY} {_MONEY}(?!\w)|\b(?:phạt|thưởng|bồi thường|đền bù|chi trả)"
                rf" {_HOW_MANY}(?=\W*$| (?:vì|do|nếu|khi)\b)"
            ),
        ),
        (
            Measure.TIME,
            rf"{_HOW_MANY} (?:{_TIME}(?!\w)|{_DAYS})|bao lâu|{_TIME} (?:thứ )?{_HOW_MANY}",
        ),
        (Measure.AGE, rf"{_HOW_MANY} tuổi"),
        (Measure.SIZE, rf"{_HOW_MANY} {_SIZE}(?!\w)|(?:rộng|dài|cao|sâu|nặng) {_HOW_MANY}"),
        (Measure.TIMES, rf"{_HOW_MANY} lần|gấp {_HOW_MANY}"),
    )
)
_COUNTED = re.compile(
    rf"{_HOW_MANY} (?!tỉ|triệu|nghìn|gdp|grdp|một\b|mỗi\b)"
    r"(?!(?:vì|do|nếu|khi|để|nhờ|so|trong|ở|tại|vào|cho|về|từ|đến|tới|theo|thì|với|và|hay)\b)[^\W\d]"
)
_HEADS: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (Measure.SHARE, r"\b(?:tỉ lệ|tỉ trọng|tỉ suất|tốc độ tăng|lãi suất|thuế suất)\b"),
        (
            Measure.MONEY,
            (
                r"\b(?:giá|lệ phí|mức phí|kinh phí|chi phí|lương|thu nhập|vốn|tiền|ngân sách"
                r"|doanh thu|kim ngạch|trợ cấp|phụ cấp|nợ|bội chi)\b"
            ),
        ),
        (Measure.SIZE, r"\b(?:diện tích|chiều (?:dài|rộng|cao|sâu)|khối lượng|công suất)\b"),
        (Measure.TIME, r"\b(?:thời hạn|thời gian|kì hạn)\b"),
    )
)
# What a thing costs is no share; money set aside may be: "vốn …: 30%".
_PRICE = re.compile(r"\b(?:giá (?:bán|mua|vé|thuê|cả|một|mỗi|của))\b")
_TOTAL = re.compile(r"\btổng (?:số |mức )?(?:kinh phí|vốn|chi phí|tiền|ngân sách|nhu cầu)\b")
_STATED: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (Measure.SHARE, r"%|phần trăm|phần nghìn|‰"),
        (
            Measure.MONEY,
            rf"(?:\d|tỉ|triệu|nghìn|trăm) ?(?:{_MONEY}|đ)(?!\w)|\d(?: (?:tỉ|triệu|nghìn)){{1,2}}$",
        ),
        (Measure.AGE, r"\btuổi\b"),
        (Measure.TIME, rf"(?<![^\W\d]){_TIME}\b"),
        (Measure.TIMES, r"\blần\b"),
        (Measure.SIZE, rf"(?<![^\W\d]){_SIZE}(?!\w)"),
        (
            Measure.COUNT,
            r"\d ?[^\W\d]|\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười) [^\W\d]",
        ),
    )
)


# Words that count other words: "bao nhiêu cụm việc" may be told as "9 nhóm nhiệm vụ".
_CLASSIFIERS = frozenset(
    ("nhóm", "cụm", "loại", "thứ", "điều", "cái", "con", "chiếc", "mảng", "khâu", "phần", "khoản")
)
# "Bao nhiêu người" may be told of those who are more than that: "39.000 lao động".
_PEOPLE_WORDS = (
    r"(?:người|lao động|học sinh|sinh viên|học viên|giáo viên|giảng viên|cán bộ|công chức"
    r"|viên chức|bác sĩ|dược sĩ|điều dưỡng|kĩ sư|chuyên gia|công nhân|nhân viên|đại biểu|đảng viên"
    r"|hội viên|đoàn viên|thành viên|thanh niên|trẻ|trẻ em|phụ nữ|dân|nhân dân|cử nhân|thạc sĩ"
    r"|tiến sĩ|nông dân|cựu chiến binh|khách|du khách|hành khách|bệnh nhân|chiến sĩ|cư dân)"
)
_PEOPLE = re.compile(rf"\b{_PEOPLE_WORDS}\b")
_PERSONS = re.compile(
    rf"\bbao nhiêu (?:em|cháu|cụ|đứa|bé|thầy|cô|anh|chị|học trò|{_PEOPLE_WORDS})\b"
)
"""Persons counted: neither money nor a size tells how many ("mấy cô giáo" may be just plural)."""
_OF_THINGS = frozenset((Measure.COUNT, Measure.AGE, Measure.TIME, Measure.TIMES))


def measures_asked(question: Question) -> frozenset[Measure]:
    """Return the kinds of figure that would answer; empty where no figure is asked, or any would.

    What stands after "bao nhiêu" decides; else what the question is about ("kinh phí").
    """
    return _asked_by(comparable(question.text))


@lru_cache(maxsize=1 << 10)
def _asked_by(form: str) -> frozenset[Measure]:
    if asked := frozenset(measure for measure, pattern in _ASKED if pattern.search(form)):
        return asked
    if not re.search(_HOW_MANY, form):
        return frozenset()
    about = frozenset(measure for measure, pattern in _HEADS if pattern.search(form))
    if _PERSONS.search(form):
        return frozenset((Measure.COUNT, Measure.SHARE))
    if _COUNTED.search(form):
        return about | {Measure.COUNT, Measure.SHARE, Measure.SIZE, Measure.AGE}
    whole = _PRICE.search(form) or _TOTAL.search(form)
    return about | {Measure.SHARE} if about and not whole else about


def measure_stated(evidence: Evidence) -> Measure | None:
    """Return the kind of the figure that evidence would answer with, or None without one."""
    if evidence.span is None:
        return None
    unit = evidence.target.unit if evidence.target else ""
    return _stated_by(comparable(f"{evidence.key} {unit}").partition("/")[0].strip())


@lru_cache(maxsize=1 << 12)
def _stated_by(form: str) -> Measure | None:
    return next((measure for measure, pattern in _STATED if pattern.search(form)), None)


def agreement(question: Question, evidence: Evidence) -> int:
    """Return 1 where the figure found is of the kind asked for, -1 where not, 0 where unknown."""
    asked, stated = measures_asked(question), measure_stated(evidence)
    if not asked or stated is None or question.wants(Asks.CLOCK):  # "23h30" measures nothing
        return 0
    return 1 if stated in asked else -1


def says_the_noun(question: Question, evidence: Evidence) -> bool:
    """Tell whether the span has the word counted: "mấy trường?" and "12 trường học"."""
    noun = question.unit.split(" ")[0]
    if noun == "người" and _PEOPLE.search(comparable(evidence.key)):
        return True
    return bool(noun) and evidence.span is not None and noun in comparable(evidence.key).split()


def counts_another(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether things are counted, but not those asked for: "mấy trường?" and "12 huyện".

    A share, a size or money may stand for a count ("bao nhiêu đất": "3 ha"), and a synonym for its
    noun.
    """
    noun = reading.question.unit.split(" ")[0]
    if noun in {"", "%"} | _CLASSIFIERS or measure_stated(evidence) not in _OF_THINGS:
        return False
    unit = evidence.target.unit if evidence.target else ""
    if noun == "người" and _PEOPLE.search(comparable(f"{evidence.key} {unit}")):
        return False
    counted = {*syllables(evidence.key), *syllables(unit)}
    return noun not in counted and not counted & reading.matcher.other_words_of(noun)
