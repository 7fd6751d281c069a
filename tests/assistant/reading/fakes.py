"""Readings over small texts: every passage is a hit, so only reading is tested.

What this module does not know: searching.
"""

from dataclasses import dataclass

from assistant.matching import Matcher
from assistant.question import Question, analyse
from assistant.reading.annotations import Annotations, Clause
from assistant.reading.reader import Reader, Reading
from corpus.model import Document
from corpus.read import document_of
from index.search import Hit


@dataclass(frozen=True)
class Desk:
    """Documents with their notes, ready to be read."""

    documents: dict[str, Document]
    annotations: Annotations

    @classmethod
    def of(cls, *texts: str) -> "Desk":
        """Return a desk with one document a text, named ``van-ban-1`` and so on."""
        read = [document_of(f"van-ban-{number}", text) for number, text in enumerate(texts, 1)]
        documents = {document.name: document for document in read}
        return cls(documents, Annotations(documents))

    @property
    def document(self) -> Document:
        """The first document."""
        return next(iter(self.documents.values()))

    def read(self, question: str) -> Reading:
        """Return the reading of every passage, those that share more words with it first."""
        asked = analyse(question)
        wanted = {term.text for term in asked.terms}
        hits = [
            Hit(passage, score, score, score, score, score)
            for document in self.documents.values()
            for passage in document.passages
            if (score := self._share(document.quote(passage.span), wanted)) >= 0
        ]
        hits.sort(key=lambda hit: -hit.score)
        return Reader(self.annotations).read(asked, hits)

    def clause(self, beginning: str) -> Clause:
        """Return the first clause that begins so."""
        for passage in self.document.passages:
            for clause in self.annotations.of(passage).clauses:
                if self.document.quote(clause.span).startswith(beginning):
                    return clause
        raise AssertionError(beginning)

    def matcher(self, question: Question) -> Matcher:
        """Return the matcher of a question over these documents."""
        return Matcher(question.terms, self.annotations.rarity)

    def _share(self, text: str, wanted: set[str]) -> float:
        return len(wanted & {term.text for term in analyse(text).terms}) / (len(wanted) or 1)
