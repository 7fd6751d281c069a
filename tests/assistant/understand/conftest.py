"""An understander over the shipped document, made once."""

from pathlib import Path

import pytest

import corpus
from assistant.neighbours import load_neighbours
from assistant.restore import Restorer, load_model
from assistant.understand import Glossary, Understander, Vocabulary


@pytest.fixture(scope="session")
def restorer() -> Restorer:
    return Restorer(load_model())


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    folder = Path(corpus.__path__[0]) / "documents"
    return Vocabulary.of(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))


@pytest.fixture(scope="session")
def understander(vocabulary: Vocabulary, restorer: Restorer, glossary: Glossary) -> Understander:
    rivals = {
        phrase: frozenset({number})
        for number, phrases in enumerate(
            ((("thành", "thị"), ("nông", "thôn")), (("nam",), ("nữ",)))
        )
        for phrase in phrases
    }
    return Understander(vocabulary, restorer, glossary, load_neighbours(), rivals)
