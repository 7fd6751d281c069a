"""The console script ``hoidap``: every room's commands on one command line.

It stands here because nothing may import ``evals``; the commands of evaluation are imported only
when they are called, so that asking a question stays quick.

What this module does not know: what any command does.
"""

import os
import sys
import threading

import typer

from assistant.cli import build_app, run


def app_for(argv: list[str]) -> typer.Typer:
    """Return the command line for these arguments, with the commands of evaluation if needed."""
    app = build_app()
    if not argv or argv[0] in {"eval", "bench", "--help"}:
        from evals.cli import add_commands  # noqa: PLC0415  (only when called)

        add_commands(app)
    return app


def main() -> None:
    """Run the command line on the process's own arguments and leave with its exit code."""
    code = run(app_for(sys.argv[1:]))
    if _busy():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _busy() -> bool:
    """Tell whether a background thread still works, as when a server is stopped while it warms.

    All that had to be closed is closed by then. Python would end such a thread inside the native
    code it is in (onnxruntime, Chroma), which takes the process down with SIGABRT.
    """
    return any(thread.daemon for thread in threading.enumerate())


if __name__ == "__main__":
    main()
