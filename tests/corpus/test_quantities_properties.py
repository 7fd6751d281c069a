"""Properties of the figure grammar on any text: it never fails, and its offsets are true."""

import unicodedata
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.quantities import find_quantities, mentions, numbers_in, same_value

WORDS = st.sampled_from(
    [
        "từ", "đến năm", "2030", "khoảng", "trên", "8.300-8.500", "USD/người/năm", "7,5%", "-",
        "triệu", "tỷ đồng", "ba", "năm", "lĩnh vực", "21-CTr/TU", "17/11/2022", "trở lên", "không",
        "quá", "1/3", "Bộ", "Tư pháp", "và", "Hà Nội", ",", ";", ".", "\n", "|", "≥", "gấp đôi",
        "Điều 3", "1.", "a)", "%", "mười", "một phần ba", "16:08", "quý III", "hằng năm",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_offsets_are_true_and_nothing_overlaps(raw: str) -> None:
    text = unicodedata.normalize("NFC", raw)
    found = mentions(text)
    spans = [q.span for q in found.quantities]
    cores = [t.core for t in found.times] + [n.span for n in found.numbers]
    for group in (spans, cores + [q.number_span for q in found.quantities]):
        ordered = sorted(group)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
    for span in spans + cores + [b.span for b in found.bodies]:
        assert 0 <= span.start < span.end <= len(text)
    for quantity in found.quantities:
        assert quantity.span.covers(quantity.number_span)
        assert quantity.unit_span is None or quantity.span.covers(quantity.unit_span)
        assert quantity.figures
    assert numbers_in(text) is not None


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_phrase_alone_says_the_same(raw: str) -> None:
    text = unicodedata.normalize("NFC", raw)
    for quantity in find_quantities(text):
        again = find_quantities("đạt " + quantity.span.of(text))
        if again and not quantity.spelled:
            assert any(same_value(quantity, other) for other in again), (text, quantity, again)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_printed_numbers_read_back(whole: int, cents: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    (quantity,) = find_quantities(f"đạt {printed}% dân số")
    assert quantity.low == Decimal(whole) + Decimal(cents) / 100


@given(st.sampled_from(["khoảng ", "trên ", "tối thiểu ", "từ ", ""]), st.integers(1, 1899))
def test_typed_without_grouping_or_diacritics(bound: str, value: int) -> None:
    grouped = f"{value:,}".replace(",", ".")
    (careful,) = find_quantities(f"{bound}{grouped} USD")
    (typed,) = find_quantities(f"{bound}{value} usd")
    assert same_value(careful, typed)
