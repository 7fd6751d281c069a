"""A statement may be taken apart by a model only where every figure stays with its own words."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from assistant.llm import RephrasingAssistant
from assistant.llm.client import Client
from assistant.llm.decompose import parts_in, says_the_same
from assistant.llm.release import coverage, share_of
from assistant.llm.server import Server
from tests.assistant.llm.scripted import Wire, fails, says, serving

STATEMENT = (
    "Thành ủy Hà Nội ban hành Chương trình 21-CTr/TU với 26 chỉ tiêu, trong đó thu nhập bình quân "
    "đầu người đến năm 2025 đạt từ 8.300-8.500 USD/người/năm, đến năm 2030 đạt trên 12.500 "
    "USD/người/năm."
)
PARTS = (
    "- Thành ủy Hà Nội ban hành Chương trình 21-CTr/TU với 26 chỉ tiêu.\n"
    "- Thu nhập bình quân đầu người đến năm 2025 đạt từ 8.300-8.500 USD/người/năm.\n"
    "- Thu nhập bình quân đầu người đến năm 2030 đạt trên 12.500 USD/người/năm.\n"
)
UNFOUND = "Chương trình giao Sở Y tế xây 5 bệnh viện và Sở Giáo dục mở 7 trường học vào năm 2027."


def _same(assistant: Assistant, text: str) -> bool:
    return says_the_same(
        parts_in(text),
        STATEMENT,
        lambda said, sources: coverage(assistant, said, sources),
        lambda said, sources: share_of(assistant, said, sources),
    )


def test_parts_that_say_the_same_are_taken(assistant: Assistant) -> None:
    assert _same(assistant, PARTS)
    assert _same(assistant, f"Các ý:\n{PARTS}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("26", "27"),
        ("2030", "2035"),
        ("trên 12.500", "12.500"),
        ("- Thành ủy Hà Nội ban hành Chương trình 21-CTr/TU với 26 chỉ tiêu.\n", ""),
        ("Hà Nội", "Hải Phòng"),
        ("từ 8.300-8.500", "trên 12.500"),
        ("ban hành", "bác bỏ nhiều đề xuất về giao thông khi ban hành"),
        ("- ", ""),
    ],
)
def test_parts_that_do_not_are_left(assistant: Assistant, old: str, new: str) -> None:
    assert not _same(assistant, PARTS.replace(old, new))


def test_years_that_changed_places_are_seen(assistant: Assistant) -> None:
    swapped = PARTS.replace("2025", "····").replace("2030", "2025").replace("····", "2030")
    assert not _same(assistant, swapped)


@pytest.mark.parametrize(
    "script",
    [
        says("- Chương trình xác định 26 chỉ tiêu.\n- Tỷ lệ đô thị hóa đến năm 2030 trên 75%."),
        says("Đúng, khớp với văn bản."),
        says(""),
        fails(401),
    ],
)
def test_a_model_finds_nothing_that_is_not_there(assistant: Assistant, script: Wire) -> None:
    bare = assistant.check(UNFOUND)
    assert bare.kind is VerdictKind.NOT_FOUND
    with serving(script) as server:
        verdict = RephrasingAssistant(assistant, Client(Server(server.url, "m"))).check(UNFOUND)
    assert len(server.exchanges) == 1
    assert verdict == bare


def test_a_statement_that_is_judged_asks_no_model(assistant: Assistant) -> None:
    with serving(says("- a\n- b")) as server:
        checked = RephrasingAssistant(assistant, Client(Server(server.url, "m")))
        for said in (
            "Tỷ lệ đô thị hóa đến năm 2030 đạt trên 75%.",
            "Tỷ lệ đô thị hóa đến năm 2030 đạt 90%.",
        ):
            assert checked.check(said) == assistant.check(said)
            assert checked.check(said).kind is not VerdictKind.NOT_FOUND
    assert server.exchanges == []
