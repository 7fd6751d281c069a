"""The syllable table."""

import pytest

from assistant.understand.syllable import bare_table, is_syllable, syllable_table, toneless

REAL = [
    "ngành",
    "biết",
    "bít",
    "gì",
    "giếng",
    "quý",
    "quyết",
    "khoẻ",
    "khỏe",
    "hoà",
    "ghi",
    "kỹ",
    "yêu",
    "uống",
    "oanh",
    "khuya",
    "khuỷu",
    "ngoằn",
    "nguyễn",
    "quốc",
    "giữ",
    "gìn",
    "xoong",
    "huyện",
    "hữu",
    "ươm",
    "người",
    "thuế",
    "đắk",
    "của",
    "gia",
    "thuở",
    "tuần",
    "quơ",
    "y",
    "ỷ",
    "uỷ",
    "quản",
    "quỹ",
    "xuất",
]


@pytest.mark.parametrize("word", REAL)
def test_real_syllables_are_in_the_table(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nghành", "chir", "tieeu", "grdp", "kè̉", "ngiệp", "ghà", "usd"])
def test_others_are_not(word: str) -> None:
    assert not is_syllable(word)


def test_stops_carry_two_tones_only() -> None:
    assert is_syllable("các")
    assert not is_syllable("càc")


def test_tables_agree() -> None:
    assert len(bare_table()) < len(syllable_table())
    assert toneless("đường") == "đương"
