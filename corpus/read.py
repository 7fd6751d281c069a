"""Reading a source file into a Document: encoding, canonical text, structure, provenance.

A `.json` file of the same stem beside the source may give its provenance (title, published,
number, kind, publisher, source); what it does not give is read off the text.

What this module does not know: how text is cut (`corpus.structure`), what its head says
(`corpus.provenance`), or how it is searched.
"""

import hashlib
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from corpus.encoding import decoded
from corpus.errors import UnreadableDocument
from corpus.model import Document, Provenance
from corpus.normalize import nfc
from corpus.provenance import completed, sidecar
from corpus.sentences import sentences_of
from corpus.structure import paragraphs_of

SUFFIXES = (".txt", ".md")
MOST_BYTES = 20_000_000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """Read files, and every `.txt` and `.md` below folders, in a stable order, each once.

    Files and folders below a folder whose names begin with a dot are left out. Two files of one
    stem get names with their folder before it, so that names stay unique.

    Raises:
        UnreadableDocument: when a path is missing, a folder holds no source, or a file is not
            text (see `read_document`).
    """
    files: dict[Path, Path] = {}
    for path in paths:
        for file in _sources(path):
            files.setdefault(_resolved(file), file)
    documents = [read_document(file) for file in files.values()]
    names = _unique_names(list(files), [document.name for document in documents])
    return [
        document if document.name == name else replace(document, name=name)
        for document, name in zip(documents, names, strict=True)
    ]


def _unique_names(files: Sequence[Path], stems: Sequence[str]) -> list[str]:
    """Return the stems; where one is shared, with the folder, and a number if need be."""
    shared = Counter(stems)
    taken = {stem for stem in stems if shared[stem] == 1}
    names: list[str] = []
    for file, stem in zip(files, stems, strict=True):
        full = f"{nfc(file.parent.name)}-{stem}{file.suffix}"
        numbered = (full if number == 1 else f"{full}-{number}" for number in count(1))
        name = stem if shared[stem] == 1 else next(one for one in numbered if one not in taken)
        taken.add(name)
        names.append(name)
    return names


def read_document(path: Path) -> Document:
    """Read one file.

    Raises:
        UnreadableDocument: the file is missing, may not be read, is empty, is larger than
            `MOST_BYTES`, or is not text in a known encoding.
    """
    text = canonical(decoded(_bytes(path), str(path)))
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument(f"Tệp «{path}» không có chữ nào; hãy chọn một tệp văn bản khác.")
    return document_of(nfc(path.stem), text, sidecar(path), str(path))


def document_of(
    name: str, text: str, provenance: Provenance | None = None, path: str = ""
) -> Document:
    """Build a Document from canonical text (see `canonical`) held in memory."""
    paragraphs = paragraphs_of(text)
    return Document(
        name=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        provenance=completed(provenance or Provenance(""), text, paragraphs, name),
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs),
        path=path,
    )


def canonical(text: str) -> str:
    r"""Return the text offsets point into: NFC, ``\n`` line ends, no byte-order mark.

    A lone surrogate, which no encoding can write, becomes U+FFFD.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return nfc(_LONE_SURROGATE.sub("\ufffd", plain))


def _sources(path: Path) -> Iterator[Path]:
    if _is_folder(path):
        found = sorted(file for file in path.rglob("*") if _is_source(file, path))
        if not found:
            raise UnreadableDocument(
                f"Thư mục «{path}» không có tệp .txt hay .md nào; hãy chỉ ra thư mục khác."
            )
        yield from found
    elif path.suffix.lower() in SUFFIXES or not _exists(path):
        yield path
    else:
        raise UnreadableDocument(
            f"Tệp «{path}» không phải .txt hay .md; hãy chuyển sang một trong hai dạng ấy."
        )


def _is_source(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in SUFFIXES and not hidden and file.is_file()


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # `_bytes` then says what is wrong with it
        return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, say: `_bytes` then says why
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableDocument(f"«{path}» không phải một tệp; hãy chỉ ra một tệp văn bản.")
        size = about.st_size
        if size > MOST_BYTES:
            raise UnreadableDocument(
                f"Tệp «{path}» dài {size / 1e6:.0f} MB, quá giới hạn {MOST_BYTES // 10**6} MB;"
                " hãy chia tệp thành nhiều tệp nhỏ hơn."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(f"Không có tệp «{path}»; hãy kiểm tra đường dẫn.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UnreadableDocument(
            f"Không đọc được tệp «{path}» ({reason}); hãy kiểm tra quyền đọc."
        ) from error
