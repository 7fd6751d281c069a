"""Leaving: with a thread still at work, at once, but with everything said."""

import subprocess
import sys

from corpus.read import read_document
from corpus.shipped import shipped_paths

WITH_A_THREAD = """
import atexit, threading, time
atexit.register(print, "cleared up")  # what only an ordinary end of Python does
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
from evals.main import main
main()
"""


def test_a_thread_at_work_is_not_ended_in_the_middle() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_A_THREAD, "source"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == read_document(shipped_paths()[0]).text
