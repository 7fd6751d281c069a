"""Batches: JSON Lines in, JSON Lines out, in order, one line written as soon as it is answered.

What this module does not know: what a request asks for, or how it is answered.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from corpus.errors import HoidapError, QuestionError

LONGEST_LINE = 4_000_000
"""Bytes; a longer line is refused, and never held in memory whole."""


@dataclass(frozen=True, slots=True)
class Request:
    """One line of a batch: its id as given (any JSON value), the text asked, earlier questions."""

    id: object
    text: str
    history: tuple[str, ...] = ()


def answer_lines(
    source: IO[bytes],
    fields: Sequence[str],
    answer: Callable[[Request], Mapping[str, Any]],
    write: Callable[[str], None],
) -> int:
    """Answer every line of ``source`` and return how many met a defect of hoidap itself.

    Args:
        source: the batch; UTF-8 with or without a byte-order mark, blank lines skipped.
        fields: the names the text may go under, the usual one first ("question", say).
        answer: gives the result of one request, without its id.
        write: takes one finished line, newline included.

    A line that does not parse, or whose request is refused by a `HoidapError`, becomes
    ``{"id", "error"}``. So does a defect, since thousands of other lines still wait; its line
    names the exception, and the count tells the caller.
    """
    defects = 0
    for number, line in enumerate(_lines(source), start=1):
        if not line.strip():
            continue
        identifier: object = None
        try:
            record = _record(line, number)
            identifier = record.get("id")
            result = dict(answer(_request(record, fields, number)))
        except HoidapError as error:
            result = {"error": str(error)}
        except Exception as error:  # noqa: BLE001 - counted, named in its line, and the rest goes on
            defects += 1
            result = {"error": f"Lỗi bên trong hoidap ở dòng {number}: {error!r}; hãy báo lại."}
        write(json.dumps({"id": identifier} | result, ensure_ascii=False) + "\n")
    return defects


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines; of one that is too long, its first `LONGEST_LINE` bytes alone."""
    mark = b"\xef\xbb\xbf"
    while line := source.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = source.readline(LONGEST_LINE)
        yield line.removeprefix(mark)
        mark = b""


def _record(line: bytes, number: int) -> dict[str, Any]:
    if len(line) >= LONGEST_LINE:
        most = LONGEST_LINE // 10**6
        raise QuestionError(f"Dòng {number} dài quá {most} MB; hãy chia nhỏ dòng này.")
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise QuestionError(
            f"Dòng {number} không phải UTF-8; hãy lưu lại tệp bằng UTF-8."
        ) from error
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"Dòng {number} không phải JSON hợp lệ; hãy sửa dòng này.") from error
    if not isinstance(record, dict):
        raise QuestionError(f'Dòng {number} phải là một đối tượng JSON như {{"id", "question"}}.')
    return record


def _request(record: Mapping[str, Any], fields: Sequence[str], number: int) -> Request:
    name = next((name for name in fields if name in record), None)
    if name is None:
        raise QuestionError(f'Dòng {number} thiếu trường "{fields[0]}"; hãy thêm vào.')
    text, history = record[name], record.get("history")
    if not isinstance(text, str):
        raise QuestionError(f'Dòng {number}: "{name}" phải là một chuỗi.')
    return Request(record.get("id"), text, _history(history, number))


def _history(history: object, number: int) -> tuple[str, ...]:
    if history is None:
        return ()
    if not isinstance(history, list) or not all(isinstance(entry, str) for entry in history):
        raise QuestionError(f'Dòng {number}: "history" phải là danh sách các câu hỏi trước.')
    return tuple(history)
