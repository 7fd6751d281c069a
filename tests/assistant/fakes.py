"""Assistants that obey the chat's protocol over real documents, with answers cut from their text.

What this module does not know: how the real assistant finds answers.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from assistant.answer import Answer, Citation, Status, VerdictKind
from assistant.claims.verdict import Aspect, Difference, Part, Verdict
from corpus.errors import QuestionError
from corpus.model import Document, Span
from corpus.normalize import folded
from corpus.read import read_documents
from corpus.shipped import shipped_paths

MOST_CHARACTERS = 20_000
WORST = (VerdictKind.REFUTED, VerdictKind.NOT_FOUND, VerdictKind.SUPPORTED)


def shipped_documents() -> dict[str, Document]:
    """Return the documents that ship with hoidap, by name."""
    return {document.name: document for document in read_documents(shipped_paths())}


def citation(document: Document, quote: str) -> Citation:
    """Return the citation of ``quote`` where it first stands in a document."""
    start = document.text.index(quote)
    return Citation(
        document=document.name,
        title=document.title,
        paragraph=document.paragraph_at(start).number,
        span=Span(start, start + len(quote)),
        quote=quote,
    )


@dataclass
class FakeAssistant:
    """Answers by the first rule whose word the question holds; keeps the questions it was asked.

    ``rules`` are (folded words of the question, answer); without one that fits it refuses.
    """

    documents: Mapping[str, Document] = field(default_factory=shipped_documents)
    rules: list[tuple[str, Answer]] = field(default_factory=list)
    examples: Sequence[str] = (
        "Tỷ lệ đô thị hóa năm 2025 và 2030?",
        "26 chỉ tiêu gồm những nhóm nào?",
        "Ba lĩnh vực công nghiệp hỗ trợ chủ chốt?",
    )
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """Know a few answers over the shipped programme, where it is among the documents."""
        document = self.documents.get("chuong-trinh-21-ctr-tu")
        if document is not None:
            self.rules = [*self.rules, *programme_rules(document)]

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer by the rules; "không nhận" cannot be taken, "thong thả" takes its time."""
        with self._lock:
            self.asked.append((question, tuple(history)))
        if "thong tha" in folded(question):
            time.sleep(1.0)
        if "hong hoc" in folded(question):
            message = "something in the assistant broke"
            raise RuntimeError(message)
        if "khong nhan" in folded(question):
            message = "Câu hỏi này không nhận được; bạn hãy hỏi câu khác."
            raise QuestionError(message)
        asked = folded(question)
        for words, answer in self.rules:
            if words in asked:
                return replace(answer, understood="") if literal else answer
        return Answer(Status.REFUSED, f"Văn bản không nêu điều được hỏi: “{question}”.")

    def check(self, statement: str) -> Verdict:
        """Judge each line: 75% is what the programme says, 70% is not, and nothing else is there.

        Raises:
            QuestionError: there is nothing to check, or too much, or HTML.
        """
        if not statement.strip() or len(statement) > MOST_CHARACTERS or "<" in statement:
            raise QuestionError(f"Đoạn {len(statement)} ký tự này không kiểm chứng được.")
        parts = tuple(self._part(line) for line in statement.splitlines() if line.strip())
        worst = next(kind for kind in WORST if any(part.kind is kind for part in parts))
        explanation = "\n".join(part.explanation for part in parts)
        return Verdict(worst, explanation, parts=parts)

    def _part(self, statement: str) -> Part:
        stated = "đến năm 2030 đạt trên 75%"
        cited = (citation(self.documents["chuong-trinh-21-ctr-tu"], stated),)
        if "75%" in statement:
            explanation = f"Khớp với văn bản: “{stated}”."
            return Part(statement, VerdictKind.SUPPORTED, explanation, (), cited)
        if "70%" in statement:
            apart = (Difference("70%", "trên 75%", Aspect.VALUE),)
            explanation = f"Sai lệch: phát biểu: 70%; văn bản: trên 75%. Văn bản nêu: “{stated}”."
            return Part(statement, VerdictKind.REFUTED, explanation, apart, cited)
        explanation = "Không có trong văn bản."
        return Part(statement, VerdictKind.NOT_FOUND, explanation)


def programme_rules(document: Document) -> list[tuple[str, Answer]]:
    """Return answers of each kind over the shipped programme."""
    income = citation(
        document,
        "Hà Nội phấn đấu đến năm 2025, thu nhập bình quân đầu người đạt từ 8.300-8.500 "
        "USD/người/năm, đến năm 2030 đạt trên 12.500 USD/người/năm.",
    )
    resolution = citation(document, "tầm nhìn đến năm 2045")
    cities = citation(
        document, "Tỷ lệ đô thị hóa đến năm 2025 đạt từ 60-62%, đến năm 2030 đạt trên 75%."
    )
    key = "trên 12.500 USD/người/năm"
    at = document.text.index(key)
    fields = (
        "8 chỉ tiêu về trình độ phát triển kinh tế",
        "9 chỉ tiêu về trình độ phát triển văn hóa, xã hội",
    )
    groups = citation(document, f"{fields[0]}; {fields[1]}")
    return [
        (
            "2045",
            Answer(
                Status.REFUSED,
                "Văn bản không nêu mục tiêu thu nhập cho năm 2045; chỉ nêu năm 2025 "
                "(8.300-8.500 USD) và 2030 (trên 12.500 USD). [1] Năm 2045 chỉ xuất hiện trong "
                "tên Nghị quyết 29-NQ/TW. [2]",
                citations=(income, resolution),
                confidence=0.1,
            ),
        ),
        (
            "thu nhap",
            Answer(
                Status.ANSWERED,
                f"Đến năm 2030, thu nhập bình quân đầu người của Hà Nội phấn đấu đạt {key}.",
                span=Span(at, at + len(key)),
                key=key,
                citations=(income,),
                understood="thu nhập bình quân đầu người Hà Nội năm 2030?",
                confidence=0.97,
            ),
        ),
        (
            "do thi hoa",
            Answer(
                Status.PARTIAL,
                "Đến năm 2030, tỷ lệ đô thị hóa đạt trên 75% [1]; văn bản không nêu năm 2035.",
                key="trên 75%",
                citations=(cities,),
                confidence=0.8,
            ),
        ),
        (
            "nhom",
            Answer(
                Status.ANSWERED,
                f"Các chỉ tiêu gồm:\n- {fields[0]} [1]\n- {fields[1]} [1]",
                citations=(groups,),
                confidence=0.9,
            ),
        ),
    ]
