"""A conversation that a browser kept, taken back as data from a stranger."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat import labels
from assistant.chat.kept import turns_from_json, turns_to_json
from assistant.chat.talk_desk import TalkDesk
from assistant.chat.talk_html import Turn
from corpus.read import document_of
from tests.assistant.fakes import FakeAssistant, shipped_documents

NAME = "chuong-trinh-21-ctr-tu"
DOCUMENTS = shipped_documents()
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_subnormal=False)
    | st.integers()
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def turn(question: str = "thu nhập?") -> Turn:
    """Return a turn with an answer over the shipped programme."""
    return Turn(question, FakeAssistant().ask(question), key="abc", when="2026-11-22T18:00:00")


def kept(*turns: Turn) -> list[dict[str, Any]]:
    """Return turns as a browser has them after a reload."""
    listed: list[dict[str, Any]] = json.loads(json.dumps(turns_to_json(turns, DOCUMENTS)))
    return listed


def test_what_is_kept_comes_back_as_it_was() -> None:
    asked = (turn(), turn("còn 2045?"), turn("đô thị hóa"))
    back = turns_from_json(kept(*asked, Turn("x", notice="không")), DOCUMENTS, 100)
    assert back == tuple(replace(each, restored=True) for each in asked)


def test_only_the_last_turns_are_taken() -> None:
    assert len(turns_from_json(kept(*[turn()] * 30), DOCUMENTS, 10)) == 10


def test_where_the_document_changed_the_quote_is_found_again_and_it_is_said() -> None:
    old = DOCUMENTS[NAME]
    moved = document_of(NAME, f"Một dòng mới ở đầu.\n\n{old.text}", old.provenance)
    (back,) = turns_from_json(kept(turn()), {NAME: moved}, 100)
    assert back.changed
    assert back.answer is not None
    (citation,) = back.answer.citations
    assert moved.text[citation.span.start : citation.span.end] == citation.quote
    assert back.answer.span is None
    again = turns_to_json([back], {NAME: moved})
    (still,) = turns_from_json(again, {NAME: moved}, 100)
    assert still.changed


@pytest.mark.parametrize("texts", [{}, {NAME: "Điều khác hẳn."}])
def test_a_quote_that_is_nowhere_points_nowhere(texts: dict[str, str]) -> None:
    documents = {name: document_of(name, text) for name, text in texts.items()}
    (back,) = turns_from_json(kept(turn()), documents, 100)
    assert back.changed
    assert back.answer is not None
    assert len(back.answer.citations[0].span) == 0


def test_a_forged_quote_is_no_quote_of_the_document() -> None:
    forged = kept(turn())
    forged[0]["citations"][0]["quote"] = "Hà Nội đạt 100%"
    (back,) = turns_from_json(forged, DOCUMENTS, 100)
    assert back.changed


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", 2), ("status", "great"), ("key", ""), ("question", "x" * 1001), ("text", None),
        ("span", [1]), ("span", [-1, 4]), ("citations", [{}]), ("citations", 3), ("hashes", []),
        ("confidence", "x"), ("question", None), ("when", 3), ("engine", "?"),
    ],
)  # fmt: skip
def test_what_is_not_of_the_form_is_left_out(field: str, value: object) -> None:
    broken = kept(turn(), turn("đô thị hóa"))
    broken[0][field] = value
    (back,) = turns_from_json(broken, DOCUMENTS, 100)
    assert back.question == "đô thị hóa"


@given(sent=JSON)
def test_whatever_a_browser_sends_nothing_breaks(sent: object) -> None:
    turns_from_json(sent, DOCUMENTS, 100)
    turns_from_json([sent], DOCUMENTS, 100)
    desk = TalkDesk(FakeAssistant())
    assert desk.restored({"turns": sent})[1] == ()


@given(field=st.sampled_from(sorted(kept(turn())[0])), value=JSON)
def test_whatever_a_field_holds_nothing_breaks(field: str, value: object) -> None:
    (record,) = kept(turn())
    record[field] = value
    assert len(turns_from_json([record], DOCUMENTS, 100)) <= 1


def test_a_browser_is_told_what_cannot_be_done() -> None:
    desk = TalkDesk(FakeAssistant())
    assert desk.done({"export": "exe"}, [turn()])["said"] == labels.EXPORT_BROKEN
    assert desk.done({"export": "md"}, [])["said"] == labels.NOTHING_TO_EXPORT
    assert desk.restored({"turns": 3})[2]["said"] == labels.NOT_RESTORED
