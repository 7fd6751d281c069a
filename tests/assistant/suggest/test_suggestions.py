"""Every suggestion is answered: on the shipped documents, and on the shared ones where they are."""

from pathlib import Path

import pytest

from assistant.answer import Status
from assistant.assemble import assistant_over
from corpus.normalize import comparable
from corpus.read import document_of, read_documents
from corpus.shipped import shipped_paths

SHARED = Path(__file__).parents[4] / "shared" / "data" / "documents"
SOURCES = [*shipped_paths(), *sorted(SHARED.glob("*.txt"))]
DEEP = 4


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_suggestion_is_answered_and_none_was_asked_before(source: Path) -> None:
    assistant = assistant_over(read_documents([source]))
    first = assistant.suggestions()
    assert 2 <= len(first) <= 5
    assert tuple(each.question for each in first) == assistant.examples
    assert len({each.kind for each in first}) >= 2
    asked: list[str] = []
    question = first[0].question
    shown = [each.question for each in first]
    for _ in range(DEEP):
        answer = assistant.ask(question)
        following = assistant.follow_ups(question, answer, asked)
        assert len(following) <= 3
        asked.append(question)
        before = {comparable(each) for each in asked}
        assert not before & {comparable(each) for each in following}
        shown += following
        if not following:
            break
        question = following[-1]
    assert len(asked) > 1
    for each in shown:
        assert assistant.ask(each).status is Status.ANSWERED, each


def test_a_refusal_is_followed_by_what_the_text_does_say() -> None:
    assistant = assistant_over(read_documents(shipped_paths()))
    refused = assistant.ask("Thu nhập bình quân đầu người năm 2045 là bao nhiêu?")
    assert refused.status is Status.REFUSED
    following = assistant.follow_ups("Thu nhập bình quân đầu người năm 2045?", refused)
    assert any("thu nhập" in each.casefold() for each in following)


def test_asking_again_costs_nothing() -> None:
    assistant = assistant_over(read_documents(shipped_paths()))
    answer = assistant.ask("Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?")
    once = assistant.follow_ups("Tỷ lệ đô thị hóa năm 2030?", answer)
    tried = assistant.suggester._good.cache_info().misses
    assert assistant.follow_ups("Tỷ lệ đô thị hóa năm 2030?", answer) == once
    assert assistant.suggester._good.cache_info().misses == tried


def test_a_text_without_targets_or_headings_suggests_nothing_and_breaks_nothing() -> None:
    assistant = assistant_over([document_of("trơn", "Một câu không có gì để hỏi về con số.\n")])
    assert assistant.suggestions() == ()
    answer = assistant.ask("Câu gì?")
    assert assistant.follow_ups("Câu gì?", answer) == ()
