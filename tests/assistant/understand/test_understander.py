"""Whole questions, over the shipped document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understand import Understander
from corpus.normalize import comparable

SLOPPY = {
    "ty le do thi hoa den nam 2030": "tỷ lệ đô thị hóa đến năm 2030",
    "tyledothihoa nam2030": "tỷ lệ đô thị hóa năm 2030",
    "tyr leej ddoo thij hoas nawm 2030": "tỷ lệ đô thị hóa năm 2030",
    "ty3 le65 d9o6 thi5 hoa1 na8m 2030": "tỷ lệ đô thị hóa năm 2030",
    "tỷ le đô thi hóa nam 2030": "tỷ lệ đô thị hóa năm 2030",
    "nghành nào dc ưu tiên": "ngành nào được ưu tiên",
    "thu nhap bq dau nguoi 2025 la bn": "thu nhập bình quân đầu người 2025 là bao nhiêu",
    "HN co bn chi tieu ve moi truong z": "Hà Nội có bao nhiêu chỉ tiêu về môi trường",
    "cho mình hỏi có mấy nhóm nhiệm vụ vậy ạ": "có mấy nhóm nhiệm vụ",
    "bo nao phoi hop xay dung luat thu do": "bộ nào phối hợp xây dựng luật thủ đô",
    "công nghiệp hổ trợ gồm mấy lĩnh vực": "công nghiệp hỗ trợ gồm mấy lĩnh vực",
    "luật thủ đô sữa đổi": "luật thủ đô sửa đổi",
    "nq29 ban hanh ngay nao": "nghị quyết 29 ban hành ngày nào",
    "What is the urbanisation rate by 2030?": "tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu",
}
CLEAN = (
    "Đến năm 2030, thu nhập bình quân đầu người của Hà Nội đạt bao nhiêu?",
    "Chương trình hành động số 21-CTr/TU thực hiện nghị quyết nào?",
    "Bà Stefanie Stallmeister phát biểu gì?",
    "Thu nhập 12.500 USD/người/năm là mục tiêu của năm nào?",
    "Hà Nội phối hợp với bộ nào để xây dựng Luật Thủ đô (sửa đổi)?",
    "Vườn ươm doanh nghiệp công nghệ thông tin đổi mới sáng tạo ở đâu?",
    "Canada và Paris hợp tác với SIPRI như thế nào?",
    "Camera và bicacbonat có được nhắc đến không?",
    "B. R. Ambedkar là ai?",
    "Công nghiệp quốc phòng, an ninh phát triển theo hướng nào?",
)


@pytest.mark.parametrize(("typed", "meant"), SLOPPY.items())
def test_sloppy_typing_is_repaired(understander: Understander, typed: str, meant: str) -> None:
    understood = understander.understand(typed)
    assert comparable(understood.text).strip(" ?") == comparable(meant)
    assert understood.typed == typed


@pytest.mark.parametrize("question", CLEAN)
def test_careful_typing_is_left_alone(understander: Understander, question: str) -> None:
    understood = understander.understand(question)
    assert understood.text == question
    assert not understood.changed
    assert not understood.inherited


def test_courtesy_alone_is_no_change(understander: Understander) -> None:
    understood = understander.understand("Cho mình hỏi có bao nhiêu chỉ tiêu về đô thị ạ?")
    assert not understood.changed


def test_synonyms_are_extra_words_only(understander: Understander) -> None:
    understood = understander.understand("Lương bình quân của người dân quê là bao nhiêu?")
    assert "thu nhập" in understood.expansions
    assert "nông thôn" in understood.expansions
    assert "nông thôn" not in understood.text


@settings(max_examples=60, deadline=None)
@given(question=st.text(max_size=60))
def test_anything_is_understood_without_failing(understander: Understander, question: str) -> None:
    understood = understander.understand(question, ["Có bao nhiêu chỉ tiêu?"])
    assert understood.typed == question


@settings(max_examples=60, deadline=None)
@given(number=st.from_regex(r"\A[1-9][0-9]{0,2}(\.[0-9]{3}){0,2}(,[0-9])?\Z"))
def test_figures_are_never_altered(understander: Understander, number: str) -> None:
    assert number in understander.understand(f"muc tieu la {number} usd a").text


@pytest.mark.parametrize(
    "kept", ["21-CTr/TU", "12.500 USD", "29-NQ/TW", "60-62%", "08/02/2023", "R&D"]
)
def test_numbers_and_units_stay_in_sloppy_questions(understander: Understander, kept: str) -> None:
    assert kept in understander.understand(f"van ban co nhac den {kept} ko z").text


def test_names_get_the_capitals_the_documents_print(understander: Understander) -> None:
    assert understander.understand("ha noi co muc tieu gi").text.startswith("Hà Nội có mục tiêu")
