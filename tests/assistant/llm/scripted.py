"""A real HTTP server on loopback that answers chat completions by a script, well or badly.

What this module does not know: what hoidap makes of an answer.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Wire = Callable[["Exchange"], None]
"""Answers one request over its socket."""


@dataclass
class Exchange:
    """One request, and what a script may do with it."""

    body: dict[str, Any]
    headers: dict[str, str]
    handler: BaseHTTPRequestHandler
    number: int

    def begin(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        """Send the head of a reply."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.send_header("Connection", "close")
        self.handler.end_headers()

    def raw(self, content: bytes) -> None:
        """Send bytes at once."""
        self.handler.wfile.write(content)
        self.handler.wfile.flush()

    def delta(self, text: str) -> None:
        """Send one piece of the answer."""
        self.event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})

    def event(self, chunk: dict[str, Any]) -> None:
        """Send one event of the stream."""
        whole = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m"} | chunk
        self.raw(b"data: " + json.dumps(whole, ensure_ascii=False).encode() + b"\n\n")

    def end(self, reason: str = "stop", *, tokens: bool = True) -> None:
        """Send the end of an answer, with its tokens where they were asked for."""
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
        if tokens and "stream_options" in self.body:
            usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
            self.event({"choices": [], "usage": usage})
        self.raw(b"data: [DONE]\n\n")

    def sleep(self, seconds: float) -> None:
        """Say nothing for a while, or until the server is stopped."""
        server: Any = self.handler.server
        server.stopping.wait(seconds)


def says(*pieces: str) -> Wire:
    """Return a script that streams an answer in these pieces."""

    def wire(exchange: Exchange) -> None:
        exchange.begin()
        for piece in pieces:
            exchange.delta(piece)
        exchange.end()

    return wire


def letter_by_letter(text: str) -> Wire:
    """Return a script that streams an answer one character at a time."""
    return says(*text)


def fails(status: int, body: str = '{"error": {"message": "no"}}', **headers: str) -> Wire:
    """Return a script that answers by an HTTP error."""

    def wire(exchange: Exchange) -> None:
        exchange.begin(status, "application/json", **headers)
        exchange.raw(body.encode())

    return wire


def in_turn(*scripts: Wire) -> Wire:
    """Return a script that takes these one after the other, the last for all that follow."""

    def wire(exchange: Exchange) -> None:
        scripts[min(exchange.number, len(scripts) - 1)](exchange)

    return wire


@dataclass
class Scripted:
    """A running server: where it is, and every exchange it had."""

    url: str
    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def prompts(self) -> list[str]:
        """All that was sent, request by request."""
        return [
            "\n".join(message["content"] for message in exchange.body["messages"])
            for exchange in self.exchanges
        ]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up."""


@contextmanager
def serving(script: Wire) -> Iterator[Scripted]:
    """Serve a script on a free port of loopback."""
    state = Scripted("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            """Let the script answer."""
            length = int(self.headers.get("Content-Length", "0"))
            body = json.loads(self.rfile.read(length))
            exchange = Exchange(body, dict(self.headers.items()), self, len(state.exchanges))
            state.exchanges.append(exchange)
            self.close_connection = True
            script(exchange)

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    server.stopping = threading.Event()  # type: ignore[attr-defined]  # read by Exchange.sleep
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield state
    finally:
        server.stopping.set()  # type: ignore[attr-defined]  # the same
        server.shutdown()
        thread.join()
        server.server_close()
        time.sleep(0)
