"""Who holds an office that a question asks for: the office must stand at the name, rank and all.

"Ai là Giám đốc Sở Y tế?" is not answered by "Phó Giám đốc Sở Y tế Lê An", nor by a former one. An
office right at a name, and nothing else asked, is an answer by its structure alone.

What this module does not know: where names are (`assistant.reading.phrases`).
"""

import re
from typing import Final

from assistant.reading.posts import OFFICE
from assistant.reading.slots import words_of
from corpus.model import Span
from corpus.normalize import comparable, syllables

_RANKED: Final = re.compile(
    rf"\b(?P<rank>(?:(?:nguyên|cựu|phó) )*)(?P<office>{OFFICE})\b(?P<of> [^\W\d_]+)?"
)
_APPOSED: Final = re.compile(
    rf"(?: ?\([^)]*\))?(?: ?,| ?[-–(]| (?:hiện |đang )*là) ?{_RANKED.pattern}"
)
_WHERE: Final = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=\())(?:sân bay|huyện|xã|phường|quận|thôn|ấp|ngã (?:ba|tư)"
    r"|đường|phố|cảng|chợ|cầu|sông|núi|đảo|khu vực) $"
)
_CONFERRED: Final = re.compile(rf"\b(?:làm|kiêm|là) (?:phó )?{OFFICE}\b")
_LED: Final = re.compile(
    r" (?P<body>thành ủy|tỉnh ủy|đảng ủy|huyện ủy|quận ủy|thị ủy|chi bộ|thành đoàn|tỉnh đoàn|đoàn"
    r"|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|hội đồng quản trị|quốc hội|nước|hội|tập đoàn"
    r"|công ty|mặt trận|sở|cục|vụ|viện|bệnh viện|trung tâm|công an)\b"
)
_SHORT: Final = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}
_LOOK: Final = 120
_BARE_POST: Final = re.compile(
    r"(?:ông |bà |anh |chị |đồng chí )?(?:[^\W\d_]+ ){2,5}?(?:(?:hiện nay|hiện|đang) )*"
    r"(?:(?:giữ|làm|đảm nhiệm|đảm nhận|có|là) )?"
    r"(?:(?:chức vụ|chức danh|chức|cương vị|vai trò) (?:gì|nào|là gì)|làm gì|là ai)"
)
_Office = tuple[bool, bool, str, str]
_ASKING: Final = words_of("ai là đang hiện nay làm giữ chức vụ ông bà tên gì người nào của")


def is_where(text: str, clause: Span, name: Span) -> bool:
    """Tell whether a name within a clause is only a place's: "tại sân bay Hà Đông" acts not.

    A place that a clause begins with may act: "Huyện Hà Đông yêu cầu …".
    """
    before = comparable(text[max(clause.start, name.start - 30) : name.start])
    return _WHERE.search(before) is not None


def is_conferred(text: str, clause: Span) -> bool:
    """Tell whether a clause gives an office to whoever holds another: "Bí thư làm Trưởng ban"."""
    return _CONFERRED.search(comparable(clause.of(text))) is not None


def is_bare_post(question: str) -> bool:
    """Tell whether nothing but somebody's post is asked: "Ông Lê An giữ chức vụ gì?"."""
    return _BARE_POST.fullmatch(" ".join(syllables(question))) is not None


def holds_another(question: str, text: str, clause: Span, name: Span, others: list[Span]) -> bool:
    """Tell whether offices stand at a name and none of them is the one asked for."""
    asked = _offices(comparable(question))
    said = _offices(_around(text, clause, name, others))
    return bool(asked and said and not _share(asked, said))


def is_shown(question: str, text: str, clause: Span, name: Span) -> bool:
    """Tell whether an office asked for stands at a name with all words of the question."""
    around = _around(text, clause, name, [])
    words = set(syllables(question)) - _ASKING
    at = comparable(text[max(clause.start, name.start - _LOOK) : name.end + _LOOK])
    same = _share(_offices(comparable(question)), _offices(around))
    return same and words <= set(syllables(at))


def _around(text: str, clause: Span, name: Span, others: list[Span]) -> str:
    """Return what stands at a name and not at another's, in comparable form."""
    mine = (_told_of(text, o, name) for o in others if o.end <= name.start)
    start = max([clause.start, name.start - _LOOK, *mine])
    end = min([clause.end, name.end + _LOOK, *(o.start for o in others if o.start >= name.end)])
    before, after = comparable(text[start : name.start]), comparable(text[name.end : end])
    told = _APPOSED.match(after)
    return f"{before} ; {after if told else ''}"


def _told_of(text: str, other: Span, name: Span) -> int:
    """Return where what is told of another ends: "ông Lê An - giám đốc" before "và ông Vũ Bình"."""
    after = comparable(text[other.end : name.start])
    told = _APPOSED.match(after)
    ends = re.compile(r",| và | cùng |;").search(after, told.end("office")) if told else None
    return other.end + ends.start() if ends else other.end


def _share(asked: set[_Office], said: set[_Office]) -> bool:
    """Tell whether one office is in both; one of whose body nothing is said may be of any."""
    return any(
        one[:-1] == other[:-1] and (one[-1] == other[-1] or not (one[-1] and other[-1]))
        for one in asked
        for other in said
    )


def _offices(form: str) -> set[_Office]:
    """Return the offices named, each with whether it is a deputy's, or a former one, and of what.

    "Bí thư Đảng ủy" is not "Bí thư Thành ủy"; of whose body nothing is said, it is "".
    """
    found: set[_Office] = set()
    for one in _RANKED.finditer(form):
        led = _LED.match(form, one.end("office"))
        body = led["body"] if led else ""
        office = one["office"] + (one["of"] or "" if one["office"] == "trưởng" else "")
        former = "nguyên" in one["rank"] or "cựu" in one["rank"]
        found.add(("phó" in one["rank"], former, office, _SHORT.get(body, body)))
    return found
