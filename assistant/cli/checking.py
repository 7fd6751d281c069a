"""``hoidap check``: one statement for people or as JSON, or a batch as JSON Lines.

What this module does not know: how a statement is judged.
"""

import json
import sys
import time
from typing import Any

from assistant.cli.batch import Request
from assistant.cli.engine import Answering
from assistant.serialize import verdict_to_json

FIELDS = ("statement", "claim", "question")
"""The names a statement may go under in a batch, the usual one first."""


def timed_verdict(assistant: Answering, request: Request) -> dict[str, Any]:
    """Return the JSON of one verdict, with the milliseconds it took."""
    start = time.perf_counter()
    verdict = assistant.check(request.text)
    return verdict_to_json(verdict, elapsed_ms=(time.perf_counter() - start) * 1000)


def check_one(assistant: Answering, statement: str, *, as_json: bool) -> None:
    """Check one statement or pasted text on stdout."""
    if as_json:
        result = timed_verdict(assistant, Request(None, statement))
        sys.stdout.write(json.dumps({"id": None} | result, ensure_ascii=False) + "\n")
        return
    from rich.console import Console

    from assistant.cli.render import show_verdict

    show_verdict(Console(), assistant.check(statement))
