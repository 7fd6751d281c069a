"""Batches: order, ids, bad lines, streaming; whatever bytes come in, JSON Lines come out."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import batch
from assistant.cli.batch import Request, answer_lines
from corpus.errors import QuestionError


def answered(source: bytes, fields: tuple[str, ...] = ("question",)) -> list[dict[str, Any]]:
    """Run a batch over an assistant that echoes."""
    out: list[str] = []
    answer_lines(io.BytesIO(source), fields, echo, out.append)
    return [json.loads(line) for line in out]


def echo(request: Request) -> dict[str, Any]:
    """Give the request back."""
    if not request.text:
        raise QuestionError("trống")
    return {"text": request.text, "history": list(request.history)}


def line(**record: object) -> bytes:
    """Write one line of a batch."""
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def test_lines_come_back_in_order_with_their_ids() -> None:
    source = b"".join(line(id=n, question=f"câu {n}") for n in ("b", "a", 3))
    assert [r["id"] for r in answered(source)] == ["b", "a", 3]
    assert [r["text"] for r in answered(source)] == ["câu b", "câu a", "câu 3"]


def test_history_is_handed_on() -> None:
    assert answered(line(id=1, question="b", history=["a"]))[0]["history"] == ["a"]


def test_the_field_may_have_another_name() -> None:
    fields = ("statement", "claim", "question")
    source = line(id=1, claim="a") + line(id=2, question="b") + line(id=3, statement="c")
    assert [r["text"] for r in answered(source, fields)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"not json\n", "JSON"),
        (b"[1]\n", "JSON"),
        (b"\xff\xfe\n", "UTF-8"),
        (b"[" * 100_000 + b"\n", "JSON"),
        (b'{"id": 7}\n', "question"),
        (b'{"id": 7, "question": 3}\n', "question"),
        (b'{"id": 7, "question": "a", "history": "b"}\n', "history"),
        (b'{"id": 7, "question": "a", "history": [1]}\n', "history"),
        (b'{"id": 7, "question": ""}\n', "trống"),
    ],
)
def test_a_bad_line_is_an_error_in_its_place(bad: bytes, said: str) -> None:
    first, second, third = answered(line(id=1, question="a") + bad + line(id=3, question="c"))
    assert (first["id"], third["id"]) == (1, 3)
    assert said in second["error"]
    assert second["id"] in (7, None)


def test_blank_lines_and_a_mark_and_a_missing_last_newline_are_fine() -> None:
    source = (
        b"\xef\xbb\xbf" + line(id=1, question="a") + b"\n  \r\n" + line(id=2, question="b")[:-1]
    )
    assert [r["id"] for r in answered(source)] == [1, 2]


def test_a_line_separator_inside_a_question_does_not_cut_it() -> None:
    assert answered(line(id=1, question="a\u2028b"))[0]["text"] == "a\u2028b"


def test_a_line_too_long_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "LONGEST_LINE", 64)
    source = line(id=1, question="a" * 500) + line(id=2, question="b")
    first, second = answered(source)
    assert "dài quá" in first["error"]
    assert second["text"] == "b"


def test_a_defect_is_counted_and_the_rest_goes_on() -> None:
    def broken(request: Request) -> dict[str, Any]:
        return {"value": 1 / (0 if request.text == "a" else 1)}

    out: list[str] = []
    source = line(id=1, question="a") + line(id=2, question="b")
    assert answer_lines(io.BytesIO(source), ("question",), broken, out.append) == 1
    assert "ZeroDivisionError" in json.loads(out[0])["error"]
    assert json.loads(out[1])["value"] == 1


def test_a_line_is_written_before_the_next_is_read() -> None:
    events: list[str] = []

    class Source(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            events.append("read")
            return super().readline(size)

    source = Source(line(id=1, question="a") + line(id=2, question="b"))
    answer_lines(source, ("question",), echo, lambda _line: events.append("write"))
    assert events == ["read", "write", "read", "write", "read"]


@given(st.binary(max_size=300))
def test_any_bytes_give_one_json_line_for_every_line_that_is_not_blank(source: bytes) -> None:
    lines = [part for part in source.removeprefix(b"\xef\xbb\xbf").split(b"\n") if part.strip()]
    assert len(answered(source)) == len(lines)


@given(st.text(min_size=1), st.lists(st.text()))
def test_any_text_survives_the_round_trip(question: str, history: list[str]) -> None:
    source = line(id=question, question=question, history=history)
    assert answered(source) == [{"id": question, "text": question, "history": history}]
