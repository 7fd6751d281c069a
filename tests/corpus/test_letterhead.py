"""What a document prints of itself at its head and foot."""

import pytest

from corpus.letterhead import Letterhead, Printed, letterhead_of
from corpus.model import Document
from corpus.read import document_of, read_document
from corpus.shipped import shipped_paths

RESOLUTION = """HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ CẦN THƠ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 08/NQ-HĐND

Cần Thơ, ngày 08 tháng 7 năm 2022

NGHỊ QUYẾT

Về phát triển vận tải công cộng

Điều 1. Thông qua đề án theo Tờ trình số 99/TTr-UBND ngày 01/6/2022.

Nơi nhận:

- Thường trực Hội đồng;

CHỦ TỊCH

(Đã ký)

Phạm Văn Hiểu
"""


def value(document: Document, printed: Printed | None) -> str:
    return document.quote(printed.value) if printed else ""


def found(text: str) -> dict[str, str]:
    document = document_of("x", text)
    head = letterhead_of(document)
    return {
        name: value(document, getattr(head, name))
        for name in ("number", "date", "issuer", "signer")
    }


def test_number_date_issuer_and_signer_are_read() -> None:
    assert found(RESOLUTION) == {
        "number": "08/NQ-HĐND",
        "date": "ngày 08 tháng 7 năm 2022",
        "issuer": "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ CẦN THƠ",
        "signer": "Phạm Văn Hiểu",
    }


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("CHỦ TỊCH\n\nPhạm Văn Hiểu", "Phạm Văn Hiểu"),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLê Thị Mai Lan", "Lê Thị Mai Lan"),
        ("TM. BAN BÍ THƯ\n\n(đã ký)\n\nTrần Quốc", "Trần Quốc"),
        ("KT. CHỦ TỊCH Mai Sơn", "Mai Sơn"),
        ("GIÁM ĐỐC\n\nNơi nhận", ""),
        ("GIÁM ĐỐC\n\n2025", ""),
        ("", ""),
    ],
)
def test_signers_in_their_usual_places(foot: str, signer: str) -> None:
    body = RESOLUTION.split("CHỦ TỊCH\n", maxsplit=1)[0]
    assert found(body + foot)["signer"] == signer


def test_a_number_or_date_in_the_body_is_not_the_documents_own() -> None:
    text = (
        "Họp báo về vận tải\n\nNgày 05/3/2022, lãnh đạo Sở Giao thông vận tải cho biết thành phố "
        "thực hiện Nghị quyết số 08/NQ-HĐND trong ba năm tới.\n"
    )
    assert set(found(text).values()) == {""}


def test_the_shipped_report_has_its_date_and_no_letterhead() -> None:
    document = read_document(shipped_paths()[0])
    head = letterhead_of(document)
    assert value(document, head.date) == "08/02/2023"
    assert (head.number, head.issuer, head.signer) == (None, None, None)


@pytest.mark.parametrize("text", ["Số:", "x", "CHỦ TỊCH", "CHỦ TỊCH\n\n\n", "Số: 1\n\nBỘ"])
def test_scraps_are_read_without_complaint(text: str) -> None:
    document = document_of("x", text)
    head = letterhead_of(document)
    assert isinstance(head, Letterhead)
    for printed in (head.number, head.date, head.issuer, head.signer):
        assert printed is None or printed.clause.covers(printed.value)


def test_the_issuer_may_stand_on_two_lines() -> None:
    text = RESOLUTION.replace(" THÀNH PHỐ CẦN THƠ", "\n\nTHÀNH PHỐ CẦN THƠ")
    assert found(text)["issuer"] == "HỘI ĐỒNG NHÂN DÂN\n\nTHÀNH PHỐ CẦN THƠ"


@pytest.mark.parametrize(
    ("title", "place", "period"),
    [
        ("Kế hoạch trồng cây trên địa bàn tỉnh Nghệ An giai đoạn 2021-2025", "tỉnh Nghệ An",
         "2021-2025"),
        ("Nghệ An: giai đoạn 2016-2020 và giai đoạn 2021-2025", "Nghệ An", ""),
        ("Trồng cây trên cả nước", "", ""),
    ],
)  # fmt: skip
def test_the_place_and_the_period_of_a_title(title: str, place: str, period: str) -> None:
    document = document_of("x", f"{title}\n\nMỗi xã trồng 2 ha.\n")
    head = letterhead_of(document)
    assert value(document, head.place) == place
    assert value(document, head.period).removeprefix("giai đoạn ") == period
