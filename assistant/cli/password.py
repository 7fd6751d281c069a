"""``hoidap password``: a line for the file of those who may log in.

What this module does not know: how a password is hashed, or where the line goes.
"""

import sys
from getpass import getpass
from typing import Annotated

import typer

from assistant.cli.options import COMMANDS, argument
from assistant.cli.vietnamese import Command
from corpus.errors import SettingsError

LEAST = 10
_ENTER = "Mật khẩu: "
_AGAIN = "Gõ lại mật khẩu: "


def add_password(app: typer.Typer) -> None:
    """Add the command to ``app``."""

    @app.command(
        "password",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Làm một dòng tên:băm-mật-khẩu cho tệp HOIDAP_USERS; gõ hai lần, không hiện ra.",
    )
    def password(
        name: Annotated[str, argument("NAME", "Tên đăng nhập.")],
    ) -> None:
        from assistant.login.users import MAX_PASSWORD_CHARS, is_name, line_for

        if not is_name(name):
            raise SettingsError(
                f"Tên đăng nhập {name!r} không dùng được; "
                "hãy chọn tên không có dấu hai chấm, không quá 64 ký tự."
            )
        typed = _typed()
        if not LEAST <= len(typed) <= MAX_PASSWORD_CHARS:
            raise SettingsError(
                f"Mật khẩu dài {len(typed)} ký tự; hãy chọn mật khẩu từ {LEAST} ký tự trở lên."
            )
        sys.stdout.write(line_for(name, typed) + "\n")


def _typed() -> str:
    """Return the password: asked for twice at a terminal, else the first line that is piped in.

    Raises:
        SettingsError: the two are not the same.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first = getpass(_ENTER)
        again = getpass(_AGAIN)
    except EOFError:
        raise KeyboardInterrupt from None
    if first != again:
        raise SettingsError("Hai lần gõ mật khẩu không giống nhau; hãy chạy lại lệnh.")
    return first
