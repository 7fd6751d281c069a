"""The tab "Đánh giá": the last evaluation run, read anew whenever the tab is opened.

What this module does not know: what a run holds (`assistant.chat.run_record`).
"""

from assistant.chat import labels
from assistant.chat.parts import QUIET, Page
from assistant.chat.run_record import last_run
from assistant.chat.runs_html import run_html


def runs_tab(page: Page) -> None:
    """Build the report, empty until the tab is first opened."""
    import gradio as gr  # noqa: PLC0415 - heavy

    def show() -> str:
        return run_html(last_run(page.runs))

    report = gr.HTML(
        f'<p class="hd-empty">{labels.OPENING_RUN}</p>', elem_id="hd-runs", apply_default_css=False
    )
    if page.tab is not None:
        page.tab.select(show, None, report, queue=False, **QUIET)
