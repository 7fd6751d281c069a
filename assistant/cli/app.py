"""The commands of hoidap: what is typed, handed to the engine; what comes back, printed.

What this module does not know: how an index is built, a question answered, or a page served.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.asking import ask_one, batch_lines, run_batch, timed_answer
from assistant.cli.checking import FIELDS, check_one, timed_verdict
from assistant.cli.engine import Engine
from assistant.cli.exposure import warning_for
from assistant.cli.feedback import add_feedback
from assistant.cli.installed import InstalledEngine
from assistant.cli.options import (
    COMMANDS,
    IndexOption,
    JsonOption,
    LlmOption,
    argument,
    option,
)
from assistant.cli.password import add_password
from assistant.cli.progress import progress_bar
from assistant.cli.session import begin, ensure_index
from assistant.cli.sourcing import chosen
from assistant.cli.targets import add_targets
from assistant.cli.vietnamese import Command, Group
from corpus.errors import QuestionError

if TYPE_CHECKING:
    from index.build import BuildReport

_ABOUT = "Hỏi đáp tiếng Việt trên văn bản chính thức: mỗi câu trả lời kèm đúng đoạn làm căn cứ."


def build_app(engine: Engine | None = None) -> typer.Typer:
    """Return the command line over ``engine``, the installed one when None.

    The console script adds the evaluation commands to it; `assistant.cli.run` runs it.
    """
    engine = engine or InstalledEngine()
    app = typer.Typer(cls=Group, help=_ABOUT, add_completion=False, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_root)
    app.add_typer(_index_app(engine), name="index", rich_help_panel=COMMANDS)
    _add_source(app, engine)
    _add_ask(app, engine)
    _add_check(app, engine)
    add_targets(app, engine)
    _add_chat(app, engine)
    add_feedback(app)
    add_password(app)
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"hoidap {version('hoidap')}")
        raise typer.Exit


def _root(
    context: typer.Context,
    _version: Annotated[
        bool, option("--version", help="In phiên bản.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _index_app(engine: Engine) -> typer.Typer:
    app = typer.Typer(cls=Group, help="Lập chỉ mục văn bản.")

    @app.command(
        "build",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Lập chỉ mục từ tệp hay thư mục; chỉ phần thay đổi được làm lại.",
    )
    def build(
        paths: Annotated[
            list[Path] | None, argument("[PATH]…", "Tệp .txt, .md hay thư mục; mặc định: có sẵn.")
        ] = None,
        index: IndexOption = None,
        if_missing: Annotated[
            bool, option("--if-missing", help="Không làm gì nếu đã có chỉ mục.")
        ] = False,
    ) -> None:
        settings = begin(index)
        if if_missing and engine.has_index(settings):
            return
        with progress_bar("Lập chỉ mục") as progress:
            report = engine.build(settings, tuple(paths or ()), progress)
        typer.echo(_told(report, settings.index))

    return app


def _told(report: "BuildReport", folder: Path) -> str:
    seconds = f"{report.seconds:.1f}".replace(".", ",")
    return (
        f"Đã lập chỉ mục {report.documents} văn bản, {report.passages} đoạn trong {seconds} giây "
        f"(làm mới {report.embedded}, giữ nguyên {report.reused}): {folder}"
    )


def _add_source(app: typer.Typer, engine: Engine) -> None:
    @app.command(
        "source",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="In đúng văn bản gốc mà các vị trí trích dẫn chỉ vào.",
    )
    def source(
        document: Annotated[
            str | None, argument("[DOCUMENT]", "Tên văn bản; bỏ trống khi chỉ có một.")
        ] = None,
        index: IndexOption = None,
    ) -> None:
        settings = begin(index)
        ensure_index(engine, settings)
        sys.stdout.write(chosen(engine.documents(settings), document).text)


def _add_ask(app: typer.Typer, engine: Engine) -> None:
    @app.command(
        "ask",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Hỏi một câu, hoặc cả một tệp câu hỏi (--batch).",
        # A question may begin with a dash: "-5% là của năm nào?"
        context_settings={"ignore_unknown_options": True},
    )
    def ask(  # noqa: PLR0913, PLR0917 - one parameter an option
        question: Annotated[str | None, argument("QUESTION", "Câu hỏi tiếng Việt.")] = None,
        history: Annotated[
            list[str] | None,
            option("--history", metavar="Q", help="Câu hỏi trước đó; dùng được nhiều lần."),
        ] = None,
        index: IndexOption = None,
        as_json: JsonOption = False,
        batch: Annotated[
            str | None,
            option(
                "--batch", metavar="FILE", help="Tệp JSON Lines {id, question, history}, hay -."
            ),
        ] = None,
        llm: LlmOption = None,
    ) -> None:
        asked = _one_of(question, batch, "QUESTION", "ask")
        with batch_lines(batch) as lines:
            settings = begin(index).with_language_model(llm)
            ensure_index(engine, settings)
            assistant = engine.assistant(settings)
            if lines is None:
                ask_one(assistant, asked, history or (), as_json=as_json)
            else:
                run_batch(lines, ("question",), lambda each: timed_answer(assistant, each))


def _add_check(app: typer.Typer, engine: Engine) -> None:
    @app.command(
        "check",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Kiểm chứng một phát biểu hay một đoạn, hoặc cả một tệp (--batch).",
        context_settings={"ignore_unknown_options": True},
    )
    def check(
        statement: Annotated[
            str | None, argument("STATEMENT", "Phát biểu hay đoạn văn cần kiểm chứng.")
        ] = None,
        index: IndexOption = None,
        as_json: JsonOption = False,
        batch: Annotated[
            str | None,
            option("--batch", metavar="FILE", help="Tệp JSON Lines {id, statement}, hay -."),
        ] = None,
        llm: LlmOption = None,
    ) -> None:
        claimed = _one_of(statement, batch, "STATEMENT", "check")
        with batch_lines(batch) as lines:
            settings = begin(index).with_language_model(llm)
            ensure_index(engine, settings)
            assistant = engine.assistant(settings)
            if lines is None:
                check_one(assistant, claimed, as_json=as_json)
            else:
                run_batch(lines, FIELDS, lambda each: timed_verdict(assistant, each))


def _one_of(text: str | None, batch: str | None, name: str, command: str) -> str:
    """Return the text to work on ("" for a batch), refusing none, both, and misspelt options."""
    see = f"xem: hoidap {command} --help"
    if text is not None and text.startswith("--") and len(text.split()) == 1:
        raise QuestionError(f"Không có tùy chọn {text}; {see}")
    if (text is None) == (batch is None):
        raise QuestionError(f"Cần {name} hoặc --batch FILE, một trong hai; {see}")
    return text or ""


def _add_chat(app: typer.Typer, engine: Engine) -> None:
    @app.command(
        "chat", cls=Command, rich_help_panel=COMMANDS, help="Mở trang web hỏi đáp trên máy này."
    )
    def chat(
        host: Annotated[str | None, option("--host", metavar="H", help="Địa chỉ phục vụ.")] = None,
        port: Annotated[str | None, option("--port", metavar="P", help="Cổng phục vụ.")] = None,
        index: IndexOption = None,
        llm: LlmOption = None,
        mcp: Annotated[
            bool, option("--mcp", help="Mở thêm máy chủ MCP cho trợ lý AI (/gradio_api/mcp/).")
        ] = False,
    ) -> None:
        settings = begin(index).with_server(host, port).with_language_model(llm)
        ensure_index(engine, settings)
        if warning := warning_for(settings):
            sys.stderr.write(f"{warning}\n")
        engine.chat(settings, _show_address, mcp=mcp)


def _show_address(url: str) -> None:
    typer.echo(f"Đang phục vụ ở {url} (Ctrl+C để dừng).")
