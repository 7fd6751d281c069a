"""Files in the encodings that Vietnamese offices have used, and files in none of them."""

import codecs
import unicodedata
from pathlib import Path

import pytest

from corpus.encoding import decoded
from corpus.errors import UnreadableDocument
from corpus.read import read_document
from corpus.shipped import shipped_paths

TEXT = (
    "Chương trình hành động số 21-CTr/TU\n\n"
    "Hà Nội phấn đấu thu nhập bình quân đạt từ 8.300-8.500 USD/người/năm; tỷ lệ đô thị hóa "
    "đến năm 2030 đạt trên 75%.\n\n"
    "Ủy ban nhân dân thành phố chịu trách nhiệm thực hiện, báo cáo kết quả hằng năm.\n"
)


def as_windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows does: the letter composed, its tone a combining mark."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = list(unicodedata.normalize("NFD", char))
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            quality = "".join(mark for mark in marks if mark not in tones)
            letter = unicodedata.normalize("NFC", base + quality)
            out += letter.encode("cp1258") + "".join(tones).encode("cp1258")
    return bytes(out)


ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little-endian": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big-endian": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 little-endian, no mark": TEXT.encode("utf-16-le"),
    "utf-16 big-endian, no mark": TEXT.encode("utf-16-be"),
    "windows-1258": as_windows_1258(TEXT),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "old Mac line ends": TEXT.replace("\n", "\r").encode(),
    "utf-16 with windows line ends": TEXT.replace("\n", "\r\n").encode("utf-16"),
}


@pytest.mark.parametrize("kind", ENCODED)
def test_every_encoding_gives_the_same_document(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "chương-trình.txt"
    path.write_bytes(ENCODED[kind])
    plain = tmp_path / "plain" / path.name
    plain.parent.mkdir()
    plain.write_bytes(TEXT.encode())
    document = read_document(path)
    assert document.text == TEXT
    assert document == read_document(plain)
    assert document.passages == read_document(plain).passages


def test_a_decomposed_file_name_names_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / unicodedata.normalize("NFD", "kế-hoạch.md")
    path.write_text(TEXT, encoding="utf-8")
    assert read_document(path).name == "kế-hoạch"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) * 40,
        bytes(4096),
        b"PK\x03\x04" + bytes(range(256)) * 4,
        TEXT.encode()[:-2] + b"\xc3",
        TEXT.encode("utf-8").replace("ế".encode(), b"\xe1\xba"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        "Привет, мир. Это не вьетнамский текст.".encode("cp1251") * 5,
        TEXT.encode("utf-32"),
    ],
    ids=["png", "pdf", "zeros", "zip", "cut short", "damaged", "half a unit", "cyrillic", "utf-32"],
)
def test_bytes_that_are_no_known_text_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"«tệp\.txt».*UTF-8") as refused:
        decoded(data, "tệp.txt")
    assert "\n" not in str(refused.value)


def test_plain_english_in_utf_16_without_a_mark_is_read() -> None:
    assert decoded("Plain words only.".encode("utf-16-be"), "a.txt") == "Plain words only."


def test_the_canonical_text_of_the_shipped_document_is_its_bytes_decoded() -> None:
    for path in shipped_paths():
        assert read_document(path).text == path.read_bytes().decode("utf-8")
