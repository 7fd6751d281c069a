"""Short forms and short years, written out by the documents' own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.glossary import Glossary
from assistant.understand.initials import Initials
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import split
from assistant.understand.years import with_years

TEXT = """Đến năm 2030 có 41 trung tâm thương mại và 26 siêu thị. Khách sạn 5 sao, khách sạn 4 sao.
Giá trị sản xuất công nghiệp giai đoạn 2021-2025 tăng 8%. Sản lượng gỗ khai thác từ rừng trồng.
Diện tích nhà ở bình quân. Kiểm soát chặt chẽ. Hoàn thành năm 2025."""
VOCABULARY = Vocabulary.of([TEXT])
GLOSSARY = Glossary(
    abbreviations={},
    printed={},
    quick={},
    synonyms={},
    near={},
    english={},
    english_words=frozenset(),
    question_pairs=frozenset(),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("có bao nhiêu tttm", "có bao nhiêu trung tâm thương mại"),
        ("gtsxcn tăng mấy %", "giá trị sản xuất công nghiệp tăng mấy %"),
        ("bao nhiêu ks 5 sao", "bao nhiêu khách sạn 5 sao"),
        ("dtích nhà ở", "diện tích nhà ở"),
        ("gỗ kthác", "gỗ khai thác"),
        ("ks chặt chẽ", "kiểm soát chặt chẽ"),
        ("ngh iệp", "ngh iệp"),
        ("siêu thị bbxx", "siêu thị bbxx"),
        ("trung tâm", "trung tâm"),
    ],
)
def test_short_forms_are_written_out_by_the_documents(typed: str, meant: str) -> None:
    assert Initials(VOCABULARY, GLOSSARY).written_out(split(typed)).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("giai đoạn 21-25", "giai đoạn 2021-2025"),
        ("đến năm 30 có mấy siêu thị", "đến năm 2030 có mấy siêu thị"),
        ("2k25 thế nào", "2025 thế nào"),
        ("tăng 21-25%", "tăng 21-25%"),
        ("21-25 triệu đồng", "21-25 triệu đồng"),
        ("trong năm 20 ngày", "trong năm 20 ngày"),
        ("giai đoạn 31-35", "giai đoạn 31-35"),
    ],
)
def test_short_years_are_the_documents_own(typed: str, meant: str) -> None:
    assert with_years(split(typed), VOCABULARY).text == meant


@given(st.text(max_size=40))
def test_what_is_no_short_form_stays(typed: str) -> None:
    phrase = split(typed)
    told = with_years(Initials(VOCABULARY, GLOSSARY).written_out(phrase), VOCABULARY)
    assert len(told.words) >= len(phrase.words)
    assert told.tail == phrase.tail
