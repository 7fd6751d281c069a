"""The console script ``hoidap``: every room's commands on one command line.

It stands here because nothing may import ``evals``; the commands of evaluation are imported only
when they are called, so that asking a question stays quick.

What this module does not know: what any command does.
"""

import sys

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
    sys.exit(run(app_for(sys.argv[1:])))


if __name__ == "__main__":
    main()
