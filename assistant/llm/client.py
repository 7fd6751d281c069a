"""The client: llama-index's OpenAI-compatible one, read in a thread that nobody waits for in vain.

The only file that imports llama-index's models or openai (httpx only here and in `connection`).
Nothing a server does (silence, one byte a second, a name that never resolves) can hold an answer
up past its deadline: whoever reads leaves then, and the thread ends by itself soon after.

What this module does not know: what is asked, or whether what comes back is true.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from assistant.answer import Usage
from assistant.llm.connection import GARBLED, LONG, SLOW, Abandoned, connection
from assistant.llm.deadline import Deadline
from assistant.llm.server import Server
from corpus.errors import LanguageModelError

if TYPE_CHECKING:
    import httpx
    from llama_index.core.base.llms.types import ChatResponse
    from llama_index.llms.openai_like import OpenAILike

MOST_CHARACTERS = 12_000
MOST_TOKENS = 1_024
TRIES = 4
FIRST_PAUSE_S = 0.25
LEAST_TRY_S = 0.2
"""With less time than this left after the pause, nothing is tried again."""

_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
_PICKY = frozenset((400, 422))
"""What a server answers that knows no ``stream_options``."""

UNREACHABLE = "không liên lạc được với máy chủ của mô hình"
CUT = "máy chủ của mô hình ngắt giữa chừng"
_BY_STATUS = {
    401: "máy chủ của mô hình không nhận khóa (401)",
    403: "máy chủ của mô hình không cho dùng (403)",
    404: "máy chủ không có mô hình này, hoặc địa chỉ chưa đúng (404)",
    429: "máy chủ của mô hình đang quá tải (429)",
}
_Pieces = SimpleQueue["str | LanguageModelError | None"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: ``role`` is "system" or "user"."""

    role: str
    text: str


@dataclass
class Reply:
    """What the server reported of one call, filled while it is read."""

    prompt_tokens: int = 0
    completion_tokens: int = 0

    @property
    def usage(self) -> Usage:
        """The tokens of this one call."""
        return Usage(1, self.prompt_tokens, self.completion_tokens)


@dataclass(frozen=True)
class Client:
    """Asks one model of one server; safe to share between threads.

    Opening one imports llama-index and openai (seconds), so it is done before any clock runs.

    Raises:
        LanguageModelError: those libraries are not installed.
    """

    server: Server
    _plain: Event = field(default_factory=Event)  # set once the server refused `stream_options`

    def __post_init__(self) -> None:
        """Import what is needed."""
        try:
            import httpx  # noqa: F401, PLC0415 - heavy
            import openai  # noqa: F401, PLC0415 - heavy
            from llama_index.llms.openai_like import OpenAILike  # noqa: F401, PLC0415 - heavy
        except ImportError as error:
            raise LanguageModelError(
                f"Chưa cài phần dùng mô hình ngôn ngữ ({error.name}); hãy chạy: "
                "pip install llama-index-llms-openai-like"
            ) from error

    def stream(
        self, messages: Sequence[Message], deadline: Deadline, reply: Reply | None = None
    ) -> Iterator[str]:
        """Yield the pieces of the model's answer as they arrive.

        Raises:
            LanguageModelError: the server cannot be reached, refuses, is too slow, breaks off or
                sends what cannot be read; its text is a reason for people, without any secret.
        """
        pieces: _Pieces = SimpleQueue()
        left = Event()
        call = _Call(self, tuple(messages), deadline, left, reply or Reply())
        Thread(target=call.run, args=(pieces,), name="hoidap-llm", daemon=True).start()
        try:
            while (piece := _next(pieces, deadline)) is not None:
                if isinstance(piece, LanguageModelError):
                    raise piece
                yield piece
        finally:
            left.set()

    def model(self, over: "httpx.Client") -> "OpenAILike":
        """Return llama-index's model over a connection; its global settings stay untouched."""
        from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415 - heavy

        over_it: dict[str, Any] = {"http_client": over}  # taken, though it is no field
        return OpenAILike(
            model=self.server.model,
            # Named even where there is none, or OpenAI's is taken from the environment.
            api_key=self.server.key or "none",
            api_base=self.server.base_url,
            temperature=0.0,
            max_tokens=MOST_TOKENS,
            max_retries=0,
            is_chat_model=True,
            **over_it,
        )

    @property
    def options(self) -> Mapping[str, Any]:
        """What is asked of the stream: to report its tokens, where the server knows how."""
        return {} if self._plain.is_set() else {"stream_options": {"include_usage": True}}

    def be_plain(self) -> bool:
        """Ask for no report of tokens any more; False where that was so already."""
        before = self._plain.is_set()
        self._plain.set()
        return not before


@dataclass(frozen=True)
class _Call:
    """One answer being fetched, in its own thread, with its retries."""

    client: Client
    messages: tuple[Message, ...]
    deadline: Deadline
    left: Event
    reply: Reply

    def run(self, pieces: _Pieces) -> None:
        """Put every piece, then None or what went wrong."""
        try:
            for piece in self._tried():
                pieces.put(piece)
            pieces.put(None)
        except LanguageModelError as error:
            pieces.put(error)
        except Abandoned:
            pass
        except BaseException as error:  # noqa: BLE001 - a thread's exception would vanish
            pieces.put(LanguageModelError(f"{GARBLED} ({type(error).__name__})"))

    def _tried(self) -> Iterator[str]:
        """Yield the pieces of the first try that succeeds; none is tried after a piece came."""
        import openai  # noqa: PLC0415 - heavy

        for number in range(TRIES):
            got = False
            try:
                for piece in self._once():
                    got = True
                    yield piece
            except (openai.APIConnectionError, openai.APIStatusError) as error:
                pause = None if got else self._pause(error, number)
                if pause is None:
                    raise LanguageModelError(_reason(error, cut=got)) from None
                if self.left.wait(pause):
                    raise Abandoned from None
            else:
                return

    def _pause(self, error: Exception, number: int) -> float | None:
        """Return how long to wait before the next try, None when there is to be none."""
        import openai  # noqa: PLC0415 - heavy

        wait = FIRST_PAUSE_S * 2**number
        if isinstance(error, openai.APIStatusError):
            if error.status_code in _PICKY and self.client.be_plain():
                return 0.0
            if error.status_code not in _AGAIN:
                return None
            wait = max(wait, _asked_to_wait(error))
        again = number + 1 < TRIES and wait + LEAST_TRY_S < self.deadline.left
        return wait if again else None

    def _once(self) -> Iterator[str]:
        from llama_index.core.base.llms.types import ChatMessage  # noqa: PLC0415 - heavy

        messages = [ChatMessage(role=each.role, content=each.text) for each in self.messages]
        length, ended = 0, ""
        with (
            connection(self.client.server, self.deadline, self.left) as over,
            _translated(),
            closing(self.client.model(over).stream_chat(messages, **self.client.options)) as chunks,
        ):
            for chunk in chunks:
                self._count(chunk)
                ended = _ended(chunk) or ended
                length += len(chunk.delta or "")
                if length > MOST_CHARACTERS:
                    raise LanguageModelError(LONG)
                if chunk.delta:
                    yield chunk.delta
        if ended != "stop":
            raise LanguageModelError(LONG if ended == "length" else CUT)

    def _count(self, chunk: "ChatResponse") -> None:
        """Keep the counts a server reports, which may be anything."""
        for name in ("prompt_tokens", "completion_tokens"):
            value = chunk.additional_kwargs.get(name)
            if isinstance(value, int) and 0 <= value < 2**31:
                setattr(self.reply, name, value)


def _ended(chunk: "ChatResponse") -> str:
    """Return why the model stopped, "" where this piece does not say."""
    choices = getattr(chunk.raw, "choices", None) or [None]
    return str(getattr(choices[0], "finish_reason", None) or "")


def _next(pieces: _Pieces, deadline: Deadline) -> str | LanguageModelError | None:
    if not deadline.left:  # whatever has come by now came too late
        return LanguageModelError(SLOW)
    try:
        return pieces.get(timeout=deadline.left)
    except Empty:
        return LanguageModelError(SLOW)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the libraries raise while reading into ours; what may be tried again passes."""
    import httpx  # noqa: PLC0415 - heavy
    import openai  # noqa: PLC0415 - heavy

    try:
        yield
    except (openai.APIConnectionError, openai.APIStatusError, LanguageModelError, Abandoned):
        raise
    except httpx.TimeoutException:
        raise LanguageModelError(SLOW) from None
    except httpx.HTTPError:
        raise LanguageModelError(CUT) from None
    except (openai.OpenAIError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        # A reply of the wrong shape fails wherever a library first trips over it.
        raise LanguageModelError(GARBLED) from None


def _reason(error: Exception, *, cut: bool) -> str:
    """Word what went wrong; nothing a server wrote is ever repeated."""
    import openai  # noqa: PLC0415 - heavy

    if isinstance(error, openai.APITimeoutError):
        return SLOW
    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        return _BY_STATUS.get(status, f"máy chủ của mô hình báo lỗi {status}")
    if isinstance(error.__cause__, LanguageModelError):
        return str(error.__cause__)
    return CUT if cut else UNREACHABLE


def _asked_to_wait(error: Any) -> float:  # noqa: ANN401 - openai's status error
    """Return the seconds of a Retry-After header, 0 where there is none that can be read."""
    with suppress(ValueError):
        return max(0.0, min(float(error.response.headers.get("retry-after", "0")), 3_600.0))
    return 0.0
