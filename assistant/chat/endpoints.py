"""The public endpoints of the server, three and no more, and nothing of the page among them.

The functions here are public (`api_visibility`), so Gradio describes these alone on its API page,
offers these alone to its clients, and serves these alone as tools over the Model Context Protocol.
Their docstrings are those descriptions, hence Vietnamese.

What this module does not know: how anything is answered (`assistant.chat.api_desk` asks for that).
"""

from collections.abc import Callable
from typing import Any, TypeVar

from assistant.chat import labels
from assistant.chat.api_desk import ApiDesk
from assistant.chat.parts import COMPUTES, Page
from corpus.errors import HoidapError

T = TypeVar("T")


NAMES = ("ask", "check", "targets")

# Not `queue=True`: one POST to /gradio_api/run/NAME then returns the JSON itself. Clients that
# join the queue all the same (Gradio's own) wait in the line of what computes.
_PUBLIC: dict[str, Any] = {"api_visibility": "public", "queue": False, "concurrency_id": COMPUTES}


def public_endpoints(page: Page) -> None:
    """Build ``/ask(question, history)``, ``/check(statement)`` and ``/targets()``."""
    from gradio.events import api  # noqa: PLC0415 - heavy

    desk = ApiDesk(page.assistant, page.desk)

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Trả lời một câu hỏi tiếng Việt bằng đúng câu chữ của các văn bản, kèm trích dẫn.

        Args:
            question: câu hỏi, có dấu hay không dấu đều được.
            history: các câu hỏi trước đó của cuộc trò chuyện, theo thứ tự, để hiểu câu hỏi tiếp.

        Returns:
            status là answered, partial hay refused. Trong citations, quote là nguyên văn; start,
            end đếm theo điểm mã Unicode trong văn bản gốc.
        """
        return _or_sentence(lambda: desk.ask(question, history))

    def check(statement: str) -> dict[str, Any]:
        """Kiểm chứng một phát biểu hay một đoạn văn với các văn bản.

        Args:
            statement: phát biểu hay đoạn văn cần kiểm chứng.

        Returns:
            verdict là supported, refuted hay not_found; differences là những chỗ khác văn bản.
        """
        return _or_sentence(lambda: desk.check(statement))

    def targets() -> list[dict[str, Any]]:
        """Liệt kê mọi chỉ tiêu mà các văn bản đặt ra: tên, năm, mức, đơn vị và câu trích.

        Returns:
            operator là một trong from_to, above, at_least, about, exact, at_most, below.
        """
        return _or_sentence(desk.targets)

    for endpoint in (ask, check, targets):
        api(endpoint, api_name=endpoint.__name__, **_PUBLIC)


def _or_sentence(call: Callable[[], T]) -> T:
    """Return what a call returns, or have Gradio send the sentence that says why it cannot."""
    import gradio as gr  # noqa: PLC0415 - heavy

    try:
        return call()
    except HoidapError as error:
        raise gr.Error(str(error), title=labels.NOT_ANSWERED, print_exception=False) from error
