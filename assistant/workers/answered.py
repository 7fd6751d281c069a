"""Answers that are kept: the same thing asked again is not worked out again.

The engine is deterministic and its index does not change while it is open, so what was answered
once is the answer. Kept in memory only, the least recently asked forgotten first. Who asks what
somebody else is asking at this moment waits for that answer.

What this module does not know: what a question is.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any

KEPT = 4096


class Answered:
    """The results of the last calls; safe to share between threads."""

    def __init__(self, most: int = KEPT) -> None:
        """Take how many are kept."""
        self._most = most
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - what it returns
        """Return what ``work`` returned for this key, now or before; its errors are not kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            else:
                mine: Future[Any] = Future()
                self._kept[key] = mine
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        if found is None:
            return self._worked(key, mine, work)
        try:
            return found.result()
        except Exception:  # noqa: BLE001 - whoever worked told its asker; here it is tried anew
            return work()

    def _worked(self, key: Hashable, mine: Future[Any], work: Callable[[], Any]) -> Any:  # noqa: ANN401 - the same
        try:
            result = work()
        except BaseException as error:
            with self._lock:
                if self._kept.get(key) is mine:
                    del self._kept[key]
            mine.set_exception(error)
            raise
        mine.set_result(result)
        return result
