"""The page, built from Gradio's blocks: tabs at the left, the document right, and what they list.

A new tab joins `TABS`; anything else that is built once (a dialogue) joins `PARTS`.

What this module does not know: what is inside a part, or on which address the page is served.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.chat import labels
from assistant.chat.desk import Desk
from assistant.chat.endpoints import public_endpoints
from assistant.chat.gradio_import import import_gradio
from assistant.chat.limits import MAX_QUESTION_CHARS
from assistant.chat.panel import panel
from assistant.chat.parts import QUIET, Fill, Page, Part, Tab
from assistant.chat.ports import AnswersQuestions
from assistant.chat.tabs.claims import claims_tab
from assistant.chat.tabs.library import library_tab
from assistant.chat.tabs.runs import runs_tab
from assistant.chat.tabs.talk import talk_tab
from assistant.chat.tabs.targets import targets_tab
from assistant.chat.talk_parts import feedback_part
from assistant.chat.tolerant import keep_private, tolerant_blocks

if TYPE_CHECKING:
    import gradio as gr

T = TypeVar("T")

# The engine computes on two cores: more at once would only share them. The rest wait in line.
AT_ONCE = 4
IN_LINE = 512

TABS: tuple[Tab, ...] = (
    Tab(labels.TAB_TALK, "hoi-dap", talk_tab),
    Tab(labels.TAB_TARGETS, "chi-tieu", targets_tab),
    Tab(labels.TAB_CLAIMS, "kiem-chung", claims_tab),
    Tab(labels.TAB_LIBRARY, "tai-lieu", library_tab),
    Tab(labels.TAB_RUNS, "danh-gia", runs_tab),
)
PARTS: tuple[Part, ...] = (feedback_part,)


def build_app(
    assistant: AnswersQuestions,
    limit: int = MAX_QUESTION_CHARS,
    runs: Path | None = None,
    feedback: Path | None = None,
) -> "gr.Blocks":
    """Return the app, not yet served.

    Args:
        assistant: answers the questions; called from several threads at once.
        limit: the longest question taken, in code points.
        runs: the folder of evaluation runs, the last of which is shown.
        feedback: the file that opinions on answers go to; without it none are asked for.
    """
    import_gradio()
    return within_loop(lambda: _built(Page(assistant, Desk(assistant, limit), runs, feedback)))


def within_loop(make: Callable[[], T]) -> T:
    """Return what ``make`` returns, called while an event loop runs in this thread.

    Gradio opens a new loop, and never closes it, for each lock it makes where none is running.
    """

    async def made() -> T:
        return make()

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(made())
    return make()


def _built(page: Page) -> "gr.Blocks":
    import gradio as gr  # noqa: PLC0415 - heavy

    app = tolerant_blocks()(analytics_enabled=False, title=labels.TITLE, fill_width=True)
    with app:
        with gr.Row(elem_id="hd-main"):
            with gr.Column(elem_id="hd-left"), gr.Tabs(elem_id="hd-tabs", overflow_behavior="wrap"):
                for tab in TABS:
                    name = f"hd-tab-{tab.anchor}"
                    with gr.Tab(tab.label, id=tab.anchor, elem_id=name) as page.tab:
                        tab.build(page)
            with gr.Column(elem_id="hd-right"):
                panel(page)
        line = gr.HTML(elem_id="hd-corpus", apply_default_css=False)
        page.fills.append((line, page.desk.corpus_line))
        for part in PARTS:
            part(page)
        _fill_when_open(app, page)
        keep_private(app)
        public_endpoints(page)  # last: every other name has been taken away
    app.queue(default_concurrency_limit=AT_ONCE, max_size=IN_LINE, api_open=False)
    return app


def _fill_when_open(app: "gr.Blocks", page: Page) -> None:
    """Fill every part that shows documents when the page is opened, waiting for the assistant.

    What takes long the first time (questions to begin with are tried out) comes by itself, so
    that the document waits for nothing.
    """
    _load(app, page.fills)
    for late in page.late_fills:
        _load(app, [late])


def _load(app: "gr.Blocks", fills: list[Fill]) -> None:
    def fill() -> list[str]:
        return [value() for _, value in fills]

    app.load(fill, None, [component for component, _ in fills], concurrency_limit=None, **QUIET)
