"""A stage is said as the documents say it."""

import pytest

from assistant.understand.stages import with_stages
from assistant.understand.vocabulary import Vocabulary

DOCUMENTS = Vocabulary.of(["Phân bổ cho giai đoạn đầu 432 tỷ, giai đoạn hai là 874 tỷ; đợt 3."])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Kinh phí giai đoạn 1 là bao nhiêu?", "Kinh phí giai đoạn đầu là bao nhiêu?"),
        ("Kinh phí giai đoạn II là bao nhiêu?", "Kinh phí giai đoạn hai là bao nhiêu?"),
        ("Kinh phí giai đoạn đầu là bao nhiêu?", "Kinh phí giai đoạn đầu là bao nhiêu?"),
        ("Giai đoạn 2021-2025 tăng bao nhiêu?", "Giai đoạn 2021-2025 tăng bao nhiêu?"),
        ("Giai đoạn 2 năm tới thế nào?", "Giai đoạn 2 năm tới thế nào?"),
        ("Đợt 1 khi nào?", "Đợt 1 khi nào?"),
        ("Có gì mới?", "Có gì mới?"),
    ],
)
def test_the_documents_words_are_taken(asked: str, meant: str) -> None:
    assert with_stages(asked, DOCUMENTS) == meant
