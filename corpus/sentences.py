"""Sentences of a paragraph, with offsets; written for Vietnamese administrative and press text.

A rule-based splitter of our own: the segmenter's splitter cuts "1." from its sentence and
rewrites text, and a quote must be a slice. A heading and a table row are one sentence each.

What this module does not know: words, figures, or meaning.
"""

import re
from collections.abc import Iterator

from corpus.model import Paragraph, ParagraphKind, Sentence, Span
from corpus.normalize import CAPITALS

_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’')\]»*_]*+(?:\[\d{1,3}\])*[¹²³⁰⁴-⁹]*(?=\s)")
_BULLET = re.compile(rf"(?<=[;:])\s++(?=[-–+•]\s+[{CAPITALS}“\"\d])")
_FEWEST_BULLETS = 2
_SPACE = re.compile(r"\s*")
_WORD_BEFORE = re.compile(r"[\w./°&-]+$")
_LONGEST_WORD = 24
_OPENERS = " \"“‘'(«[*_-–•+"
_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|[a-zđ]|[A-H])$")
_LONGEST_LABEL = 24
_LABEL = re.compile(
    r"(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Phụ lục|Bảng|Biểu|Hình"
    r"|Biểu đồ|Sơ đồ|Câu|Bước|Bài)\s*(?:\d+(?:\.\d+)*|[IVX]+)[a-zđ]?$"
)
_INITIAL = r"(?:[A-ZĐÂÊÔƠƯ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)"
_INITIALS = re.compile(rf"{_INITIAL}(?:\.{_INITIAL})*$")
_ROMAN = re.compile(r"[IVX]+$")
_BORN = re.compile(r"\((?:s|m|k|kh)$")  # (s. 1903), (m. 1944)
_REFERENCE = re.compile(
    r"(?:mục|phần|chương|phụ lục|tiểu mục|quý|khóa|lần thứ)\s+[IVX]+$", re.IGNORECASE
)
_TITLES = frozenset(
    (
        *("ts", "ths", "th.s", "pgs", "gs", "bs", "ks", "ls", "ds", "kts", "nsnd", "nsưt", "nxb"),
        *("mr", "mrs", "ms", "dr", "prof", "st", "bsck", "bscki", "bsckii", "nghs", "ngnd", "ngưt"),
    )
)
_PLACES = frozenset(("tp", "tx", "tt", "q", "p", "h", "x", "đ", "kp"))
_ON_BEHALF = frozenset(("kt", "tm", "tl", "tuq", "đ/c"))  # before a signature or a name
_BEFORE_A_NUMBER = frozenset(
    ("tr", "no", "vol", "fig", "số", "stt", "vd", "art", "pp", "sđt", "đt")
)
# Words that open a sentence and no name: "Công an TP. Theo đó" is two sentences, "TP. Huế" one.
_SENTENCE_OPENERS = frozenset(
    (
        *("theo", "tuy", "trong", "các", "những", "đây", "đó", "do", "vì", "tại", "sau", "trước"),
        *("khi", "nếu", "để", "với", "đến", "hiện", "điều", "việc", "tôi", "chúng", "ngoài", "dẫu"),
        *(
            "mỗi",
            "một",
            "như",
            "nhưng",
            "và",
            "bên",
            "qua",
            "từ",
            "trên",
            "dự",
            "ông",
            "bà",
            "nhiều",
        ),
        *(
            "cũng",
            "đồng thời",
            "đối",
            "ngày",
            "năm",
            "nhằm",
            "bởi",
            "dù",
            "mặc",
            "song",
            "vậy",
            "nên",
        ),
        *(
            "đáng",
            "được",
            "người",
            "không",
            "chỉ",
            "cả",
            "bí",
            "chủ",
            "phó",
            "giám",
            "thủ",
            "bộ",
            "cụ",
        ),
        *("rất", "hãy", "ảnh", "nguồn", "thế", "có", "cần", "cùng", "liên", "trả", "hai", "ba"),
    )
)


def sentences_of(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Cut every paragraph into sentences, in order; no visible character is lost."""
    return tuple(
        Sentence(span, position)
        for position, paragraph in enumerate(paragraphs)
        for span in _cut(text, paragraph)
    )


def _cut(text: str, paragraph: Paragraph) -> list[Span]:
    if paragraph.kind not in (ParagraphKind.BODY, ParagraphKind.ITEM):
        return [paragraph.span]
    content = paragraph.span.of(text)
    spans: list[Span] = []
    start = 0
    for end, after in _boundaries(content, len(paragraph.marker)):
        if any(map(str.isalnum, content[start:end])):
            spans.append(Span(start, end).moved(paragraph.span.start))
            start = after
    if any(map(str.isalnum, content[start:])) or not spans:
        spans.append(Span(start, len(content)).moved(paragraph.span.start))
    else:
        spans[-1] = Span(spans[-1].start, paragraph.span.end)
    return spans


def _boundaries(content: str, marker: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends and where the next begins; ``marker`` is the mark's length."""
    bullets = [(match.start(), match.end()) for match in _BULLET.finditer(content)]
    ends = bullets if len(bullets) >= _FEWEST_BULLETS else []
    start = 0
    for match in _END.finditer(content, marker):
        space = _SPACE.match(content, match.end())
        after = space.end() if space else match.end()
        if _is_boundary(content, start, match, after):
            start = after
            ends.append((match.end(), after))
    yield from sorted(ends)


def _is_boundary(content: str, start: int, match: re.Match[str], after: int) -> bool:
    opening = content[after : after + _LONGEST_WORD].lstrip(_OPENERS)
    if not opening or opening[0].islower():
        return False
    sign = match.group(0)
    if sign.startswith(("..", "…")):
        return opening[0].isupper()
    if sign[0] != "." or (len(sign) > 1 and sign[1] not in "[*_"):
        return True
    return not _opens(content, start, match.start()) and not _is_inside(
        content[max(start, match.start() - _LONGEST_WORD) : match.start()], opening, content[after]
    )


def _opens(content: str, start: int, stop: int) -> bool:
    """Tell whether what a full stop follows opens its sentence: "1.", "a.", "Bảng 2."."""
    if stop - start > _LONGEST_LABEL:
        return False
    label = content[start:stop].lstrip(_OPENERS)
    return bool(_MARK.match(label) or _LABEL.match(label))


def _is_inside(before: str, opening: str, sign: str) -> bool:
    """Tell whether a full stop stands inside a sentence: after a shortened word, or "mục III"."""
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    if _BORN.search(before):
        return opening[0].isdigit()
    reference = _ROMAN.match(word.group(0)) and _REFERENCE.search(before)
    return bool(reference) or _is_shortened(word.group(0), opening, sign)


def _is_shortened(before: str, opening: str, sign: str) -> bool:
    """Tell whether the word before a full stop is only shortened: TP. Huế, ThS. An, tr. 5."""
    form = before.lower()
    if form in _BEFORE_A_NUMBER:
        return opening[0].isdigit()
    if form in _ON_BEHALF:
        return opening[0].isupper()
    opens = opening.split(maxsplit=1)[0].lower().strip(",:") in _SENTENCE_OPENERS
    if all(part in _TITLES for part in form.split(".")) or form in _TITLES:
        return before[0].isupper() and opening[0].isupper()
    if form in _PLACES:
        return not opens or opening[0].isdigit()
    if not _INITIALS.match(before):
        return False
    return (opening[0].isupper() or sign == "(") and not opens
