"""The public endpoints of the server: the same JSON as the command line's.

What this module does not know: how anything is answered (`assistant.chat.desk` asks for that).
"""

from typing import Any

from assistant.chat.parts import COMPUTES, Page
from corpus.errors import HoidapError


def ask_endpoint(page: Page) -> None:
    """Build ``/ask(question, history)``."""
    import gradio as gr  # noqa: PLC0415 - heavy
    from gradio.events import api  # noqa: PLC0415 - heavy

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        try:
            return page.desk.ask(question, history if isinstance(history, list) else ())
        except HoidapError as error:
            raise gr.Error(str(error), print_exception=False) from error

    api(
        ask,
        api_name="ask",
        api_description=(
            "Trả lời một câu hỏi tiếng Việt trên các văn bản. history: các câu hỏi trước đó của "
            "cuộc trò chuyện, theo thứ tự. Vị trí start, end đếm theo điểm mã Unicode."
        ),
        concurrency_id=COMPUTES,
    )
