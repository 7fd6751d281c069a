"""Documents and questions to be timed on: the shipped documents among as much text as is wanted.

What this module does not know: what is timed.
"""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from random import Random

from corpus.model import Document
from corpus.normalize import nfc, syllables
from corpus.read import canonical, document_of, read_documents
from corpus.shipped import shipped_paths
from evals.cases import Kind
from evals.suites import load_suite

_LAWS = Path("text") / "law-articles.jsonl.xz"
_PER_DOCUMENT = 500
_KINDS = frozenset({Kind.FACT, Kind.LIST, Kind.YESNO, Kind.PARAPHRASE, Kind.UNANSWERABLE})


def questions() -> list[str]:
    """Return the seed suite's well-typed questions."""
    cases = [case for group in load_suite("seed").groups for case in group.cases]
    return [case.question for case in cases if case.kind in _KINDS and not case.history]


def statements() -> list[str]:
    """Return the statements of the claim suite, about the shipped document."""
    return [case.question for group in load_suite("seed-claims").groups for case in group.cases]


def documents_of(sentences: int, data: Path | None) -> list[Document]:
    """Return the shipped documents, and others until they hold about ``sentences`` passages.

    The others are articles of laws where ``data`` has them, else made-up sentences.
    """
    documents = read_documents(shipped_paths())
    missing = sentences - sum(len(document.passages) for document in documents)
    lines = _law_lines(data / _LAWS) if data and (data / _LAWS).is_file() else _made_up(documents)
    while missing > 0:
        document = _filled(f"thêm-{len(documents)}", lines, min(missing, _PER_DOCUMENT))
        missing -= len(document.passages)
        documents.append(document)
    return documents


def _filled(name: str, lines: Iterator[str], sentences: int) -> Document:
    """Return a document of lines, cut so as to hold at most a few passages more than wanted."""
    taken: list[str] = []
    held = 0
    while held < sentences:
        taken += [next(lines) for _ in range(max(1, (sentences - held) // 2))]
        held = len(document_of(name, canonical("\n\n".join(taken))).passages)
    return document_of(name, canonical("\n\n".join(taken)))


def _law_lines(path: Path) -> Iterator[str]:
    while True:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                yield from (
                    nfc(part) for part in json.loads(line)["text"].split("\n") if part.strip()
                )


def _made_up(documents: list[Document]) -> Iterator[str]:
    """Yield sentences of the documents' own syllables, with figures, for ever."""
    random = Random(0)  # noqa: S311  (repeatable, not secret)
    words = [word for document in documents for word in syllables(document.text)]
    while True:
        start = random.randrange(len(words))
        head = " ".join(random.sample(words, 6) + words[start : start + 8]).capitalize()
        value, year = random.randrange(10, 100), random.randrange(2021, 2046)
        yield f"{head} đạt trên {value}% vào năm {year}."
