"""Timing: calls in this process, and processes from start to end with their peak memory.

What this module does not know: what is called.
"""

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

from evals.stats import percentile

_MS = 1000
_KIB = 1024
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many calls."""

    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Process:
    """A process that ended well: its wall time and the most memory it held, in MiB."""

    seconds: float
    peak_mib: float


def timed_calls(call: Callable[[_T], object], values: Iterable[_T]) -> Times:
    """Call with every value and return the percentiles of the times."""
    times = []
    for value in values:
        clock = perf_counter()
        call(value)
        times.append((perf_counter() - clock) * _MS)
    return Times(percentile(times, 0.50), percentile(times, 0.99))


def timed(call: Callable[[], object]) -> float:
    """Return the seconds of one call."""
    clock = perf_counter()
    call()
    return perf_counter() - clock


def timed_process(arguments: Sequence[str]) -> Process:
    """Run a process to its end.

    Raises:
        RuntimeError: it ended with another code than 0.
    """
    clock = perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)  # noqa: S603  (our own)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - clock
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return Process(seconds, usage.ru_maxrss / _KIB)
