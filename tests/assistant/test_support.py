"""What a sentence may say of its quotes: other notations pass, every change of substance fails."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.answer import Answer, Status
from assistant.support import read
from assistant.verify import unsupported, violations
from corpus.clauses import clauses_of
from corpus.model import Span
from corpus.quantities import NamedBody, NameKind, Operator, Quantity, TimeKind
from corpus.read import document_of
from prompts.load import load_templates
from tests.assistant.fakes import citation, shipped_documents

PROGRAMME = next(iter(shipped_documents().values()))
PLAN = document_of(
    "ke-hoach",
    "Kế hoạch số 144/KH-UBND\n\n"
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Chỉ thị 15-CT/TW, Sở Công Thương chủ trì, "
    "đồng chí Nguyễn Văn Bình theo dõi; phấn đấu đến năm 2030, dưới 75% hộ dùng than, khoảng 7,5% "
    "diện tích được phủ xanh, tối thiểu 1,5 triệu hộ có nước sạch, không quá 12 xã còn nghèo.\n\n"
    "Vốn đầu tư từ 300-400 tỷ đồng, khoảng 20 - 25% từ Nhật Bản; từ năm 2026 giảm 3%/năm.\n",
)
SENTENCES = tuple(
    document.quote(sentence.span)
    for document in (PROGRAMME, PLAN)
    for sentence in document.sentences
)
BOUNDS = {
    "trên": Operator.ABOVE, "dưới": Operator.BELOW, "khoảng": Operator.ABOUT,
    "tối thiểu": Operator.AT_LEAST, "không quá": Operator.AT_MOST, "": Operator.EXACT,
}  # fmt: skip
UNITS = ("km", "tấn", "USD/tháng", "tỷ lít", "MW", "bệnh viện")
BODIES = ("Bộ Quốc phòng", "Sở Ngoại vụ", "Tỉnh ủy Cà Mau", "Ngân hàng Thế giới")
NAMES = ("Lý Thường Kiệt", "Phan Văn Trị", "Cà Mau")


def _quantities(*, printed: bool = True) -> list[tuple[str, Quantity]]:
    found = [(text, one) for text in SENTENCES for one in read(text).mentions.quantities]
    return [pair for pair in found if not (printed and pair[1].spelled)]


def _bodies() -> list[tuple[str, NamedBody]]:
    return [(text, body) for text in SENTENCES for body in read(text).mentions.bodies]


def _years() -> list[tuple[str, Span]]:
    times = [(text, time) for text in SENTENCES for time in read(text).mentions.times]
    return [(text, time.core) for text, time in times if time.kind is TimeKind.YEAR]


def _numbers() -> list[tuple[str, Span]]:
    return [(text, number.span) for text in SENTENCES for number in read(text).mentions.numbers]


def replaced(text: str, span: Span, new: str) -> str:
    """Return a text with one slice written otherwise."""
    return f"{text[: span.start]}{new}{text[span.end :]}"


@given(st.data())
def test_an_answer_assembled_from_slices_passes(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from((PROGRAMME, PLAN)))
    sentence = data.draw(st.sampled_from(document.sentences)).span
    clauses = [span for span in clauses_of(document.text, sentence) if span.start < span.end]
    chosen = data.draw(st.lists(st.sampled_from([sentence, *clauses]), min_size=1, max_size=4))
    quotes = [document.quote(span).strip(" .;,") for span in chosen]
    templates = load_templates()
    text = data.draw(
        st.sampled_from(
            (
                templates.fill("answer_quote", quote=quotes[0]),
                templates.fill("yes", quote=quotes[0]),
                templates.fill("answer_list", items="\n".join(f"- {quote}" for quote in quotes)),
                templates.fill("answer_span", span=quotes[0], quote=" … ".join(quotes)),
            )
        )
    )
    cited = tuple(citation(document, document.quote(span)) for span in (sentence, *chosen))
    answer = Answer(Status.ANSWERED, text, citations=cited)
    assert violations(answer, {document.name: document}) == ()


@given(st.sampled_from(_quantities()), st.integers(2, 10**7))
def test_another_figure_fails(pair: tuple[str, Quantity], number: int) -> None:
    text, quantity = pair
    assume(str(number) not in re.sub(r"\D+", " ", text).split())
    assert unsupported(replaced(text, quantity.number_span, str(number)), [text])


@given(st.sampled_from([pair for pair in _quantities() if pair[1].unit_span]))
@pytest.mark.parametrize("unit", UNITS)
def test_another_unit_fails(unit: str, pair: tuple[str, Quantity]) -> None:
    text, quantity = pair
    assert quantity.unit_span is not None
    assert unsupported(replaced(text, quantity.unit_span, f" {unit}"), [text])


@given(st.sampled_from(_quantities()))
@pytest.mark.parametrize("bound", BOUNDS)
def test_another_bound_fails(bound: str, pair: tuple[str, Quantity]) -> None:
    text, quantity = pair
    about = {Operator.ABOUT, Operator.EXACT}
    ranged = quantity.operator is Operator.FROM_TO and BOUNDS[bound] in about
    assume(BOUNDS[bound] is not quantity.operator and not ranged)
    before = Span(quantity.span.start, quantity.number_span.start)
    assert unsupported(replaced(text, before, f"{bound} ".lstrip()), [text])


@given(st.integers(1900, 2099), st.sampled_from(_years()))
def test_another_year_fails(year: int, pair: tuple[str, Span]) -> None:
    text, span = pair
    assume(str(year) not in text)
    assert unsupported(replaced(text, span, str(year)), [text])


@given(st.dates())
def test_another_date_fails(day: object) -> None:
    right = f"Ban hành ngày 22/12/2024, {PLAN.text}"
    said = f"ngày {day:%d/%m/%Y}"
    assume(said != "ngày 22/12/2024" and f"{day:%Y}" >= "1900")
    assert unsupported(f"Ban hành {said}.", [right])


@given(st.sampled_from(_bodies()), st.data())
def test_another_body_or_person_fails(pair: tuple[str, NamedBody], data: st.DataObject) -> None:
    text, body = pair
    other = data.draw(st.sampled_from(BODIES if body.kind is NameKind.BODY else NAMES))
    assert unsupported(replaced(text, body.span, other), [text])


@given(st.sampled_from(_numbers()), st.integers(1, 9999), st.sampled_from(("NQ/TW", "KL/TW")))
def test_another_document_number_fails(pair: tuple[str, Span], number: int, tail: str) -> None:
    text, span = pair
    assume(f"{number}-{tail}" not in text)
    assert unsupported(replaced(text, span, f"{number}-{tail}"), [text])


RANGE = "Đến năm 2025, thu nhập bình quân đạt từ 8.300-8.500 USD/người/năm."


@pytest.mark.parametrize(
    "said",
    [
        *("từ 8.300 đến 8.500 USD/người/năm", "khoảng 8.300-8.500 USD", "8,3-8,5 nghìn USD"),
        *("thấp nhất là 8.300 USD", "ít nhất 8.300 USD", "từ 8.300 USD", "8.300 USD trở lên"),
        *("cao nhất là 8.500 USD", "tối đa 8.500 USD", "đến 8.500 USD", "không quá 8.500 USD"),
        "thu nhập thấp nhất là 8.300 USD và cao nhất là 8.500 USD",
    ],
)
def test_an_end_of_a_range_may_be_said_as_an_end(said: str) -> None:
    assert unsupported(said, [RANGE]) == ()


@pytest.mark.parametrize(
    "said",
    [
        *("đạt 8.300 USD", "đạt 8.500 USD", "trên 8.300 USD", "dưới 8.500 USD", "khoảng 8.300 USD"),
        *("tối đa 8.300 USD", "ít nhất 8.500 USD", "trên 8.300-8.500 USD", "từ 8.300 tỷ đồng"),
    ],
)
def test_an_end_of_a_range_is_no_value(said: str) -> None:
    assert unsupported(said, [RANGE])


TWO = (
    "Tỷ lệ đô thị hóa đến năm 2025 đạt từ 60-62%; năm 2030 đạt trên 75%. Từ năm 2023, Bộ Tư pháp "
    "chủ trì thực hiện Nghị quyết số 29-NQ/TW và Luật Thủ đô."
)


@pytest.mark.parametrize(
    "said",
    [
        "Tỷ lệ đô thị hóa vượt 75% vào năm 2030.",
        "Năm 2025, tỷ lệ đô thị hóa là 60-62%, còn năm 2030 hơn 75%.",
        "Nghị quyết 29 do Bộ Tư pháp thực hiện từ năm 2023.",
        "Luật Thủ đô được nêu. Việc này thuộc Bộ Tư pháp.",
    ],
)
def test_what_two_quotes_say_in_other_words_passes(said: str) -> None:
    assert unsupported(said, [TWO]) == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Tỷ lệ đô thị hóa đạt 75% vào năm 2030.", "bound"),
        ("Tỷ lệ đô thị hóa năm 2030 là dưới 75%.", "bound"),
        ("Tỷ lệ đô thị hóa từ 75% trở lên.", "bound"),
        ("Tỷ lệ đô thị hóa đạt trên 75% vào năm 2025.", "pairing"),
        ("Năm 2030, tỷ lệ đô thị hóa là 60-62%.", "pairing"),
        ("Trước năm 2030 đạt trên 75%.", "time"),
        ("Sau năm 2025 đạt 60-62%.", "time"),
        ("Đến năm 2023, Bộ Tư pháp chủ trì.", "time"),
        ("Nghị định 29-NQ/TW được nêu.", "document_number"),
        ("Quyết định 29 được nêu.", "document_number"),
        ("Bộ Tư pháp cùng Bộ Công an chủ trì.", "name"),
        ("Việc này do WB tài trợ.", "name"),
        ("Kinh nghiệm của Pháp được nêu.", "name"),
        ("Theo ông Trần Văn An, tỷ lệ này tăng.", "name"),
    ],
)
def test_what_two_quotes_do_not_say_fails(said: str, kind: str) -> None:
    assert kind in {violation.kind for violation in unsupported(said, [TWO])}


def test_no_source_supports_nothing_and_any_space_will_do() -> None:
    assert unsupported("Đạt 75%.", [])
    assert unsupported("Đạt trên  75 %.", ["Đạt trên\u00a075%."]) == ()
    assert unsupported("Không rõ.", []) == ()


def test_the_mark_of_a_quoted_clause_is_no_figure() -> None:
    quote = "2. Thời hạn tạm trú tối đa là 02 năm và có thể tiếp tục gia hạn nhiều lần"
    assert unsupported(f"Tối đa là 02 năm. Văn bản nêu: “{quote}”.", [quote]) == ()
    assert unsupported(f"02 năm. Văn bản nêu: “{quote}”.", [quote]) != ()
