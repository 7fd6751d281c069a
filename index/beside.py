"""Registers worked out in a process of their own, while the building one embeds.

Both are Python and need a processor each: 10,000 sentences take some 4 s in either. The process
is a help and no more: without it, or when it fails, the building one does the same afterwards.

What this module does not know: what a register is (`index.registers`).
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.registers import fill_registers

_WORTH_A_PROCESS = 2_000
"""Passages from which work of .4 ms each outweighs starting Python."""
_CODE = (
    "import sys; from pathlib import Path; from index.registers import fill_registers;"
    " fill_registers(*map(Path, sys.argv[1:]))"
)


@contextmanager
def filled_beside(registers: Path, documents: Path, passages: int) -> Iterator[None]:
    """Fill a file of registers while the body runs; it is whole when the body ends without error.

    ``passages`` is how many there are in the documents whose registers are missing.
    """
    worth = passages >= _WORTH_A_PROCESS and _processors() > 1
    helper = _helper(registers, documents) if worth else None
    try:
        yield
        if helper:
            helper.wait()
    finally:
        if helper:
            helper.kill()
            helper.wait()
    fill_registers(registers, documents)


def _helper(registers: Path, documents: Path) -> "subprocess.Popen[bytes] | None":
    """Start the process; None where none can be."""
    command = [sys.executable, "-c", _CODE, str(registers), str(documents)]
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603  (this very Python, and paths of our own)
            command,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except OSError:
        return None


def _processors() -> int:
    here = getattr(os, "sched_getaffinity", None)
    return len(here(0)) if here else os.cpu_count() or 1
