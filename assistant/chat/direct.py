"""The public endpoints in one request, without what Gradio does for a page.

``POST /gradio_api/run/NAME`` calls the same functions that Gradio serves by its queue, and returns
the same JSON. Gradio would make a whole page's state for each such request (1.5 of 4 ms), though
the endpoints have none.

What this module does not know: what an endpoint does, or how large a request may be.
"""

import json
import logging
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any

from assistant.chat import labels
from corpus.errors import ServerError

if TYPE_CHECKING:
    import gradio as gr
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

_LOG = logging.getLogger(__name__)
AT_ONCE = 256
"""How many requests are begun at once; each waits in a thread for whoever answers."""


def direct_routes(app: "gr.Blocks") -> "list[BaseRoute]":
    """Return a route for each public endpoint of an app."""
    from anyio import CapacityLimiter  # noqa: PLC0415 - comes with Gradio
    from starlette.routing import Route  # noqa: PLC0415 - heavy

    limiters: list[CapacityLimiter] = []  # made within the loop that uses it

    def limiter() -> CapacityLimiter:
        if not limiters:
            limiters.append(CapacityLimiter(AT_ONCE))
        return limiters[0]

    def route(name: str, function: Callable[..., object], takes: int) -> Route:
        async def called(request: "Request") -> "Response":
            return await _called(request, function, takes, limiter())

        return Route(f"/gradio_api/run/{name}", called, methods=["POST"])

    return [
        route(each.api_name, each.fn, len(each.inputs))
        for each in app.fns.values()
        if each.api_visibility == "public" and isinstance(each.api_name, str) and each.fn
    ]


async def _called(
    request: "Request",
    function: Callable[..., object],
    takes: int,
    limiter: Any,  # noqa: ANN401 - anyio's, which comes with Gradio
) -> "Response":
    from anyio import to_thread  # noqa: PLC0415 - comes with Gradio

    if not _admitted(request):
        return _json({"detail": labels.LOGIN_NEEDED}, 401)
    if "json" not in request.headers.get("content-type", ""):  # any page may send plain text
        return _json({"detail": labels.NOT_A_REQUEST}, 422)
    try:
        values = _values(await request.body(), takes)
    except (ValueError, RecursionError):
        return _json({"detail": labels.NOT_A_REQUEST}, 422)
    begun = perf_counter()
    said, status = await to_thread.run_sync(_said, function, values, limiter=limiter)
    if status < 400:  # noqa: PLR2004 - no error
        took = perf_counter() - begun
        said |= {"is_generating": False, "duration": took, "average_duration": took}
    return _json(said, status)


def _said(function: Callable[..., object], values: list[object]) -> tuple[dict[str, Any], int]:
    """Return what is sent for a call, and its HTTP status: 422 for what was sent, 500 for us."""
    import gradio as gr  # noqa: PLC0415 - heavy

    try:
        return {"data": [function(*values)]}, 200
    except gr.Error as error:
        broken = isinstance(error.__cause__, ServerError)
        return {"error": error.message}, 500 if broken else 422
    except Exception:  # noqa: BLE001 - logged; whoever asked gets a sentence
        _LOG.exception("an endpoint failed")
        return {"error": labels.BROKEN}, 500


def _values(body: bytes, takes: int) -> list[object]:
    """Return the values of a request, None for each that it leaves out.

    Raises:
        ValueError: it is not the JSON that is wanted.
    """
    match json.loads(body):
        case {"data": [*values]}:
            return [*values, *[None] * (takes - len(values))][:takes]
        case _:
            raise ValueError(labels.NOT_A_REQUEST)


def _admitted(request: "Request") -> bool:
    """Tell whether whoever asks has logged in, where that is needed; as Gradio tells it."""
    app = request.app
    if app.auth is None:
        return True
    names = (f"access-token-{app.cookie_id}", f"access-token-unsecure-{app.cookie_id}")
    tokens = (request.cookies.get(name) for name in names)
    return any(app.tokens.get(token) is not None for token in tokens if token)


def _json(content: Mapping[str, object], status: int) -> "Response":
    from starlette.responses import JSONResponse  # noqa: PLC0415 - heavy

    return JSONResponse(content, status)
