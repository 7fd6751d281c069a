"""The trained ranker at run time: the log-odds that each paragraph answers a question.

The network is the reader's (`assistant.span_model.network`), trained on to put the paragraph that
answers before others found for the same question; words and features are the reader's own.

What this module does not know: how paragraphs are found, or what their order is used for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from assistant.span_model import model as reader
from corpus.checked import parsing, read_checked
from corpus.errors import ModelError

FOLDER = Path(__file__).parent / "weights"
NETWORK, RECORD = "ranker.onnx", "weights.json"
LENGTH = 256
"""Most tokens of a paragraph that are read: .001 to .002 more hit@1 on ViQuAD-dev than 128."""


class ReadsPassages(Protocol):
    """What reads them: `assistant.span_model.model.SpanModel`, with the ranker's network."""

    def read(
        self, question: str, passages: Sequence[str], length: int
    ) -> tuple[reader.Reading, ...]:
        """Return one reading for each passage, in order."""
        ...


@dataclass(frozen=True, slots=True)
class ParagraphModel:
    """Says of paragraphs how likely they answer; one object may be shared between threads."""

    model: ReadsPassages

    def odds(self, question: str, paragraphs: Sequence[str]) -> list[float]:
        """Return the log-odds that each paragraph answers, natural logarithm.

        They compare paragraphs of one question. -inf where there is nothing to read.

        Args:
            question: any question; its first 48 tokens are read.
            paragraphs: texts in NFC; of a long one the sentences that share most with the
                question are read, `LENGTH` tokens of them.
        """
        return [reading.odds for reading in self.model.read(question, paragraphs, LENGTH)]


def load(folder: Path = FOLDER, words: Path = reader.FOLDER) -> ParagraphModel:
    """Read and check the ranker in ``folder``, which reads in the words of the reader in ``words``.

    Raises:
        ModelError: a file is missing or malformed, is not the one whose sha256 was recorded, or
            the words are not those that the ranker was trained with.
    """
    found = read_checked(folder / RECORD, NETWORK)
    beside = read_checked(words / reader.RECORD, reader.WORDS)
    with parsing(folder / RECORD):
        trained_with, given = found.record["words"], beside.record["files"][reader.WORDS]
    if trained_with != given:
        message = (
            f"Mô hình xếp hạng {folder} được huấn luyện với bảng từ khác {words / reader.WORDS}: "
            "hãy cài lại hoidap hoặc chạy `make train`."
        )
        raise ModelError(message)
    with parsing(folder / NETWORK):
        session = reader.opened(found.files[NETWORK])
    with parsing(words / reader.WORDS):
        known = reader.vocabulary(beside.files[reader.WORDS].decode())
    return ParagraphModel(reader.SpanModel(session, known, reader.Calibration()))


@cache
def default_paragraph_model() -> ParagraphModel:
    """Return the ranker that ships, read once.

    Raises:
        ModelError: a file of it is missing or damaged.
    """
    return load()
