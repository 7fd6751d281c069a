"""Opinions on the answers of a conversation: what a browser sent, kept in the operator's file.

What this module does not know: how an opinion is kept (`assistant.feedback`), or which component
sends it.
"""

import logging
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import takewhile
from pathlib import Path

from assistant.chat import labels
from assistant.chat.ports import AnswersQuestions
from assistant.chat.talk_html import Turn, asked
from assistant.feedback.opinion import MAX_NOTE_CHARS, REASONS, Opinion, Vote
from assistant.feedback.store import FeedbackFile
from corpus.errors import FeedbackError

_LOG = logging.getLogger(__name__)


class FeedbackDesk:
    """Serves every session; it keeps nothing of any of them."""

    def __init__(self, assistant: AnswersQuestions, path: Path) -> None:
        """Take an assistant, for its documents' hashes, and the file that opinions go to."""
        self._assistant = assistant
        self._file = FeedbackFile(path)

    def keep(self, sent: Mapping[str, object], turns: Sequence[Turn]) -> dict[str, object]:
        """Keep an opinion and return what the browser is told: ``key``, ``ok`` and a sentence.

        Args:
            sent: ``key`` of the turn, ``vote`` "up" or "down", ``reasons`` and ``note``.
            turns: the session's own conversation; only its answers are recorded, as they were.
        """
        key, vote = sent.get("key"), sent.get("vote")
        turn = next((each for each in turns if each.key and each.key == key), None)
        if turn is None or turn.answer is None or vote not in set(Vote):
            return _told(key, labels.VOTE_UNKNOWN, ok=False)
        try:
            self._file.put(self._opinion(turn, Vote(str(vote)), sent, turns))
        except FeedbackError as error:
            _LOG.warning("%s", error)
            return _told(key, labels.VOTE_LOST, ok=False)
        return _told(key, labels.VOTE_KEPT, ok=True)

    def _opinion(
        self, turn: Turn, vote: Vote, sent: Mapping[str, object], turns: Sequence[Turn]
    ) -> Opinion:
        if turn.answer is None:
            raise ValueError(turn.question)
        reasons, note = sent.get("reasons"), sent.get("note")
        listed = reasons if isinstance(reasons, list) else []
        documents = self._assistant.documents
        cited = dict.fromkeys(citation.document for citation in turn.answer.citations)
        return Opinion(
            turn=turn.key,
            vote=vote,
            question=turn.question,
            answer=turn.answer,
            history=asked(tuple(takewhile(lambda each: each.key != turn.key, turns))),
            reasons=tuple(reason for reason in REASONS if reason in listed),
            note=_cleaned(note) if isinstance(note, str) else "",
            hashes={name: documents[name].sha256 for name in cited if name in documents},
            asked=turn.when,
            version=_version(),
            restored=turn.restored,
        )


def _cleaned(note: str) -> str:
    """Return what was typed, cut to what is kept, without what no database can hold."""
    kept = note.strip()[:MAX_NOTE_CHARS].replace("\x00", "")
    return kept.encode("utf-8", "replace").decode("utf-8")


def _told(key: object, said: str, *, ok: bool) -> dict[str, object]:
    return {"to": "feedback", "key": str(key), "ok": ok, "said": said}


def _version() -> str:
    try:
        return version("hoidap")
    except PackageNotFoundError:
        return ""
