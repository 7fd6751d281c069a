"""The tab "Chỉ tiêu": a filter over the register, as a table or a chart, and files to keep.

The page's script asks for what is wanted through the functions here, first when the tab opens.

What this module does not know: what fits a filter (`assistant.chat.targets_desk`).
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from assistant.chat import labels
from assistant.chat.parts import Page

if TYPE_CHECKING:
    from assistant.chat.targets_desk import TargetsDesk


def targets_tab(page: Page) -> None:
    """Build the tab; nothing of the register is read before it is opened."""
    import gradio as gr  # noqa: PLC0415 - heavy

    @cache
    def desk() -> "TargetsDesk":
        from assistant.chat.targets_desk import TargetsDesk  # noqa: PLC0415 - the page opens first

        return TargetsDesk(page.assistant)

    def form(_sent: object = None) -> str:
        return desk().form()

    def view(wanted: dict[str, Any]) -> dict[str, Any]:
        return desk().view(wanted)

    def keep(wanted: dict[str, Any]) -> str:
        return desk().kept(wanted)

    gr.HTML(
        f'<h2 class="hd-h">{labels.TARGETS}</h2><p class="hd-lead">{labels.TARGETS_MORE}</p>'
        f'<div class="hd-register"><p class="hd-wait">{labels.OPENING}</p></div>',
        elem_id="hd-targets",
        apply_default_css=False,
        js_on_load="hoidap.targets(element, server)",
        server_functions=[form, view, keep],
    )
