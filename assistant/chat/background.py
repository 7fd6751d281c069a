"""Work that may take a while: begun in a thread, waited for with patience, shown when done.

What this module does not know: what the work is.
"""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

# Below this, nobody misses a sign of progress, and one message to the browser is spared.
PATIENCE_S = 0.1


def begun(work: Callable[[], T]) -> Future[T]:
    """Start ``work``, which raises nothing, in a thread that never holds the process up."""
    result: Future[T] = Future()
    Thread(target=lambda: result.set_result(work()), name="hoidap-work", daemon=True).start()
    return result


def done_within(work: Future[T], seconds: float) -> bool:
    """Tell whether work is done after at most that long."""
    return bool(wait([work], seconds).done)
