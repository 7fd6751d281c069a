"""One assistant over the shipped report, its index real and in a folder that goes with it."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.model import Document
from corpus.read import read_documents
from corpus.shipped import shipped_paths

PROGRAMME = "chuong-trinh-21-ctr-tu"


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    """Return an assistant over the shipped documents, with the shipped models."""
    return assistant_over(read_documents(shipped_paths()))


@pytest.fixture(scope="session")
def programme(assistant: Assistant) -> Document:
    """Return the shipped press report."""
    return assistant.documents[PROGRAMME]
