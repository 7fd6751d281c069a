"""An opinion on one answer, and the row of the file that keeps it.

What this module does not know: where opinions come from, or how they are kept.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.answer import Answer, Citation, Status
from assistant.serialize import citation_to_json
from corpus.model import Span

MAX_NOTE_CHARS = 2000
REASONS: Mapping[str, str] = {
    "wrong_figure": "Sai con số, năm hay đơn vị",
    "other_question": "Trả lời sang câu khác",
    "incomplete": "Thiếu ý",
    "wrong_quote": "Trích sai đoạn",
    "wrongly_refused": "Văn bản có nêu mà nói là không",
    "unclear": "Khó hiểu",
}
"""Why an answer is bad, as the file keeps it and as people read it."""


class Vote(StrEnum):
    """Whether an answer was of use."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thinks of an answer, with everything needed to ask the question again.

    ``turn`` names the answer: a second opinion on it takes the place of the first. ``history``
    are the questions asked before it, ``hashes`` the SHA-256 of each document it cites, ``asked``
    when it was answered (ISO 8601, UTC), ``restored`` whether a browser had kept it since.
    ``reasons`` are keys of `REASONS`.
    """

    turn: str
    vote: Vote
    question: str
    answer: Answer
    history: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    note: str = ""
    hashes: Mapping[str, str] | None = None
    asked: str = ""
    version: str = ""
    restored: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An opinion as it is read back: ``id`` is its number, ``time`` when it was last given."""

    id: int
    time: str
    vote: Vote
    reasons: tuple[str, ...]
    note: str
    question: str
    history: tuple[str, ...]
    understood: str
    status: Status
    answer: str
    key: str
    citations: tuple[Citation, ...]
    hashes: Mapping[str, str]
    asked: str
    version: str
    restored: bool

    @property
    def reason_words(self) -> str:
        """The reasons as people read them."""
        return "; ".join(REASONS.get(reason, reason) for reason in self.reasons)


COLUMNS = (
    *("turn", "time", "vote", "reasons", "note", "question", "history", "understood", "status"),
    *("answer", "key", "citations", "hashes", "asked", "version", "restored"),
)


def values_of(opinion: Opinion, time: str) -> tuple[str | int, ...]:
    """Return what the file keeps of an opinion, in the order of `COLUMNS`."""
    answer = opinion.answer
    return (
        opinion.turn,
        time,
        opinion.vote.value,
        _json(opinion.reasons),
        opinion.note,
        opinion.question,
        _json(opinion.history),
        answer.understood,
        answer.status.value,
        answer.text,
        answer.key,
        _json([citation_to_json(each) for each in answer.citations]),
        _json(dict(opinion.hashes or {})),
        opinion.asked,
        opinion.version,
        int(opinion.restored),
    )


def row_of(record: Mapping[str, Any]) -> Row:
    """Return a row read from the file.

    Raises:
        ValueError: a value is not what `values_of` writes.
    """
    return Row(
        id=int(record["id"]),
        time=record["time"],
        vote=Vote(record["vote"]),
        reasons=tuple(json.loads(record["reasons"])),
        note=record["note"],
        question=record["question"],
        history=tuple(json.loads(record["history"])),
        understood=record["understood"],
        status=Status(record["status"]),
        answer=record["answer"],
        key=record["key"],
        citations=_citations(json.loads(record["citations"])),
        hashes=json.loads(record["hashes"]),
        asked=record["asked"],
        version=record["version"],
        restored=bool(record["restored"]),
    )


def _citations(listed: Sequence[Mapping[str, Any]]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            document=each["document"],
            title=each["title"],
            paragraph=each["paragraph"],
            span=Span(each["start"], each["end"]),
            quote=each["quote"],
        )
        for each in listed
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
