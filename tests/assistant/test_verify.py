"""The verifier: nothing an answer says of itself may be missing from what it cites."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.verify import unsupported, violations
from corpus.model import Document, Span
from corpus.read import document_of
from tests.assistant.fakes import citation

TEXT = (
    "Kế hoạch phát triển đô thị\n\n"
    "Thực hiện Nghị quyết số 29-NQ/TW ngày 17/11/2022, Thành ủy Hà Nội phối hợp với Bộ Tư pháp; "
    "đến năm 2030, tốc độ tăng đạt 11,0%/năm, thu nhập trên 12.500 USD/người/năm, xây 08 trường "
    "và hỗ trợ 1,5 triệu hộ trong giai đoạn 2021-2025.\n"
)


@pytest.fixture(scope="module")
def source() -> Document:
    return document_of("ke-hoach", TEXT)


@pytest.fixture(scope="module")
def cited(source: Document) -> Citation:
    return citation(source, TEXT.split("\n\n")[1].strip())


def checked(answer: Answer, source: Document, asked: str = "") -> set[str]:
    return {violation.kind for violation in violations(answer, {source.name: source}, asked)}


@pytest.mark.parametrize(
    "said",
    [
        *("tăng 11%", "tăng 11,0%/năm", "tăng 11,00 %", "tăng 11 phần trăm", "mười một phần trăm"),
        *("xây 8 trường", "xây 08 trường", "xây tám trường"),
        *("trên 12.500 USD/người/năm", "hơn 12500 USD/người/năm", "vượt 12,5 nghìn USD"),
        *("1,5 triệu hộ", "1.500.000 hộ", "1.500 nghìn hộ"),
        *("năm 2030", "giai đoạn 2021-2025", "giai đoạn 2021–2025"),
        *("ngày 17/11/2022", "ngày 17 tháng 11 năm 2022", "17-11-2022"),
        *("Nghị quyết 29-NQ/TW", "Nghị quyết số 29-NQ/TW", "29–NQ/TW"),
        *("Bộ Tư pháp", "bộ tư pháp", "Thành uỷ Hà Nội", "Không nêu điều này."),
    ],
)
def test_other_notations_of_what_is_cited_pass(said: str, cited: Citation) -> None:
    assert unsupported(said, [cited.quote]) == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("tăng 12%", "number"),
        ("tăng 11,1%", "number"),
        ("tăng 110%", "number"),
        ("11 USD", "unit"),
        ("12.500 đồng/người", "unit"),
        ("12.500 triệu USD", "number"),
        ("8 bệnh viện", "unit"),
        ("1,5 tỷ hộ", "number"),
        ("1,5 triệu người", "unit"),
        ("17%", "unit"),  # a day of the month is no percentage
        ("29%", "unit"),  # nor is a document's number
        ("2.030 USD", "unit"),  # nor a year
        ("năm 2031", "time"),
        ("ngày 18/11/2022", "number"),
        ("ngày 17/12/2022", "number"),
        ("ngày 11/11/2022", "time"),
        ("quý II/2022", "time"),
        ("giai đoạn 2021-2030", "time"),
        ("30-NQ/TW", "document_number"),
        ("29-NQ/CP", "document_number"),
        ("29-QĐ/TW", "document_number"),
        ("Bộ Xây dựng", "name"),
        ("Thành ủy Đà Nẵng", "name"),
        ("hai mươi sáu chỉ tiêu", "number"),
    ],
)
def test_what_is_not_cited_is_caught(said: str, kind: str, cited: Citation) -> None:
    assert kind in {violation.kind for violation in unsupported(said, [cited.quote])}


SENTENCES: dict[str, tuple[Callable[[str], str], str]] = {
    "number": (lambda value: f"Đến năm 2030 đạt {value}%.", "75"),
    "year": (lambda value: f"Đến năm {value} đạt 75%.", "2030"),
    "document": (lambda value: f"Nghị quyết số {value}-NQ/TW nêu 75%.", "29"),
    "unit": (lambda value: f"Phấn đấu trồng 75 {value}.", "ha"),
    "body": (lambda value: f"Việc này do Bộ {value} chủ trì.", "Tư pháp"),
}


@given(st.integers(min_value=0, max_value=10**9))
def test_any_other_number_is_caught(number: int) -> None:
    assume(number != 75)
    say, right = SENTENCES["number"]
    assert unsupported(say(f"{number}"), [say(right)])
    assert unsupported(say(f"{number:,}".replace(",", ".")), [say(right)])


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_any_other_decimal_is_caught_and_its_own_passes(number: object) -> None:
    say, right = SENTENCES["number"]
    printed = say(f"{number}".replace(".", ","))
    assume(float(str(number)) != float(right))
    assert unsupported(printed, [say(right)])
    assert unsupported(printed, [printed]) == ()


@given(st.integers(min_value=1900, max_value=2100))
def test_any_other_year_is_caught(year: int) -> None:
    assume(year != 2030)
    say, right = SENTENCES["year"]
    assert unsupported(say(f"{year}"), [say(right)])


@given(st.dates())
def test_any_other_date_is_caught(day: object) -> None:
    printed = f"Ban hành ngày {day:%d/%m/%Y}."
    right = "Ban hành ngày 17/11/2022."
    assume(printed != right and f"{day:%Y}" >= "1900")
    assert unsupported(printed, [right])


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["NQ/TW", "QĐ-TTg", "CTr/TU"]))
def test_any_other_document_number_is_caught(number: int, kind: str) -> None:
    assume((number, kind) != (29, "NQ/TW"))
    say, right = SENTENCES["document"]
    assert unsupported(say(f"{number}").replace("NQ/TW", kind), [say(right)])


@given(st.sampled_from(["tấn", "km", "tỷ đồng", "USD", "%", "MW", "m2", "triệu người"]))
def test_any_other_unit_is_caught(unit: str) -> None:
    say, right = SENTENCES["unit"]
    assert unsupported(say(unit), [say(right)])


@given(st.sampled_from(["Tài chính", "Y tế", "Công Thương", "Xây dựng", "Nội vụ", "Quốc phòng"]))
def test_any_other_body_is_caught(body: str) -> None:
    say, right = SENTENCES["body"]
    assert unsupported(say(body), [say(right)])


@given(st.text(max_size=200))
def test_any_text_supports_itself_and_nothing_raises(text: str) -> None:
    assert unsupported(text, [text]) == ()
    unsupported(text, [])


def test_a_quote_off_by_a_character_is_caught(source: Document, cited: Citation) -> None:
    answer = Answer(Status.ANSWERED, f"Văn bản nêu: “{cited.quote}”.", citations=(cited,))
    assert checked(answer, source) == set()
    for start, end in ((1, 0), (0, 1), (0, -1)):
        moved = replace(cited, span=Span(cited.span.start + start, cited.span.end + end))
        assert "quote" in checked(replace(answer, citations=(moved,)), source)
    other = replace(cited, quote=cited.quote.replace("11,0%", "11%"))
    assert "quote" in checked(replace(answer, citations=(other,)), source)
    assert "quote" in checked(
        replace(answer, citations=(replace(cited, span=Span(5, 5), quote=""),)), source
    )


def test_a_document_that_is_not_there_is_caught(source: Document, cited: Citation) -> None:
    answer = Answer(Status.ANSWERED, "Có.", citations=(replace(cited, document="khac"),))
    assert "document" in checked(answer, source)


def test_an_answer_without_a_citation_is_caught_and_a_refusal_is_not(source: Document) -> None:
    assert checked(Answer(Status.ANSWERED, "Có."), source) == {"citation"}
    assert checked(Answer(Status.PARTIAL, "Có một phần."), source) == {"citation"}
    assert checked(Answer(Status.REFUSED, "Văn bản không nói về điều này."), source) == set()


def test_the_span_must_lie_in_a_citation_and_be_the_key(source: Document, cited: Citation) -> None:
    start = TEXT.index("11,0%")
    right = Answer(
        Status.ANSWERED, "11,0%.", Span(start, start + 5), key="11,0%", citations=(cited,)
    )
    assert checked(right, source) == set()
    assert checked(replace(right, key="11%"), source) == {"span"}
    assert checked(replace(right, span=Span(0, 5)), source) == {"span"}
    head = citation(source, "Kế hoạch phát triển")
    assert "span" in checked(replace(right, citations=(head,)), source)


def test_only_what_denies_may_repeat_the_question(source: Document, cited: Citation) -> None:
    asked = "Có phải Bộ Xây dựng xây 30 trường năm 2045 không?"
    text = "Văn bản nêu 08 trường, không phải 30 trường năm 2045 của Bộ Xây dựng."
    told = Answer(Status.ANSWERED, text, citations=(cited,))
    assert checked(told, source, asked) >= {"number", "name"}
    assert checked(replace(told, reasons=("yes_no",)), source, asked) == set()
    assert checked(replace(told, status=Status.PARTIAL), source, asked) == set()
    assert checked(replace(told, status=Status.REFUSED), source, asked) == set()
    assert "number" in checked(replace(told, status=Status.REFUSED), source)
    more = replace(told, status=Status.REFUSED, text=f"{text} Mục tiêu là 31 trường.")
    assert "number" in checked(more, source, asked)
