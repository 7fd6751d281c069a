"""Requests that are not as they should be, met with a sentence instead of an error in English.

What this module does not know: what an endpoint answers, or how large a request may be.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from assistant.chat import labels

if TYPE_CHECKING:
    import gradio as gr
    from gradio.block_function import BlockFunction
    from starlette.requests import Request
    from starlette.responses import Response

Handlers = dict[Any, Callable[..., Awaitable["Response"]]]

_IN_VIETNAMESE = {
    "There was an error parsing the body": labels.NOT_A_REQUEST,
    "Method Not Allowed": labels.NOT_THAT_METHOD,
    "Not Found": labels.NO_PAGE,
}
"""What the libraries below say to whoever sends what they cannot take."""


def tolerant_blocks() -> "type[gr.Blocks]":
    """Return Gradio's blocks, but with what is sent to a public endpoint handed on as it is.

    What a request leaves out of ``data`` is None. Gradio would refuse such a request, or one with
    something that looks like a file of its own, with an error of its own; the endpoints say what
    is wrong.
    """
    import gradio as gr  # noqa: PLC0415 - heavy

    class Tolerant(gr.Blocks):
        """Gradio's blocks; public endpoints may be sent fewer values than they take."""

        async def preprocess_data(
            self,
            block_fn: "BlockFunction",
            inputs: list[Any],
            *more: Any,  # noqa: ANN401 - handed on as they come
            **named: Any,  # noqa: ANN401 - the same
        ) -> Any:  # noqa: ANN401 - the same
            if block_fn.api_visibility == "public":
                wanted = len(block_fn.inputs)
                return [*inputs, *[None] * (wanted - len(inputs))][:wanted]
            return await super().preprocess_data(block_fn, inputs, *more, **named)

    return Tolerant


def error_handlers() -> Handlers:
    """Return how requests that are not the JSON of an endpoint are refused: in one sentence."""
    from fastapi.exceptions import RequestValidationError  # noqa: PLC0415 - comes with Gradio
    from gradio.route_utils import FnIndexInferError  # noqa: PLC0415 - heavy
    from starlette.exceptions import HTTPException  # noqa: PLC0415 - the same
    from starlette.responses import JSONResponse  # noqa: PLC0415 - the same

    async def refused(_request: "Request", _error: Exception) -> "Response":
        return JSONResponse({"detail": labels.NOT_A_REQUEST}, 422)

    async def unknown(_request: "Request", _error: Exception) -> "Response":
        return JSONResponse({"detail": labels.NO_ENDPOINT}, 404)

    async def translated(_request: "Request", error: HTTPException) -> "Response":
        said = _IN_VIETNAMESE.get(str(error.detail), error.detail)  # Gradio's may be a dict
        return JSONResponse({"detail": said}, error.status_code, error.headers)

    # From call/v2; the last from a body of brackets within brackets without end.
    unfit = (RequestValidationError, LookupError, TypeError, ValueError, RecursionError)
    known: Handlers = {FnIndexInferError: unknown, HTTPException: translated}
    return known | dict.fromkeys(unfit, refused)


def keep_private(app: "gr.Blocks") -> None:
    """Take the name off whatever is not public: a name is all it takes to call it by HTTP."""
    for function in app.fns.values():
        if function.api_visibility != "public":
            function.api_name = None
