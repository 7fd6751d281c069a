"""Putting the page on an address, and taking it off again.

What this module does not know: what the page shows, or how the assistant is opened.
"""

import errno
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.chat import labels
from assistant.chat.app import build_app, within_loop
from assistant.chat.direct import direct_routes
from assistant.chat.gate import Bounds, Gate
from assistant.chat.page import static_routes
from assistant.chat.ports import AnswersQuestions, ServerSettings
from assistant.chat.rehearsal import rehearse
from assistant.chat.theme import theme
from assistant.chat.tolerant import error_handlers
from assistant.chat.tools import check_tools, speak_json
from assistant.chat.warm import WarmingAssistant
from assistant.login import Sessions, Users
from corpus.errors import ServerError

if TYPE_CHECKING:
    import gradio as gr

_MAX_PORT = 65535
_HASHES_AT_ONCE = 2

# What Gradio would otherwise do, or let an environment variable decide.
_OFF: dict[str, Any] = dict.fromkeys(
    (
        *("share", "show_error", "inbrowser", "run_history", "enable_monitoring", "ssr_mode"),
        "pwa",
    ),
    False,
)


@dataclass(frozen=True, slots=True)
class Served:
    """An app on an address; ``url`` opens it."""

    url: str
    app: "gr.Blocks"

    def close(self) -> None:
        """Take the app off its address and free the port."""
        self.app.close(verbose=False)


def launch(
    assistant_factory: Callable[[], AnswersQuestions],
    settings: ServerSettings,
    on_ready: Callable[[str], None] = lambda _url: None,
    *,
    mcp: bool = False,
) -> None:
    """Serve the page until interrupted; the assistant opens behind it.

    Args:
        assistant_factory: opens the assistant; called once, in a thread.
        settings: host, port, the longest question, the folder of evaluation runs.
        on_ready: told the page's address once it can be opened.
        mcp: whether the endpoints are tools over the Model Context Protocol too.

    Raises:
        ServerError: the address cannot be listened on, or there can be no tools.
        HoidapError: the assistant cannot be opened (the page is taken down first).
    """
    check_address(settings.host, settings.port)
    if mcp:
        check_tools(login=settings.users is not None)
    users = Users(settings.users) if settings.users else None
    bounds = Bounds(settings.rate_per_minute, settings.max_request_bytes, mcp=mcp)
    warming = WarmingAssistant(assistant_factory, rehearse)
    app = build_app(warming, settings.max_question_chars, settings.runs, settings.feedback_file)
    served = serve(app, settings.host, settings.port, bounds, users)
    try:
        with suppress(KeyboardInterrupt):
            on_ready(served.url)
            warming.start()  # after the page: two heavy imports at once wait for each other
            warming.wait()
            served.app.server.thread.join()
    finally:
        served.close()


def serve(
    app: "gr.Blocks",
    host: str = "127.0.0.1",
    port: int = 7860,
    bounds: Bounds | None = None,
    users: Users | None = None,
) -> Served:
    """Put an app on an address and return at once; port 0 takes any free one.

    Args:
        app: what is served.
        host: address or name of this machine to listen on.
        port: TCP port to listen on; 0 for any free one.
        bounds: how much one client may ask; without any, as much as it likes.
        users: who may log in; without any, nobody need.

    Raises:
        ServerError: the host is not of this machine, or the port is taken or not permitted.
    """
    from starlette.middleware import Middleware  # noqa: PLC0415 - heavy

    free = check_address(host, port)
    kept = replace(bounds or Bounds(), login=users is not None)
    options: dict[str, Any] = {
        "server_name": host,
        "server_port": free,
        "prevent_thread_lock": True,
        "theme": theme(),
        "app_kwargs": {
            "middleware": [Middleware(Gate, kept)],
            "routes": [*static_routes(), *direct_routes(app)],
            "exception_handlers": error_handlers(),
        },
        "footer_links": [],
        "max_file_size": 1,
        "quiet": True,
        "mcp_server": kept.mcp,
        "auth": None if users is None else admission(users),
        "auth_message": labels.LOGIN_NEEDED,
    }
    try:
        within_loop(lambda: app.launch(**options, **_OFF))
    except OSError as error:
        raise ServerError(_busy(free)) from error
    if users is not None:
        app.app.tokens = Sessions(users)  # nobody has logged in yet
    if kept.mcp:
        speak_json(app.mcp_server_obj)
    return Served(f"http://{_shown_host(host)}:{free}/", app)


def admission(users: Users) -> Callable[[str, str], Awaitable[bool]]:
    """Return what Gradio asks whether somebody may come in; a few hashes at once, in threads."""
    from anyio import CapacityLimiter, to_thread  # noqa: PLC0415 - comes with Gradio

    limiters: list[CapacityLimiter] = []  # made within the loop that uses it

    async def admitted(name: str, password: str) -> bool:
        if not limiters:
            limiters.append(CapacityLimiter(_HASHES_AT_ONCE))
        return await to_thread.run_sync(users.accepts, name, password, limiter=limiters[0])

    return admitted


def check_address(host: str, port: int) -> int:
    """Return the port that can be listened on: ``port``, or a free one for 0.

    Raises:
        ServerError: the host is not of this machine, or the port is taken or not permitted.
    """
    if not 0 <= port <= _MAX_PORT:
        raise ServerError(f"Cổng {port} không có; hãy chọn một số từ 1 đến 65535 (--port 7860).")
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return int(probe.getsockname()[1])
    except (OSError, UnicodeError) as error:
        raise ServerError(_explained(error, host, port)) from error


def _explained(error: Exception, host: str, port: int) -> str:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        return _busy(port)
    if code == errno.EACCES:
        return f"Không được phép mở cổng {port}; hãy chọn cổng từ 1024 trở lên (--port 7860)."
    return (
        f"Máy này không có địa chỉ {host!r} để mở cổng {port}; hãy dùng --host 127.0.0.1, "
        "hoặc --host 0.0.0.0 để máy khác cũng vào được."
    )


def _busy(port: int) -> str:
    other = port + 1 if port < _MAX_PORT else port - 1
    return (
        f"Cổng {port} đang có chương trình khác dùng; "
        f"hãy tắt chương trình đó hoặc chọn cổng khác (--port {other})."
    )


def _shown_host(host: str) -> str:
    if host in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared with, not listened on
        return "127.0.0.1"
    return f"[{host.strip('[]')}]" if ":" in host else host
