"""What leads in a list: a colon, "gồm", "như", a bracket; the list, and what the lead-in says.

What this module does not know: lists that nothing leads in (`assistant.reading.coordinated`).
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from assistant.reading.list_start import Asked
from assistant.reading.listed_end import MARK, last_item
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables

LEAD: Final = re.compile(
    r"\b(?:bao gồm|gồm có|gồm|như sau|cụ thể là|đó là|như|là|trong đó(?: có)?)\b:?,?\s+"
    r"|:\s+|\((?=\D)"
)
_LISTS_ONLY: Final = re.compile(r"gồm|như sau|cụ thể|: ")
_STRONG: Final = 3  # what a word that only leads in lists is worth in syllables met
_FRAME: Final = 8  # syllables before a lead-in that say what it leads in
_NAMED: Final = 0.5  # of the question: then what leads in is what is asked for


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads in a list: its first word and place, the items, and what of the question it says.

    ``lists`` tells that it leads in nothing but lists ("gồm", a colon).
    """

    word: str
    frame: int
    start: int
    tail: Span
    met: frozenset[str]
    lists: bool

    @property
    def worth(self) -> int:
        """What it is worth beside others, in syllables of the question."""
        return len(self.met) + _STRONG * self.lists


def leads_of(asked: Asked, content: str) -> list[Lead]:
    """Return what leads in lists; "gồm 3 lĩnh vực là" leads in once."""
    form = comparable(content)
    leads: list[Lead] = []
    last = 0
    for match in LEAD.finditer(form):
        tail = _tail(content, form, match)
        frame, between = syllables(form[last : match.start()])[-_FRAME:], form[last : match.start()]
        last = match.end()
        if tail is None:
            continue
        met = frozenset(content_forms(frame)) & asked.said
        lists = bool(_LISTS_ONLY.search(match.group()))
        begins = form.rfind("; ", 0, match.start()) + 1
        lead = Lead(match.group(), begins, match.start(), tail, met, lists=lists)
        if leads and (not MARK.search(between) or _is_sum(between)):
            outer = leads.pop()
            opens = lead if MARK.search(between) else outer  # what follows a sum leads in itself
            lead = replace(opens, tail=tail, met=outer.met | met, lists=lists or outer.lists)
        leads.append(lead)
    return leads


def _is_sum(between: str) -> bool:
    """Tell whether only a sum stands between two lead-ins: "là 14.350 tỷ đồng, gồm …"."""
    forms = syllables(between)
    return (
        len(forms) <= _FRAME and between.endswith(", ") and re.match(r"\W*\d", between) is not None
    )


def may_hold(asked: Asked, found: Span, lead: Lead) -> bool:
    """Tell whether what is led in may be what was found, or is named by the question itself."""
    if found.start >= lead.tail.end:
        return False
    named = len(lead.met) >= _NAMED * len(asked.said)
    if lead.word == "là " and found.start > lead.tail.start and not named:
        return False  # "Mục tiêu là đưa … đi làm tại Nhật Bản, …"
    before = found.end < lead.start - len(", ")
    parts = "gồm" in lead.word and "gồm" in syllables(asked.question.text)
    return not before or parts or named


def _tail(content: str, form: str, lead: re.Match[str]) -> Span | None:
    """Return the items after a lead-in, None where there is but one."""
    start = lead.end()
    if lead.group() == "(":
        end = form.find(")", start)
        end = end if end >= 0 else len(form)
    else:
        end = last_item(content, start, colon=":" in lead.group())
    return Span(start, end) if MARK.search(form[start:end]) else None
