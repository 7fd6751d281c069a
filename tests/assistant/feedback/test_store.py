"""The file of opinions: whole or not at all, many writers, and one line for what goes wrong."""

import multiprocessing
import resource
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.feedback import FeedbackFile, Opinion, Vote
from assistant.feedback.opinion import COLUMNS, row_of, values_of
from corpus.errors import FeedbackError
from corpus.model import Span

ANSWER = Answer(
    Status.ANSWERED,
    "Đạt trên 75%. [1]",
    key="trên 75%",
    citations=(Citation("van-ban", "Văn bản", 4, Span(3, 8), "trên 75%"),),
    understood="tỷ lệ đô thị hóa?",
)
OPINION = Opinion(
    "turn-1",
    Vote.DOWN,
    "ty le do thi hoa?",
    ANSWER,
    history=("câu trước",),
    reasons=("wrong_figure",),
    note="sai năm",
    hashes={"van-ban": "abc"},
    asked="2026-11-22T18:00:00+00:00",
    version="0.1.0",
)


def test_what_is_put_is_read_back_newest_first(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path / "new" / "folder" / "feedback.sqlite")
    assert file.rows() == []
    file.put(OPINION)
    file.put(replace(OPINION, turn="turn-2", vote=Vote.UP, reasons=(), note=""))
    second, first = file.rows()
    assert (first.id, second.id) == (1, 2)
    assert first.citations == ANSWER.citations
    assert first.reason_words == "Sai con số, năm hay đơn vị"
    assert (first.note, first.hashes, first.history) == (
        "sai năm", {"van-ban": "abc"}, ("câu trước",),
    )  # fmt: skip
    assert [row.id for row in file.rows(votes=[Vote.UP])] == [2]
    assert [row.id for row in file.rows(ids=[1])] == [1]
    assert len(file.rows(most=1)) == 1
    with pytest.raises(FeedbackError, match="không có dòng số 7"):
        file.rows(ids=[7])


def test_a_second_opinion_on_an_answer_takes_the_place_of_the_first(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path / "feedback.sqlite")
    file.put(OPINION)
    file.put(replace(OPINION, vote=Vote.UP, note="đúng rồi"))
    (row,) = file.rows()
    assert (row.id, row.vote, row.note) == (1, Vote.UP, "đúng rồi")


def _write(path: Path, writer: int) -> None:
    for number in range(20):
        FeedbackFile(path).put(replace(OPINION, turn=f"{writer}-{number}"))


def test_many_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    context = multiprocessing.get_context("forkserver")
    writers = [context.Process(target=_write, args=(path, number)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {row.turn for row in _raw(path)} == {f"{w}-{n}" for w in range(4) for n in range(20)}
    with sqlite3.connect(path) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    opened.close()


class _Raw:
    """A row as the file has it."""

    def __init__(self, turn: str) -> None:
        """Keep its turn."""
        self.turn = turn


def _raw(path: Path) -> list[_Raw]:
    opened = sqlite3.connect(path)
    try:
        return [_Raw(turn) for (turn,) in opened.execute("SELECT turn FROM feedback")]
    finally:
        opened.close()


@pytest.mark.parametrize("trouble", ["folder", "not a database", "under a file"])
def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, trouble: str) -> None:
    path = tmp_path / "feedback.sqlite"
    if trouble == "folder":
        path.mkdir()
    elif trouble == "not a database":
        path.write_text("đây không phải cơ sở dữ liệu\n" * 100, encoding="utf-8")
    else:
        path.write_text("", encoding="utf-8")
        path /= "feedback.sqlite"
    with pytest.raises(FeedbackError, match=r"^Không ghi được tệp phản hồi [^\n]+HOIDAP_FEEDBACK"):
        FeedbackFile(path).put(OPINION)


def _write_on_a_full_disk(path: Path, most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        FeedbackFile(path).put(replace(OPINION, turn="too-much", note="x" * 500_000))
    except FeedbackError as error:
        path.with_suffix(".said").write_text(str(error)[:500], encoding="utf-8")


def test_on_a_full_disk_nothing_that_was_there_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    FeedbackFile(path).put(OPINION)
    context = multiprocessing.get_context("forkserver")
    writer = context.Process(target=_write_on_a_full_disk, args=(path, 100_000))
    writer.start()
    writer.join()
    assert "Không ghi được" in path.with_suffix(".said").read_text(encoding="utf-8")
    FeedbackFile(path).put(replace(OPINION, turn="after"))
    assert [row.id for row in FeedbackFile(path).rows()] == [2, 1]


def test_a_strange_table_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    opened = sqlite3.connect(path)
    opened.execute("CREATE TABLE feedback (id INTEGER, time TEXT, vote TEXT)")
    opened.execute("INSERT INTO feedback VALUES (1, '', 'sideways')")
    opened.commit()
    opened.close()
    with pytest.raises(FeedbackError, match="Không đọc được"):
        FeedbackFile(path).rows()
    with pytest.raises(FeedbackError, match="Không ghi được"):
        FeedbackFile(path).put(OPINION)


@given(note=st.text(st.characters(exclude_categories=["Cs"])), question=st.text(max_size=50))
def test_any_text_comes_back_as_it_was(note: str, question: str) -> None:
    opinion = replace(OPINION, note=note, question=question)
    record = dict(zip(COLUMNS, values_of(opinion, "now"), strict=True)) | {"id": 3}
    row = row_of(record)
    assert (row.note, row.question, row.citations) == (note, question, ANSWER.citations)
