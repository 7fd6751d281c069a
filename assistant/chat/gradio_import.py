"""Importing Gradio without its housekeeping, which takes more than half of the time.

While each of its component classes is made, Gradio 6 parses that class's source twice and rewrites
the type stub beside it (`gradio.component_meta.create_or_modify_pyi`), a help for those who develop
components. It leaves out classes whose file cannot be found, and that is what it is told here.

What this module does not know: what is built with Gradio.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def import_gradio() -> None:
    """Import Gradio, quickly the first time; call it before other threads run."""
    with _no_stubs():
        import gradio  # noqa: F401, PLC0415 - heavy, and wanted for its effect: later imports are free


@contextmanager
def _no_stubs() -> Iterator[None]:
    """Have `inspect.getfile` not find Gradio's classes; it is put back in any case."""
    getfile = inspect.getfile

    def elsewhere(thing: Any) -> str:  # noqa: ANN401 - as in the standard library
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError(thing.__name__)
        return getfile(thing)

    inspect.getfile = elsewhere  # type: ignore[assignment]  # takes anything, as it is called
    try:
        yield
    finally:
        inspect.getfile = getfile
