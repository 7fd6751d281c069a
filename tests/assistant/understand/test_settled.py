"""Readings that join neither neighbour are looked at once more."""

from assistant.understand.settled import as_typed, asking_anew, settled
from assistant.understand.vocabulary import Vocabulary

TEXT = "Xóa vùng lõm sóng ở bản xa. Trạm sạc và trụ sạc có máy tính. Sông Đà có tàu."


def _unknown(_: str, __: str) -> bool:
    return False


def test_the_documents_reading_is_taken_where_the_likeliest_joins_nothing() -> None:
    vocabulary = Vocabulary.of([TEXT])
    words, typed = ("vùng", "lõm", "sông", "hỗ"), ("vung", "lom", "song", "ho")
    assert settled(words, typed, 2, vocabulary, _unknown) == "sóng"


def test_a_reading_that_is_usual_or_was_typed_with_marks_stays() -> None:
    vocabulary = Vocabulary.of([TEXT])
    words = ("vùng", "lõm", "sông", "hồng")
    typed = ("vung", "lom", "song", "hong")
    assert settled(words, typed, 2, vocabulary, lambda first, _: first == "sông") == "sông"
    assert settled(words, ("vung", "lom", "sông", "hong"), 2, vocabulary, _unknown) == "sông"


def test_may_asks_where_nothing_else_does() -> None:
    vocabulary = Vocabulary.of([TEXT])
    typed = ("nop", "may", "ban")
    assert asking_anew(("nộp", "máy", "bản"), typed, vocabulary, _unknown)[1] == "mấy"
    assert asking_anew(("có", "máy", "tính"), typed, vocabulary, _unknown)[1] == "máy"
    asked = ("máy", "nào", "bản")
    assert asking_anew(asked, ("may", "nao", "ban"), vocabulary, _unknown) == [*asked]


def test_neighbours_without_marks_are_met_by_those_with_them() -> None:
    vocabulary = Vocabulary.of(["Phó chủ tịch nói. Ở nước ngoài."])
    assert vocabulary.beside("pho", "chủ") == vocabulary.pair("phó", "chủ") > 0
    assert vocabulary.beside("phở", "chủ") == 0
    assert vocabulary.beside("", "chủ") == 0


def test_a_lone_word_without_marks_is_kept_where_the_documents_print_it() -> None:
    vocabulary = Vocabulary.of(["Thí sinh thi ngoại ngữ trên máy."])
    typed = ["Phần", "ngoại", "ngữ", "thi", "bao", "nhiêu", "câu"]
    read = ["Phần", "ngoại", "ngữ", "thì", "bao", "nhiêu", "câu"]
    assert as_typed(read, typed, vocabulary, _unknown) == typed


def test_a_lone_word_is_read_as_the_documents_have_it_beside_its_neighbour() -> None:
    vocabulary = Vocabulary.of(["Tỷ lệ đô thị hóa. Vườn hoa thành phố."])
    typed, read = ["tỷ", "lệ", "đô", "thị", "hoa"], ["tỷ", "lệ", "đô", "thị", "hóa"]
    assert as_typed(read, typed, vocabulary, _unknown) == read


def test_a_lone_word_stays_where_it_is_usual_beside_its_neighbour() -> None:
    vocabulary = Vocabulary.of(["Sân vận động cũ rộng 6 ha. Làm bánh."])
    typed = ["Khu", "sân", "banh", "cũ", "rộng", "cỡ", "nào"]
    read = ["Khu", "sân", "bánh", "cũ", "rộng", "cỡ", "nào"]
    assert as_typed(read, typed, vocabulary, lambda first, _: first == "sân") == typed
    assert as_typed(read, typed, vocabulary, _unknown) == read
