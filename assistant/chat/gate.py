"""The gate before the page: which routes exist, how large and how frequent requests may be.

`Gate` is an ASGI middleware: only the routes the page and the endpoints need exist, a request has
a largest size, a client a rate, nothing may be loaded from another host
(Content-Security-Policy), and static files are cached by the browser.

What this module does not know: what the page shows, or who may log in.
"""

import json
import math
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from assistant.chat import labels
from assistant.chat.page import dressed
from assistant.chat.rate import RateLimiter, Weight

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_BODY_BYTES = 1_000_000
MAX_LOGIN_BYTES = 10_000

_EXACT = frozenset({"/", "/config", "/config/", "/theme.css", "/favicon.ico", "/robots.txt"})
_LOGIN = frozenset({"/login", "/login/", "/logout"})
_UNDER = ("/assets/", "/static/", "/hoidap/")
_API = frozenset(
    {
        *("call", "cancel", "component_server", "heartbeat", "info", "login_check"),
        *("openapi.json", "queue", "reset", "run", "startup-events", "theme.css"),
    }
)
_ASKS = ("/gradio_api/queue/join", "/gradio_api/call/", "/gradio_api/run/", "/gradio_api/mcp")
_TOOLS = frozenset({"/gradio_api/mcp", "/gradio_api/mcp/"})
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"content-security-policy", _POLICY.encode()),
)
_FOR_A_YEAR = (b"cache-control", b"public, max-age=31536000, immutable")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one client may ask: questions a minute (0: no limit), bytes of one request."""

    rate_per_minute: int = 0
    max_request_bytes: int = MAX_BODY_BYTES
    login: bool = False  # whether somebody has to log in
    mcp: bool = False  # whether the endpoints are tools over the Model Context Protocol too


class Gate:
    """Lets in what the page and the endpoints need, and dresses what goes out."""

    def __init__(self, app: AsgiApp, bounds: Bounds | None = None) -> None:
        """Stand in front of an ASGI app."""
        self._app = app
        self._bounds = bounds or Bounds()
        self._limiter = RateLimiter(self._bounds.rate_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":  # no part of the page opens a web socket
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if self._bounds.mcp and path in _TOOLS and scope["method"] != "POST":
            await _refuse(send, 405, labels.MCP_POST, ((b"allow", b"POST"),))
            return
        if not self._open(path):
            await _refuse(send, 404, labels.NO_PAGE)
            return
        client = scope["client"][0] if scope.get("client") else ""
        wait = self._limiter.wait(client, weight) if (weight := weight_of(scope)) else 0.0
        if wait:
            seconds = math.ceil(wait)
            retry = ((b"retry-after", str(seconds).encode()),)
            await _refuse(send, 429, labels.too_often(seconds), retry)
            return
        most = MAX_LOGIN_BYTES if path in _LOGIN else self._bounds.max_request_bytes
        if _declared_size(scope) > most:
            await _refuse(send, 413, labels.TOO_LARGE)
            return
        await self._app(scope, _limited(receive, most), self._outgoing(send, path))

    def _open(self, path: str) -> bool:
        login, tools = self._bounds.login and path in _LOGIN, self._bounds.mcp and path in _TOOLS
        return known(path) or login or tools

    def _outgoing(self, send: Send, path: str) -> "_Outgoing":
        return _Outgoing(send, path, login=self._bounds.login)


def known(path: str) -> bool:
    """Tell whether a path is one that the page or the endpoints use."""
    if path in _EXACT or path.startswith(_UNDER):
        return True
    parts = path.split("/")
    return len(parts) > 2 and parts[1] == "gradio_api" and parts[2] in _API  # noqa: PLR2004 - prefix, name


def weight_of(scope: Scope) -> Weight | None:
    """Return how a request is counted; None for files that the browser keeps anyway."""
    path, posted = scope["path"], scope["method"] == "POST"
    if path in _LOGIN:
        return Weight.LOGS_IN if posted else Weight.FETCHES
    if path.startswith(_UNDER):
        return None
    return Weight.ASKS if posted and path.startswith(_ASKS) else Weight.FETCHES


class _Outgoing:
    """Adds our headers to a response, and dresses it when it is the page itself."""

    def __init__(self, send: Send, path: str, *, login: bool) -> None:
        self._send = send
        self._login = login
        self._page = path == "/"
        self._lasting = path.startswith(("/assets/", "/hoidap/"))
        self._start: Message = {}
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *self._added(message)]
            self._start = message
            if not self._page:
                await self._send(message)
        elif self._page and message["type"] == "http.response.body":
            await self._finish(message)
        else:
            await self._send(message)

    def _added(self, message: Message) -> list[tuple[bytes, bytes]]:
        lasting = self._lasting and message["status"] < 400  # noqa: PLR2004 - not an error
        return [*_ALWAYS, *([_FOR_A_YEAR] if lasting else [])]

    async def _finish(self, message: Message) -> None:
        self._body.append(message.get("body", b""))
        if message.get("more_body"):
            return
        whole = b"".join(self._body)
        body = dressed(whole.decode(), login=self._login).encode() if whole else whole
        kept = [item for item in self._start["headers"] if item[0].lower() != b"content-length"]
        if body:
            kept.append((b"content-length", str(len(body)).encode()))
        await self._send({**self._start, "headers": kept})
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


def _declared_size(scope: Scope) -> int:
    sizes = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(sizes[0]) if sizes and sizes[0].isdigit() else 0


def _limited(receive: Receive, most: int) -> Receive:
    """Cut a request off that sends more than it may (one without a declared size)."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            return {"type": "http.disconnect"}
        return message

    return limited


async def _refuse(
    send: Send, status: int, message: str, more: tuple[tuple[bytes, bytes], ...] = ()
) -> None:
    """Refuse in one sentence, as JSON with ``detail``: clients of the endpoints show that."""
    headers = [(b"content-type", b"application/json; charset=utf-8"), *more, *_ALWAYS]
    body = json.dumps({"detail": message}, ensure_ascii=False).encode()
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
