"""The tab "Tài liệu": the documents with their facts and outlines; the panel shows their text.

What this module does not know: how a document is listed (`assistant.chat.document_html`).
"""

from assistant.chat.parts import Page


def library_tab(page: Page) -> None:
    """Build the list of documents, filled once the assistant is open."""
    import gradio as gr  # noqa: PLC0415 - heavy

    library = gr.HTML(elem_id="hd-library", apply_default_css=False)
    page.fills.append((library, page.desk.library))
