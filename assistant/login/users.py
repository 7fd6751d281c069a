"""The file of those who may log in: a line ``name:hash`` each, ``#`` before a remark.

It is read anew whenever it has changed, so that somebody taken out of it is out at once. While it
is broken nobody new comes in, and whoever is in stays in.

What this module does not know: how a hash is made (`assistant.login.hashing`).
"""

import logging
import unicodedata
from functools import cache
from pathlib import Path

from assistant.login.hashing import hashed, matches, parsed
from corpus.errors import SettingsError

MAX_NAME_CHARS = 64
MAX_PASSWORD_CHARS = 1024
_LOG = logging.getLogger(__name__)


class Users:
    """Those named in a file."""

    def __init__(self, path: Path) -> None:
        """Read the file once, so that a server does not begin with one that opens for nobody.

        Raises:
            SettingsError: it cannot be read, names nobody, or has a line of another form.
        """
        self._path = path
        self._stamp = self._stamped()
        self._last = self._hashes()
        _nobody()

    def accepts(self, name: str, password: str) -> bool:
        """Tell whether that is somebody's name and password; it takes as long for any name."""
        try:
            known = self._hashes().get(_same(name))
        except SettingsError as error:  # broken since the server began: nobody new comes in
            _LOG.warning("%s", error)
            known = None
        if len(password) > MAX_PASSWORD_CHARS:
            return False
        right = matches(password, known or _nobody())
        return right and known is not None

    def hash_of(self, name: str) -> str | None:
        """Return the hash of somebody's password, None for whom the file does not name (any more).

        Cheap: the file is read only when it has changed.
        """
        stamp = self._stamped()
        if stamp != self._stamp:
            try:
                self._last = self._hashes()
            except SettingsError as error:
                _LOG.warning("%s", error)
            self._stamp = stamp
        return self._last.get(_same(name))

    def _stamped(self) -> tuple[int, int, int] | None:
        """Return what changes with the file; None where it cannot be seen."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _hashes(self) -> dict[str, str]:
        try:
            lines = self._path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "không phải UTF-8"
            raise SettingsError(
                f"Không đọc được tệp người dùng {self._path} ({why}); hãy kiểm tra HOIDAP_USERS."
            ) from error
        found: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.lstrip().startswith("#"):
                name, hash_ = self._read(line, number)
                if name in found:
                    raise SettingsError(self._wrong(number, f"tên {name!r} có hai lần"))
                found[name] = hash_
        if not found:
            raise SettingsError(
                f"Tệp người dùng {self._path} không có ai; hãy thêm một dòng bằng: hoidap password"
            )
        return found

    def _read(self, line: str, number: int) -> tuple[str, str]:
        name, colon, hash_ = line.strip().partition(":")
        try:
            parsed(hash_)
        except ValueError as error:
            raise SettingsError(self._wrong(number, "cần dạng tên:$scrypt$…")) from error
        if not colon or not is_name(name):
            raise SettingsError(self._wrong(number, "tên không hợp lệ"))
        return _same(name), hash_

    def _wrong(self, number: int, what: str) -> str:
        """Say what is wrong with a line, never showing the hash in it."""
        return (
            f"Tệp người dùng {self._path}, dòng {number}: {what}; "
            "hãy sửa, hoặc làm lại dòng ấy bằng: hoidap password"
        )


def line_for(name: str, password: str) -> str:
    """Return the line of the file for somebody."""
    return f"{_same(name)}:{hashed(password)}"


def is_name(name: str) -> bool:
    """Tell whether somebody may be called that: printable, no colon, no outer space, no ``#``."""
    return (
        0 < len(name) <= MAX_NAME_CHARS
        and name.isprintable()
        and name == name.strip()
        and ":" not in name
        and not name.startswith("#")
    )


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip())


@cache
def _nobody() -> str:
    """Return the hash of a password that nobody has, to be as slow for a name that nobody has."""
    return hashed("")
