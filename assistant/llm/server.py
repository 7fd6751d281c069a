"""Which server and model are asked, for how long, and with which key; checked before any use.

What this module does not know: how a server is spoken to (`assistant.llm.client`).
"""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import SettingsError

_EXAMPLE = "HOIDAP_LLM_BASE_URL=http://127.0.0.1:11434/v1"
_LONGEST_KEY = 4_096


@dataclass(frozen=True, slots=True)
class Server:
    """An OpenAI-compatible server: ``base_url`` ends where "/chat/completions" begins.

    ``key`` is "" where the server wants none; ``timeout_s`` is what a whole answer may take.
    """

    base_url: str
    model: str
    key: str = field(default="", repr=False)
    timeout_s: float = 20.0

    def __post_init__(self) -> None:
        """Refuse what could not be asked.

        Raises:
            SettingsError: no model, no address, or one that is not plain http(s) to a host.
        """
        if not self.model.strip():
            raise SettingsError(
                "Chưa biết dùng mô hình ngôn ngữ nào; hãy ghi --llm TÊN hoặc đặt HOIDAP_LLM_MODEL."
            )
        if not self.base_url.strip():
            raise SettingsError(
                "Chưa biết máy chủ của mô hình ngôn ngữ; hãy đặt địa chỉ kết thúc bằng /v1, "
                f"ví dụ {_EXAMPLE}."
            )
        _refuse_odd_address(self.base_url)
        _refuse_odd_key(self.key)

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine, so that nothing leaves it."""
        host = urlsplit(self.base_url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def key_from(path: Path) -> str:
    """Return the key a file holds.

    Raises:
        SettingsError: the file cannot be read, is empty, or holds more than a key.
    """
    try:
        with path.expanduser().open("rb") as source:
            key = source.read(_LONGEST_KEY + 1).decode("ascii").strip()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "không có thư mục nhà"
        raise SettingsError(
            f"Không đọc được tệp khóa {path} ({reason}); hãy kiểm tra HOIDAP_LLM_API_KEY_FILE."
        ) from error
    except UnicodeDecodeError:
        key = ""
    if not key or len(key) > _LONGEST_KEY or len(key.split()) > 1:
        raise SettingsError(
            f"Tệp khóa {path} không chứa đúng một khóa trên một dòng; hãy sửa tệp rồi chạy lại."
        )
    return key


def _refuse_odd_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname)
        told = bool(parts.username or parts.password or parts.query or parts.fragment)
        _ = parts.port
    except ValueError:
        known, told = False, False
    if told:
        raise SettingsError(
            "Địa chỉ HOIDAP_LLM_BASE_URL có kèm tên, mật khẩu hay tham số; hãy bỏ đi và đặt khóa "
            "ở HOIDAP_LLM_API_KEY_FILE."
        )
    if not known:
        raise SettingsError(
            f"Địa chỉ HOIDAP_LLM_BASE_URL {address[:80]!r} không phải http:// hay https://; "
            f"ví dụ đúng: {_EXAMPLE}."
        )


def _refuse_odd_key(key: str) -> None:
    """Refuse a key no header can carry; the message never holds it."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SettingsError(
            "HOIDAP_LLM_API_KEY có dấu cách hay ký tự lạ; hãy chép lại khóa cho đúng."
        )
