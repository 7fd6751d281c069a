"""Putting a period or asking words of a follow-up into the last full question.

What this module does not know: which part a follow-up names (`assistant.understand.followup`), or
how a topic is replaced (`assistant.understand.topics`).
"""

import re
from typing import Final

from assistant.understand import shifts, slots
from assistant.understand.predicates import COMPARED, RESTATED
from assistant.understand.slots import tidy
from assistant.understand.subjects import (
    ACTED,
    COUNTED,
    bare_subject,
    lowered,
    whole_subject,
)
from corpus.model import Span
from corpus.normalize import comparable

_LIST_ASKING: Final = re.compile(
    r"gì\b|\bnhững\b.*\bnào\b|\bcác\b.*\bnào\b|^(?:kể|liệt kê|nêu)"
    r"|^cụ thể(?!.*\b(?:đâu|ai|khi|bao|sao))"
)
_WHO: Final = re.compile(r"\b(?:bộ|sở|cơ quan|đơn vị|ban|tổ chức|bên|ai|người|nơi)\b")
_RATE: Final = re.compile(r"\b(?:mỗi|một|từng|hằng|hàng|tổng cộng)\b")
_EACH: Final = re.compile(r"\b(?:mỗi|hằng|hàng) (?:năm|tháng)\b")
_COUNTED_IN: Final = re.compile(
    r"(?P<whole>[^,?]{4,}?) (?:được )?(?:(?P<parts>chia (?:ra |thành |làm )?)|có |gồm |bao gồm )"
    r"(?:tất cả |tổng cộng )?(?:mấy|bao nhiêu) ",
    re.IGNORECASE,
)
_ASKED_RATE: Final = re.compile(r" (?:là )?(?:bao nhiêu|mấy)$", re.IGNORECASE)
_LEADING: Final = re.compile(r"vì sao|tại sao|do đâu|làm sao")
_ACTS: Final = re.compile(
    r"(?:những |các )?(?:ai|(?:bộ|sở|cơ quan|đơn vị|ban|tổ chức|công ti|bên|người|cấp) nào)"
    r" (?!được |bị |là )"
)
_WHEN_OR_WHY: Final = re.compile(
    r"(?P<asks>(?:(?:từ|vào|đến|trước|sau) )?(?:khi nào|bao giờ|lúc nào|năm nào|ngày nào|vì sao|"
    r"tại sao|ở đâu))(?: (?:thì|mới|sẽ|là))? "
)
_SAID_OF_PEOPLE: Final = re.compile(
    r"\b(?:nói|phát biểu|cho rằng|cho biết|nhấn mạnh|khẳng định|lưu ý|đánh giá|nhận định|đề nghị|"
    r"đề xuất|kiến nghị|yêu cầu|sinh|làm việc|giữ|từng|học)\b"
)
_RESTATED: Final = re.compile(
    rf"(?:{RESTATED})(?: là| ra)* (?=(?:khoảng |chừng )?(?:bao nhiêu|mấy))"
)
_YES_NO: Final = re.compile(r"\bcó\s+(?P<said>.+?)\s+(?:không|chưa|hay không)\s*\?*$")


def with_period(base: str, new: str) -> str:
    """Put a period in place of the question's own, or before its asking words."""
    span = slots.period(base)
    stage = slots.group(base)
    if span is None and stage and shifts.is_relative(new) and stage.kind in comparable(new):
        now = shifts.stage_after(stage.span.of(base), new)
        return tidy(f"{base[: stage.span.start]} {now} {base[stage.span.end :]}")
    each = _EACH.search(comparable(base))
    if span is None and each and not _EACH.search(comparable(new)):
        span = Span(*each.span())
    if span is None:
        named = new if not slots.bare_year(new) else f"năm {slots.bare_year(new)}"
        return _before_asking(base, named)
    old = span.of(base)
    new = shifts.shifted(old, new)
    years = re.findall(r"\d{4}", new)
    said = {*comparable(new).split()} - {"năm", *years}
    if len(years) == len(re.findall(r"\d{4}", old)) == 1 and said <= {*comparable(old).split()}:
        new = re.sub(r"\d{4}", years[0], old)
    elif slots.bare_year(new) and not re.search(r"\d{4}", old):
        new = f"năm {slots.bare_year(new)}"
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


def with_rate(base: str, each: str) -> tuple[str, ...]:
    """Ask how much it is each year: in place of a year, beside a period of years."""
    if slots.asking(base):
        each = _ASKED_RATE.sub("", each)
    when = slots.period(base)
    beside = _before_asking(base, each)
    replaced = with_period(base, each)
    return (replaced, beside) if when and slots.bare_year(when.of(base)) else (beside, replaced)


def _before_asking(base: str, said: str) -> str:
    place = slots.asking(base)
    if place is None or place.start == 0:
        return f"{base} {said}"
    return tidy(f"{base[: place.start]} {said} {base[place.start :]}")


def with_verb(base: str, said: str, named: str) -> tuple[str, ...]:
    """Say a verb that lacks somebody or something of the last question, likeliest first.

    Args:
        base: the last full question.
        said: the follow-up: "ai đề ra", "liên kết với ngành nào", "tương đương bao nhiêu USD".
        named: what the last question asked for by name, where that is known ("Nghị quyết 29").
    """
    subject = whole_subject(base)
    anew = _RESTATED.match(comparable(said))
    said = f"bằng {said[anew.end() :]}" if anew else said
    when = "" if slots.period(COMPARED.sub(" ", comparable(said))) else _plain_period(base)
    of_people = bool(_SAID_OF_PEOPLE.search(comparable(said)))
    found = [_said_of(one, "", said) for one in (named,) if one]
    own = [_said_of(one, when, said) for one in wholes(base, subject)]
    acted = ACTED.match(f"{comparable(base)} ")  # "ai ký Nghị quyết 57": the thing comes first
    return tuple(dict.fromkeys(own + found if acted and not of_people else found + own))


def wholes(base: str, subject: str) -> tuple[str, ...]:
    """Return what a verb may be said of: what is counted, and what it is counted in.

    After "Cao tốc chia thành mấy dự án?" it is the road that is finished, not a part of it.
    """
    counted = _COUNTED_IN.match(base)
    if counted is None:
        return tuple(dict.fromkeys(one for one in (subject, bare_subject(base)) if one))
    whole = lowered(counted["whole"])
    return (whole, subject) if counted["parts"] else (subject, whole)


def _said_of(subject: str, when: str, said: str) -> str:
    low = f"{comparable(said)} "
    if _ACTS.match(low):
        return f"{said} {subject}"
    if match := _WHEN_OR_WHY.match(low):
        return tidy(f"{said[: match.end('asks')]} {subject} {said[match.end() :]}")
    return tidy(f"{subject} {when} {said}")


def _plain_period(base: str) -> str:
    when = slots.period(base)
    named = tidy(when.of(base)) if when else ""
    year = slots.bare_year(named)
    return f"năm {year}" if year else named


def with_asking(base: str, asking: str, verb: str) -> str:
    """Ask something else about the last question's topic."""
    span = slots.asking(base)
    verb = tidy(re.sub(r"^thì\b", "", verb))
    asking = re.sub(r"^thì ", "", asking)
    counted = COUNTED.search(comparable(base))
    if counted and _LIST_ASKING.search(comparable(asking)):
        said = f"{base[: counted.start()]}những {base[counted.end() :]}"
        return f"{said} nào" if not comparable(said).endswith(" nào") else said
    if span is not None and _kind(span.of(base)) == _kind(asking):
        if slots.HOW_MUCH.fullmatch(comparable(asking)):
            asking = span.of(base)
        rate = verb if _RATE.search(comparable(verb)) else ""
        return tidy(f"{base[: span.start]} {asking} {rate} {base[span.end :]}")
    told = _YES_NO.search(comparable(base))
    if told:
        said = base[: told.start()] + base[told.start("said") : told.end("said")]
    else:
        said = slots.unasked(base)
    led = _LEADING.match(comparable(asking)) or (_WHO.search(comparable(asking)) and verb)
    return f"{asking} {verb} {lowered(said)}" if led else f"{said} {verb} {asking}"


def _kind(asking: str) -> str:
    low = comparable(asking)
    if _WHO.search(low):
        return "who"
    if re.search(r"khi nào|bao giờ|ngày|lúc|tháng|năm nào|thời gian", low):
        return "when"
    if re.search(r"bao nhiêu|mấy", low):
        return "amount"
    return "where" if "đâu" in low else "what"
