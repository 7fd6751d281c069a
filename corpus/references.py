"""Numbers of documents a text cites: "29-NQ/TW", "12/NQ-CP", "1717/QĐ-TTg", "Nghị quyết 57".

What this module does not know: what those documents say, or which of them is at hand.
"""

import re
from dataclasses import dataclass

from corpus.free import Free
from corpus.model import Span
from corpus.normalize import comparable

_KIND = (
    r"nghị quyết liên tịch|nghị quyết|nghị định|quyết định|chỉ thị|kết luận|thông tư liên tịch"
    r"|thông tư|chương trình hành động|chương trình|kế hoạch|công văn|công điện|tờ trình|thông báo"
    r"|hướng dẫn|báo cáo|quy định|quy chế|văn bản hợp nhất|luật|bộ luật|pháp lệnh|hiến pháp|lệnh"
    r"|đề án|nghi quyet|nghi dinh|quyet dinh|chi thi|ket luan|thong tu|ke hoach|luat"
)
# 21-CTr/TU, 57- NQ/TW, 50 - NQ / TW, 12/NQ-CP, 24/2023/QH15, 23/2000/PL-UBTVQH10,
# 10/2023/TT-BGDĐT, /NQ-CP (the number left blank).
_TAIL = r"[a-zđ]{1,6}[0-9]{0,2}(?:(?:-| ?/) ?[a-zđ&]{1,12}[0-9]{0,2}){0,3}"
_CODE = rf"(?:[0-9]{{1,5}}[a-z]?)?(?:/(?:19|20)[0-9]{{2}})? ?[/-] ?{_TAIL}"
_NUMBERED = re.compile(rf"(?<![\w/.,-])(?P<code>{_CODE})(?![\w])")
_KIND_BEFORE = re.compile(rf"\b(?P<kind>{_KIND})(?: số)?:? ?\Z")
_SAYS_NUMBER = re.compile(r"\bsố:? ?\Z")
_NAMED = re.compile(
    rf"\b(?P<kind>{_KIND})(?: số)? (?P<code>[0-9]{{1,4}})(?![\w%/-])(?![.,][0-9])"
    r"(?! (?:năm(?! (?:19|20)[0-9]{2}(?! ?-))|tháng|ngày|tỉ|triệu|nghìn|ngàn)\b)"  # kế hoạch 5 năm
)
_CASED_CODE = re.compile(
    r"(?:[0-9]{1,5}[A-Za-z]?)?(?:/[0-9]{4})? ?[/-] ?[A-ZĐ][A-Za-zĐđ]{0,5}[0-9]{0,2}"
    r"(?:(?:-| ?/) ?[A-ZĐ][A-Za-zĐđ&]{0,11}[0-9]{0,2}){0,3}"
)
_TYPED_CODE = re.compile(
    r"[0-9]{1,5}[a-z]?(?:/(?:19|20)[0-9]{2})? ?[/-] ?"
    r"(?:nq|qđ|qd|ctr|kh|ct|kl|tb|ttr|nđ|nd|tt|hd|bc|cv|qh[0-9]{1,2}|ttlt|vbhn|đa|cđ|qc)(?![a-zđ])"
    r"(?:(?:-| ?/) ?[a-zđ&]{1,12}[0-9]{0,2}){0,3}"
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A citation of a document by number.

    ``span`` is the number alone ("29-NQ/TW"), or kind and number where the number is bare
    ("Nghị quyết 57"); ``text`` is that slice; ``kind`` is the comparable kind word, or "".
    """

    span: Span
    text: str
    kind: str

    @property
    def key(self) -> str:
        """The form in which two spellings of one number are equal (``57- nq/tw``: 57-nq/tw)."""
        return re.sub(r"\s+", "", comparable(self.text))

    @property
    def figures(self) -> str:
        """The leading figures without zeros in front ("07-KH/TU": 7), or ""."""
        match = re.search(r"[0-9]+", self.text)
        return match.group(0).lstrip("0") if match else ""


def find_document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """Return the document numbers in ``text``, in order, never overlapping. Never raises."""
    return numbers_of_documents(comparable(text), text)


def numbers_of_documents(plain: str, text: str) -> tuple[DocumentNumber, ...]:
    """Return the same, given the comparable form of ``text`` too."""
    found: list[DocumentNumber] = []
    free = Free(plain)
    for match in _NUMBERED.finditer(plain):
        span = Span(match.start("code"), match.end("code"))
        kind = _KIND_BEFORE.search(plain, max(0, span.start - 40), span.start)
        if _is_code(span.of(text), plain, span, named=kind is not None):
            found.append(DocumentNumber(span, span.of(text), kind["kind"] if kind else ""))
            free.take(span)
    for match in _NAMED.finditer(plain):
        span = Span(match.start(), match.end())
        if free.is_free(span):
            found.append(DocumentNumber(span, span.of(text), match["kind"]))
    return tuple(sorted(found, key=lambda number: number.span.start))


def _is_code(code: str, plain: str, span: Span, *, named: bool) -> bool:
    """Tell a document number from a unit or a phrase such as "100/km" or "xa - TW"."""
    if _TYPED_CODE.fullmatch(span.of(plain)):
        return True
    if not _CASED_CODE.fullmatch(code):
        return False
    says_so = named or _SAYS_NUMBER.search(plain, max(0, span.start - 5), span.start) is not None
    letters = re.sub(r"[^A-Za-zĐđ]", "", code)
    return says_so or (code[:1].isdigit() and letters[:1].isupper() and len(letters) > 2)  # noqa: PLR2004 - "7-A" is no number
