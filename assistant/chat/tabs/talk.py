"""The tab "Hỏi đáp": a conversation, the field to ask in, and questions to begin with.

What this module does not know: how a turn is answered or shown (`assistant.chat.desk`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.chat import labels
from assistant.chat.desk import Desk, Turns
from assistant.chat.parts import COMPUTES, QUIET, Page
from assistant.chat.tabs.talk_tools import talk_tools
from assistant.chat.talk_html import talk_html

if TYPE_CHECKING:
    import gradio as gr


@dataclass(frozen=True, slots=True)
class _Talk:
    """The components of a conversation."""

    turns: "gr.State"
    talk: "gr.HTML"
    examples: "gr.HTML"
    question: "gr.Textbox"
    send: "gr.Button"
    again: "gr.Button"


def talk_tab(page: Page) -> None:
    """Build the conversation."""
    import gradio as gr  # noqa: PLC0415 - heavy

    def suggest(key: object) -> str:
        return page.desk.suggests.after(str(key))

    turns = gr.State(())
    talk = gr.HTML(
        _empty_talk()[0],
        elem_id="hd-talk",
        apply_default_css=False,
        js_on_load="hoidap.talk(element, watch, trigger, server)",
        server_functions=[suggest],
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
    page.talk, page.turns = talk, turns
    with gr.Row(elem_id="hd-tools"):
        again = gr.Button(labels.NEW_TALK, variant="secondary", size="sm", elem_id="hd-new")
        talk_tools(page)
    page.late_fills.append((examples, page.desk.examples))
    _wire(page.desk, _Talk(turns, talk, examples, question, send, again))


def _wire(desk: Desk, parts: _Talk) -> None:
    import gradio as gr  # noqa: PLC0415 - heavy

    def ask_typed(question: str, turns: Turns) -> Iterator[tuple[Any, Any, Any]]:
        if not question and turns:  # Enter was pressed twice: the field is empty by now
            yield gr.skip(), gr.skip(), gr.skip()
            return
        yield gr.skip(), gr.skip(), ""  # once: what is typed during an answer is the next question
        for html, now in desk.turn(question, turns):
            yield html, now, gr.skip()

    def ask_chosen(event: gr.EventData, turns: Turns) -> Iterator[tuple[str, Turns]]:
        literal = getattr(event, "literal", False) is True
        yield from desk.turn(str(event.question), turns, literal=literal)

    def begin_again() -> tuple[str, Turns]:
        return _empty_talk()

    asking = gr.on(
        [parts.question.submit, parts.send.click],
        ask_typed,
        [parts.question, parts.turns],
        [parts.talk, parts.turns, parts.question],
        concurrency_id=COMPUTES,
        trigger_mode="always_last",  # a question sent during an answer is asked after it
        **QUIET,
    )
    chosen = [
        source.click(
            ask_chosen,
            [parts.turns],
            [parts.talk, parts.turns],
            concurrency_id=COMPUTES,
            **QUIET,
        )
        for source in (parts.examples, parts.talk)
    ]
    parts.again.click(
        begin_again,
        None,
        [parts.talk, parts.turns],
        queue=False,
        cancels=[asking, *chosen],  # else an answer under way would bring the old talk back
        **QUIET,
    )


def _empty_talk() -> tuple[str, Turns]:
    return talk_html((), {}), ()
