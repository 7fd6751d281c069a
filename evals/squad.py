"""Reading question-answering files: SQuAD's JSON, or JSON Lines; either may be xz-compressed.

A line is ``{id, title, context, question, answers}``, of which id and title may be missing.
``answers`` is a list of ``{"text": …}`` or of strings, or ``{"text": […]}``; empty means that the
context does not answer the question.

What this module does not know: how well anything answers (`evals.bench`).
"""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CaseError


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a file with its context and its accepted answers (none: unanswerable)."""

    id: str
    title: str
    context: str
    question: str
    answers: tuple[str, ...]


def read_asked(path: Path) -> list[Asked]:
    """Read every question of a file, in order.

    Raises:
        CaseError: the file cannot be read, is in neither format, or holds no question.
    """
    try:
        content = path.read_bytes()
        text = (lzma.decompress(content) if path.suffix == ".xz" else content).decode("utf-8-sig")
        asked = list(_from_text(text))
    except OSError as error:
        raise CaseError(
            f"Không mở được “{path}” ({error.strerror}); hãy kiểm tra đường dẫn."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, lzma.LZMAError) as error:
        raise CaseError(
            f"“{path}” không theo dạng SQuAD hay JSON Lines ({_reason(error)}); "
            "hãy xem hoidap bench --help."
        ) from error
    if not asked:
        raise CaseError(f"“{path}” không có câu hỏi nào; hãy chỉ ra tệp khác.")
    return asked


def _from_text(text: str) -> Iterator[Asked]:
    try:
        whole = json.loads(text)
    except ValueError:
        whole = None  # several lines, each its own value
    if isinstance(whole, dict) and "data" in whole:
        return _squad(whole["data"])
    if isinstance(whole, list):
        return map(_flat, whole)
    return (
        _flat(_line(number, line))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )


def _line(number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ValueError(f"dòng {number}: {error}") from error
    if not isinstance(record, dict) or not {"context", "question", "answers"} <= record.keys():
        raise ValueError(f"dòng {number}: thiếu context, question hoặc answers")
    return record


def _squad(articles: list[dict[str, Any]]) -> Iterator[Asked]:
    for article in articles:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                yield Asked(
                    str(asked["id"]),
                    article.get("title", ""),
                    paragraph["context"],
                    asked["question"],
                    () if asked.get("is_impossible") else _texts(asked["answers"]),
                )


def _flat(record: dict[str, Any]) -> Asked:
    return Asked(
        str(record.get("id", "")),
        str(record.get("title", "")),
        record["context"],
        record["question"],
        _texts(record["answers"]),
    )


def _texts(answers: Any) -> tuple[str, ...]:  # noqa: ANN401  (three shapes, as files have them)
    found = answers["text"] if isinstance(answers, dict) else answers
    if isinstance(found, str):
        return (found,)
    return tuple(answer if isinstance(answer, str) else answer["text"] for answer in found or ())


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"thiếu {error}"
    return str(error).splitlines()[0] if str(error) else type(error).__name__
