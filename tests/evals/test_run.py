"""Runs: every case asked and scored, runs kept and read back, two runs compared, bars judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import VerdictKind
from assistant.settings import Settings
from corpus.errors import CaseError
from corpus.model import Document
from corpus.read import document_of
from evals.bars import Bar, judge, read_bars
from evals.cases import Case, Kind, Split
from evals.compare import compare
from evals.drop import drops_of
from evals.record import Run, read_run
from evals.report.words import drop_words
from evals.run import NO_CHECK, Selection, run_suites
from evals.runs_folder import find_run, save_run
from evals.scorers import METRICS
from evals.stats import mean, percentile, sign_test
from evals.suites import SUITES, Group, Suite, load_suite
from evals.summary import rows_of
from evals.variants import CLEAN
from tests.evals.fakes import checking, quoting

TEXT = "Chương trình có 26 chỉ tiêu.\n\nTỷ lệ đô thị hóa đến năm 2030 đạt trên 75%.\n"
CASES = (
    Case(
        "fact", Kind.FACT, "Chương trình có bao nhiêu chỉ tiêu", must=(("26",),), split=Split.TUNE
    ),
    Case("wrong", Kind.FACT, "Chương trình có 26 chỉ tiêu", must=(("27",),), split=Split.HELD),
    Case("none", Kind.UNANSWERABLE, "Giá vàng hôm nay?", split=Split.HELD),
    Case("bad", Kind.FACT, "Cho một lỗi", must=(("x",),), split=Split.TUNE),
)
CLAIM = Case("claim", Kind.CLAIM, "Có 26 chỉ tiêu.", verdict=VerdictKind.SUPPORTED)
SETTINGS = Settings(index=Path("index"), llm_api_key="bí mật")


@pytest.fixture
def document() -> Document:
    return document_of("d", TEXT)


@pytest.fixture
def suite(document: Document) -> Suite:
    return Suite("thử", (Group((document,), (*CASES, CLAIM)),))


@pytest.fixture
def run(suite: Suite) -> Run:
    return run_suites([suite], quoting, SETTINGS)


def test_every_case_is_asked_once(run: Run) -> None:
    (suite,) = run.suites
    right = {outcome.id: outcome.right for outcome in suite.outcomes}
    assert right == {"fact": True, "wrong": False, "none": True, "bad": False}
    assert [outcome.status for outcome in suite.outcomes][-1] == "error"


def test_claims_wait_for_a_checker(document: Document) -> None:
    claims = Suite("claims", (Group((document,), (CLAIM,)),))
    assert run_suites([claims], quoting, SETTINGS).suites[0].skipped == NO_CHECK
    (done,) = run_suites([claims], checking, SETTINGS).suites
    assert done.outcomes[0].right
    assert not done.skipped


def test_a_selection_keeps_kinds_and_splits(suite: Suite) -> None:
    held = run_suites([suite], quoting, SETTINGS, Selection(Split.HELD))
    assert [outcome.id for outcome in held.suites[0].outcomes] == ["wrong", "none"]
    facts = run_suites([suite], quoting, SETTINGS, Selection(kinds=(Kind.UNANSWERABLE,)))
    assert [outcome.id for outcome in facts.suites[0].outcomes] == ["none"]


def test_a_run_says_what_produced_it(run: Run, document: Document) -> None:
    assert run.corpus == {"d": document.sha256}
    assert "llm_api_key" not in run.settings
    assert run.cores >= 1
    assert "numpy" in run.packages
    assert len(run.prompts_sha256) == len(run.cases_sha256) == 64


def test_a_run_is_read_back_as_it_was(run: Run, tmp_path: Path) -> None:
    first, second = save_run(run, tmp_path), save_run(run, tmp_path)
    assert first != second
    assert read_run(first) == find_run(run.id, tmp_path) == find_run("last", tmp_path) == run


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', '{"format": 1, "suites": [1]}'])
def test_what_is_not_a_run_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match="hãy"):
        read_run(path)
    with pytest.raises(CaseError, match="hãy"):
        find_run("last", tmp_path / "nowhere")


def test_flips_are_found_by_case(run: Run, document: Document) -> None:
    changed = (CASES[0], Case("wrong", Kind.FACT, CASES[1].question, must=(("26",),)))
    after = run_suites([Suite("thử", (Group((document,), changed),))], quoting, SETTINGS)
    (comparison,) = compare(run, after)
    assert [flip.after.id for flip in comparison.won] == ["wrong"]
    assert comparison.lost == ()
    assert comparison.shared == 2
    (back,) = compare(after, run)
    assert [flip.after.id for flip in back.lost] == ["wrong"]
    assert back.p == 1.0


def test_a_drop_is_paired_with_the_clean_question(run: Run) -> None:
    right, wrong = run.suites[0].outcomes[:2]
    assert drops_of(run.suites[0].outcomes) == []
    variants = [
        replace(right, id="a~sạch", label=CLEAN),
        replace(wrong, id="a~telex", label="telex"),
        replace(wrong, id="b~sạch", label=CLEAN),
        replace(right, id="b~telex", label="telex"),
        replace(right, id="c~sạch", label=CLEAN),
        replace(wrong, id="c~telex", label="telex"),
    ]
    (drop,) = drops_of(variants)
    assert (drop.variant, drop.n, drop.lost, drop.won) == ("telex", 3, 2, 1)
    assert drop.share == pytest.approx(1 / 3)
    assert "-33.3 điểm" in drop_words(drop)


def test_bars_judge_what_was_measured(run: Run) -> None:
    bars = [
        Bar("thử", "all", "correct", 0.5),
        Bar("thử", "fact", "correct", 0.5),
        Bar("thử", "all", "false_answer", 0.0),
        Bar("thử", "list", "correct", 1.0),
        Bar("other", "all", "correct", 1.0),
    ]
    assert [(one.bar.label, one.bar.metric, one.met) for one in judge(run, bars)] == [
        ("all", "correct", True),
        ("fact", "correct", False),
        ("all", "false_answer", True),
    ]


def test_the_shipped_bars_parse() -> None:
    bars = read_bars()
    assert {bar.suite for bar in bars} <= set(SUITES)
    assert {bar.metric for bar in bars} <= set(METRICS)


def test_a_wrong_bar_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bars.toml"
    path.write_text("[seed.all]\nbeauty = 1\n", encoding="utf-8")
    with pytest.raises(CaseError, match="beauty"):
        read_bars(path)


def test_rows_are_by_label_and_for_all(run: Run) -> None:
    rows = rows_of(run.suites[0].outcomes)
    assert [(row.label, row.n) for row in rows] == [("fact", 3), ("unanswerable", 1), ("all", 4)]
    assert rows[0].means["correct"].value == pytest.approx(1 / 3)
    assert "false_answer" not in rows[0].means
    assert rows_of([]) == []


def test_suites_without_data_say_why(tmp_path: Path) -> None:
    assert "HOIDAP_DATA" in load_suite("documents").skipped
    assert str(tmp_path) in load_suite("documents-together", tmp_path).skipped
    assert "HOIDAP_DATA" in load_suite("unseen").skipped
    assert load_suite("fitting", tmp_path).skipped
    with pytest.raises(CaseError, match="seed-claims"):
        load_suite("seeds")


def test_documents_are_read_where_they_lie(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.questions.jsonl").write_text(
        '{"id": "q", "kind": "fact", "question": "?", "history": [], "must": [["26"]],'
        ' "must_not": [], "evidence": [], "verdict": null}\n',
        encoding="utf-8",
    )
    for name in ("documents", "documents-together"):
        (group,) = load_suite(name, tmp_path).groups
        assert group.cases[0].doc == group.documents[0].name == "a"


def test_statistics() -> None:
    assert mean([1, 0, 1, 1]).value == 0.75
    assert mean([1, 0, 1, 1]).error == pytest.approx(0.25)
    assert mean([1]).error is None
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(range(1, 101), 0.99) == 99
    assert sign_test(0, 0) == 1
    assert sign_test(5, 0) == pytest.approx(0.0625)
    assert sign_test(1, 1) == 1
