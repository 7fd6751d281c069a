"""Does every number of an answer occur in what it cites?

Judged apart from the assistant's own verification, on purpose: it shares no code with it.

What this module does not know: units, years or what a number counts.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answer import Status
from evals.response import Response

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# Marks of the page, not figures of the answer: citation marks, list numbers, paragraph numbers.
_MARKS = re.compile(r"\[\d+\]|^\s*\d+[.)](?=\s)|\bđoạn\s+\d+", re.MULTILINE | re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?<!\d)[.;!?…]|[.;!?](?!\d)|\n")
_DENIAL = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)", re.IGNORECASE)


def numbers(text: str) -> set[Decimal]:
    """Return the values of the numbers in ``text``, read as Vietnamese writes them.

    ``12.500`` is 12500, ``11,0`` is 11, ``08`` is 8; a date gives its three numbers.
    """
    return {_value(match.group(0)) for match in _NUMBER.finditer(text)}


def _value(written: str) -> Decimal:
    if _GROUPED.fullmatch(written):
        written = written.replace(".", "")
    parts = re.split(r"[.,]", written)
    most = 2  # a whole and a decimal part; more is a date or an item number
    if len(parts) > most:
        return Decimal(int("".join(parts)))
    return Decimal(".".join(parts)).normalize()


def unsupported(text: str, cited: Iterable[str], asked: Iterable[str] = ()) -> set[Decimal]:
    """Return the numbers of ``text`` that no cited passage holds.

    A number of the question (``asked``) is allowed in a clause that denies something ("không
    phải 30", "không nêu năm 2045"), where it has to be repeated.
    """
    held = numbers("\n".join(cited))
    denied = numbers("\n".join(asked))
    return {
        number
        for clause in _CLAUSE_END.split(_MARKS.sub(" ", text))
        for number in numbers(clause) - held
        if not (number in denied and _DENIAL.search(clause))
    }


def figures_supported(
    response: Response, asked: Sequence[str], titles: Iterable[str] = ()
) -> float:
    """Score 1.0 when no number is unsupported.

    A refusal may repeat the question's numbers, and any answer the whole title of a document.
    """
    text = response.text
    for title in titles:
        text = text.replace(title, "")
    refused = response.status == Status.REFUSED
    cited = [citation.quote for citation in response.citations]
    return float(not unsupported(text, [*cited, *(asked if refused else [])], asked))
