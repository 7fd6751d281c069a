"""The connection of one call: bounded in time and size, and telling a server nothing but the call.

Redirects are not followed, so that a question goes to the server that was named and no other; the
headers by which libraries describe this machine are taken out; no proxy stands between this
machine and itself.

What this module does not know: what is asked, or what comes back.
"""

import logging
from collections.abc import Iterator
from functools import lru_cache
from threading import Event
from typing import TYPE_CHECKING, Any

from assistant.llm.deadline import Deadline
from assistant.llm.server import Server
from corpus.errors import LanguageModelError

if TYPE_CHECKING:
    import ssl

    import httpx

MOST_BYTES = 4_000_000
SLOW = "mô hình trả lời quá chậm"
LONG = "mô hình trả lời quá dài"
GARBLED = "máy chủ của mô hình trả về dữ liệu không đọc được"

_SENT = frozenset(("host", "connection", "content-type", "content-length", "authorization"))


class Abandoned(Exception):
    """Whoever wanted the reply has left; unwinds the thread that still reads it."""


def connection(server: Server, deadline: Deadline, left: Event) -> "httpx.Client":
    """Return a connection for one call.

    Args:
        server: whom it is for.
        deadline: when reading ends by an error.
        left: set once nobody wants the reply any more.
    """
    import httpx  # noqa: PLC0415 - heavy

    for name in ("httpx", "httpcore", "openai"):  # at DEBUG they would log headers and bodies
        logging.getLogger(name).setLevel(logging.WARNING)

    def sent(request: httpx.Request) -> None:
        for name in [name for name in request.headers if name.lower() not in _SENT]:
            del request.headers[name]
        if not server.key:
            request.headers.pop("authorization", None)
        request.headers.update({"accept": "text/event-stream", "user-agent": "hoidap"})

    def received(response: httpx.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise LanguageModelError(GARBLED)  # a small stream could unpack to an endless one
        response.stream = _bounded(response.stream, deadline, left)

    return httpx.Client(
        verify=_certificates() if server.base_url.startswith("https") else False,
        trust_env=not server.is_here,
        follow_redirects=False,
        timeout=max(deadline.left, 0.01),
        event_hooks={"request": [sent], "response": [received]},
    )


@lru_cache(maxsize=1)
def _certificates() -> "ssl.SSLContext":
    """Return what https is verified with; reading it takes some 20 ms."""
    import httpx  # noqa: PLC0415 - heavy

    return httpx.create_ssl_context()


def _bounded(stream: Any, deadline: Deadline, left: Event) -> Any:  # noqa: ANN401 - httpx's streams
    """Return a response's stream that ends by an error when it is too long, late or unwanted."""
    import httpx  # noqa: PLC0415 - heavy

    class Bounded(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            count = 0
            for chunk in stream:
                count += len(chunk)
                if left.is_set():
                    raise Abandoned
                if count > MOST_BYTES:
                    raise LanguageModelError(LONG)
                if not deadline.left:
                    raise LanguageModelError(SLOW)
                yield chunk

        def close(self) -> None:
            stream.close()

    return Bounded()
