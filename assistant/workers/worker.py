"""One worker: a process that opens an assistant and answers what it is sent, one thing at a time.

It is started anew (``spawn``), never forked: a fork would copy locks that other threads hold. It
ends when its line is closed, also when the process that started it was killed.

What this module does not know: who asks, or what is done when a worker dies.
"""

import logging
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from corpus.errors import HoidapError
from corpus.model import Document

_LOG = logging.getLogger(__name__)
_LAST_S = 2.0
Texts = tuple[tuple[str, str], ...]


class Answering(Protocol):
    """What answers in a worker."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that are answered from, by name."""


Opener = Callable[[], Answering]
"""Opens an assistant; a function that can be sent to another process by its name."""


class WorkerLost(Exception):
    """A worker died, hung, or failed; whoever asked has to answer otherwise."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a worker is asked to do: a method of its assistant, with its arguments."""

    method: str
    arguments: tuple[Any, ...] = ()
    named: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class _Failed:
    """Sent back for whatever is not the asker's fault."""


class Worker:
    """A worker process, as seen by the process that started it; used by one thread at a time."""

    def __init__(self, opener: Opener, number: int) -> None:
        """Start a process; nothing is waited for."""
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_work, args=(theirs, opener), name=f"hoidap-worker-{number}", daemon=True
        )
        # What is blocked here stays blocked there: Ctrl-C is for the process that we are.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def opened(self, seconds: float) -> Texts:
        """Wait until its assistant is open, and return names and hashes of its documents.

        Raises:
            WorkerLost: it died, could not open an assistant, or took too long.
        """
        found: Texts = self._received(seconds)
        return found

    def do(self, call: Call, seconds: float) -> Any:  # noqa: ANN401 - what the method returns
        """Have it do a call, and return what comes of it.

        Raises:
            HoidapError: what was asked cannot be taken.
            WorkerLost: it died, hung, or failed.
        """
        try:
            self._line.send(call)
        except OSError as error:
            raise WorkerLost from error
        return self._received(seconds)

    def close(self) -> None:
        """End the process once it has done what it does; at once where that takes too long."""
        self._line.close()
        self._process.join(_LAST_S)
        self.kill()

    def kill(self) -> None:
        """End the process at once; harmless when it has ended."""
        self._line.close()
        self._process.kill()
        self._process.join(_LAST_S)

    def _received(self, seconds: float) -> Any:  # noqa: ANN401 - the same
        try:
            if not self._line.poll(seconds):
                raise WorkerLost
            got = self._line.recv()
        except (OSError, EOFError) as error:
            raise WorkerLost from error
        if isinstance(got, HoidapError):
            raise got
        if isinstance(got, _Failed):
            raise WorkerLost
        return got


def texts_of(documents: Mapping[str, Document]) -> Texts:
    """Return what two assistants over the same documents have in common."""
    return tuple((name, document.sha256) for name, document in documents.items())


def _work(line: Connection, opener: Opener) -> None:
    """Answer until the line is closed; the body of the process."""
    with suppress(OSError, EOFError):  # whoever started us is gone
        try:
            assistant = opener()
        except Exception:  # noqa: BLE001 - logged, and whoever started us goes on without
            _LOG.exception("a worker could not open an assistant")
            line.send(_Failed())
            return
        line.send(texts_of(assistant.documents))
        while True:
            line.send(_done(assistant, line.recv()))


def _done(assistant: Answering, call: Call) -> object:
    try:
        return getattr(assistant, call.method)(*call.arguments, **dict(call.named))
    except HoidapError as error:
        return error
    except Exception:  # noqa: BLE001 - logged, and whoever asks answers otherwise
        _LOG.exception("a worker failed on %s", call.method)
        return _Failed()
