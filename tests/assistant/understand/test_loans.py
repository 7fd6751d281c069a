"""Loan words as the documents write them."""

import pytest

from assistant.understand.loans import with_loans
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import split

JOINED = Vocabulary.of(["Thành phố có 330.000 ôtô và xe buýt. Tô đậm ô này. Lắp rađa mới."])
PARTED = Vocabulary.of(["Thành phố có 330.000 ô tô. Phát thải các-bon thấp. Lắp ra-đa mới."])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("có bao nhiêu ô tô", "có bao nhiêu ôtô"),
        ("có bao nhiêu ô-tô", "có bao nhiêu ôtô"),
        ("bao nhieu o to", "bao nhieu ôtô"),
        ("lắp ra-đa", "lắp rađa"),
        ("xe buýt", "xe buýt"),
        ("tô đậm ô nào", "tô đậm ô nào"),
    ],
)
def test_syllables_are_joined_as_the_documents_join_them(typed: str, meant: str) -> None:
    assert with_loans(split(typed), JOINED).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("có bao nhiêu ôtô", "có bao nhiêu ô tô"),
        ("có bao nhiêu oto", "có bao nhiêu o to"),
        ("lắp rađa", "lắp ra đa"),
        ("có bao nhiêu ô tô", "có bao nhiêu ô tô"),
        ("thành phố", "thành phố"),
    ],
)
def test_one_word_is_parted_as_the_documents_part_it(typed: str, meant: str) -> None:
    assert with_loans(split(typed), PARTED).text == meant
