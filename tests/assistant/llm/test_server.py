"""What is sent, to whom, and that a key is seen by nobody else."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.assemble import language_model
from assistant.llm.client import Client, Message
from assistant.llm.deadline import Deadline
from assistant.llm.server import Server, key_from
from assistant.settings import Settings, load_settings
from corpus.errors import LanguageModelError, SettingsError
from evals.provenance import settings_record
from tests.assistant.cli.fakes import FakeEngine, hoidap
from tests.assistant.llm.conftest import CITED, SECRET, Ask
from tests.assistant.llm.scripted import Exchange, fails, says, serving

URL = "http://127.0.0.1:9/v1"


def test_the_request_is_what_was_promised(ask: Ask) -> None:
    (exchange,) = ask(says(CITED)).server.exchanges
    assert exchange.body["temperature"] == 0
    assert exchange.body["stream"] is True
    assert exchange.body["max_tokens"] > 0
    assert exchange.body["model"] == "mo-hinh-thu"
    assert [message["role"] for message in exchange.body["messages"]] == ["system", "user"]
    assert exchange.headers["Authorization"] == f"Bearer {SECRET}"


def test_nothing_but_the_request_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "cua-nguoi-khac")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(says("Có.")) as server:
        assert _said(Client(Server(server.url, "m"))) == "Có."
    (exchange,) = server.exchanges
    sent = {name.lower(): value for name, value in exchange.headers.items()}
    assert set(sent) == {
        *("host", "connection", "content-type", "content-length", "accept", "user-agent"),
    }
    assert sent["user-agent"] == "hoidap"
    assert "cua-nguoi-khac" not in repr(exchange.headers) + repr(exchange.body)


def test_a_redirect_is_not_followed() -> None:
    with serving(says("bẫy")) as trap:

        def elsewhere(exchange: Exchange) -> None:
            exchange.begin(307, Location=f"{trap.url}/chat/completions")

        with serving(elsewhere) as server, pytest.raises(LanguageModelError, match="307"):
            _said(Client(Server(server.url, "m", SECRET)))
    assert trap.exchanges == []


def test_no_secret_is_logged_or_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    def echo(exchange: Exchange) -> None:
        exchange.begin(500, "application/json", X_Echo=SECRET)
        exchange.raw(f'{{"error": {{"message": "{SECRET}"}}}}'.encode())

    server = Server(URL, "m", SECRET)
    assert SECRET not in repr(server)
    with serving(echo) as scripted, pytest.raises(LanguageModelError) as caught:
        _said(Client(Server(scripted.url, "m", SECRET)), seconds=1.0)
    assert SECRET not in str(caught.value)
    assert SECRET not in caplog.text


def test_reading_that_is_given_up_ends_by_itself() -> None:
    """Whoever leaves a stream half read leaves no thread reading for ever."""
    import threading

    def endless(exchange: Exchange) -> None:
        exchange.begin()
        for _ in range(1_000):
            exchange.delta("từ ")
            exchange.sleep(0.02)

    with serving(endless) as server:
        stream = Client(Server(server.url, "m")).stream(_ASKED, Deadline.after(30.0))
        assert next(iter(stream)) == "từ "
        stream.close()  # type: ignore[attr-defined]  # a generator, as every caller has it
        for thread in threading.enumerate():
            if thread.name == "hoidap-llm":
                thread.join(5)
                assert not thread.is_alive()


@pytest.mark.parametrize(
    ("server", "told"),
    [
        (lambda: Server(URL, ""), "HOIDAP_LLM_MODEL"),
        (lambda: Server("", "m"), "HOIDAP_LLM_BASE_URL"),
        (lambda: Server("127.0.0.1:11434/v1", "m"), "http://"),
        (lambda: Server("ftp://a/v1", "m"), "http://"),
        (lambda: Server("http:///v1", "m"), "http://"),
        (lambda: Server("http://[::1/v1", "m"), "http://"),
        (lambda: Server("http://a:99999/v1", "m"), "http://"),
        (lambda: Server("http://ten:mat-khau@a/v1", "m"), "mật khẩu"),
        (lambda: Server("http://a/v1?key=mat-khau", "m"), "tham số"),
        (lambda: Server(URL, "m", "mat-khau có dấu"), "ký tự lạ"),
    ],
)
def test_what_cannot_be_asked_is_one_line(server: Callable[[], Server], told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        server()
    assert "\n" not in str(caught.value)
    assert "mat-khau" not in str(caught.value)


def test_which_servers_are_on_this_machine() -> None:
    here = ("http://127.0.0.1:1/v1", "http://localhost/v1", "http://[::1]:8/v1")
    assert all(Server(url, "m").is_here for url in here)
    assert not Server("https://may-chu.example/v1", "m").is_here


def test_a_key_file_holds_a_key_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"  {SECRET}\n", encoding="ascii")
    assert key_from(file) == SECRET
    for content in (b"", b"\n \n", SECRET.encode() + b"\nand more", b"\xff\xfe", b"x" * 5_000):
        file.write_bytes(content)
        with pytest.raises(SettingsError, match="một khóa") as caught:
            key_from(file)
        assert SECRET not in str(caught.value)
    with pytest.raises(SettingsError, match="HOIDAP_LLM_API_KEY_FILE"):
        key_from(tmp_path / "missing")


def test_settings_name_the_model_and_hide_the_key(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(SECRET, encoding="ascii")
    settings = load_settings(
        {
            "HOIDAP_LLM_BASE_URL": URL,
            "HOIDAP_LLM_MODEL": "m",
            "HOIDAP_LLM_API_KEY_FILE": str(tmp_path / "key"),
            "HOIDAP_LLM_TIMEOUT_S": "7.5",
        },
        tmp_path,
    )
    assert language_model(settings) is None  # off, whatever is set
    client = language_model(settings.with_language_model("-"))
    assert client is not None
    assert client.server == Server(URL, "m", SECRET, 7.5)
    other = language_model(settings.with_language_model("khác"))
    assert other is not None
    assert other.server.model == "khác"
    shown = Settings(tmp_path, llm_api_key=SECRET)
    assert SECRET not in repr(shown) + repr(settings_record(shown))
    (tmp_path / "hoidap.toml").write_text("llm_api_key = 123456789\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="llm_api_key") as caught:
        load_settings({}, tmp_path)
    assert "123456789" not in str(caught.value)


@pytest.mark.parametrize("command", [["ask", "Gì?"], ["chat"], ["eval"]])
def test_a_model_without_a_name_is_a_mistake(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.cli import run
    from evals.main import app_for

    assert run(app_for(command), [*command, "--llm", " "]) == 2
    assert "--llm" in capsys.readouterr().err


def test_a_model_without_a_server_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    from assistant.cli import run
    from evals.main import app_for

    assert run(app_for(["ask"]), ["ask", "Gì?", "--llm", "m"]) == 2
    err = capsys.readouterr().err
    assert "HOIDAP_LLM_BASE_URL" in err
    assert err.count("\n") == 1


def test_commands_hand_the_model_on() -> None:
    engine = FakeEngine()
    assert hoidap(engine, "chat", "--llm", "m") == 0
    assert engine.served is not None
    assert (engine.served.llm, engine.served.llm_model) == (True, "m")


_ASKED = (Message("user", "?"),)


def _said(client: Client, seconds: float = 10.0) -> str:
    return "".join(client.stream(_ASKED, Deadline.after(seconds)))


def test_an_error_is_told_by_its_status() -> None:
    with serving(fails(401)) as server, pytest.raises(LanguageModelError, match="khóa"):
        _said(Client(Server(server.url, "m", SECRET)))
