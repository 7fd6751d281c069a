"""Gradio's page made ours: Vietnamese from its first byte, our styles, a strict outer gate.

`Gate` is an ASGI middleware: only the routes the page and the endpoint need exist, requests have
a largest size, nothing may be loaded from another host (Content-Security-Policy), and static
files are cached by the browser.

What this module does not know: what the page shows.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chat import labels
from assistant.chat.markup import text

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]

STATIC = Path(__file__).parent / "static"
FONTS = Path(__file__).parent / "fonts"
MAX_BODY_BYTES = 1_000_000

STYLES = ("fonts.css", "style.css", "tabs.css", "talk.css", "print.css")
SCRIPTS = ("chat.js", "tabs.js", "feedback.js", "tools.js")

_EXACT = frozenset({"/", "/config", "/config/", "/theme.css", "/favicon.ico", "/robots.txt"})
_UNDER = ("/assets/", "/static/", "/hoidap/")
_API = frozenset(
    {
        *("call", "cancel", "component_server", "heartbeat", "info", "login_check"),
        *("openapi.json", "queue", "reset", "run", "startup-events", "theme.css"),
    }
)
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
_FOREIGN = re.compile(
    r"<meta[^>]*?(?:property=\"og:|name=\"twitter:)[^>]*?/?>|<link rel=\"manifest\"[^>]*>",
    re.DOTALL,
)


def static_routes() -> "list[BaseRoute]":
    """Return the routes of our own styles, script and fonts: package files, never a user's."""
    from starlette.routing import Mount  # noqa: PLC0415 - heavy
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415 - heavy

    return [
        Mount("/hoidap/fonts", StaticFiles(directory=FONTS)),
        Mount("/hoidap", StaticFiles(directory=STATIC)),
    ]


def dressed(html: str) -> str:
    """Return Gradio's page with our language, title, styles, script and header."""
    html = re.sub(r'<html\s+lang="en"', '<html lang="vi"', html, count=1)
    html = _FOREIGN.sub("", html)
    html = html.replace("</head>", f"{_head()}</head>", 1)
    return re.sub(r"(<body[^>]*>)", lambda body: body.group(1) + _header(), html, count=1)


@cache
def _head() -> str:
    return (
        f"<title>{text(labels.TITLE)}</title>"
        f'<meta name="description" content="{text(labels.DESCRIPTION)}">'
        + "".join(f'<link rel="stylesheet" href="{_versioned(name)}">' for name in STYLES)
        + "".join(f'<script defer src="{_versioned(name)}"></script>' for name in SCRIPTS)
    )


def _header() -> str:
    return (
        '<nav id="hd-skips" aria-label="Lối tắt">'
        f'<a href="#hd-left" data-skip="main">{text(labels.SKIP_TO_MAIN)}</a>'
        f'<a href="#hd-right" data-skip="document">{text(labels.SKIP_TO_DOCUMENT)}</a></nav>'
        '<header id="hd-head"><h1>hỏi<i>đáp</i></h1></header>'
        '<div id="hd-live" class="hd-sr" role="status" aria-live="polite"></div>'
    )


def _versioned(name: str) -> str:
    """Return the address of a static file, with its content's hash so that caches never lie."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"hoidap/{name}?v={digest}"


class Gate:
    """Lets in what the page and the endpoint need, and dresses what goes out."""

    def __init__(self, app: AsgiApp) -> None:
        """Stand in front of an ASGI app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not known(scope["path"]):
            await _refuse(send, 404, "Không có trang này.")
        elif _declared_size(scope) > MAX_BODY_BYTES:
            await _refuse(send, 413, "Yêu cầu quá lớn; hãy gửi câu hỏi ngắn hơn.")
        else:
            out = _Outgoing(send, scope["path"])
            await self._app(scope, _limited(receive), out)


def known(path: str) -> bool:
    """Tell whether a path is one that the page or the endpoint uses."""
    if path in _EXACT or path.startswith(_UNDER):
        return True
    parts = path.split("/")
    return len(parts) > 2 and parts[1] == "gradio_api" and parts[2] in _API  # noqa: PLR2004 - prefix, name


class _Outgoing:
    """Adds our headers to a response, and dresses it when it is the page itself."""

    def __init__(self, send: Send, path: str) -> None:
        self._send = send
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
        body = dressed(whole.decode()).encode() if whole else whole
        kept = [item for item in self._start["headers"] if item[0].lower() != b"content-length"]
        if body:
            kept.append((b"content-length", str(len(body)).encode()))
        await self._send({**self._start, "headers": kept})
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


def _declared_size(scope: Scope) -> int:
    sizes = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(sizes[0]) if sizes and sizes[0].isdigit() else 0


def _limited(receive: Receive) -> Receive:
    """Cut a request off that sends more than it may (one without a declared size)."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MAX_BODY_BYTES:
            return {"type": "http.disconnect"}
        return message

    return limited


async def _refuse(send: Send, status: int, message: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_ALWAYS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": message.encode(), "more_body": False})
