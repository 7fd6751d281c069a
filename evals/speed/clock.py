"""Timing: calls in this process, and processes from start to end; wall time and processor time.

Processor time is what the code costs; wall time is what a user waits, on this machine, now.

What this module does not know: what is called.
"""

import resource
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter, process_time, sleep
from typing import TypeVar
from urllib.request import urlopen

from evals.stats import percentile

_MS = 1000
_LONGEST = 60.0
_PAUSE = 0.02
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Times:
    """Percentiles over many calls, in milliseconds of wall and of processor time."""

    p50: float
    p99: float
    cpu_p50: float
    cpu_p99: float


@dataclass(frozen=True, slots=True)
class Seconds:
    """Wall and processor seconds of one thing."""

    wall: float
    cpu: float


def timed_calls(call: Callable[[_T], object], values: Iterable[_T]) -> Times:
    """Call with every value and return the percentiles of the times."""
    walls, cpus = [], []
    for value in values:
        clock, cpu = perf_counter(), process_time()
        call(value)
        walls.append((perf_counter() - clock) * _MS)
        cpus.append((process_time() - cpu) * _MS)
    return Times(
        percentile(walls, 0.50),
        percentile(walls, 0.99),
        percentile(cpus, 0.50),
        percentile(cpus, 0.99),
    )


def timed(call: Callable[[], object]) -> Seconds:
    """Return the time of one call."""
    clock, cpu = perf_counter(), process_time()
    call()
    return Seconds(perf_counter() - clock, process_time() - cpu)


def seconds_until(arguments: Sequence[str], url: str) -> float:
    """Start a server, return after how many wall seconds ``url`` answered, and stop it.

    Raises:
        RuntimeError: it ended, or did not answer within a minute.
    """
    clock = perf_counter()
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as server:  # noqa: S603  (our own)
        try:
            while perf_counter() - clock < _LONGEST and server.poll() is None:
                with suppress(OSError), urlopen(url) as page:  # noqa: S310  (our own address)
                    page.read()
                    return perf_counter() - clock
                sleep(_PAUSE)
        finally:
            server.terminate()
    raise RuntimeError(f"{url} không trả lời ({' '.join(arguments)})")


def timed_process(arguments: Sequence[str]) -> Seconds:
    """Run a process to its end, from start to end.

    Raises:
        RuntimeError: it ended with another code than 0.
    """
    clock, cpu = perf_counter(), _children()
    code = subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False).returncode  # noqa: S603  (our own)
    if code:
        raise RuntimeError(f"{arguments} ended with {code}")
    return Seconds(perf_counter() - clock, _children() - cpu)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
