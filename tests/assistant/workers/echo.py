"""What the workers of these tests open: quick to import, and able to fail in every way."""

import os
import time
from pathlib import Path

from corpus.errors import QuestionError
from corpus.model import Document
from corpus.read import document_of


def documents() -> dict[str, Document]:
    """Return the documents that the assistants of these tests have."""
    return {"a": document_of("a", "Tỷ lệ đô thị hóa đạt 75%.")}


class Echo:
    """Says what it was asked, and which process says it."""

    def __init__(self) -> None:
        """Have documents."""
        self.documents = documents()

    def ask(self, question: str, wait: float = 0.0) -> tuple[str, int]:
        """Answer, after a while."""
        time.sleep(wait)
        return f"đáp: {question}", os.getpid()

    def refuse(self) -> None:
        """Take nothing."""
        raise QuestionError("Câu này không nhận.")

    def fail(self) -> None:
        """Have a defect."""
        raise RuntimeError

    def die(self) -> None:
        """End at once."""
        os._exit(3)


def never(path: Path) -> Echo:
    """Note that somebody tried, and open nothing."""
    with path.open("a", encoding="utf-8") as file:
        file.write("x")
    raise RuntimeError
