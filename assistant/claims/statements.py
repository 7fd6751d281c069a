"""A pasted text cut into the statements it makes, freed of what only reports them.

"Theo báo chí, …", "ông A cho biết …", "có lẽ …" say who says it and how surely; "…, phải không?"
asks whether a statement is true. What is left is what the documents can be held against.

What this module does not know: whether a statement is true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Span
from corpus.normalize import comparable
from corpus.register import Target, register
from corpus.sentences import sentences_of

_PERSON = r"(?:ông|bà|anh|chị|đồng chí|lãnh đạo|đại diện|phóng viên|chuyên gia|người phát ngôn)"
_SAYING = (
    r"(?:cho biết|cho rằng|cho hay|khẳng định|tuyên bố|thông tin|nói|nhấn mạnh|chia sẻ|phát biểu"
    r"|nêu rõ|thông báo|viết|đưa tin|dẫn lời)"
)
_SOURCE = (
    r"(?:báo chí|báo|bài báo|bài viết|tờ|trang|tin|thông tin|nguồn tin|nhiều nguồn|một số nguồn"
    rf"|mạng xã hội|dư luận|ý kiến|lời|{_PERSON})"
)
_HEARD = (
    r"(?:được biết|nghe nói|nghe đâu|nghe đồn|nghe bảo|người ta nói|có tin|có lẽ|có thể|có vẻ"
    r"|hình như|dường như|nhiều khả năng|chắc là|chắc chắn|rõ ràng|thực tế|đúng là|sự thật là"
    r"|như vậy|ngoài ra|bên cạnh đó|đồng thời|trong đó|cụ thể)(?: là| rằng)?,? (?:là |rằng )?"
)
_BELIEVED = (
    r"(?:tôi|mình|em|chúng tôi) (?:nghe nói|nghĩ|cho|tin|đọc thấy|được biết|nghe)(?: là| rằng)?"
)
_REPORTED = rf"(?:{_SOURCE}|{_PERSON})\b[^,:;]{{0,60}}? (?:đã |vừa |cũng )?{_SAYING}(?: rằng| là)?"
_UNSURE = r"(?:không|chẳng|chưa) (?:biết|rõ|chắc)"
_OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"theo {_SOURCE}\b[^,:;]{{0,80}}?(?:[,:]| thì) ?",
        rf"{_REPORTED}[,:]? ?",
        rf"{_BELIEVED},? ?",
        _HEARD,
        rf"(?:(?:tôi|mình|em) )?{_UNSURE}(?: là)? (?=liệu|có đúng|có phải)",
        r"(?:có phải|có đúng|phải chăng|liệu)(?: là| rằng)? ?",
    )
)
_SAID_AFTER = re.compile(rf",? (?:theo lời )?{_PERSON}\b[^,]{{0,60}} {_SAYING}\W*$")
_ASKED_AFTER = re.compile(
    r",? (?:có )?(?:phải|đúng) (?:không|chứ)(?: ạ| nhỉ| vậy)?[ ?.!]*$"
    r"| (?:hay )?không(?: ạ| nhỉ| vậy)?[ ]*\?[ ?.!]*$|,? (?:đúng chứ|nhỉ)[ ?.!]*$"
)
_OPEN_QUESTION = re.compile(
    r"bao nhiêu|\bmấy\b|\bai\b|\bgì\b|\bnào\b|ở đâu|khi nào|bao giờ|vì sao|tại sao|ra sao"
)
_POINTING = re.compile(
    r"\b(?P<head>tỉ lệ|tỉ trọng|con số|chỉ tiêu|chỉ số|mức|số|số lượng|quy mô|diện tích|dân số"
    r"|kinh phí|số vốn|số tiền|doanh số|sản lượng|giá trị|tốc độ|mục tiêu) (?:này|đó|ấy|nói trên)\b"
)
_BARE_HEADS = frozenset({"con số", "chỉ tiêu", "chỉ số", "mức", "số", "mục tiêu"})
_BARE_REPLY = re.compile(
    r"\W*(?:(?:không|có|vâng|phải|đúng)\W+)?"
    r"(?:(?:điều|thông tin|nhận định|phát biểu|ý)(?: (?:này|đó|ấy|trên))? )?(?:là )?"
    r"(?:không |chưa )?(?:hoàn toàn )?(?:đúng|sai|chính xác|phải)(?: vậy| rồi| thế)?\W*"
)
_QUOTES = "“”\"«»‘’'"


@dataclass(frozen=True)
class Statement:
    """One statement: as typed, and ``text``, what it claims.

    ``question`` marks an open question, which claims nothing. ``figures`` are the figures it
    claims, as the register's own grammar reads them (offsets into ``text``).
    """

    typed: str
    text: str
    question: bool
    figures: tuple[Target, ...]


def statements_of(text: str) -> tuple[Statement, ...]:
    """Return the statements of a pasted text (NFC), in order.

    Sentences without words are none, nor are bare replies ("Sai.") beside others.
    """
    found: list[Statement] = []
    sentences = [*_sentences(text)]
    for sentence in [s for s in sentences if not _is_bare_reply(s)] or sentences:
        found.append(statement_of(sentence, found[-1] if found else None))
    return tuple(found)


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        paragraph = (Paragraph(1, Span(0, len(line)), ParagraphKind.BODY),)
        for sentence in sentences_of(line, paragraph):
            typed = sentence.span.of(line).strip()
            if any(char.isalnum() for char in typed):
                yield typed


def statement_of(typed: str, before: Statement | None = None) -> Statement:
    """Return one sentence as a statement, freed of what reports, hedges or asks.

    "Tỷ lệ này" is written out as what the last figure of the sentence ``before`` measures.
    """
    said = _freed(typed)
    if before is not None and before.figures:
        said = _written_out(said, before.figures[-1])
    form = comparable(said)
    question = said.rstrip(_QUOTES + " ").endswith("?") and bool(_OPEN_QUESTION.search(form))
    return Statement(typed, said, question, register(as_document(said)))


def _is_bare_reply(sentence: str) -> bool:
    """Tell "Sai." and "Không, điều này không đúng.", which say nothing of their own."""
    return _BARE_REPLY.fullmatch(comparable(sentence)) is not None


def _written_out(said: str, last: Target) -> str:
    match = _POINTING.search(comparable(said))
    name = last.indicator.strip()
    if match is None or not name:
        return said
    head = said[match.start("head") : match.end("head")]
    known = comparable(name).startswith(comparable(head)) or match["head"] in _BARE_HEADS
    written = name if known else f"{head} {name}"
    return f"{said[: match.start()]}{written}{said[match.end() :]}"


def _freed(typed: str) -> str:
    """Return a statement without outer quotation marks, reporting and asking words."""
    said = typed.strip(" -–•*\t")
    while True:
        shorter = _shorter(said)
        if shorter == said or not any(char.isalpha() for char in shorter):
            return said
        said = shorter


def _shorter(said: str) -> str:
    outer = said.strip()
    if outer[:1] in _QUOTES and outer.rstrip(".")[-1:] in _QUOTES and len(outer) > 2:  # noqa: PLR2004 - two marks
        return outer.rstrip(".").strip(_QUOTES).strip()
    form = comparable(said)
    for pattern in _OPENINGS:
        if match := pattern.match(form):
            return said[match.end() :]
    for pattern in (_ASKED_AFTER, _SAID_AFTER):
        if match := pattern.search(form):
            return said[: match.start()]
    return said


def as_document(text: str) -> Document:
    """Return a statement as a document of one paragraph, for the register to read."""
    paragraphs = (Paragraph(1, Span(0, len(text)), ParagraphKind.BODY),)
    return Document(
        name="",
        text=text,
        sha256="",
        provenance=Provenance(""),
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs),
    )
