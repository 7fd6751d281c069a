"""The page and the endpoint, built from Gradio's blocks: tabs at the left, the document right.

What this module does not know: how anything is worded, rendered or answered (`desk` does that),
or on which address the page is served.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.chat import labels
from assistant.chat.desk import Desk, Turns
from assistant.chat.limits import MAX_QUESTION_CHARS
from assistant.chat.ports import AnswersQuestions
from assistant.chat.talk_html import talk_html
from corpus.errors import HoidapError

if TYPE_CHECKING:
    import gradio as gr

T = TypeVar("T")

# The engine computes on two cores: more at once would only share them. The rest wait in line.
AT_ONCE = 4
IN_LINE = 512


@dataclass(slots=True)
class Page:
    """A page being built: its desk, and what is filled in once the assistant is open."""

    desk: Desk
    fills: list[tuple["gr.HTML", Callable[[], str]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the page: what it is called, its anchor, and what builds its inside."""

    label: str
    anchor: str
    build: Callable[[Page], None]


def build_app(assistant: AnswersQuestions, limit: int = MAX_QUESTION_CHARS) -> "gr.Blocks":
    """Return the app, not yet served.

    Args:
        assistant: answers the questions; called from several threads at once.
        limit: the longest question taken, in code points.
    """
    return within_loop(lambda: _built(Page(Desk(assistant, limit))))


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

    app = gr.Blocks(analytics_enabled=False, title=labels.TITLE, fill_width=True)
    with app:
        with gr.Row(elem_id="hd-main"):
            with gr.Column(elem_id="hd-left"), gr.Tabs(elem_id="hd-tabs"):
                for tab in TABS:
                    with gr.Tab(tab.label, id=tab.anchor, elem_id=f"hd-tab-{tab.anchor}"):
                        tab.build(page)
            with gr.Column(elem_id="hd-right"):
                _panel(page)
        line = gr.HTML(elem_id="hd-corpus", apply_default_css=False)
        page.fills.append((line, page.desk.corpus_line))
        _fill_when_open(app, page)
        _endpoint(page.desk)
    app.queue(default_concurrency_limit=AT_ONCE, max_size=IN_LINE, api_open=False)
    return app


def _talk_tab(page: Page) -> None:
    import gradio as gr  # noqa: PLC0415 - heavy

    turns = gr.State(())
    talk = gr.HTML(
        _empty_talk()[0],
        elem_id="hd-talk",
        apply_default_css=False,
        js_on_load="hoidap.talk(element, watch)",
    )
    examples = gr.HTML(
        elem_id="hd-examples",
        apply_default_css=False,
        js_on_load="hoidap.examples(element, trigger)",
    )
    with gr.Row(elem_id="hd-ask"):
        question = gr.Textbox(
            label=labels.ASK_LABEL,
            placeholder=labels.ASK_PLACEHOLDER,
            show_label=False,
            container=False,
            lines=1,
            max_lines=6,
            elem_id="hd-question",
        )
        send = gr.Button(labels.ASK, variant="primary", elem_id="hd-send", min_width=0)
    again = gr.Button(labels.NEW_TALK, variant="secondary", size="sm", elem_id="hd-new")
    page.fills.append((examples, page.desk.examples))
    _wire_talk(page.desk, _Talk(turns, talk, examples, question, send, again))


@dataclass(frozen=True, slots=True)
class _Talk:
    """The components of a conversation."""

    turns: "gr.State"
    talk: "gr.HTML"
    examples: "gr.HTML"
    question: "gr.Textbox"
    send: "gr.Button"
    again: "gr.Button"


def _wire_talk(desk: Desk, parts: _Talk) -> None:
    import gradio as gr  # noqa: PLC0415 - heavy

    def ask_typed(question: str, turns: Turns) -> Iterator[tuple[str, Turns, str]]:
        for html, now in desk.turn(question, turns):
            yield html, now, ""

    def ask_example(event: gr.EventData, turns: Turns) -> Iterator[tuple[str, Turns]]:
        yield from desk.turn(str(event.question), turns)

    def begin_again() -> tuple[str, Turns]:
        return _empty_talk()

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    gr.on(
        [parts.question.submit, parts.send.click],
        ask_typed,
        [parts.question, parts.turns],
        [parts.talk, parts.turns, parts.question],
        concurrency_id="ask",
        **quiet,
    )
    parts.examples.click(
        ask_example, [parts.turns], [parts.talk, parts.turns], concurrency_id="ask", **quiet
    )
    parts.again.click(begin_again, None, [parts.talk, parts.turns], queue=False, **quiet)


def _empty_talk() -> tuple[str, Turns]:
    return talk_html((), {}), ()


def _library_tab(page: Page) -> None:
    import gradio as gr  # noqa: PLC0415 - heavy

    library = gr.HTML(elem_id="hd-library", apply_default_css=False)
    page.fills.append((library, page.desk.library))


def _panel(page: Page) -> None:
    """Build the document panel; the page asks for other documents through its two functions."""
    import gradio as gr  # noqa: PLC0415 - heavy

    def document(wanted: dict[str, Any]) -> str:
        return page.desk.document(str(wanted.get("name", "")), _offset(wanted.get("offset")))

    def source(name: str) -> str:
        return page.desk.source(str(name))

    panel = gr.HTML(
        f'<p class="hd-empty">{labels.OPENING}</p>',
        elem_id="hd-panel",
        apply_default_css=False,
        js_on_load="hoidap.panel(element, props, server, watch)",
        server_functions=[document, source],
    )
    page.fills.append((panel, page.desk.document))


def _offset(value: object) -> int:
    return value if isinstance(value, int) else 0


def _fill_when_open(app: "gr.Blocks", page: Page) -> None:
    """Fill every part that shows documents when the page is opened, waiting for the assistant."""

    def fill() -> list[str]:
        return [value() for _, value in page.fills]

    app.load(
        fill,
        None,
        [component for component, _ in page.fills],
        api_visibility="private",
        show_progress="hidden",
        concurrency_limit=None,
    )


def _endpoint(desk: Desk) -> None:
    import gradio as gr  # noqa: PLC0415 - heavy
    from gradio.events import api  # noqa: PLC0415 - heavy

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        try:
            return desk.ask(question, history if isinstance(history, list) else ())
        except HoidapError as error:
            raise gr.Error(str(error), print_exception=False) from error

    api(
        ask,
        api_name="ask",
        api_description=(
            "Trả lời một câu hỏi tiếng Việt trên các văn bản. history: các câu hỏi trước đó của "
            "cuộc trò chuyện, theo thứ tự. Vị trí start, end đếm theo điểm mã Unicode."
        ),
        concurrency_id="ask",
    )


# Further tabs (targets, claims, evaluation) join this list when their engines exist.
TABS = (
    Tab("Hỏi đáp", "hoi-dap", _talk_tab),
    Tab("Tài liệu", "tai-lieu", _library_tab),
)
