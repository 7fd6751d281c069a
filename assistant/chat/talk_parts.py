"""The parts of the page that work on the conversation: opinions, and what is kept of it.

What this module does not know: what an opinion is, or how a conversation is written down.
"""

from typing import Any

from assistant.chat.feedback_desk import FeedbackDesk
from assistant.chat.feedback_html import feedback_html
from assistant.chat.parts import QUIET, Page
from assistant.chat.reply import reply_html
from assistant.chat.talk_html import Turn


def feedback_part(page: Page) -> None:
    """Build what takes opinions, where a file for them is set."""
    import gradio as gr  # noqa: PLC0415 - heavy

    if page.feedback is None or page.turns is None:
        return
    desk = FeedbackDesk(page.assistant, page.feedback)

    def keep(event: gr.EventData, turns: tuple[Turn, ...]) -> str:
        return reply_html(desk.keep(sent_with(event), turns))

    votes = gr.HTML(
        feedback_html(),
        elem_id="hd-feedback",
        elem_classes="hd-unseen",
        apply_default_css=False,
        js_on_load="hoidap.feedback(element, trigger)",
    )
    reply = gr.HTML(
        elem_classes="hd-unseen",
        apply_default_css=False,
        js_on_load="hoidap.reply(element, watch)",
    )
    votes.submit(keep, [page.turns], [reply], queue=False, **QUIET)


def sent_with(event: Any) -> dict[str, object]:  # noqa: ANN401 - Gradio's event of any kind
    """Return what the page's script sent along with an event."""
    sent = getattr(event, "sent", None)
    return sent if isinstance(sent, dict) else {}
