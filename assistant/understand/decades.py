"""Decades and centuries written as the years that documents print: "cuối thập kỷ này" is 2030.

Which decade "này" is, the documents tell: the one whose last year they name most ("đến năm
2030"). A decade with its number ("thập niên 2020") needs no telling.

What this module does not know: today's date, or years written short ("21-25").
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from assistant.understand.vocabulary import Vocabulary

_DECADE: Final = r"(?:những )?(?:thập (?:kỉ|kỷ|niên)|(?P<bare>những năm))"
_WHICH: Final = r"(?: (?:này|hiện tại|hiện nay|đang sống)| (?:năm )?(?P<year>(?:19|20)\d0))?(?!\w)"
_PART: Final = (
    r"(?P<until>(?:đến|tới|vào|trước|cho tới|cho đến) )?(?P<part>nửa đầu|nửa sau|nửa cuối|cuối|hết"
    r"|giữa|đầu)(?: của)?"
)
_IN_DECADE: Final = re.compile(rf"\b{_PART} {_DECADE}{_WHICH}", re.IGNORECASE)
_IN_CENTURY: Final = re.compile(
    r"\b(?P<until>(?:đến|tới|vào|trước|cho tới|cho đến) )?(?P<part>giữa|cuối|hết) thế (?:kỉ|kỷ)"
    r"(?: này| 21| XXI)?(?!\w)",
    re.IGNORECASE,
)
_SINGLE: Final[Mapping[str, int]] = {"đầu": 1, "giữa": 5, "cuối": 10, "hết": 10}
_SPANS: Final[Mapping[str, tuple[int, int]]] = {
    "nửa đầu": (1, 5),
    "nửa sau": (6, 10),
    "nửa cuối": (6, 10),
}
_CENTURY: Final[Mapping[str, int]] = {"giữa": 2050, "cuối": 2100, "hết": 2100}


def with_decades(text: str, vocabulary: Vocabulary) -> str:
    """Return a question with the decades and centuries it names written as years.

    It is returned as it is when the documents do not tell which decade is meant.
    """
    meant = _usual_decade(vocabulary)
    text = _IN_CENTURY.sub(_century, text)
    return _IN_DECADE.sub(_decade(meant), text)


def _usual_decade(vocabulary: Vocabulary) -> int | None:
    """Return the first year of the decade (2020) whose end the documents name most."""
    ends = {year: vocabulary.syllables.get(str(year), 0) for year in range(2010, 2060, 10)}
    most = max(ends, key=lambda year: ends[year])
    return most - 10 if ends[most] else None


def _decade(meant: int | None) -> Callable[[re.Match[str]], str]:
    def years(match: re.Match[str]) -> str:
        if match["bare"] and not match["year"]:  # "những năm" alone names no decade
            return match.group(0)
        first = int(match["year"]) if match["year"] else meant
        if first is None:
            return match.group(0)
        part, until = match["part"].lower(), match["until"] or ""
        if part in _SPANS:
            begin, end = _SPANS[part]
            return f"{until}giai đoạn {first + begin}-{first + end}"
        return f"{until}năm {first + _SINGLE[part]}"

    return years


def _century(match: re.Match[str]) -> str:
    return f"{match['until'] or ''}năm {_CENTURY[match['part'].lower()]}"
