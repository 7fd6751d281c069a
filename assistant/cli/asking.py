"""``hoidap ask``: one question for people or as JSON, or a batch as JSON Lines.

What this module does not know: how the assistant answers.
"""

import errno
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import typer

from assistant.cli.batch import Request, answer_lines
from assistant.cli.boundary import one_line
from assistant.cli.engine import Answering
from assistant.serialize import answer_to_json
from corpus.errors import QuestionError

_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.EISDIR: "đây là một thư mục",
    errno.EACCES: "không có quyền đọc",
}


def timed_answer(assistant: Answering, request: Request) -> dict[str, Any]:
    """Return the JSON of one answer, with the milliseconds it took; its note goes to stderr."""
    start = time.perf_counter()
    answer = assistant.ask(request.text, request.history)
    elapsed_ms = (time.perf_counter() - start) * 1000
    if answer.note:
        which = "" if request.id is None else f"{request.id}: "
        sys.stderr.write(f"{one_line(which + answer.note)}\n")
    return answer_to_json(answer, elapsed_ms=elapsed_ms)


def ask_one(assistant: Answering, question: str, history: Sequence[str], *, as_json: bool) -> None:
    """Answer one question on stdout."""
    if as_json:
        result = timed_answer(assistant, Request(None, question, tuple(history)))
        sys.stdout.write(json.dumps({"id": None} | result, ensure_ascii=False) + "\n")
        return
    from rich.console import Console

    from assistant.cli.render import show_answer

    show_answer(Console(), assistant.ask(question, tuple(history)))


@contextmanager
def batch_lines(name: str | None) -> Iterator[IO[bytes] | None]:
    """Open the batch called ``name`` ("-" is stdin); None where there is no batch.

    Raises:
        QuestionError: the file cannot be read.
    """
    if name is None:
        yield None
    elif name == "-":
        yield sys.stdin.buffer
    else:
        with _opened(name) as source:
            yield source


def run_batch(
    lines: IO[bytes], fields: Sequence[str], answer: Callable[[Request], dict[str, Any]]
) -> None:
    """Answer a batch on stdout, each line as soon as it is ready.

    Raises:
        typer.Exit: code 1, after the last line, when a line met a defect of hoidap.
    """
    defects = answer_lines(lines, fields, answer, _write_now)
    if defects:
        sys.stderr.write(f"Có {defects} dòng gặp lỗi bên trong hoidap; xem trường error.\n")
        raise typer.Exit(1)


def _opened(name: str) -> IO[bytes]:
    path = Path(name).expanduser()
    try:
        return path.open("rb")
    except (OSError, ValueError, RuntimeError) as error:
        reason = _REASONS.get(getattr(error, "errno", 0), str(error))
        raise QuestionError(
            f"Không đọc được tệp câu hỏi {name!r} ({reason}); hãy kiểm tra đường dẫn."
        ) from error


def _write_now(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()
