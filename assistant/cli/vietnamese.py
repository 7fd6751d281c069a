"""What typer says of its own accord, in Vietnamese: the help option, and usage errors.

What this module does not know: which commands there are.
"""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from assistant.cli.options import OPTIONS

_HELP = "In hướng dẫn này."
_MESSAGES = (
    (r"No such command '(.*?)'", "Không có lệnh {0}"),
    (r"Missing command", "Thiếu tên lệnh"),
    (
        r"Got unexpected extra argument\S* \((.*)\)",
        "Thừa tham số {0}: câu có dấu cách cần đặt trong ngoặc kép",
    ),
    (r"Option '?(\S+?)'? requires an argument", "Tùy chọn {0} cần một giá trị"),
    (r"Option '?(\S+?)'? does not take a value", "Tùy chọn {0} không nhận giá trị"),
)


class Command(TyperCommand):
    """A command whose ``--help`` is described in Vietnamese."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:  # noqa: ANN401 - typer's own class
        """Return the help option, translated."""
        return _translated(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group of commands whose ``--help`` is described in Vietnamese."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:  # noqa: ANN401 - typer's own class
        """Return the help option, translated."""
        return _translated(super().get_help_option(ctx))


def usage_message(error: typer.TyperException) -> str:
    """Say what is wrong with how a command was typed, and where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "hoidap"
    return f"{_what(error)}; xem: {path} --help"


def _translated(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help, option.rich_help_panel = _HELP, OPTIONS
    return option


def _what(error: Any) -> str:  # noqa: ANN401 - typer keeps these classes to itself
    kind = type(error).__name__
    message = str(getattr(error, "message", error)).rstrip(".")
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ())
        return f"Không có tùy chọn {error.option_name}" + (f" (gần nhất: {near})" if near else "")
    if kind == "MissingParameter" and error.param is not None:
        return f"Thiếu {error.param.get_error_hint()}"
    for pattern, translated in _MESSAGES:
        if found := re.search(pattern, message, re.DOTALL):
            return translated.format(*found.groups())
    return f"Lệnh gõ chưa đúng ({message})"
