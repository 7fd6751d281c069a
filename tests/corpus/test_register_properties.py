"""Properties of the register on any text: it never fails, and every span is a slice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.read import canonical, document_of
from corpus.register import register

PIECES = st.sampled_from(
    [
        "Đến năm 2030", "giai đoạn 2021-2025", "hằng năm", "tỷ lệ đô thị hóa", "đạt", "trên 75%",
        "từ 8.300-8.500 USD/người/năm", "100%", "xã", "giảm", "tăng", "20", "tối thiểu 40%", ",",
        ";", ":", "trong đó", "và", "(30 nghìn hecta)", "1/3 diện tích", "\n\n", "\n- ", "1. ",
        " | ", "| % | ≥ 30 |", "TT | Chỉ tiêu | Đơn vị | Kết quả", "I | Đến năm 2030", "MỤC TIÊU",
        "so với năm 2015", "lên 50%", "mỗi xã có", "02 giáo viên", "đã đạt", "Để đảm bảo", ".",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=24).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_are_slices_of_the_document(raw: str) -> None:
    document = document_of("x", canonical(raw) + "\nĐoạn cuối.")
    records = register(document)
    for record in records:
        assert record.quote == document.quote(record.span)
        assert record.span.covers(record.value_span)
        assert record.indicator
        assert record.indicator.startswith(document.quote(record.indicator_span))
        assert record.low is not None or record.high is not None
    assert len({record.key for record in records}) == len(records)
