"""The manifest: what was indexed, with what, and the checksums that prove it is whole.

What this module does not know: where generations live (`index.store`) or what is in the files.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import IndexDamaged, IndexMismatch

if TYPE_CHECKING:
    from index.embedder import Embedder

FORMAT = 1
"""Version of the files of an index; an index of another version is refused, never guessed at."""


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One document of an index: its name, the sha256 of its text, its number of passages."""

    name: str
    sha256: str
    passages: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index holds, and what made it.

    ``analysis`` is `index.lexical.analysis` of the builder; ``files`` maps a path inside the
    generation to its sha256.
    """

    format: int
    embedder: str
    fingerprint: str
    dimension: int
    analysis: str
    documents: tuple[IndexedDocument, ...]
    files: Mapping[str, str]
    created: str

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return sum(document.passages for document in self.documents)

    def to_json(self) -> str:
        """Return the manifest as JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str, folder: Path) -> "Manifest":
        """Read what `to_json` wrote.

        Raises:
            IndexDamaged: not JSON, or fields are missing.
            IndexMismatch: written by another format version.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            version = fields["format"]
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(folder, "bản kê không đọc được") from error
        if version != FORMAT:
            raise IndexMismatch(
                f"Chỉ mục {folder} ở định dạng {version}, chương trình này đọc định dạng {FORMAT}; "
                "hãy chạy lại: hoidap index build"
            )
        try:
            documents = tuple(IndexedDocument(**entry) for entry in fields.pop("documents"))
            return cls(documents=documents, **fields)
        except (KeyError, TypeError, AttributeError) as error:
            raise damaged(folder, "bản kê thiếu mục") from error

    def require(self, embedder: "Embedder", analysis: str, folder: Path) -> None:
        """Refuse to search with another model or another way of cutting words than it was built.

        Raises:
            IndexMismatch: the embedder's fingerprint or dimension, or the analysis, is another.
        """
        same = self.fingerprint == embedder.fingerprint and self.dimension == embedder.dimension
        if not same:
            raise IndexMismatch(
                f"Chỉ mục {folder} được lập bằng mô hình “{self.embedder}” "
                f"({self.fingerprint[:8]}), còn mô hình đang dùng là “{embedder.name}” "
                f"({embedder.fingerprint[:8]}); hãy lập lại chỉ mục: hoidap index build"
            )
        if self.analysis != analysis:
            raise IndexMismatch(
                f"Chỉ mục {folder} được lập bằng phiên bản hoidap tách từ khác; "
                "hãy lập lại chỉ mục: hoidap index build"
            )


def damaged(folder: Path, what: str) -> IndexDamaged:
    """Return the error for an index in ``folder`` of which ``what`` is wrong."""
    return IndexDamaged(f"Chỉ mục {folder} bị hỏng ({what}); hãy lập lại: hoidap index build")


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
