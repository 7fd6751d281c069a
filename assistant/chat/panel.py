"""The document panel at the right: it shows a document, and hands out others when asked.

What this module does not know: how a document looks (`assistant.chat.document_html`).
"""

from typing import Any

from assistant.chat import labels
from assistant.chat.parts import Page


def panel(page: Page) -> None:
    """Build the panel; the page's script asks for other documents through its functions."""
    import gradio as gr  # noqa: PLC0415 - heavy

    def document(wanted: dict[str, Any]) -> str:
        return page.desk.document(str(wanted.get("name", "")), _offset(wanted.get("offset")))

    def source(name: str) -> str:
        return page.desk.source(str(name))

    def seek(wanted: dict[str, Any]) -> int:
        name, words = str(wanted.get("name", "")), str(wanted.get("words", ""))
        return page.desk.seek(
            name, words, _offset(wanted.get("offset")), back=bool(wanted.get("back"))
        )

    shown = gr.HTML(
        f'<p class="hd-empty">{labels.OPENING}</p>',
        elem_id="hd-panel",
        apply_default_css=False,
        js_on_load="hoidap.panel(element, props, server, watch)",
        server_functions=[document, source, seek],
    )
    page.fills.append((shown, page.desk.document))


def _offset(value: object) -> int:
    return value if isinstance(value, int) else 0
