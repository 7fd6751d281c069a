"""Gradio comes in whole, quickly, and nothing of the standard library stays changed."""

import subprocess
import sys

CHECKED = """
import inspect
before = inspect.getfile
from assistant.chat.gradio_import import import_gradio
import_gradio()
assert inspect.getfile is before
import gradio, gradio.component_meta as meta
assert inspect.getfile(gradio.Textbox).endswith("textbox.py")
assert gradio.Textbox.change and gradio.HTML and gradio.Blocks
"""


def test_gradio_is_whole_and_inspect_is_as_it_was() -> None:
    subprocess.run([sys.executable, "-c", CHECKED], check=True)
