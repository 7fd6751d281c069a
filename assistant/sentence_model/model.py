"""The trained judge of sentences at run time: the log-odds that one sentence answers a question.

The network is the reader's (`assistant.span_model.network`) with weights of its own. Word vectors
are the reader's unchanged, so only what differs is shipped, as 16-bit floats that are put into the
reader's file where its own weights stand.

What this module does not know: which sentence is looked at, or what its odds are used for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.span_model import model as reader
from corpus.checked import parsing, read_checked
from corpus.errors import ModelError

FOLDER = Path(__file__).parent / "weights"
VALUES, RECORD = "sentence.f16", "weights.json"
LENGTH = 96
"""Most tokens of a sentence, with what stands over it, that are read."""


class ReadsPassages(Protocol):
    """What reads them: `assistant.span_model.model.SpanModel`, with the weights of the judge."""

    def read(
        self, question: str, passages: Sequence[str], length: int
    ) -> tuple[reader.Reading, ...]:
        """Return one reading for each passage, in order."""
        ...


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """Says of a sentence how likely it answers; one object may be shared between threads."""

    model: ReadsPassages

    def odds(self, question: str, sentence: str) -> float:
        """Return the log-odds that ``sentence`` answers, natural logarithm.

        They compare across questions, but are not calibrated. -inf where nothing can be read.

        Args:
            question: any question; its first 48 tokens are read.
            sentence: a text in NFC; `LENGTH` tokens of it are read.
        """
        return self.model.read(question, (sentence,), LENGTH)[0].odds


def load(folder: Path = FOLDER, base: Path = reader.FOLDER) -> SentenceModel:
    """Read and check the judge in ``folder``, whose weights stand in for those of the reader.

    Raises:
        ModelError: a file is missing or malformed, is not the one whose sha256 was recorded, or
            the reader in ``base`` is not the one that the judge was trained from.
    """
    found = read_checked(folder / RECORD, VALUES)
    beside = read_checked(base / reader.RECORD, reader.NETWORK, reader.WORDS)
    with parsing(folder / RECORD):
        trained_from = found.record["reader"]
        parts = [(int(start), int(count)) for start, count in found.record["parts"]]
    if trained_from != beside.record["files"][reader.NETWORK]:
        message = (
            f"Mô hình xét câu {folder} được huấn luyện từ mô hình đọc khác "
            f"{base / reader.NETWORK}: hãy cài lại hoidap hoặc chạy `make train`."
        )
        raise ModelError(message)
    with parsing(folder / VALUES):
        network = replaced(beside.files[reader.NETWORK], parts, found.files[VALUES])
        session = reader.opened(network)
    with parsing(base / reader.WORDS):
        known = reader.vocabulary(beside.files[reader.WORDS].decode())
    return SentenceModel(reader.SpanModel(session, known, reader.Calibration()))


def replaced(network: bytes, parts: Sequence[tuple[int, int]], values: bytes) -> bytes:
    """Return a network's file with other weights.

    Args:
        network: the file, whose weights are 32-bit floats.
        parts: where each stretch of weights begins in it, in bytes, and how many there are.
        values: all of them as 16-bit floats, little-endian, in the order of ``parts``.

    Raises:
        ValueError: there are more values or fewer than places for them.
    """
    given = np.frombuffer(values, "<f2").astype("<f4")
    if len(given) != sum(count for _, count in parts):
        raise ValueError("parts")
    copy, at = bytearray(network), 0
    for start, count in parts:
        copy[start : start + 4 * count] = given[at : at + count].tobytes()
        at += count
    if len(copy) != len(network):
        raise ValueError("parts")
    return bytes(copy)


@cache
def default_sentence_model() -> SentenceModel:
    """Return the judge that ships, read once.

    Raises:
        ModelError: a file of it is missing or damaged.
    """
    return load()
