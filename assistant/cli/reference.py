"""The command reference, `docs/cli.md`, made from the commands themselves (``make docs``).

What this module does not know: which commands there are.
"""

from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

_HEAD = """# Các lệnh của hoidap

Trang này do `make docs` viết ra từ mã nguồn; một bài kiểm thử giữ cho nó luôn đúng. Lệnh nào gõ
sai thì in một dòng lên stderr và trả mã thoát 2.
"""


def reference(app: typer.Typer) -> str:
    """Return every command of ``app`` as Markdown: how it is typed, its arguments, its options."""
    sections = [_section(path, command) for path, command in _commands("hoidap", get_command(app))]
    return "\n".join([_HEAD, *sections])


def _commands(path: str, command: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer's own
    if not isinstance(command, TyperGroup):
        yield path, command
        return
    for name, child in command.commands.items():
        yield from _commands(f"{path} {name}", child)


def _section(path: str, command: Any) -> str:  # noqa: ANN401 - typer keeps the class to itself
    parameters = [each for each in command.params if not getattr(each, "hidden", False)]
    usage = " ".join([path, *(_usage(each) for each in parameters)])
    about = (command.help or "").strip()
    rows = [f"| `{_label(each)}` | {each.help or ''} |" for each in parameters]
    table = ["", "| | |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## `{path}`", "", about, "", "```", usage, "```", *table, ""])


def _label(parameter: Any) -> str:  # noqa: ANN401 - typer keeps the class to itself
    value = parameter.metavar or parameter.name.upper()
    if parameter.param_type_name == "argument":
        return str(value)
    name = parameter.opts[0]
    return name if getattr(parameter, "is_flag", False) else f"{name} {value}"


def _usage(parameter: Any) -> str:  # noqa: ANN401 - typer keeps the class to itself
    label = _label(parameter)
    if parameter.required or label.startswith("["):
        return label
    return f"[{label}]" + ("…" if parameter.multiple else "")
