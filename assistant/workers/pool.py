"""The worker processes together: who is free answers next; who dies is started again.

Callers wait in the order they came. A call that its worker loses is the caller's to answer: at
once, without waiting for another.

What this module does not know: what is asked.
"""

import logging
import time
from collections import deque
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any, Self

from assistant.workers.worker import Call, Opener, Texts, Worker, WorkerLost

_LOG = logging.getLogger(__name__)
OPENING_S = 120.0
ANSWERING_S = 30.0
_ATTEMPTS = 4
_PAUSE_S = 2.0


class Pool:
    """Workers that answer in turn; safe to share between threads."""

    def __init__(
        self, opener: Opener, count: int, texts: Texts, answering_s: float = ANSWERING_S
    ) -> None:
        """Keep how to open an assistant and over which documents; nothing runs before `start`.

        A worker that opens other documents (the index was built anew meanwhile) is not used.
        """
        self._opener = opener
        self._count = count
        self._texts = texts
        self._answering_s = answering_s
        self._lock = Lock()
        self._free: deque[Worker] = deque()
        self._waiting: deque[Future[Worker | None]] = deque()
        self._workers: set[Worker] = set()
        self._closed = False

    def start(self) -> None:
        """Begin the workers, one after another, in the background."""
        if self._count:
            self._begin(range(1, self._count + 1))

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that answer now."""
        with self._lock:
            return tuple(worker.pid for worker in self._workers if worker.pid is not None)

    def do(self, call: Call) -> Any:  # noqa: ANN401 - what the method returns
        """Have a worker do a call.

        Raises:
            HoidapError: what was asked cannot be taken.
            WorkerLost: there is no worker, or the one that did it was lost.
        """
        worker = self._taken()
        if worker is None:
            raise WorkerLost
        try:
            done = worker.do(call, self._answering_s)
        except WorkerLost:
            self._lost(worker)
            raise
        except BaseException:
            self._give_back(worker)
            raise
        self._give_back(worker)
        return done

    def close(self) -> None:
        """End every worker; what they are asked meanwhile is lost to them."""
        with self._lock:
            self._closed = True
            workers = list(self._workers)
            self._workers.clear()
            self._free.clear()
            self._release()
        for worker in workers:
            worker.close()

    def __enter__(self) -> Self:
        """Return the pool itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.close()

    def _taken(self) -> Worker | None:
        """Return a worker for oneself alone, None where there is none at all."""
        with self._lock:
            if self._free:
                return self._free.popleft()
            if not self._workers:
                return None
            turn: Future[Worker | None] = Future()
            self._waiting.append(turn)
        return turn.result()

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if self._closed:
                return
            if self._waiting:
                self._waiting.popleft().set_result(worker)
            else:
                self._free.append(worker)

    def _lost(self, worker: Worker) -> None:
        with self._lock:
            known = worker in self._workers
            self._workers.discard(worker)
            if not self._workers:
                self._release()
        worker.kill()
        if known and not self._closed:
            _LOG.warning("a worker was lost; another one is started")
            self._begin(range(1, 2))

    def _release(self) -> None:
        while self._waiting:
            self._waiting.popleft().set_result(None)

    def _begin(self, numbers: range) -> None:
        def begin() -> None:
            for number in numbers:
                self._begun(number)

        Thread(target=begin, name="hoidap-workers", daemon=True).start()

    def _begun(self, number: int) -> None:
        """Start one worker, again where it dies while it opens (short of memory, say)."""
        for attempt in range(_ATTEMPTS):
            if self._closed:
                return
            worker = Worker(self._opener, number)
            try:
                texts = worker.opened(OPENING_S)
            except WorkerLost:
                worker.kill()
                time.sleep(_PAUSE_S * 2**attempt)
                continue
            if texts == self._texts and self._joined(worker):
                return
            worker.close()
            _LOG.warning("a worker is not used: it has other documents, or is not needed any more")
            return
        _LOG.warning("a worker could not be started; answering goes on without it")

    def _joined(self, worker: Worker) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._workers.add(worker)
        self._give_back(worker)
        return True
