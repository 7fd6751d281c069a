"""A sentence of several facts is judged on each, and what is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from assistant.claims.facts import facts_of
from corpus.read import read_documents
from corpus.shipped import shipped_paths


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over(read_documents(shipped_paths()))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Hà Nội có 26 chỉ tiêu và phối hợp với Bộ Tư pháp xây dựng Luật Thủ đô.",
            ("Hà Nội có 26 chỉ tiêu", "phối hợp với Bộ Tư pháp xây dựng Luật Thủ đô."),
        ),
        (
            "Đến năm 2030, đô thị hóa đạt trên 75%, còn thu nhập đạt trên 12.500 USD.",
            (
                "Đến năm 2030, đô thị hóa đạt trên 75%",
                "Đến năm 2030, thu nhập đạt trên 12.500 USD.",
            ),
        ),
        ("Thành phố xây dựng và phát triển công nghiệp.", None),  # nothing to check apart
        ("Hai tỷ lệ lần lượt đạt 6% một năm và 7% một năm ở đô thị.", None),
    ],
)
def test_a_sentence_is_cut_into_its_facts(text: str, facts: tuple[str, ...] | None) -> None:
    assert facts_of(text) == (facts or (text,))


@given(st.text(max_size=120))
def test_any_text_has_facts(text: str) -> None:
    assert facts_of(text)


@pytest.mark.parametrize(
    ("statement", "kind", "wrong"),
    [
        (
            "Hà Nội có 26 chỉ tiêu và phối hợp với Bộ Xây dựng xây dựng Luật Thủ đô (sửa đổi).",
            VerdictKind.REFUTED,
            "Bộ Xây dựng",
        ),
        (
            "Chương trình có 25 chỉ tiêu và Hà Nội sẽ phối hợp với Bộ Tư pháp xây dựng Luật.",
            VerdictKind.REFUTED,
            "25 chỉ tiêu",
        ),
        (
            "Hà Nội có 26 chỉ tiêu và phối hợp với Bộ Tư pháp xây dựng Luật Thủ đô (sửa đổi).",
            VerdictKind.SUPPORTED,
            "",
        ),
        (
            "Chương trình có 26 chỉ tiêu và được Quốc hội tài trợ 500 tỷ đồng.",
            VerdictKind.NOT_FOUND,
            "",
        ),
    ],
)
def test_either_fact_may_be_wrong(
    assistant: Assistant, statement: str, kind: VerdictKind, wrong: str
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is kind, verdict.explanation
    assert not wrong or wrong in {difference.claimed for difference in verdict.differences}
    assert wrong in verdict.explanation
