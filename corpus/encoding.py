"""Which encoding a Vietnamese text file is in: UTF-8, UTF-16, or Windows-1258.

What this module does not know: the old one-byte fonts (TCVN3/ABC, VNI-Windows); a file in one of
them decodes to nonsense and is refused, with the next step.
"""

import codecs

from corpus.errors import UnreadableDocument
from corpus.normalize import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_VIETNAMESE = frozenset("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_SAMPLE = 200_000
_MOST_CONTROL = 0.001
_FEWEST_VIETNAMESE = 0.02
_HALF_NUL = 0.2


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file's bytes.

    Raises:
        UnreadableDocument: the bytes are binary, or in no encoding that is known here.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, UnicodeError):
            continue
        if _is_text(text) and (encoding != "cp1258" or _is_vietnamese(text)):
            return text
    raise UnreadableDocument(
        f"Tệp «{name}» không phải văn bản UTF-8, UTF-16 hay Windows-1258; hãy lưu lại bằng UTF-8."
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) * _HALF_NUL:
        low_first = sample[1::2].count(0) >= sample[0::2].count(0)
        return ("utf-16-le",) if low_first else ("utf-16-be",)
    return ("utf-8", "cp1258")


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    control = sum(char < " " and char not in "\t\n\r\f\v" for char in sample)
    return control <= len(sample) * _MOST_CONTROL


def _is_vietnamese(text: str) -> bool:
    letters = [char for char in nfc(text[:_SAMPLE]).lower() if char.isalpha()]
    marked = sum(char in _VIETNAMESE for char in letters)
    foreign = sum(not char.isascii() and char not in _VIETNAMESE for char in letters)
    return marked >= len(letters) * _FEWEST_VIETNAMESE and foreign <= marked / 10
