"""The command line: `build_app` makes its commands, `run` runs them and turns errors into a line.

The console script lives one room to the right (``evals.main``), which adds the evaluation
commands, because nothing here may import ``evals``.

What this package does not know: how an answer is found, or how a document is read.
"""

from assistant.cli.app import build_app
from assistant.cli.boundary import run

__all__ = ["build_app", "run"]
