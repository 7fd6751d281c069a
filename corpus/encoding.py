"""Which encoding a Vietnamese text file is in: UTF-8, UTF-16, or Windows-1258.

What this module does not know: the old one-byte fonts (TCVN3/ABC, VNI-Windows); a file in one of
them decodes to nonsense and is refused, with the next step.
"""

import codecs
from collections.abc import Callable

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
_MOST_FOREIGN = 0.1


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file's bytes.

    Raises:
        UnreadableDocument: the bytes are binary, or in no encoding that is known here.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if _is_text(text) and _CHECKS[encoding](text):
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
    if "\0" in text:
        return False
    sample = text[:_SAMPLE]
    control = sum(char < " " and char not in "\t\n\r\f\v" for char in sample)
    return control <= len(sample) * _MOST_CONTROL


def _is_latin(text: str) -> bool:
    """Tell whether nearly all letters are Latin ones that Vietnamese text has."""
    letters = _letters(text)
    return sum(map(_is_foreign, letters)) <= len(letters) * _MOST_FOREIGN


def _is_vietnamese(text: str) -> bool:
    """Tell Windows-1258 from another encoding read as if it were: marks, and few odd letters."""
    letters = _letters(text)
    marked = sum(char in _VIETNAMESE for char in letters)
    foreign = sum(map(_is_foreign, letters))
    return marked >= len(letters) * _FEWEST_VIETNAMESE and foreign <= marked * _MOST_FOREIGN


def _letters(text: str) -> list[str]:
    return [char for char in nfc(text[:_SAMPLE]).lower() if char.isalpha()]


def _is_foreign(char: str) -> bool:
    return not char.isascii() and char not in _VIETNAMESE


def _anything(_text: str) -> bool:
    return True


# What a text must also be before an encoding is believed: UTF-8 is strict enough by itself, and
# UTF-16 is announced by its mark; the rest are guesses.
_CHECKS: dict[str, Callable[[str], bool]] = {
    "utf-8": _anything,
    "utf-8-sig": _anything,
    "utf-16": _anything,
    "utf-16-le": _is_latin,
    "utf-16-be": _is_latin,
    "cp1258": _is_vietnamese,
}
