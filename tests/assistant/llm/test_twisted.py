"""Of the shipped document, every true sentence with a figure is shown, and no twisted one."""

from assistant.ask import Assistant
from corpus.model import Document
from tests.assistant.llm.twist import TRUE, judged


def test_true_sentences_are_shown_and_twisted_ones_are_not(
    assistant: Assistant, programme: Document
) -> None:
    seen = list(judged(assistant, programme))
    assert {kind for kind, _, _ in seen} >= {TRUE, "figure", "year", "figures swapped", "denied"}
    assert [said for kind, said, reason in seen if kind == TRUE and reason] == []
    assert [(kind, said) for kind, said, reason in seen if kind != TRUE and not reason] == []
