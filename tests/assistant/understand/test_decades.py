"""Decades become the years that documents print, and only where the documents tell which."""

import pytest

from assistant.understand.decades import with_decades
from assistant.understand.vocabulary import Vocabulary

_PLAN = Vocabulary.of(["Đến năm 2025 đạt 60%; đến năm 2030 đạt 75%, phấn đấu năm 2030 dẫn đầu."])
_OLD = Vocabulary.of(["Đến năm 2020 đạt 60%."])
_TIMELESS = Vocabulary.of(["Công dân có quyền tự do cư trú."])


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("cuối thập kỷ này đạt bao nhiêu?", "năm 2030 đạt bao nhiêu?"),
        ("Đến giữa thập niên này đạt mấy?", "Đến năm 2025 đạt mấy?"),
        ("hết thập kỷ có bao nhiêu?", "năm 2030 có bao nhiêu?"),
        ("nửa sau thập niên 2020 tăng mấy?", "giai đoạn 2026-2030 tăng mấy?"),
        ("nửa đầu của thập kỷ này tăng mấy?", "giai đoạn 2021-2025 tăng mấy?"),
        ("cuối thập niên 2010 thế nào?", "năm 2020 thế nào?"),
        ("đến giữa thế kỷ phát thải bao nhiêu?", "đến năm 2050 phát thải bao nhiêu?"),
        ("cuối những năm 2020 ra sao?", "năm 2030 ra sao?"),
    ],
)
def test_decades_are_read_as_years(asked: str, read: str) -> None:
    assert with_decades(asked, _PLAN) == read


def test_the_documents_tell_which_decade_this_is() -> None:
    assert with_decades("cuối thập kỷ này?", _OLD) == "năm 2020?"
    assert with_decades("cuối thập kỷ này?", _TIMELESS) == "cuối thập kỷ này?"


@pytest.mark.parametrize(
    "asked",
    ["cuối những năm nào?", "đầu năm 2025?", "thập kỷ này có gì?", "giữa kỳ hạn?", "cuối năm?"],
)
def test_other_times_are_left(asked: str) -> None:
    assert with_decades(asked, _PLAN) == asked
