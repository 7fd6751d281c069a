"""Settings, from ``HOIDAP_*`` environment variables and ``hoidap.toml``; nothing else reads them.

A variable wins over the file, a command-line option over both. ``hoidap.toml`` is looked for in
the working directory; ``HOIDAP_CONFIG`` names another file. A key nobody knows is refused, since
a misspelt setting that is silently ignored is worse than an error.

What this module does not know: what any setting is used for.
"""

import os
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from corpus.errors import SettingsError

PREFIX = "HOIDAP_"
FILE_NAME = "hoidap.toml"
_HOUSE = Path(__file__).parent.parent
_TRUE = frozenset({"1", "true", "yes", "on", "có"})
_FALSE = frozenset({"0", "false", "no", "off", "không"})

# What third-party libraries would send, or do behind our back, unless told otherwise.
_QUIET = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",  # else pandas sums up every event
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "MPLBACKEND": "agg",  # else Gradio has matplotlib look for a screen at the first question
    "TOKENIZERS_PARALLELISM": "false",  # threads that deadlock after a fork
}
_LEAST = {"max_question_chars": 1, "rate_per_minute": 0, "max_request_bytes": 1000, "workers": 0}
_DERIVED = frozenset({"index_named", "llm"})  # what the command line alone decides


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default; the field's name is the key in ``hoidap.toml``.

    ``index`` is the folder of the index; ``index_named`` tells whether somebody chose it, which
    is when a missing index is an error and not a reason to build the shipped documents.
    ``embedding_model`` is "" for the shipped one, else the name or folder of a
    sentence-transformers model, with the prefixes and the word segmentation it was trained with.
    ``llm_*`` name an OpenAI-compatible server, asked only while ``llm`` is true (``--llm``); the
    key may stand in a file, and ``llm_timeout_s`` is what one whole answer may take.
    ``data`` is the folder of further evaluation documents, if there is one.
    ``feedback`` is the file that opinions on answers go to: beside the index when None, nowhere
    when False ("off"). ``users`` names those who may log in (`assistant.chat.passwords`); without
    it nobody need. ``rate_per_minute`` is how much one client may ask of the server (0: no limit),
    ``max_request_bytes`` how large one request may be. ``workers`` is how many processes the server
    answers with beside its own; as many as suit the machine when None.
    """

    index: Path
    index_named: bool = False
    embedding_model: str = ""
    query_prefix: str = ""
    passage_prefix: str = ""
    segmented: bool = False
    host: str = "127.0.0.1"
    port: int = 7860
    max_question_chars: int = 2000
    llm: bool = False
    llm_base_url: str = ""
    llm_model: str = ""
    llm_api_key: str = field(default="", repr=False)
    llm_api_key_file: Path | None = None
    llm_timeout_s: float = 20.0
    data: Path | None = None
    feedback: Path | Literal[False] | None = None
    users: Path | None = None
    rate_per_minute: int = 300
    max_request_bytes: int = 1_000_000
    workers: int | None = None

    def __post_init__(self) -> None:
        """Refuse values no part of hoidap could use."""
        if not 0 <= self.port < 2**16:
            raise SettingsError(
                _bad("port", str(self.port), "một số từ 0 (cổng trống bất kỳ) đến 65535")
            )
        for key, least in _LEAST.items():
            if (given := getattr(self, key)) is not None and given < least:
                raise SettingsError(_bad(key, str(given), f"một số từ {least} trở lên"))
        if not self.llm_timeout_s > 0:
            raise SettingsError(_bad("llm_timeout_s", str(self.llm_timeout_s), "số giây lớn hơn 0"))

    @property
    def runs(self) -> Path:
        """Where evaluation runs are kept: ``evals/runs`` in a checkout, else beside the index."""
        if (_HOUSE / ".git").exists():
            return _HOUSE / "evals" / "runs"
        return self.index.parent / "runs"

    @property
    def feedback_file(self) -> Path | None:
        """Where opinions on answers go: beside the index unless set; None where none are kept."""
        if self.feedback is False:
            return None
        return self.feedback or self.index.with_name(f"{self.index.name}.feedback.sqlite")

    def with_index(self, folder: Path | None) -> "Settings":
        """Return these settings with the index folder of ``--index``, when one was given."""
        if folder is None:
            return self
        return replace(self, index=folder, index_named=True)

    def with_language_model(self, name: str | None) -> "Settings":
        """Return these settings with the model of ``--llm``: "-" is the one already set.

        Raises:
            SettingsError: the name is empty.
        """
        if name is None:
            return self
        if not name.strip():
            raise SettingsError(
                "Tùy chọn --llm trống; hãy ghi tên mô hình, hoặc - để lấy HOIDAP_LLM_MODEL."
            )
        return replace(self, llm=True, llm_model=self.llm_model if name == "-" else name.strip())

    def with_server(self, host: str | None, port: str | None) -> "Settings":
        """Return these settings with ``--host`` and ``--port`` as typed, when they were given.

        Raises:
            SettingsError: ``port`` is not a port.
        """
        given = {"host": host, "port": port}
        parsed: dict[str, Any] = {k: _parsed(k, v) for k, v in given.items() if v is not None}
        return replace(self, **parsed)


def load_settings(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Read the settings.

    Args:
        environ: the variables; the process's own when None.
        folder: where ``hoidap.toml`` is looked for; the working directory when None.

    Raises:
        SettingsError: an unknown key, a malformed value, or a file that does not parse.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = dict(_from_file(environ, folder or Path()))
    values |= _from_variables(environ)
    named = "index" in values
    parsed: dict[str, Any] = {key: _parsed(key, value) for key, value in values.items()}
    parsed.setdefault("index", default_index(environ))
    return Settings(**parsed, index_named=named)


def default_index(environ: Mapping[str, str]) -> Path:
    """Return the user's own index folder, by the XDG base directory specification."""
    data = environ.get("XDG_DATA_HOME", "")
    # The specification: a relative path there is invalid, and ignored.
    root = Path(data) if Path(data).is_absolute() else Path("~/.local/share").expanduser()
    return root / "hoidap" / "index"


def prepare_environment(
    settings: Settings, environ: MutableMapping[str, str] | None = None
) -> None:
    """Turn third-party telemetry and downloads off; called once by an entry point, first thing.

    Hubs stay reachable only for a model that is named and is not a folder on this machine.
    """
    environ = os.environ if environ is None else environ
    environ.update(_QUIET)
    # Else uvicorn believes what any local proxy writes of its clients; an operator may name some.
    environ.setdefault("FORWARDED_ALLOW_IPS", "")
    model = settings.embedding_model
    if not model or Path(model).expanduser().exists():
        environ.update({"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"})


def _from_variables(environ: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, value in environ.items():
        if not name.startswith(PREFIX) or name == PREFIX + "CONFIG" or not value:
            continue  # an empty variable is an unset one
        key = name.removeprefix(PREFIX).lower()
        if key not in _keys() or name != PREFIX + key.upper():
            raise SettingsError(_unknown(name, [PREFIX + known.upper() for known in _keys()]))
        found[key] = value
    return found


def _from_file(environ: Mapping[str, str], folder: Path) -> dict[str, Any]:
    named = environ.get(PREFIX + "CONFIG", "")
    path = Path(named).expanduser() if named else folder / FILE_NAME
    if not named and not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            f"Không đọc được tệp cấu hình {path} ({error.strerror}); hãy kiểm tra {PREFIX}CONFIG."
        ) from error
    except ValueError as error:
        raise SettingsError(
            f"Tệp cấu hình {path} không phải TOML hợp lệ ({error}); hãy sửa rồi chạy lại."
        ) from error
    for key in values:
        if key not in _keys():
            raise SettingsError(_unknown(key, list(_keys()), where=f" trong {path}"))
    return values


def _parsed(key: str, value: object) -> object:
    """Turn a variable's text or a TOML value into the field's type."""
    kind, wanted = _keys()[key]
    try:
        return kind(value)
    except (TypeError, ValueError, RuntimeError) as error:  # the last: "~nobody/…"
        raise SettingsError(_bad(key, str(value), wanted)) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _path(value: object) -> Path:
    return Path(_text(value)).expanduser()


def _path_or_off(value: object) -> Path | Literal[False]:
    off = value is False or (isinstance(value, str) and value.strip().lower() in _FALSE)
    return False if off else _path(value)


def _truth(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError
    return word in _TRUE


def _whole(value: object) -> int:
    if isinstance(value, bool):
        raise TypeError
    return int(str(value))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isfinite(number := float(str(value))):
        raise TypeError
    return number


def _keys() -> dict[str, tuple[Callable[[object], object], str]]:
    """Name every setting a user may give, with its parser and, in words, what it takes."""
    parsers: dict[object, tuple[Callable[[object], object], str]] = {
        Path: (_path, "một đường dẫn"),
        Path | None: (_path, "một đường dẫn"),
        Path | Literal[False] | None: (_path_or_off, "một đường dẫn, hoặc off"),
        bool: (_truth, "true hoặc false"),
        int: (_whole, "một số nguyên"),
        int | None: (_whole, "một số nguyên"),
        float: (_number, "một số"),
        str: (_text, "một chuỗi"),
    }
    return {item.name: parsers[item.type] for item in fields(Settings) if item.name not in _DERIVED}


def _bad(key: str, value: str, wanted: str) -> str:
    if key == "llm_api_key":
        value = "•••"
    shown = value if len(value) <= 80 else value[:79] + "…"  # noqa: PLR2004 - one line's worth
    return (
        f"Thiết lập {key} ({PREFIX}{key.upper()}) không nhận giá trị {shown!r}: cần {wanted}; "
        "hãy sửa rồi chạy lại."
    )


def _unknown(key: str, known: list[str], where: str = "") -> str:
    near = get_close_matches(key, known, n=1)
    hint = f"có phải ý bạn là {near[0]}?" if near else f"các thiết lập có: {', '.join(known)}."
    return f"Không có thiết lập nào tên là {key}{where}; {hint}"
