"""The register of targets: what is and what is no part of the name of an indicator."""

import pytest

from tests.corpus.test_register import targets


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tỉnh phấn đấu 100% người lao động thuộc hộ nghèo được tư vấn việc làm.",
            ["người lao động thuộc hộ nghèo được tư vấn việc làm"],
        ),
        ("Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo trên 25% giảm từ 4% trở lên.",
         ["Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo trên 25% giảm"]),
        ("Đề án thông qua các chỉ tiêu khác gồm: Giảm 3% tỷ lệ hộ nghèo.", ["Giảm tỷ lệ hộ nghèo"]),
        (
            "Giảm số hộ nghèo giai đoạn 2021-2025 bình quân 3%; giai đoạn 2026-2030 bình quân 2%.",
            ["Giảm số hộ nghèo bình quân"] * 2,
        ),
        (
            "Tỷ lệ rác sinh hoạt đô thị được thu gom đạt 95%, ở nông thôn đạt 85%.",
            ["Tỷ lệ rác sinh hoạt đô thị được thu gom",
             "Tỷ lệ rác sinh hoạt đô thị được thu gom ở nông thôn"],
        ),
        (
            "Nhu cầu phòng nghỉ, năm 2025 khoảng 1,2 nghìn phòng, năm 2030 khoảng 02 nghìn phòng.",
            ["Nhu cầu phòng nghỉ phòng"] * 2,
        ),
        (
            "Tỷ lệ trẻ đi học đạt 38% trẻ tuổi nhà trẻ và 97% trẻ tuổi mẫu giáo.",
            ["Tỷ lệ trẻ đi học trẻ tuổi nhà trẻ", "Tỷ lệ trẻ đi học trẻ tuổi mẫu giáo"],
        ),
        (
            "Tỷ lệ lao động nữ có việc đạt 45%; tỷ lệ trẻ em thành thị là 95%, nông thôn là 93%.",
            ["Tỷ lệ lao động nữ có việc", "tỷ lệ trẻ em thành thị", "tỷ lệ trẻ em nông thôn"],
        ),
        (
            "Số trạm sạc năm 2027 là 20 trạm, tăng lên 35 trạm vào năm 2029.",
            ["Số trạm sạc"] * 2,
        ),
        (
            "12 xã, thị trấn vùng núi và 25 xã, thị trấn ven sông có trạm bơm.",
            ["xã, thị trấn vùng núi có trạm bơm", "xã, thị trấn ven sông có trạm bơm"],
        ),
    ],
)  # fmt: skip
def test_whose_aim_it_is_is_no_part_of_the_name(text: str, names: list[str]) -> None:
    found = targets(f"Mục tiêu đến năm 2030:\n\n- {text}\n")
    assert [target.indicator for target in found] == names


def test_sentences_that_open_with_a_share_go_on_with_aims() -> None:
    text = (
        "Năm 2027: Xã hội số hướng tới mục tiêu mới\n\n"
        "Kế hoạch đặt mục tiêu tỷ lệ hộ có Internet trên 85%. 100% xã có điểm truy cập.\n\n"
        "Trên 90% trường học dùng học bạ số.\n"
    )
    assert [target.year for target in targets(text)] == ["2027"] * 3


def test_a_share_that_has_something_is_named_with_the_share_it_is_part_of() -> None:
    text = (
        "Đến năm 2025, tỷ lệ thợ được đào tạo đạt 71%, trong đó có chứng chỉ nghề đạt 33%; "
        "tỷ lệ hộ nghèo còn 2%, trong đó có tỷ lệ hộ nghèo vùng cao còn 3%."
    )
    found = [target.indicator for target in targets(text)]
    assert found[1] == "tỷ lệ thợ được đào tạo có chứng chỉ nghề"
    assert found[3] == "tỷ lệ hộ nghèo vùng cao"
