"""The protocols bound to the real index: texts in, positions out."""

from pathlib import Path

from assistant.settings import Settings
from evals.wiring import one_paragraph, search_builder

TEXTS = [
    "Hà Nội có 26 chỉ tiêu.\nTrong đó 8 chỉ tiêu về kinh tế. Còn lại là xã hội.",
    "Sông Hồng chảy qua Hà Nội. Sông dài 1.149 km.",
    "",
]


def test_a_text_is_one_document_of_one_paragraph() -> None:
    document = one_paragraph("0", TEXTS[0])
    assert len(document.paragraphs) == 1
    assert len(document.passages) >= 2
    assert one_paragraph("2", "").text


def test_texts_are_found_by_any_of_their_sentences() -> None:
    search = search_builder(Settings(index=Path("unused")))(TEXTS)
    assert search.search("Sông Hồng dài bao nhiêu km?", 2)[0] == 1
    found = search.search("Bao nhiêu chỉ tiêu về kinh tế?", 10)
    assert found[0] == 0
    assert len(found) == len(set(found)) <= len(TEXTS)
