"""Where the command line ends: every mistake of a user becomes one line and exit code 2.

What this module does not know: which commands there are.
"""

import os
import sys
from collections.abc import Sequence

import typer
from typer.main import get_command

from assistant.cli.vietnamese import usage_message
from corpus.errors import HoidapError

MISTAKE = 2
INTERRUPTED = 130
_LONGEST = 600


def run(app: typer.Typer, argv: Sequence[str] | None = None) -> int:
    """Run ``app`` on ``argv`` (the process's own when None) and return its exit code.

    A defect of hoidap itself keeps its traceback; a `HoidapError` or a usage error is one line on
    stderr and `MISTAKE`; Ctrl-C is `INTERRUPTED`, and a closed pipe ends quietly.
    """
    _speak_utf8()
    try:
        code = _run(app, None if argv is None else list(argv))
        sys.stdout.flush()
    except HoidapError as error:
        return _fail(str(error))
    except typer.TyperException as error:
        return _fail(usage_message(error))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    return code


def _run(app: typer.Typer, argv: list[str] | None) -> int:
    """Run the command; typer answers a closed pipe by ``sys.exit``, which becomes one thing here.

    Raises:
        BrokenPipeError: whoever read our output is gone.
    """
    stdout = sys.stdout
    try:
        code = get_command(app)(args=argv, prog_name="hoidap", standalone_mode=False)
    except SystemExit as leave:
        if sys.stdout is not stdout:
            sys.stdout = stdout
            raise BrokenPipeError from leave
        raise
    return code if isinstance(code, int) else 0


def one_line(message: str) -> str:
    """Return ``message`` as one printable line of bearable length."""
    words = " ".join(message.split())
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in words)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def _fail(message: str) -> int:
    sys.stderr.write(f"Lỗi: {one_line(message)}\n")
    return MISTAKE


def _reader_left() -> int:
    """Let the interpreter's last flush go nowhere, so that it has nothing to complain about."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return 0


def _speak_utf8() -> None:
    r"""Write UTF-8 whatever the locale is; what UTF-8 cannot hold is shown as ``\udcff``."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
