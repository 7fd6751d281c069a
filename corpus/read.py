"""Reading a source file into a Document: encoding, canonical text, structure, provenance.

A `.json` file of the same stem beside the source may give its provenance (title, published,
number, kind, publisher, source); what it does not give is read off the text.

What this module does not know: how text is cut (`corpus.structure`), or how it is searched.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from corpus.encoding import decoded
from corpus.errors import UnreadableDocument
from corpus.model import Document, Paragraph, ParagraphKind, Provenance
from corpus.normalize import comparable, nfc
from corpus.sentences import sentences_of
from corpus.structure import paragraphs_of

SUFFIXES = (".txt", ".md")
MOST_BYTES = 20_000_000
_POSTED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SIGNED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_NUMBER = re.compile(r"^\s*Số\s*:\s*(\S+)", re.MULTILINE)
_LETTERHEAD = re.compile(
    r"cộng hòa xã hội chủ nghĩa|độc lập - tự do|^số\s*:|đảng cộng sản việt nam$|^\W*$"
    r"|^(?:chính phủ|quốc hội|thủ tướng chính phủ|ủy ban nhân dân.*|hội đồng nhân dân.*|bộ [^,]*"
    r"|tỉnh ủy.*|thành ủy.*|ban chấp hành.*)$|, ngày .* tháng"
)
_KINDS = re.compile(
    r"^(?:nghị quyết|quyết định|kế hoạch|chương trình(?: hành động)?|chỉ thị|thông tư|nghị định"
    r"|báo cáo|công văn|thông báo|tờ trình|kết luận|hướng dẫn|đề án|luật|phụ lục(?: [ivx\d]+)?)$"
)
_HEAD = 600
_LONGEST_TITLE = 240


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """Read files, and every `.txt` and `.md` below folders, in a stable order.

    Two files of one stem get names with their folder before it, so that names stay unique.

    Raises:
        UnreadableDocument: when a path is missing, a folder holds no source, or a file is not
            text (see `read_document`).
    """
    files = list(dict.fromkeys(file for path in paths for file in _sources(path)))
    stems = Counter(nfc(file.stem) for file in files)
    documents = [read_document(file) for file in files]
    named = [
        document
        if stems[document.name] == 1
        else replace(document, name=f"{nfc(file.parent.name)}-{document.name}{file.suffix}")
        for file, document in zip(files, documents, strict=True)
    ]
    taken = Counter(document.name for document in named)
    return [
        document
        if taken[document.name] == 1
        else replace(document, name=f"{document.name}-{document.sha256[:8]}")
        for document in named
    ]


def read_document(path: Path) -> Document:
    """Read one file.

    Raises:
        UnreadableDocument: the file is missing, may not be read, is empty, is larger than
            `MOST_BYTES`, or is not text in a known encoding.
    """
    text = canonical(decoded(_bytes(path), str(path)))
    if not text.strip():
        raise UnreadableDocument(f"Tệp «{path}» không có chữ nào; hãy chọn một tệp văn bản khác.")
    return document_of(nfc(path.stem), text, _sidecar(path), str(path))


def document_of(
    name: str, text: str, provenance: Provenance | None = None, path: str = ""
) -> Document:
    """Build a Document from canonical text (see `canonical`) held in memory."""
    paragraphs = paragraphs_of(text)
    return Document(
        name=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        provenance=_completed(provenance or Provenance(""), text, paragraphs, name),
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs),
        path=path,
    )


def canonical(text: str) -> str:
    r"""Return the text offsets point into: NFC, ``\n`` line ends, no byte-order mark."""
    return nfc(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _sources(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not found:
            raise UnreadableDocument(
                f"Thư mục «{path}» không có tệp .txt hay .md nào; hãy chỉ ra thư mục khác."
            )
        yield from found
    elif path.suffix.lower() in SUFFIXES or not path.exists():
        yield path
    else:
        raise UnreadableDocument(
            f"Tệp «{path}» không phải .txt hay .md; hãy chuyển sang một trong hai dạng ấy."
        )


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableDocument(
                f"Tệp «{path}» dài {size / 1e6:.0f} MB, quá giới hạn {MOST_BYTES // 10**6} MB;"
                " hãy chia tệp thành nhiều tệp nhỏ hơn."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(f"Không có tệp «{path}»; hãy kiểm tra đường dẫn.") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableDocument(
            f"Không đọc được tệp «{path}» ({reason}); hãy kiểm tra quyền đọc."
        ) from error


def _sidecar(path: Path) -> Provenance | None:
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return None
    try:
        record = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            f"Tệp xuất xứ «{beside}» không phải JSON đọc được; hãy sửa hoặc xóa tệp ấy."
        ) from error
    known = {field.name for field in fields(Provenance)}
    given = record if isinstance(record, dict) else {}
    return Provenance(
        **{"title": "", **{k: nfc(v) for k, v in given.items() if k in known and type(v) is str}}
    )


def _completed(
    given: Provenance, text: str, paragraphs: tuple[Paragraph, ...], name: str
) -> Provenance:
    head = text[:_HEAD]
    number = _NUMBER.search(head)
    return replace(
        given,
        title=given.title or _title(text, paragraphs) or name,
        published=given.published or _published(head),
        number=given.number or (number.group(1) if number else ""),
    )


def _published(head: str) -> str:
    match = _SIGNED.search(head) or next(
        (m for m in _POSTED.finditer(head) if _is_date_line(head, m)), None
    )
    if match is None:
        return ""
    day, month, year = (int(part) for part in match.groups())
    return f"{year:04d}-{month:02d}-{day:02d}"


def _is_date_line(head: str, match: re.Match[str]) -> bool:
    """Tell whether a date stands in a line of its own, as page dates do."""
    start = head.rfind("\n", 0, match.start()) + 1
    end = head.find("\n", match.end())
    line = head[start : end if end >= 0 else len(head)]
    longest_date_line = 60
    return len(line.strip()) <= longest_date_line


def _title(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the title as printed: past the letterhead, the kind of text with its subject."""
    lines = [
        " ".join(p.span.of(text)[len(p.marker) if p.marker.startswith("#") else 0 :].split())
        for p in paragraphs[:20]
        if p.kind is not ParagraphKind.FURNITURE
    ]
    for position, line in enumerate(lines):
        form = comparable(line)
        if _KINDS.match(form) and position + 1 < len(lines):
            return f"{line} {lines[position + 1]}"[:_LONGEST_TITLE]
        if not _LETTERHEAD.search(form):
            return line[:_LONGEST_TITLE]
    return ""
