"""``python -m evals.speed.peaked FILE ARGUMENTS…``: run hoidap, then write its peak memory.

Read inside the process, because a child's ``ru_maxrss`` starts from its parent's size at the
fork, whatever it runs afterwards.

What this module does not know: what the command does.
"""

import sys
from pathlib import Path

_KIB = 1024


def peak_mib() -> float:
    """Return the most memory this process has held, in MiB (Linux: ``VmHWM``)."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / _KIB


def _main() -> int:
    from assistant.cli import run  # noqa: PLC0415  (as late as the console script does)
    from evals.main import app_for  # noqa: PLC0415  (the same)

    file, *arguments = sys.argv[1:]
    code = run(app_for(arguments), arguments)
    Path(file).write_text(str(peak_mib()), encoding="ascii")
    return code


if __name__ == "__main__":
    sys.exit(_main())
