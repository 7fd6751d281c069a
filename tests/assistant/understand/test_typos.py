"""Slips of the fingers are put right; what is typed well is left as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.neighbours import Neighbours, load_neighbours
from assistant.neighbours.train import count, save
from assistant.understand import Understander
from corpus.errors import ModelError


@pytest.fixture(scope="module")
def neighbours() -> Neighbours:
    return load_neighbours()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tỷ lệ đô thị hóa bao hniêu?", "Tỷ lệ đô thị hóa bao nhiêu?"),
        ("Tuh nhập bình quân đầu ngờưi năm 2030", "Thu nhập bình quân đầu người năm 2030"),
        ("26 hcỉ tiêu gồm những nhóm nào?", "26 chỉ tiêu gồm những nhóm nào?"),
        ("Các lĩnh vvực công nghiệp hỗ ttrợ", "Các lĩnh vực công nghiệp hỗ trợ"),
        ("Hà Nội phối hợp vớ Bộ Tư pháp", "Hà Nội phối hợp với Bộ Tư pháp"),
        ("Công nghiệp quc phòng phát triển thế nào?", "Công nghiệp quốc phòng phát triển thế nào?"),
        ("Chương trình có mấy chỉ têu?", "Chương trình có mấy chỉ tiêu?"),
        ("Luật Thhủ đô sửa đổi", "Luật Thủ đô sửa đổi"),
        ("cong ngiep ho tro", "công nghiệp hỗ trợ"),
        ("công ngh iệp hỗ trợ", "công nghiệp hỗ trợ"),
        ("Tỷ lệ đô tịh hóa củ cả nước", "Tỷ lệ đô thị hóa của cả nước"),
        (
            "Các giải phá về nông thôn tronng chương trình",
            "Các giải pháp về nông thôn trong chương trình",
        ),
        ("Tỷ lệ đô th hóa năm 2030", "Tỷ lệ đô thị hóa năm 2030"),
        ("Thu nhập bình quân hăằng năm", "Thu nhập bình quân hằng năm"),
    ],
)
def test_a_slip_is_put_right(understander: Understander, typed: str, meant: str) -> None:
    assert understander.understand(typed).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",
        "Bà Stefanie Stallmeister nói gì về blockchain?",
        "Ai hát bài Despacito?",
        "Giá vàng hôm nay bao nhiêu?",
        "Đội tuyển nào vô địch World Cup?",
        "Có bao nhiêu củ khoai trong kho?",
        "Trung ương tiêu lố bao nhiêu tiền?",
    ],
)
def test_what_is_typed_well_is_left(understander: Understander, typed: str) -> None:
    assert understander.understand(typed).text == typed


@given(st.text(max_size=60))
def test_nothing_raises(understander: Understander, typed: str) -> None:
    understander.understand(typed)


def test_neighbours_tell_pairs_from_strangers(neighbours: Neighbours) -> None:
    assert neighbours.known("bao", "nhiêu")
    assert not neighbours.known("nhiêu", "kế")
    assert neighbours.after("bao", "nhiêu") > neighbours.after("bao", "kế")
    assert neighbours.commonness("qwrt") < neighbours.commonness("là")


def test_a_damaged_table_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "weights.json").write_text('{"sha256": "0"}', encoding="utf-8")
    (folder / "weights.npz").write_bytes(b"x")
    with pytest.raises(ModelError, match="hỏng"):
        load_neighbours(folder)


def test_training_counts_what_stands_side_by_side(tmp_path: Path) -> None:
    texts = ["bao nhiêu người, bao nhiêu nhà. " * 30]
    save(*count(texts), tmp_path)
    table = load_neighbours(tmp_path)
    assert table.known("bao", "nhiêu")
    assert not table.known("người", "bao")  # a comma stands between
