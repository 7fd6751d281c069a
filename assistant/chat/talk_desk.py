"""What can be done with a whole conversation: write it down, keep it in the browser, bring it back.

What this module does not know: which component asks, or where a browser keeps anything.
"""

import logging
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.chat import labels
from assistant.chat.desk import MAX_TURNS
from assistant.chat.kept import turns_from_json, turns_to_json
from assistant.chat.limits import MAX_QUESTION_CHARS
from assistant.chat.markup import Html
from assistant.chat.ports import AnswersQuestions
from assistant.chat.talk_html import Turn, talk_html
from corpus.errors import HoidapError

_LOG = logging.getLogger(__name__)
Told = dict[str, object]


class TalkDesk:
    """Serves every session; it keeps nothing of any of them."""

    def __init__(self, assistant: AnswersQuestions, limit: int = MAX_QUESTION_CHARS) -> None:
        """Take an assistant, for its documents, and the longest question, in code points."""
        self._assistant = assistant
        self._limit = limit

    def done(self, sent: Mapping[str, object], turns: Sequence[Turn]) -> Told:
        """Return what the browser is told: a file for ``export``, else the turns to keep."""
        try:
            if "export" in sent:
                return self._exported(str(sent["export"]), turns)
            return {"to": "keep", "turns": turns_to_json(turns, self._assistant.documents)}
        except HoidapError as error:
            return {"to": "export", "said": str(error)}
        except Exception:  # noqa: BLE001 - logged; a visitor gets a sentence, never a traceback
            _LOG.exception("a conversation could not be written down")
            return {"to": "export", "said": labels.EXPORT_BROKEN}

    def restored(self, sent: Mapping[str, object]) -> tuple[Html, tuple[Turn, ...], Told]:
        """Return a conversation that the browser had kept, its turns, and what it is told."""
        try:
            documents = self._assistant.documents
        except HoidapError as error:
            return talk_html((), {}), (), {"to": "restored", "said": str(error)}
        turns = turns_from_json(sent.get("turns"), documents, MAX_TURNS, self._limit)
        said = "" if turns else labels.NOT_RESTORED
        return talk_html(turns, documents), turns, {"to": "restored", "said": said}

    def _exported(self, suffix: str, turns: Sequence[Turn]) -> Told:
        from assistant.chat.export import FORMATS, exported  # noqa: PLC0415 - the page opens first

        if suffix not in FORMATS:
            return {"to": "export", "said": labels.EXPORT_BROKEN}
        now = datetime.now().astimezone()
        file = exported(turns, self._assistant.documents, suffix, now)
        if file is None:
            return {"to": "export", "said": labels.NOTHING_TO_EXPORT}
        content = b64encode(file.content).decode()
        return {
            "to": "export", "said": labels.EXPORTED,
            "name": file.name, "type": file.kind, "content": content,
        }  # fmt: skip
