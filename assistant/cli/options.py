"""How options and arguments are declared, the same for every command, evals' own included.

What this module does not know: which commands there are.
"""

from typing import Annotated, Any

import typer

COMMANDS = "Lệnh"
OPTIONS = "Tùy chọn"
ARGUMENTS = "Tham số"


def option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002, ANN401 - typer's own words
    """Declare an option; ``more`` goes to `typer.Option`."""
    return typer.Option(*names, help=help, rich_help_panel=OPTIONS, show_default=False, **more)


def argument(name: str, help: str) -> Any:  # noqa: A002, ANN401 - typer's own words
    """Declare an argument shown as ``name``."""
    return typer.Argument(metavar=name, help=help, rich_help_panel=ARGUMENTS, show_default=False)


IndexOption = Annotated[
    str | None,
    option("--index", metavar="DIR", help="Thư mục chỉ mục; mặc định theo HOIDAP_INDEX."),
]
LlmOption = Annotated[
    str | None,
    option(
        "--llm",
        metavar="NAME",
        help="Dùng thêm mô hình ngôn ngữ này, có kiểm chứng; - để lấy HOIDAP_LLM_MODEL.",
    ),
]
JsonOption = Annotated[bool, option("--json", help="In kết quả dạng JSON.")]
