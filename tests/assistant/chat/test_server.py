"""The server over HTTP: the endpoint, what is closed, addresses that cannot be used."""

import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.chat import Served, launch
from assistant.chat.gate import MAX_BODY_BYTES, known
from assistant.chat.page import FONTS, STATIC, dressed
from assistant.chat.server import check_address
from corpus.errors import IndexMissing, ServerError
from tests.assistant.fakes import FakeAssistant


@dataclass(frozen=True)
class Address:
    """Settings of a server."""

    host: str = "127.0.0.1"
    port: int = 0
    max_question_chars: int = 1000
    runs: Path | None = None
    feedback_file: Path | None = None
    users: Path | None = None
    rate_per_minute: int = 0
    max_request_bytes: int = MAX_BODY_BYTES


def test_the_endpoint_answers_as_the_contract_says(served: Served) -> None:
    from gradio_client import Client  # type: ignore[import-untyped] # published without types
    from gradio_client.exceptions import AppError  # type: ignore[import-untyped] # the same

    client = Client(served.url, verbose=False)
    found = client.predict("Thu nhập năm 2030?", ["câu trước"], api_name="/ask")
    assert found["span"] == "trên 12.500 USD/người/năm"
    assert client.predict("còn 2045?", api_name="/ask")["status"] == "refused"
    with pytest.raises(AppError, match=r"100\.000 ký tự"):
        client.predict("x" * 100_000, api_name="/ask")
    described = client.view_api(return_format="dict", print_info=False)
    assert list(described["named_endpoints"]) == ["/ask", "/check", "/targets"]
    assert described["unnamed_endpoints"] == {}


def test_many_at_once_each_get_their_own_answer(served: Served) -> None:
    from gradio_client import Client

    client = Client(served.url, verbose=False)
    questions = [f"câu hỏi lạ số {number}" for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda q: client.predict(q, api_name="/ask")["answer"], questions))
    assert all(question in answer for question, answer in zip(questions, answers, strict=True))


def test_only_what_is_needed_is_open_and_nothing_comes_from_elsewhere(served: Served) -> None:
    import httpx

    with httpx.Client(base_url=served.url) as client:
        page = client.get("/")
        assert '<html lang="vi"' in page.text
        assert "connect-src 'self'" in page.headers["content-security-policy"]
        assert "og:image" not in page.text
        for path in ("monitoring", "gradio_api/upload", "gradio_api/file=/etc/passwd", "docs"):
            assert client.get(path).status_code == 404
        assert client.post("gradio_api/upload", files={"files": b"x"}).status_code == 404
        assert client.get("hoidap/..%2fapp.py").status_code == 404
        big = b"x" * (MAX_BODY_BYTES + 1)
        assert client.post("gradio_api/queue/join", content=big).status_code == 413
        for file in [*STATIC.iterdir(), *FONTS.glob("*.woff2")]:
            folder = "hoidap/fonts" if file.parent == FONTS else "hoidap"
            got = client.get(f"{folder}/{file.name}")
            assert got.content == file.read_bytes()
            assert "immutable" in got.headers["cache-control"]


def test_the_paths_that_are_known() -> None:
    assert known("/")
    assert known("/gradio_api/queue/data")
    assert not known("/gradio_api/file=/etc/passwd")
    assert not known("/gradio_api")


def test_dressing_a_page_that_gradio_changed_still_keeps_it() -> None:
    assert dressed("<p>gì đó khác</p>") == "<p>gì đó khác</p>"


def test_a_busy_port_is_one_line_that_names_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServerError, match=f"Cổng {port} .*--port {port + 1}"):
            launch(FakeAssistant, Address(port=port))


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("203.0.113.7", 7860, "Máy này không có địa chỉ '203.0.113.7'"),
        ("khong-co.invalid", 7860, "--host 127.0.0.1"),
        ("a" * 300, 7860, "Máy này không có địa chỉ"),
        ("127.0.0.1", 70000, "Cổng 70000 không có"),
        ("127.0.0.1", -1, "Cổng -1 không có"),
    ],
)
def test_a_bad_address_is_one_line(host: str, port: int, said: str) -> None:
    with pytest.raises(ServerError, match=r"^[^\n]+$") as caught:
        check_address(host, port)
    assert said in str(caught.value)


def test_launch_takes_the_page_down_when_the_assistant_cannot_be_opened() -> None:
    import httpx

    urls: list[str] = []

    def missing() -> FakeAssistant:
        raise IndexMissing("Không có chỉ mục.")

    with pytest.raises(IndexMissing):
        launch(missing, Address(), urls.append)
    assert len(urls) == 1
    with pytest.raises(httpx.ConnectError):
        httpx.get(urls[0])
