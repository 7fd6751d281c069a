"""How many worker processes suit a machine: one for each core, as far as memory goes.

What this module does not know: what a worker does.
"""

import os
from contextlib import suppress
from pathlib import Path

MOST = 8
"""More would wait for the one process that they answer through."""

BYTES_EACH = 512 * 2**20
"""What is left free for each: twice what one takes over a document of 10,000 sentences."""

_MEMORY = Path("/proc/meminfo")
_LIMIT, _USED = Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")


def fitting(wanted: int | None, cores: int, free_bytes: int | None) -> int:
    """Return how many workers to start; 0 means that one process does everything.

    Args:
        wanted: how many somebody asked for; None for as many as suit.
        cores: how many processors there are to compute on.
        free_bytes: memory that may still be taken; None where nobody can tell.

    On one core a second process gains nothing.
    """
    if wanted is not None:
        return wanted
    if cores < 2:  # noqa: PLR2004 - one alone
        return 0
    room = MOST if free_bytes is None else free_bytes // BYTES_EACH
    return min(cores, room, MOST)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def free_memory() -> int | None:
    """Return the bytes this process may still take, by the machine and by its container."""
    known = [size for size in (_machine(), _container()) if size is not None]
    return min(known) if known else None


def _machine() -> int | None:
    with suppress(OSError, ValueError, IndexError):
        for line in _MEMORY.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return None


def _container() -> int | None:
    with suppress(OSError, ValueError):  # the latter: "max", no limit
        return int(_LIMIT.read_text(encoding="ascii")) - int(_USED.read_text(encoding="ascii"))
    return None
