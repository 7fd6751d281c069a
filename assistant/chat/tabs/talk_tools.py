"""The row below the field: what can be done with the whole conversation.

What this module does not know: how a conversation is written down or kept
(`assistant.chat.talk_desk`).
"""

from assistant.chat.parts import QUIET, Page
from assistant.chat.reply import reply_html
from assistant.chat.talk_desk import TalkDesk
from assistant.chat.talk_html import Turn
from assistant.chat.talk_parts import sent_with
from assistant.chat.tools_html import tools_html


def talk_tools(page: Page) -> None:
    """Build the menus; the conversation is built already."""
    import gradio as gr  # noqa: PLC0415 - heavy

    if page.turns is None or page.talk is None:
        return
    desk = TalkDesk(page.assistant, page.desk.limit)

    def done(event: gr.EventData, turns: tuple[Turn, ...]) -> str:
        return reply_html(desk.done(sent_with(event), turns))

    def restored(event: gr.EventData) -> tuple[str, tuple[Turn, ...], str]:
        html, turns, told = desk.restored(sent_with(event))
        return html, turns, reply_html(told)

    tools = gr.HTML(
        tools_html(),
        elem_id="hd-more",
        apply_default_css=False,
        js_on_load="hoidap.tools(element, trigger)",
    )
    reply = gr.HTML(
        elem_classes="hd-unseen",
        apply_default_css=False,
        js_on_load="hoidap.reply(element, watch)",
    )
    tools.submit(done, [page.turns], [reply], queue=False, **QUIET)
    tools.select(restored, None, [page.talk, page.turns, reply], queue=False, **QUIET)
