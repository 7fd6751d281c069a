"""Properties that hold of any text at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Document, Span
from corpus.normalize import (
    comparable,
    folded,
    nfc,
    place_tones,
    strip_diacritics,
    syllables,
    tokens,
    unify_signs,
)
from corpus.read import canonical, document_of

PIECES = st.sampled_from(
    [
        *(
            "Điều 1.",
            "I. ",
            "a) ",
            "- ",
            "+ ",
            "1.2. ",
            "# ",
            "**",
            "| ",
            "|---|",
            "Chương II",
            ">> ",
        ),
        *(
            "Tin liên quan",
            "PV.",
            "08/02/2023",
            "Trang 3/12",
            "- 3 -",
            "TP. ",
            "ThS. ",
            "[1]",
            "./.",
        ),
        *(
            "Hà Nội",
            " đạt ",
            "trên 12.500 USD",
            "; ",
            ": ",
            ". ",
            "… ",
            "! ",
            "“",
            "”",
            "\n",
            "\n\n",
        ),
        *("\t", "\u00a0", "\f", "\u200b", "hoà", "QUỲNH", "tỷ lệ ", "NỘI DUNG", "Căn cứ ", "\r\n"),
    ]
)
MADE = st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)
ANY_TEXT = (st.text(max_size=300) | MADE).map(canonical)


def visible(text: str) -> list[int]:
    return [offset for offset, char in enumerate(text) if not char.isspace()]


def check_spans(spans: list[Span]) -> None:
    assert all(len(span) > 0 for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def check(document: Document) -> None:
    paragraphs = [paragraph.span for paragraph in document.paragraphs]
    sentences = [sentence.span for sentence in document.sentences]
    check_spans(paragraphs)
    check_spans(sentences)
    for spans in (paragraphs, sentences):
        held = {offset for span in spans for offset in range(span.start, span.end)}
        assert held.issuperset(visible(document.text))
    for sentence in document.sentences:
        assert document.paragraphs[sentence.paragraph].span.covers(sentence.span)
    for position, paragraph in enumerate(document.paragraphs):
        content = document.quote(paragraph.span)
        assert content == content.strip()
        assert content.startswith(paragraph.marker)
        assert all(parent < position for parent in paragraph.parents)
        assert sorted(paragraph.parents) == list(paragraph.parents)
    numbers = [paragraph.number for paragraph in document.paragraphs if paragraph.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len({passage.id for passage in document.passages}) == len(document.passages)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_no_visible_character_is_lost(text: str) -> None:
    check(document_of("x", text))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_canonical_text_is_canonical(text: str) -> None:
    made = canonical(text)
    assert canonical(made) == made.removeprefix("\ufeff")
    assert "\r" not in made
    made.encode()


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_comparison_forms_keep_their_length_and_settle(text: str) -> None:
    for form in (place_tones, unify_signs, comparable, strip_diacritics, folded):
        made = form(text)
        assert len(made) == len(text)
        assert form(made) == made
    assert nfc(nfc(text)) == nfc(text)


def test_the_break_of_a_printed_line_is_a_space_and_that_before_an_item_is_not() -> None:
    assert comparable("200.000\nđồng") == "200.000 đồng"
    for apart in ("Gồm:\n- Một", "Gồm:\n1. Một", "Gồm:\na) Một", "Hết.\n\nMột"):
        assert "\n" in comparable(apart)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_tokens_are_slices(text: str) -> None:
    found = tokens(text)
    check_spans([token.span for token in found])
    assert [token.span.of(text) for token in found] == [token.text for token in found]
    assert len(syllables(text)) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Hà Nội phấn đấu đạt trên 12.500 USD/người/năm vào năm 2030. " * 16_700,
        "thu nhập bình quân đầu người đạt mức cao hơn nhiều so với cả nước nên\n" * 14_500,
        "- Mục tiêu của kế hoạch này:\na) Tăng trưởng\n" * 4_000,
        "a" * 1_000_000,
        "." * 1_000_000,
        " " * 1_000_000 + "a",
        "; " * 500_000,
        "08/02/2023\n" * 10_000,
        "Nguyễn Văn A\n" * 10_000,
        "Tin liên quan\n" * 10_000,
        "I. ***" * 60_000,
    ],
    ids=range(11),
)
def test_long_texts_are_read_in_linear_time(text: str) -> None:
    started = time.process_time()
    document = document_of("x", text)
    assert document.passages is not None
    assert time.process_time() - started < 5
