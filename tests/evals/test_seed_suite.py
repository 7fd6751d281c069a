"""The seed suite stands on the shipped document: every known answer can be checked in its text."""

from collections import Counter

import pytest

from assistant.answer import VerdictKind
from corpus.model import Document
from corpus.normalize import nfc
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.cases import Case, Kind, Split
from evals.scorers.citations import occurrences
from evals.scorers.text import plain
from evals.suites import load_suite

LEAST = {
    Kind.FACT: 45,
    Kind.LIST: 25,
    Kind.YESNO: 20,
    Kind.PARAPHRASE: 35,
    Kind.ROBUST: 30,
    Kind.MULTI_TURN: 20,
    Kind.UNANSWERABLE: 30,
    Kind.FALSE_PREMISE: 15,
    Kind.CLAIM: 80,
}


@pytest.fixture(scope="module")
def document() -> Document:
    (path,) = [path for path in shipped_paths() if path.stem == "chuong-trinh-21-ctr-tu"]
    return read_document(path)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    suites = (load_suite("seed"), load_suite("seed-claims"))
    return [case for suite in suites for group in suite.groups for case in group.cases]


def test_there_are_enough_of_every_kind(cases: list[Case]) -> None:
    counts = Counter(case.kind for case in cases)
    assert {kind: n for kind, n in counts.items() if n < LEAST[kind]} == {}
    assert set(counts) == set(LEAST)


def test_ids_are_unique(cases: list[Case]) -> None:
    assert len({case.id for case in cases}) == len(cases)


def test_no_question_is_asked_twice(cases: list[Case]) -> None:
    asked = Counter((plain(case.question), case.history) for case in cases)
    assert [question for question, n in asked.items() if n > 1] == []


def test_evidence_is_in_the_document(cases: list[Case], document: Document) -> None:
    absent = [
        (case.id, evidence)
        for case in cases
        for evidence in case.evidence
        if not occurrences(nfc(evidence), document.text)
    ]
    assert absent == []
    assert {case.doc for case in cases} == {document.name}


def test_spans_are_in_the_document(cases: list[Case], document: Document) -> None:
    spans = [(case.id, span) for case in cases for span in case.span]
    assert [found for found in spans if found[1] not in document.text] == []


def test_what_must_be_said_is_in_the_evidence(cases: list[Case]) -> None:
    unfounded = [
        (case.id, group)
        for case in cases
        for group in case.must
        if not any(plain(word) in plain(" ".join(case.evidence)) for word in group)
    ]
    assert unfounded == []


def test_evidence_fits_the_kind(cases: list[Case]) -> None:
    silent = {Kind.UNANSWERABLE}
    for case in cases:
        not_found = case.verdict is VerdictKind.NOT_FOUND
        assert bool(case.evidence) == (case.kind not in silent and not not_found), case.id


def test_a_yes_no_answer_has_its_first_word(cases: list[Case]) -> None:
    yes_no = [case for case in cases if case.kind is Kind.YESNO]
    assert {case.starts for case in yes_no} == {"Có", "Không"}


def test_half_of_every_kind_is_held(cases: list[Case]) -> None:
    for kind in Kind:
        splits = Counter(case.split for case in cases if case.kind is kind)
        assert abs(splits[Split.TUNE] - splits[Split.HELD]) <= len(VerdictKind), kind
