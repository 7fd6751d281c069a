"""Scorers: known scores, and properties that hold of any text."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from corpus.model import Document, Span
from corpus.read import document_of
from evals.cases import Case, Kind
from evals.response import Response
from evals.scorers import METRICS, scores_of
from evals.scorers.accuracy import begins, correct, corrects, says
from evals.scorers.citations import citation_precision, citation_recall, occurrences
from evals.scorers.figures import figures_supported, numbers, unsupported
from evals.scorers.quotes import quotes_exact
from evals.scorers.refusals import false_answer, false_refusal
from evals.scorers.spans import best, exact_match, f1, span_wrong
from evals.scorers.text import plain
from evals.scorers.words import words
from tests.evals.fakes import citation

TEXT = "Hà Nội có 26 chỉ tiêu. Tỷ lệ đô thị hóa đạt từ 60-62%, đến năm 2030 đạt trên 75%."


@pytest.fixture
def document() -> Document:
    return document_of("d", TEXT)


def case(kind: Kind = Kind.FACT, **fields: object) -> Case:
    return Case(id="a", kind=kind, question="Bao nhiêu?", **fields)  # type: ignore[arg-type]  # test data


@given(st.text())
def test_plain_is_stable_and_composed(text: str) -> None:
    form = plain(text)
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))
    assert "  " not in form
    assert form == form.strip()


@given(st.lists(st.text(min_size=1), min_size=1), st.text())
def test_a_text_says_what_it_is_made_of(parts: list[str], glue: str) -> None:
    assert says(glue.join(parts), [[part] for part in parts])


def test_says_needs_every_group_and_nothing_forbidden() -> None:
    assert says("Đạt 60 – 62%", [["60-62%", "60 - 62%"]])
    assert not says("Đạt 60%", [["60"], ["62"]])
    assert not says("Đạt 60%, không phải 70%", [["60%"]], ["70%"])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Có, 26 chỉ tiêu", "Có", True),
        ("**Có**. 26", "có", True),
        ("Công nghiệp", "Có", False),
        ("Không: 60%", "Không", True),
        ("", "Có", False),
    ],
)
def test_the_first_word_is_a_word(text: str, word: str, expected: object) -> None:
    assert begins(text, word) is expected


def test_correct_by_kind() -> None:
    fact = case(must=(("26",),))
    assert correct(fact, Response("answered", "Có 26 chỉ tiêu")) == 1
    assert correct(fact, Response("refused", "Có 26 chỉ tiêu")) == 0
    assert correct(case(Kind.UNANSWERABLE), Response("refused", "")) == 1
    assert correct(case(Kind.UNANSWERABLE), Response("partial", "")) == 0
    premise = case(Kind.FALSE_PREMISE, must=(("26",),))
    assert correct(premise, Response("answered", "Văn bản nêu 26 chỉ tiêu, không phải 30.")) == 1
    assert correct(premise, Response("answered", "30 chỉ tiêu gồm 26 mục.")) == 0
    assert correct(premise, Response("partial", "Văn bản nêu 26 chỉ tiêu.")) == 1
    assert corrects("Không, văn bản nêu 26")


def test_unscored_is_not_wrong(document: Document) -> None:
    scores = scores_of(case(Kind.UNANSWERABLE), Response("refused", "Không nêu."), {"d": document})
    assert set(scores) == {"correct", "figures_supported", "false_answer", "words"}
    assert set(scores) < set(METRICS)


def test_citations_are_scored_by_overlap(document: Document) -> None:
    documents = {"d": document}
    fact = case(evidence=("26 chỉ tiêu", "đạt trên 75%"))
    listed = case(Kind.LIST, evidence=("26 chỉ tiêu", "đạt trên 75%"))
    one = Response("answered", "", citations=(citation(document, 0, 22),))
    both = Response(
        "answered", "", citations=(citation(document, 0, 22), citation(document, 22, 81))
    )
    stray = Response(
        "answered", "", citations=(citation(document, 0, 3), citation(document, 10, 12))
    )
    assert citation_recall(fact, one, documents) == 1
    assert citation_recall(listed, one, documents) == 0.5
    assert citation_recall(listed, both, documents) == 1
    assert citation_precision(fact, stray, documents) == 0.5
    assert citation_recall(fact, Response("answered", ""), documents) == 0
    assert citation_precision(fact, Response("answered", ""), documents) is None
    assert citation_recall(case(), one, documents) is None


@given(st.text(alphabet="ab", max_size=30), st.text(alphabet="ab", min_size=1, max_size=3))
def test_every_occurrence_is_one(text: str, part: str) -> None:
    assert [span.of(text) for span in occurrences(part, text)] == [part] * len(
        occurrences(part, text)
    )
    assert bool(occurrences(part, text)) == (part in text)


def test_a_quote_off_by_one_is_not_exact(document: Document) -> None:
    good = citation(document, 0, 22)
    bad = Citation("d", "", 1, Span(1, 23), good.quote)
    elsewhere = Citation("other", "", 1, good.span, good.quote)
    assert quotes_exact(Response("answered", "", citations=(good,)), {"d": document}) == 1
    for wrong in (bad, elsewhere):
        assert quotes_exact(Response("answered", "", citations=(good, wrong)), {"d": document}) == 0
    assert quotes_exact(Response("refused", ""), {"d": document}) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("trên 12.500 USD", [12500]),
        ("8.300-8.500", [8300, 8500]),
        ("11,0% hay 11%", [11]),
        ("tháng 08", [8]),
        ("17/11/2022", [17, 11, 2022]),
        ("1.024.000,5", [Decimal("1024000.5")]),
        ("2.5", [Decimal("2.5")]),
        ("không có", []),
    ],
)
def test_numbers_are_read_as_vietnamese(text: str, values: list[Decimal]) -> None:
    assert numbers(text) == {Decimal(value) for value in values}


@given(st.text())
def test_a_quote_supports_itself(text: str) -> None:
    assert unsupported(text, [text]) == set()


def test_a_number_of_the_question_is_allowed_only_to_be_denied() -> None:
    cited = ["26 chỉ tiêu"]
    assert unsupported("Văn bản nêu 26 chỉ tiêu, không phải 30.", cited, ["30?"]) == set()
    assert unsupported("Có 30 chỉ tiêu.", cited, ["30?"]) == {Decimal(30)}
    assert unsupported("Không đúng. Có 30 chỉ tiêu.", cited, ["30?"]) == {Decimal(30)}
    assert unsupported("Không phải 31.", cited, ["30?"]) == {Decimal(31)}


def test_page_marks_are_no_figures() -> None:
    assert unsupported("1. Kinh tế [2]\n2. Văn hóa (đoạn 7)", []) == set()


def test_a_refusal_may_repeat_the_question() -> None:
    asked = ["Tỷ lệ năm 2045?"]
    assert figures_supported(Response("refused", "Cho năm 2045 thì chưa nêu."), asked) == 1
    assert figures_supported(Response("answered", "Năm 2045 đạt."), asked) == 0


def test_a_title_may_be_named_whole() -> None:
    refusal = Response("refused", "Văn bản đang hỏi là: “9 nhóm nhiệm vụ”.")
    assert figures_supported(refusal, [], ["9 nhóm nhiệm vụ"]) == 1
    assert figures_supported(refusal, [], ["9 nhóm"]) == 1
    assert figures_supported(refusal, [], ["10 nhóm nhiệm vụ"]) == 0


def test_refusals_go_wrong_two_ways() -> None:
    refused, answered = Response("refused", ""), Response("answered", "")
    assert false_answer(case(Kind.UNANSWERABLE), answered) == 1
    assert false_answer(case(Kind.UNANSWERABLE), refused) == 0
    assert false_answer(case(), answered) is None
    assert false_refusal(case(), refused) == 1
    assert false_refusal(case(), answered) == 0
    assert false_refusal(case(Kind.FALSE_PREMISE), refused) is None


@given(st.text(), st.text())
def test_f1_is_a_symmetric_share(one: str, other: str) -> None:
    assert 0 <= f1(one, other) <= 1
    assert f1(one, other) == f1(other, one)
    assert f1(one, one) == exact_match(one, one) == 1
    assert exact_match(one, other) <= f1(one, other)


def test_spans_are_compared_as_squad_does() -> None:
    assert exact_match("Từ 60-62%", "từ 60-62%.") == 1
    assert f1("trên 12.500 USD/người/năm", "trên 12.500 USD") == pytest.approx(2 * 2 / 6)
    assert best("26", ["26 chỉ tiêu", "26"]) == (1, 1)
    assert f1("an ninh", "an toàn") == 0.5


def test_a_span_about_something_else_leads_astray() -> None:
    fact = case(span=("trên 75%",))
    assert span_wrong(fact, Response("answered", "", "từ 60-62%")) == 1
    assert span_wrong(fact, Response("answered", "", "75%")) == 0
    assert span_wrong(fact, Response("answered", "")) is None


def test_words_are_counted() -> None:
    assert words(Response("answered", "Có 26  chỉ tiêu")) == 4
