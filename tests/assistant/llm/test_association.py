"""What is said of a figure in one passage is not said of it in another, though both are cited."""

import pytest

from assistant.assemble import assistant_over
from assistant.llm.release import Judge
from assistant.wording import cite
from corpus.model import Provenance
from corpus.read import document_of

LINES = (
    "Kinh tế số của tỉnh Thử chiếm 45% GRDP toàn tỉnh.",
    "Đến năm 2030, tỉnh Thử có 20 kho dữ liệu mở phục vụ phát triển kinh tế số.",
    "Mỗi năm tỉnh Thử mở 12 lớp bồi dưỡng kỹ năng số cho người lao động.",
    "Tỷ trọng kinh phí xã hội trên kinh phí chi cho nghiên cứu đạt trên 60%.",
    "Mỗi người dân có một tài khoản số thống nhất.",
    "Giá trị xuất khẩu năm 2030 đạt 80 triệu USD.",
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    """Return a judge of sentences to whom every line was given, in order."""
    text = "\n\n".join(("CHƯƠNG TRÌNH THỬ", *LINES))
    document = document_of("thu", text, Provenance(title="Chương trình thử"))
    spans = [one.span for one in document.sentences if document.quote(one.span) in LINES]
    assert len(spans) == len(LINES)
    return Judge(assistant_over([document]), [cite(document, span) for span in spans])


@pytest.mark.parametrize(
    "said",
    [
        *(f"{line[:-1]} [{number}]." for number, line in enumerate(LINES, start=1)),
        "Kinh tế số chiếm 45% GRDP của tỉnh Thử [1].",
        "Có 20 kho dữ liệu mở phục vụ phát triển kinh tế số đến năm 2030 [2].",
        "Tỉnh Thử mở mỗi năm 12 lớp bồi dưỡng kỹ năng số [3].",
        "Mỗi người dân có một tài khoản số [5].",
    ],
)
def test_what_a_passage_says_is_shown(judge: Judge, said: str) -> None:
    assert judge.reason(said) == ""


@pytest.mark.parametrize(
    "said",
    [
        "Kinh tế số của tỉnh Thử chiếm 20 kho dữ liệu mở [1][2].",
        "Mỗi năm tỉnh Thử có 20 kho dữ liệu mở phục vụ phát triển kinh tế số [2][3].",
        "Mỗi tháng tỉnh Thử mở 12 lớp bồi dưỡng kỹ năng số [3].",
        "Tỷ trọng kinh phí xã hội trên kinh phí chi cho nghiên cứu đạt một tài khoản [4].",
        "Tỷ trọng kinh phí xã hội trên kinh phí chi cho nghiên cứu đạt một tài khoản [4][5].",
        "Giá trị xuất khẩu năm 2030 tăng 80 triệu USD [6].",
        "Giá trị xuất khẩu năm 2030 vượt 80 triệu USD [6].",
        "Giá trị xuất khẩu đạt 12 lớp [3][6].",
    ],
)
def test_what_none_says_is_withheld(judge: Judge, said: str) -> None:
    assert judge.reason(said)
