"""The files of a trained model, read whole and checked against the sha256 that was recorded.

Beside its weights a model keeps a record, ``weights.json``, with the sha256 of each file: under
``files`` by name, or as ``sha256`` where there is but one. What is not what was recorded is refused
in one line that names the file.

What this module does not know: what the files hold; who reads them says so inside `parsing`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from corpus.errors import ModelError

_ADVICE = "hãy cài lại hoidap hoặc chạy `make train`"
_MALFORMED = (ArithmeticError, BadZipFile, EOFError, LookupError, OSError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class CheckedModel:
    """A model's record, and the bytes of its files by name."""

    record: Mapping[str, Any]
    files: Mapping[str, bytes]


def read_checked(record: Path, *names: str) -> CheckedModel:
    """Read the files ``names`` that stand beside ``record``, and the record itself.

    Raises:
        ModelError: one of them is missing, or is not the one whose sha256 was recorded.
    """
    content = _read(record)
    with parsing(record):
        known = json.loads(content)
        sums = {name: str(_recorded(known, name)) for name in names}
    return CheckedModel(
        known, {name: _checked(record.with_name(name), sums[name]) for name in names}
    )


@contextmanager
def parsing(path: Path) -> Iterator[None]:
    """Say of whatever goes wrong inside that the file at ``path`` is damaged.

    Raises:
        ModelError: what is read there is not what a model of ours holds.
    """
    try:
        yield
    except _MALFORMED as error:
        kind = type(error).__name__
        raise ModelError(f"Tệp mô hình {path} đã hỏng ({kind}): {_ADVICE}.") from error


def _recorded(record: Mapping[str, Any], name: str) -> object:
    return record["files"][name] if "files" in record else record["sha256"]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Không đọc được tệp mô hình {path} ({error.strerror}): {_ADVICE}."
        raise ModelError(message) from error


def _checked(path: Path, sha256: str) -> bytes:
    content = _read(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelError(f"Tệp mô hình {path} đã hỏng (sha256 không khớp): {_ADVICE}.")
    return content
