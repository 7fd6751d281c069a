"""Quantities: known answers of each notation, bound and unit, and of what is no quantity."""

from decimal import Decimal

import pytest

from corpus.quantities import (
    Operator,
    Quantity,
    QuantityKind,
    find_quantities,
    mentions,
    numbers_in,
    same_bound,
    same_value,
    unit_key,
)


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


def dec(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(
    ("text", "phrase", "record"),
    [
        ("đạt từ 60-62%, rồi", "từ 60-62%", ("from_to", "60", "62", "%")),
        ("đạt từ 8.300-8.500 USD/người/năm", "từ 8.300-8.500 USD/người/năm",
         ("from_to", "8300", "8500", "USD/người/năm")),
        ("đạt 8.300- 8.500 USD.", "8.300- 8.500 USD", ("from_to", "8300", "8500", "USD")),
        ("tăng khoảng 7,5% - 8,0%[1];", "khoảng 7,5% - 8,0%", ("from_to", "7.5", "8.0", "%")),
        ("tăng 8,0 – 8,5%/năm", "8,0 – 8,5%/năm", ("from_to", "8.0", "8.5", "%/năm")),
        ("từ 3 đến 5 triệu đồng", "từ 3 đến 5 triệu đồng", ("from_to", "3", "5", "triệu đồng")),
        ("khoảng 3,1-3,2 triệu tỷ đồng", "khoảng 3,1-3,2 triệu tỷ đồng",
         ("from_to", "3.1", "3.2", "triệu tỷ đồng")),
        ("trên 12.500 USD/người/năm", "trên 12.500 USD/người/năm",
         ("above", "12500", None, "USD/người/năm")),
        ("đạt khoảng trên 75%", "khoảng trên 75%", ("above", "75", None, "%")),
        ("> 0,7", "> 0,7", ("above", "0.7", None, "")),
        ("khoảng 7%/năm", "khoảng 7%/năm", ("about", "7", "7", "%/năm")),
        ("gần 1,2 triệu tỷ đồng", "gần 1,2 triệu tỷ đồng",
         ("about", "1.2", "1.2", "triệu tỷ đồng")),
        ("trên dưới 50 trường", "trên dưới 50 trường", ("about", "50", "50", "trường")),
        ("ít nhất 02 giáo viên", "ít nhất 02 giáo viên", ("at_least", "2", None, "giáo viên")),
        ("đạt tối thiểu 40%", "tối thiểu 40%", ("at_least", "40", None, "%")),
        ("≥ 80 |", "≥ 80", ("at_least", "80", None, "")),
        ("đạt 95% trở lên", "95% trở lên", ("at_least", "95", None, "%")),
        ("từ 15 tuổi trở lên", "từ 15 tuổi trở lên", ("at_least", "15", None, "tuổi")),
        ("từ 05 bộ dữ liệu mở", "từ 05 bộ dữ liệu", ("at_least", "5", None, "bộ dữ liệu")),
        ("không quá 1%", "không quá 1%", ("at_most", None, "1", "%")),
        ("không dưới 10%", "không dưới 10%", ("at_least", "10", None, "%")),
        ("dưới 1%", "dưới 1%", ("below", None, "1", "%")),
        ("đạt 1,024 triệu tỷ đồng", "1,024 triệu tỷ đồng",
         ("exact", "1.024", "1.024", "triệu tỷ đồng")),
        ("đạt 100% dân số", "100%", ("exact", "100", "100", "%")),
        ("đạt 2% GDP", "2% GDP", ("exact", "2", "2", "% GDP")),
        ("gấp 1,9 lần bình quân", "gấp 1,9 lần", ("exact", "1.9", "1.9", "lần")),
        ("75 phần trăm", "75 phần trăm", ("exact", "75", "75", "%")),
        ("12 bác sĩ/vạn dân", "12 bác sĩ/vạn dân", ("exact", "12", "12", "bác sĩ/vạn dân")),
        ("(30 nghìn hecta)", "30 nghìn hecta", ("exact", "30", "30", "nghìn hecta")),
    ],
)  # fmt: skip
def test_known_phrases(
    text: str, phrase: str, record: tuple[str, str | None, str | None, str]
) -> None:
    quantity = only(text)
    operator, low, high, unit = record
    assert quantity.span.of(text) == phrase
    assert quantity.operator == operator
    assert (quantity.low, quantity.high) == (dec(low), dec(high))
    assert quantity.unit == unit


def test_a_unit_on_the_next_printed_line_is_read() -> None:
    quantity = only("mức hỗ trợ 200.000\nđồng/tháng đối với học sinh")
    assert (quantity.low, quantity.unit) == (Decimal(200000), "đồng/tháng")


def test_a_change_names_two_amounts() -> None:
    before, after = find_quantities("tăng từ 30% lên 50%")
    assert before.operator is Operator.EXACT
    assert (before.low, after.low) == (Decimal(30), Decimal(50))


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("thuộc nhóm 3 nước dẫn đầu", 3, QuantityKind.RANK),
        ("trong 50 nước đứng đầu thế giới", 50, QuantityKind.RANK),
        ("gấp đôi năm ngoái", 2, QuantityKind.MULTIPLE),
        ("26 chỉ tiêu", 26, QuantityKind.COUNT),
        ("165 nghìn hecta", 165, QuantityKind.AREA),
        ("dài 12 km", 12, QuantityKind.LENGTH),
        ("5.250 USD", 5250, QuantityKind.MONEY),
        ("tăng 7%/năm", 7, QuantityKind.RATE),
    ],
)
def test_kinds(text: str, value: int, kind: QuantityKind) -> None:
    quantity = only(text)
    assert quantity.kind is kind
    assert quantity.figures == (Decimal(value),)


def test_a_rank_is_at_most() -> None:
    quantity = only("thuộc nhóm 3 nước dẫn đầu Đông Nam Á")
    assert quantity.operator is Operator.AT_MOST
    assert (quantity.low, quantity.high) == (None, Decimal(3))
    assert quantity.unit == "thứ hạng"


@pytest.mark.parametrize(
    ("text", "value"),
    [("ba lĩnh vực", 3), ("mười hai nhiệm vụ", 12), ("hai mươi lăm dự án", 25),
     ("năm yếu tố nền móng", 5), ("một trăm linh ba xã", 103)],
)  # fmt: skip
def test_number_words(text: str, value: int) -> None:
    quantity = only(text)
    assert quantity.spelled
    assert quantity.figures == (Decimal(value),)


def test_a_third() -> None:
    assert same_value(only("1/3 diện tích"), only("một phần ba diện tích"))


@pytest.mark.parametrize(
    "text",
    [
        "Điều 3. Điều khoản", "đến năm 2030", "giai đoạn 2021-2025", "ngày 17/11/2022",
        "ngày 07 tháng 02 năm 2023", "Nghị quyết số 29-NQ/TW", "1. Mục tiêu", "11.1 | Tỉ lệ",
        "mạng 5G", "công nghiệp 4.0", "khoảng 7,5%[1]"[10:], "mỗi năm", "hằng năm", "lúc 16:08",
        "thứ ba, ngày thứ tư", "đầu tư", "Chiều 7/12", "học sinh lớp 5", "một số ngành",
        "Nghị quyết 57", "quý III/2024",
        "“2. Thời hạn", "“1.2. Mục tiêu", '"3) Vốn',
        "đến 2030 tỷ lệ", "phục vụ 24/7", "10 năm 2021-2030", "Đề án 06", "mục (IV) (4.1)",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    found = [quantity for quantity in find_quantities(text) if quantity.unit != "%"]
    assert found == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("11,0%", "11%"), ("08 trường", "8 trường"), ("8,3 nghìn USD", "8.300 USD"),
        ("12.500", "12500"), ("1,5 triệu người", "1.500.000 người"), ("75 phần trăm", "75%"),
        ("1,2 tỷ đồng", "1.200 triệu đồng"), ("12,500 USD", "12.500 USD"),
        ("165 nghìn hecta", "165.000 ha"), ("36.000 đô la", "36.000 USD"), ("7.5%", "7,5%"),
        ("hai triệu rưỡi", "2,5 triệu"),
        ("mười hai nghìn năm trăm đô", "12.500 USD"),
        ("12.5k usd", "12.500 USD"), ("một nửa số hộ", "1/2 số hộ"),
        ("8300-8500 usd", "8.300 - 8.500 USD"),
    ],
)  # fmt: skip
def test_one_value_in_two_notations(one: str, other: str) -> None:
    assert same_value(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("75%", "70%"), ("8.300 USD", "8.300 triệu đồng"), ("5 trường", "5 xã"), ("7%", "7 lần"),
     ("60-62%", "60-63%"), ("1,4 triệu tỷ đồng", "1,4 tỷ đồng")],
)  # fmt: skip
def test_two_values(one: str, other: str) -> None:
    assert not same_value(only(one), only(other))


def test_bounds_are_compared_apart_from_values() -> None:
    exact, above = only("đạt 75%"), only("đạt trên 75%")
    assert same_value(exact, above)
    assert not same_bound(exact, above)


def test_units_in_two_spellings() -> None:
    assert unit_key("héc-ta") == unit_key("ha")
    assert unit_key("tỷ đồng") == unit_key("tỉ  VND")
    assert unit_key("người trên 100.000 dân") == unit_key("người/100.000 người dân")
    assert unit_key("Thứ bậc") == unit_key("thứ hạng")


def test_numbers_in_are_canonical() -> None:
    text = "Ngày 17/11/2022: 8,3 nghìn USD, 11,0% và Nghị quyết 29-NQ/TW, Điều 3"
    assert numbers_in(text) == tuple(map(Decimal, (17, 11, 2022, 8300, 11, 29, 3)))


def test_all_mentions_of_a_sentence() -> None:
    text = (
        "Thành ủy Hà Nội ban hành Chương trình hành động số 21-CTr/TU, thực hiện Nghị quyết số "
        "29-NQ/TW ngày 17/11/2022, đạt trên 75% đến năm 2030."
    )
    found = mentions(text)
    assert [number.text for number in found.numbers] == ["21-CTr/TU", "29-NQ/TW"]
    assert [time.iso for time in found.times] == ["2022-11-17", "2030"]
    assert [quantity.span.of(text) for quantity in found.quantities] == ["trên 75%"]
    assert [body.text for body in found.bodies] == ["Thành ủy Hà Nội"]


@pytest.mark.parametrize(
    ("text", "printed", "operator"),
    [
        ("phải được quá nửa tổng số thành viên", "quá nửa", Operator.ABOVE),
        ("hơn nửa số hộ", "hơn nửa", Operator.ABOVE),
        ("hai phần ba tổng số đại biểu", "hai phần ba", Operator.EXACT),
    ],
)
def test_amounts_in_words(text: str, printed: str, operator: Operator) -> None:
    quantity = only(text)
    assert quantity.span.of(text).startswith(printed)
    assert quantity.operator is operator


@pytest.mark.parametrize("text", ["quá nửa đêm", "hơn nửa đầu năm", "Km 16+500"])
def test_halves_and_posts_that_are_no_amount(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "value"),
    [
        ("số tiền 61 tỷ 807 triệu đồng", 61_807, 61_807, "triệu đồng", 61_807_000_000),
        ("hỗ trợ 3 triệu 200 nghìn đồng/hộ", 3200, 3200, "nghìn đồng/hộ", 3_200_000),
        ("từ 1 tỷ 200 triệu đến 2 tỷ 300 triệu đồng", 1200, 2300, "triệu đồng", 1_200_000_000),
        ("trồng 12 triệu 345 nghìn cây", 12_345, 12_345, "nghìn cây", 12_345_000),
    ],
)
def test_amounts_told_in_two_parts(text: str, low: int, high: int, unit: str, value: int) -> None:
    quantity = only(text)
    assert quantity.unit == unit
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))
    assert quantity.scaled[0] == Decimal(value)


@pytest.mark.parametrize("text", ["vay 2 triệu 3 tỷ đồng", "vay 1,5 tỷ 200 triệu đồng"])
def test_amounts_that_are_no_two_parts_of_one(text: str) -> None:
    assert len(find_quantities(text)) == len(("2", "3"))


def test_a_row_that_counts_one_by_one_only_names() -> None:
    assert find_quantities("Thị xã có các phường 1, 2, 3, 4, 5.") == ()
    assert find_quantities("nuôi 3, 4 con bò") != ()
