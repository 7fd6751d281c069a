"""Questions with known answers to fit by, each with what is found for it in its document.

The development documents with their questions, the "tune" half of the seed suite, and the texts
of `evals.fitting` that are for fitting. What is held back for judging is never among them.

What this module does not know: what is fitted, or by what method.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Status
from assistant.ask import HITS, Assistant
from assistant.decide import Decision, Outcome
from assistant.question import Question, analyse
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.model import Document, Span
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.cases import Case, Kind, Split, read_cases
from evals.fitting import fitting_cases
from evals.response import of_answer
from evals.scorers.accuracy import correct
from evals.suites import load_suite
from index.search import Hit

_SEED = Path(__file__).parent / "suites" / "seed.jsonl"
_BESIDE = ".questions.jsonl"
_SKIPPED = frozenset((Kind.CLAIM, Kind.FALSE_PREMISE))


@dataclass(frozen=True, slots=True)
class Asked:
    """A document with its questions."""

    document: Document
    cases: tuple[Case, ...]


def asked_of(data: Path) -> list[Asked]:
    """Return every document in the data folder that has questions to fit by, with them.

    Raises:
        CaseError: a file of questions does not parse.
        DocumentError: a document cannot be read.
    """
    return [*_development(data / "documents"), *_written(), *_fitting(data)]


def asked_in(folder: Path) -> list[Asked]:
    """Return every text of a folder that has questions beside it, with them.

    Raises:
        CaseError: a file of questions does not parse.
        DocumentError: a document cannot be read.
    """
    names = [path.name.removesuffix(_BESIDE) for path in _questions(folder)]
    return [
        Asked(read_document(folder / f"{n}.txt"), _used(read_cases(folder / f"{n}{_BESIDE}")))
        for n in names
    ]


def found_for(
    assistant: Assistant, case: Case, left_out: Sequence[Span] = ()
) -> tuple[Question, list[Hit]]:
    """Return a case's question, understood, and what is found when some stretches are not there."""
    understood = assistant.understand(case.question, case.history)
    asked = analyse(understood.text, understood.expansions)
    found = assistant.retriever.search(" ".join((asked.text, *asked.extra)), 2 * HITS)
    kept = [hit for hit in found if not any(hit.passage.span.overlaps(span) for span in left_out)]
    return asked, kept[:HITS]


def answers(assistant: Assistant, case: Case, reading: Reading, best: Evidence) -> bool:
    """Tell whether ``best``, worded as an answer, answers the case."""
    answer = assistant.composer.compose(reading, Decision(Outcome.ANSWER, 1.0, best))
    if not case.answerable or answer.status is Status.REFUSED:
        return False
    return bool(correct(case, of_answer(answer)))


def places_of(case: Case, document: Document) -> list[Span]:
    """Return where a case's evidence stands, each place of it."""
    return [span for words in case.evidence for span in _places(document.text, words)]


def _places(text: str, words: str) -> Iterator[Span]:
    sought = unicodedata.normalize("NFC", words)
    at = text.find(sought)
    while at >= 0:
        yield Span(at, at + len(sought))
        at = text.find(sought, at + 1)


def _development(folder: Path) -> Iterator[Asked]:
    shipped = shipped_paths()[0]
    files = {path.name.removesuffix(_BESIDE): path for path in _questions(folder)}
    for name, path in (files | {shipped.stem: _SEED}).items():
        text = shipped if name == shipped.stem else folder / f"{name}.txt"
        yield Asked(read_document(text), _used(read_cases(path)))


def _written() -> Iterator[Asked]:
    for group in load_suite("written").groups:
        yield Asked(group.documents[0], _used(group.cases))


def _questions(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{_BESIDE}"))


def _fitting(data: Path) -> Iterator[Asked]:
    for text in fitting_cases(data).texts:
        if used := _used(text.cases):
            yield Asked(text.document, used)


def _used(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple(c for c in cases if c.kind not in _SKIPPED and c.split is not Split.HELD)
