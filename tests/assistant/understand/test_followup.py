"""Follow-ups completed from the conversation."""

import pytest

from assistant.understand import Understander

FULL = (
    "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",
    "Có bao nhiêu chỉ tiêu về trình độ phát triển kinh tế?",
    "Hà Nội phối hợp với bộ nào xây dựng Luật Thủ đô?",
    "Ba lĩnh vực công nghiệp hỗ trợ chủ chốt là những lĩnh vực nào?",
    "Chương trình này thực hiện nghị quyết nào của Trung ương?",
    "Thu nhập bình quân đầu người năm 2025 đạt bao nhiêu USD?",
    "Công nghiệp quốc phòng được phát triển theo hướng nào?",
    "Ai ban hành Chương trình hành động số 21-CTr/TU?",
    "Bài báo được đăng ngày nào?",
    "Nghị quyết số 29-NQ/TW ban hành khi nào?",
    "Hà Nội có đặt mục tiêu tỷ lệ đô thị hóa trên 75% vào năm 2030 không?",
    "Vì sao cần cơ chế thử nghiệm có kiểm soát?",
    "Thành phố sẽ đầu tư xây dựng hạ tầng khu công viên nào?",
    "Còn bao nhiêu đất nông nghiệp đến năm 2025?",
    "Diện tích đất nông nghiệp đến năm 2025 còn bao nhiêu?",
    "grdp binh quan dau nguoi ha noi nam 2030",
    "ty le do thi hoa nam 2025 la bao nhieu",
    "Chương trình đề ra những nhóm giải pháp gì?",
    "Chương trình hành động này nhằm thực hiện nghị quyết nào của Bộ Chính trị?",
    "Nhân dân oán hận ai khi người đó lên cầm quyền?",
    "Stefanie Stallmeister là ai?",
    "Thời tiết hôm nay",
)
TURNS = (
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",), "vậy 2025 thì sao ạ?",
     "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"),
    (("Tỷ trọng kinh tế số trong GRDP đến năm 2025 là bao nhiêu?",), "còn đến năm 2030?",
     "Tỷ trọng kinh tế số trong GRDP đến năm 2030 là bao nhiêu?"),
    (("Tăng trưởng GRDP giai đoạn 2026-2030 bao nhiêu?",), "thế còn giai đoạn 2021-2025?",
     "Tăng trưởng GRDP giai đoạn 2021-2025 bao nhiêu?"),
    (("Có bao nhiêu chỉ tiêu về trình độ phát triển kinh tế?",), "nhóm văn hóa?",
     "Có bao nhiêu chỉ tiêu nhóm văn hóa?"),
    (("Năm 2021 GRDP Hà Nội tăng bao nhiêu?",), "còn kim ngạch xuất khẩu?",
     "Năm 2021 kim ngạch xuất khẩu Hà Nội tăng bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?", "còn thu nhập bình quân đầu người?"),
     "thế năm 2025?", "Thu nhập bình quân đầu người đến năm 2025 là bao nhiêu?"),
    (("Có bao nhiêu lĩnh vực công nghiệp hỗ trợ chủ chốt?",), "là những gì?",
     "Có những lĩnh vực công nghiệp hỗ trợ chủ chốt nào?"),
    (("Hà Nội phối hợp với cơ quan nào để xây dựng Luật Thủ đô?",), "bộ nào?",
     "Hà Nội phối hợp với bộ nào để xây dựng Luật Thủ đô?"),
    (("Tỷ lệ học sinh lớp 5 biết bơi năm 2030 là bao nhiêu?",), "còn lớp 9?",
     "Tỷ lệ học sinh lớp 9 biết bơi năm 2030 là bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",), "Chỉ tiêu đó đến năm 2025 là bao nhiêu?",
     "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"),
    (("Chương trình có bao nhiêu chỉ tiêu?",), "còn về môi trường?",
     "Chương trình có bao nhiêu chỉ tiêu về môi trường?"),
    (("Công nghiệp quốc phòng phát triển theo hướng nào?",), "còn nông nghiệp thì sao?",
     "Nông nghiệp phát triển theo hướng nào?"),
    (("Tỷ lệ đô thị hóa của Hà Nội đến năm 2030 là bao nhiêu?",), "còn thành phố Hồ Chí Minh?",
     "Tỷ lệ đô thị hóa của thành phố Hồ Chí Minh đến năm 2030 là bao nhiêu?"),
    (("Năm 2030 tỷ lệ trường tiểu học có bể bơi là bao nhiêu?",), "thế năm 2035 thì sao vậy?",
     "Năm 2035 tỷ lệ trường tiểu học có bể bơi là bao nhiêu?"),
    (("Bộ Y tế chủ trì những chỉ tiêu nào?",), "còn Bộ Công an?",
     "Bộ Công an chủ trì những chỉ tiêu nào?"),
    (("thu nhap binh quan dau nguoi den nam 2025 dat bao nhieu",), "con 2030 thi sao",
     "Thu nhập bình quân đầu người đến năm 2030 đạt bao nhiêu?"),
    (("Chương trình hành động số 21-CTr/TU do ai ban hành?",), "khi nào?",
     "Chương trình hành động số 21-CTr/TU ban hành khi nào?"),
)  # fmt: skip


@pytest.mark.parametrize("question", FULL)
def test_a_full_question_never_inherits(understander: Understander, question: str) -> None:
    for before in FULL[:4]:
        understood = understander.understand(question, [before])
        assert not understood.inherited
        assert understood.text == understander.understand(question).text


@pytest.mark.parametrize(("history", "question", "meant"), TURNS)
def test_a_follow_up_is_completed(
    understander: Understander, history: tuple[str, ...], question: str, meant: str
) -> None:
    understood = understander.understand(question, history)
    assert understood.inherited
    assert understood.changed
    assert understood.text == meant


def test_without_history_nothing_is_inherited(understander: Understander) -> None:
    assert not understander.understand("vậy 2025 thì sao ạ?").inherited
