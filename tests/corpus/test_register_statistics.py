"""The register of statistics and rules: subjects told once, comparisons, groups of one amount."""

from decimal import Decimal

from corpus.register import register
from tests.corpus.test_register import read, targets


def test_results_of_statistics_are_named_by_their_subject() -> None:
    text = (
        "Trong mức tăng của toàn nền kinh tế tỉnh, khu vực nông nghiệp tăng 3,4%, đóng góp 5,1%; "
        "khu vực dịch vụ tăng 9,9%, đóng góp 56,6%.\n\nƯớc tính GRDP năm 2022 tăng 8,1%. Năm 2022, "
        "tỉnh có 1.139 DN thành lập mới, tăng 5,2% so với năm 2021.\n"
    )
    assert [target.indicator for target in register(read(text))] == [
        "khu vực nông nghiệp tăng", "khu vực nông nghiệp đóng góp", "khu vực dịch vụ tăng",
        "khu vực dịch vụ đóng góp", "GRDP tăng", "tỉnh có DN thành lập mới",
        "tỉnh có DN thành lập mới tăng",
    ]  # fmt: skip


def test_what_a_result_is_compared_with_is_no_result_of_this_year() -> None:
    text = (
        "Năm 2023, GRDP tăng 5,3%, tuy cao hơn tốc độ tăng 4,7% và 5,1% của cùng kỳ năm 2020 và "
        "2021. Giá tiêu dùng chỉ cao hơn cùng kỳ các năm trong giai đoạn 2011-2021. Xuất khẩu đạt "
        "9 tỷ USD.\n"
    )
    found = [(target.low, target.year) for target in register(read(text))]
    assert found == [(Decimal("5.3"), "2023"), (Decimal(9), "2023")]


def test_statistics_that_say_no_word_of_aims_set_none() -> None:
    text = "Năm 2019, tỉnh có 1.139 hộ nuôi cá, tăng 5,2% so với năm 2018. Sản lượng đạt 92 tấn.\n"
    assert targets(text) == []
    assert len(targets(f"{text}\nTỉnh phấn đấu năm 2025 sản lượng đạt 120 tấn.\n")) > 0


def test_the_groups_of_one_amount_and_ranks_among_cities() -> None:
    text = (
        "Nghị định này quy định về mức phạt tối đa trong lĩnh vực chợ đối với cá nhân là 30 triệu "
        "đồng, đối với tổ chức là 60 triệu đồng.\n\nĐến năm 2030, thành phố thuộc nhóm 3 tỉnh, "
        "thành đứng đầu về đổi mới sáng tạo.\n"
    )
    assert [target.indicator for target in register(read(text))] == [
        "mức phạt tối đa trong lĩnh vực chợ đối với cá nhân",
        "mức phạt tối đa trong lĩnh vực chợ đối với tổ chức",
        "thành phố đứng đầu về đổi mới sáng tạo",
    ]
