"""Registers worked out in a process of their own, while the building one embeds.

Both are Python and need a processor each: 10,000 sentences take some 4 s in either. The process
is a help and no more: without it, or when it fails, the building one does the same afterwards (and
tells of any error). It ends with the building one, however that ends.

What this module does not know: what a register is (`index.registers`).
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from index.registers import fill_registers

_WORTH_A_PROCESS = 2_000
"""Passages from which work of .4 ms each outweighs starting Python."""
_CODE = (
    "import sys; sys.path[:] = sys.argv[3:];"
    " from index.beside import fill_as_helper; fill_as_helper()"
)
_STDIN = 0


@contextmanager
def filled_beside(registers: Path, documents: Path, passages: int) -> Iterator[None]:
    """Fill a file of registers while the body runs; it is whole when the body ends without error.

    ``passages`` is how many there are in the documents whose registers are missing.
    """
    worth = passages >= _WORTH_A_PROCESS and _processors() > 1
    helper = begin_helper(registers, documents) if worth else None
    if helper:
        with helper:  # closes its stdin, which ends it, then waits
            try:
                yield
                helper.wait()
            finally:
                helper.kill()
    else:
        yield
    fill_registers(registers, documents)


def begin_helper(registers: Path, documents: Path) -> "subprocess.Popen[bytes] | None":
    """Start the process that fills ``registers``; None where this Python cannot be started."""
    python = sys.executable
    if getattr(sys, "frozen", False) or not (python and "py" in Path(python).name.lower()):
        return None  # an application with Python inside: it would be started anew
    try:
        return subprocess.Popen(  # noqa: S603  (this very Python and its own paths)
            [python, "-c", _CODE, str(registers), str(documents), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def fill_as_helper() -> None:
    """Fill the file that the command line names, in a process that `begin_helper` started."""
    Thread(target=_end_with_starter, daemon=True).start()
    fill_registers(*map(Path, sys.argv[1:3]))


def _end_with_starter() -> None:
    """End this process as soon as its stdin is closed: the process that started it has ended."""
    os.read(_STDIN, 1)
    os._exit(1)


def _processors() -> int:
    here = getattr(os, "sched_getaffinity", None)
    return len(here(0)) if here else os.cpu_count() or 1
