"""Where the last question has another of the same kind as a follow-up's topic: class, place, level.

What this module does not know: topics of no such kind (`assistant.understand.topics`).
"""

import re
from typing import Final

from assistant.understand import slots
from assistant.understand.subjects import clause_end
from corpus.model import Span
from corpus.normalize import CAPITALS, comparable

_REACHED: Final = re.compile(
    r"\b(?:sang|đi|đến|tới|qua|về|từ|ở|tại)(?: (?:nước|tỉnh|thành phố))?"
    rf"(?: [{CAPITALS}][^\W\d_]*)+"
)
#: Whose figure it is, told by its level alone: "của tỉnh", "toàn quốc".
_LEVEL: Final = re.compile(
    r"(?:(?:của|ở|tại|trên|trong|cho) )?(?P<name>(?:cả |toàn )?(?:nước|quốc|tỉnh|thành phố|huyện|"
    r"quận|xã|phường|địa phương|vùng|khu vực|trung ương|thế giới)(?: (?:mình|ta|nhà|này|đó))?)"
)


def like_part(base: str, topic: str) -> tuple[Span, str] | None:
    """Return where a question has another of what a topic is, and what to put there; else None."""
    level, where = _LEVEL.fullmatch(comparable(topic)), slots.place(base)
    if level and where:
        return where, topic[level.start("name") :]
    span = _like_span(base, topic)
    return (span, topic) if span else None


def _like_span(base: str, topic: str) -> Span | None:
    new_group, old_group = slots.group(topic), slots.group(base)
    if new_group and old_group and new_group.kind == old_group.kind:
        end = clause_end(base, old_group.span.start)
        return _with_noun_before(base, Span(old_group.span.start, end), topic, new_group.span)
    if reached := _reached(base, topic):
        return reached
    new_place, old_place = slots.place(topic), slots.place(base)
    whole = bool(new_place) and slots.place_named(topic) == topic
    return old_place if whole else None


def _with_noun_before(base: str, span: Span, topic: str, group: Span) -> Span:
    """Return a span that takes in the noun both have before their class: "chợ hạng 2"."""
    noun = comparable(topic[: group.start]).strip()
    before = comparable(base[: span.start]).rstrip()
    if not noun or not before.endswith(noun):
        return span
    return Span(len(before) - len(noun), span.end)


def _reached(base: str, topic: str) -> Span | None:
    """Return where somebody goes, or comes from, in the question: "đi Đức" for "sang Nhật"."""
    if not _REACHED.fullmatch(topic):
        return None
    found = list(_REACHED.finditer(base, 1))
    return Span(*found[-1].span()) if found else None
