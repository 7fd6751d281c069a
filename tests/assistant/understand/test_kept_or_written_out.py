"""Short forms with several meanings, and syllables typed with their marks."""

import pytest

from assistant.restore import Restorer
from assistant.understand import Glossary, Vocabulary
from assistant.understand.shorthand import write_out
from assistant.understand.words import split

TEXT = """Sân bay đón 1,2 triệu khách quốc tế. Ban hành Kế hoạch số 5/KH-UBND. Hỗ trợ kinh phí cho
hộ nghèo. Không thu phí. Hoàn thành hạ tầng khu công nghiệp. Thành phố không có sân bay thứ hai."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("đón bao nhiêu kh quốc tế", "khách"),
        ("có thu phí kh", "không"),
        ("sao kh có sân bay thứ hai", "không"),
        ("sđt nào", "số điện thoại"),
    ],
)
def test_a_short_form_is_written_out_by_what_stands_beside_it(
    glossary: Glossary, typed: str, meant: str
) -> None:
    written = write_out(split(typed), glossary, Vocabulary.of([TEXT]))
    assert meant in " ".join(word.text for word in written.phrase.words)


@pytest.mark.parametrize("typed", ["tuyen duong dài bao nhieu", "quy mo bao nhieu toà"])
def test_a_syllable_typed_with_its_marks_stays(restorer: Restorer, typed: str) -> None:
    marked = [word for word in typed.split() if not word.isascii()]
    restored = restorer.restore(typed.split())
    assert all(word in restored for word in marked)
