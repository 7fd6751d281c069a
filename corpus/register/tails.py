"""What stands after a figure: the noun phrase that it counts, its year, what it is set aside for.

A tail is the text from a figure to the next head (`corpus.register.heads`). All spans are offsets
of one sentence.

What this module does not know: what stands before the figure.
"""

import re
from collections.abc import Sequence

from corpus.dates import TimeBound, TimeMention
from corpus.model import Span
from corpus.register.heads import trimmed
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure
from corpus.register.words import (
    CLAUSE_ENDS,
    CLOSING_YEAR,
    COMPLETED,
    NO_MORE_NOUN,
    NO_NOUN,
    RANKED_IN,
    SETS_ASIDE,
    TAIL_STOP,
    WHAT_FOR,
)

_DEADLINES = frozenset({TimeBound.BEFORE, TimeBound.SINCE})
_CLOSED_BRACKET = re.compile(r"\([^()]*\)")
_GOES_ON = re.compile(r",? (?!và\b|đạt\b|là\b|còn\b|tăng\b|giảm\b|trên\b|dưới\b|khoảng\b)[^\W\d_]")
_SHARE_NEXT = re.compile(
    r"(?:,|,? và) (?:đến |vào |tới )?(?:hết |cuối )?năm 20[0-9]{2} (?:là |đạt |có )?"
    r"(?:trên |khoảng |ít nhất |tối thiểu )?[0-9][0-9.,]* ?% "
    r"(?P<noun>(?!vào |so với |và |tổng |trở )[^\W\d_]{2}[^;:.()]{3,200})"
)
_LETTER = re.compile(r"[^\W\d_]")


def read_tail(
    plain: str, span: Span, times: Sequence[TimeMention], *, after_noun: bool
) -> tuple[Span | None, TimeMention | None]:
    """Return the noun phrase after a figure, if one stands there, and the first year after it.

    ``after_noun``: the figure's unit is a counted noun, which the phrase goes on.
    """
    inside = [time for time in times if span.covers(time.span) and time.end_year]
    end = min([span.end, *(time.span.start for time in inside)])
    if stop := TAIL_STOP.search(plain, span.start, end):
        end = stop.start()
    phrase = trimmed(plain, Span(span.start, end))
    if phrase.of(plain).endswith(")") and "(" not in phrase.of(plain):
        phrase = Span(phrase.start, phrase.end - 1)  # the figure stands in brackets
    words = phrase.of(plain)
    near = inside[0] if inside and _near(plain, span.start, inside[0]) else None
    apart = plain[span.start : phrase.start].strip(" ") != ""
    closed = NO_MORE_NOUN if after_noun else NO_NOUN
    barred = closed.match(words) and not RANKED_IN.match(words)
    if apart or not _LETTER.match(words) or barred:
        return None, near
    return phrase, near


def noun_of_next(plain: str, start: int) -> Span | None:
    """Return what two shares are of that stands after the second alone.

    "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan có nữ lãnh đạo"; ``start`` is where
    the first ends.
    """
    match = _SHARE_NEXT.match(plain, start)
    if match is None:
        return None
    noun = Span(*match.span("noun"))
    stop = TAIL_STOP.search(plain, noun.start, noun.end)
    return trimmed(plain, Span(noun.start, stop.start() if stop else noun.end))


def purpose_of(sentence: Sentence, figure: Figure, phrase: Span | None) -> tuple[Span, ...]:
    """Return what money or land is set aside for: "dành 20 tỷ USD để hiện đại hóa đường sắt"."""
    if not SETS_ASIDE.search(figure.head.of(sentence.plain).rstrip()):
        return ()
    start = phrase.end if phrase else figure.quantity.span.end
    match = WHAT_FOR.match(sentence.plain, start, figure.tail.end)
    if match is None:
        return ()
    what = Span(*match.span("what"))
    end = min([what.end, *(time.span.start for time in sentence.times_in(what))])
    words = sentence.plain[what.start : end].rstrip()
    return (Span(what.start, what.start + len(words)).moved(sentence.base),) if words else ()


def _near(plain: str, start: int, time: TimeMention) -> bool:
    """Tell whether a time follows a figure in the same phrase ("đạt 75% vào năm 2030")."""
    between = _CLOSED_BRACKET.sub(" ", plain[start : time.span.start])
    if between.endswith(" và ") and _GOES_ON.match(plain, time.span.end):
        return False  # "năm 2027 còn 2% và đến năm 2030 sẽ …"
    if CLOSING_YEAR.fullmatch(between) and CLAUSE_ENDS.match(plain, time.span.end):
        return True
    alone = plain[time.span.end : time.span.end + 1] == ")" and between.endswith("(")
    bracketed = "(" in between and not alone  # "14 tỷ USD (năm 2020 là 8,6 tỷ USD)"
    if COMPLETED.search(between) or (time.bound in _DEADLINES and ";" not in between):
        return "so với" not in between
    return "," not in between and "so với" not in between and not bracketed
