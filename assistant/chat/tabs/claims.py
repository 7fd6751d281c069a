"""The tab "Kiểm chứng": a field for what is to be checked, and the verdicts below it.

What this module does not know: how a verdict looks (`assistant.chat.claims_html`).
"""

from collections.abc import Iterator

from assistant.chat import labels
from assistant.chat.claims_desk import ClaimsDesk
from assistant.chat.parts import COMPUTES, QUIET, Page

# More than this is too long whatever it is: the rest need not cross the wire to be told so.
_CUT = "(statement) => statement.slice(0, 250000)"


def claims_tab(page: Page) -> None:
    """Build the field, the button and the verdicts."""
    import gradio as gr  # noqa: PLC0415 - heavy

    desk = ClaimsDesk(page.assistant)

    def check(statement: str) -> Iterator[str]:
        yield from desk.check(statement)

    gr.HTML(
        f'<h2 class="hd-h">{labels.CLAIMS}</h2><p class="hd-lead">{labels.CLAIMS_MORE}</p>',
        apply_default_css=False,
    )
    with gr.Column(elem_id="hd-claim"):
        statement = gr.Textbox(
            label=labels.CLAIM_LABEL,
            placeholder=labels.CLAIM_PLACEHOLDER,
            show_label=False,
            container=False,
            lines=5,
            max_lines=5,  # the same: a field that grows with a long text freezes the page
            elem_id="hd-statement",
        )
        send = gr.Button(labels.CHECK, variant="primary", elem_id="hd-check", min_width=0)
    verdicts = gr.HTML(
        elem_id="hd-verdicts",
        apply_default_css=False,
        js_on_load="hoidap.claims(element, watch)",
    )
    gr.on(
        [statement.submit, send.click],
        check,
        [statement],
        [verdicts],
        js=_CUT,
        concurrency_id=COMPUTES,
        **QUIET,
    )
