"""Earlier answers of a conversation, worked out again."""

from dataclasses import replace

from assistant.answer import Answer, Citation, Status
from assistant.matching import Synonym
from assistant.recall import Recall
from corpus.model import Span

READINGS = ("Chữ ký số có Sổ sức khỏe đạt bao nhiêu?", "Tỷ lệ người dân có chữ ký số là bao nhiêu?")


def _answer(quote: str, key: str, status: Status = Status.ANSWERED) -> Answer:
    cited = Citation("d", "D", 0, Span(0, len(quote)), quote)
    return Answer(status=status, text=f"{key}.", key=key, citations=(cited,))


def _recall(*answers: Answer, synonyms: tuple[Synonym, ...] = ()) -> Recall:
    given = dict(zip(READINGS, answers, strict=True))
    return Recall(given.__getitem__, lambda _: synonyms)


OTHER = _answer("người dân có Sổ sức khỏe điện tử đạt 95%", "95%")
OWN = _answer("người dân có chữ ký số đạt 80%", "80%")
REFUSED = _answer("người dân có Sổ sức khỏe điện tử đạt 95%", "", Status.REFUSED)


def test_what_answered_is_the_shortest_exact_answer() -> None:
    recall = _recall(OWN, REFUSED)
    assert recall.answer_to(READINGS[0]) == "80%"
    assert recall.answer_to(READINGS[1]) == ""


def test_the_reading_is_taken_whose_answer_speaks_of_what_is_named() -> None:
    assert _recall(OTHER, OWN).best(READINGS, "chữ ký số") == READINGS[1]
    assert _recall(REFUSED, OWN).best(READINGS, "chữ ký số") == READINGS[1]


def test_of_two_answers_that_say_all_that_is_named_the_clearly_surer_is_taken() -> None:
    unsure = replace(OWN, confidence=0.6)
    surer, hardly = replace(OWN, confidence=0.95), replace(OWN, confidence=0.7)
    assert _recall(unsure, surer).best(READINGS, "chữ ký số") == READINGS[1]
    assert _recall(unsure, hardly).best(READINGS, "chữ ký số") == READINGS[0]


def test_words_of_like_meaning_count_after_its_own() -> None:
    alike = (Synonym(("chữ", "kí", "số"), ("sổ",)),)
    assert _recall(OTHER, OWN, synonyms=alike).best(READINGS, "chữ ký số") == READINGS[1]
    assert _recall(OTHER, REFUSED, synonyms=alike).best(READINGS, "chữ ký số") == READINGS[0]


def test_a_refusal_is_better_than_an_answer_about_something_else() -> None:
    assert _recall(OTHER, REFUSED).best(READINGS, "chữ ký số") == READINGS[1]
    assert _recall(REFUSED, REFUSED).best(READINGS, "chữ ký số") == READINGS[0]
    assert _recall(OTHER, OTHER).best(READINGS, "chữ ký số") == READINGS[0]


def test_a_part_is_answered_beside_its_whole() -> None:
    quote = "đón trên 9 triệu lượt khách, trong đó khách quốc tế đạt 1,1 triệu lượt"
    far = Citation("d", "D", 7, Span(900, 940), "khách quốc tế đạt 3,2 triệu đồng/ngày")
    given = {
        "whole": _answer(quote, "trên 9 triệu lượt khách"),
        "elsewhere": Answer(Status.ANSWERED, "", key="3,2 triệu đồng", citations=(far,)),
        "the same": _answer(quote, "trên 9 triệu lượt khách"),
        "beside": _answer(quote, "1,1 triệu lượt"),
    }
    recall = Recall(given.__getitem__, lambda _: ())
    readings = ("elsewhere", "the same", "beside")
    assert recall.part_of("whole", readings, "khách quốc tế") == "beside"
    assert recall.part_of("whole", readings[:1], "khách quốc tế") == "elsewhere"


def test_a_short_question_leans_where_its_answer_stands_beside_the_last_one() -> None:
    quote = "17 tuyến xe buýt với 186 xe"
    far = Citation("d", "D", 7, Span(900, 940), "thay 92 xe chạy dầu bằng xe điện")
    elsewhere = Answer(Status.ANSWERED, "", key="92 xe", citations=(far,), confidence=0.8)
    given = {
        "whole": _answer(quote, "17 tuyến"),
        "alone": elsewhere,
        "sure": replace(elsewhere, confidence=0.97),
        "the same": _answer(quote, "17 tuyến"),
        "beside": _answer(quote, "186 xe"),
        "refused": REFUSED,
    }
    recall = Recall(given.__getitem__, lambda _: ())
    readings = ("refused", "the same", "beside")
    assert recall.beside("whole", "alone", readings, "xe") == "beside"
    assert recall.beside("whole", "refused", readings, "xe") == "beside"
    assert recall.beside("whole", "sure", readings, "xe") == ""
    assert recall.beside("whole", "beside", readings, "xe") == ""
    assert recall.beside("refused", "alone", readings, "xe") == ""
    assert recall.beside("whole", "alone", readings, "tàu điện ngầm") == ""
