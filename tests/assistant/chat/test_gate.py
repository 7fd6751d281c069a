"""Limits and login over real HTTP, and as somebody sees them in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import httpx
import pytest

from assistant.chat import Served, build_app, serve
from assistant.chat.gate import Bounds
from assistant.login import Users, line_for
from assistant.settings import Settings, prepare_environment
from tests.assistant.chat.test_accessible import AXE, violations
from tests.assistant.chat.test_browser import BOX, ask
from tests.assistant.fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAME, SECRET = "Hạnh", "mật khẩu của tôi"


@pytest.fixture(scope="module")
def narrow() -> Iterator[Served]:
    """A server of which little may be asked."""
    prepare_environment(Settings(index=Path()))
    running = serve(build_app(FakeAssistant()), port=0, bounds=Bounds(2, 20_000))
    yield running
    running.close()


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server where one has to log in."""
    prepare_environment(Settings(index=Path()))
    path = tmp_path_factory.mktemp("users") / "users"
    path.write_text(line_for(NAME, SECRET), encoding="utf-8")
    running = serve(build_app(FakeAssistant()), port=0, users=Users(path))
    yield running
    running.close()


def test_who_asks_too_often_is_told_how_long_to_wait(narrow: Served, browser: "Browser") -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(narrow.url)
    page.wait_for_selector(".hd-sug button")
    with httpx.Client(base_url=narrow.url) as client:
        for _ in range(2):
            client.post("gradio_api/call/ask", json={"data": ["thu nhập", []]})
        refused = client.post("gradio_api/call/ask", json={"data": ["thu nhập", []]})
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 30
        assert "hãy đợi" in refused.json()["detail"]
        told = {"x-forwarded-for": "203.0.113.9", "forwarded": "for=203.0.113.9"}
        again = client.post("gradio_api/call/ask", json={"data": ["thu nhập", []]}, headers=told)
        assert again.status_code == 429
        assert client.get("/").status_code == 200
    page.fill(BOX, "thu nhập")
    page.press(BOX, "Enter")
    page.wait_for_selector(".toast-body")
    assert "Bạn gửi hơi nhanh" in page.locator(".toast-messages").inner_text()
    assert page.locator(".toast-title").inner_text() == "Chưa gửi được"
    assert page.input_value(BOX) == "thu nhập"
    page.context.close()


def test_what_is_too_large_is_refused_whether_it_says_so_or_not(narrow: Served) -> None:
    with httpx.Client(base_url=narrow.url) as client:
        refused = client.post("gradio_api/component_server", content=b"x" * 20_001)
        assert refused.status_code == 413
        assert refused.json()["detail"].startswith("Yêu cầu quá lớn")
        untold = client.post(
            "gradio_api/component_server", content=iter([b"x" * 15_000, b"x" * 15_000])
        )
        assert untold.status_code >= 400


def test_nothing_but_the_login_page_is_open_to_strangers(locked: Served) -> None:
    with httpx.Client(base_url=locked.url) as client:
        page = client.get("/")
        assert '<html lang="vi"' in page.text
        assert "hd-login" in page.text
        assert "gradio_config" not in page.text
        for path in ("config", "gradio_api/info", "gradio_api/openapi.json"):
            assert client.get(path).status_code == 401, path
        for path in ("queue/join", "call/ask", "run/predict", "component_server"):
            assert client.post(f"gradio_api/{path}", json={"data": ["x"]}).status_code == 401
        wrong = client.post("login", data={"username": NAME, "password": "sai"})
        assert wrong.status_code == 400
        assert not wrong.cookies
        assert client.post("login", content=b"x" * 20_000).status_code == 413
        right = client.post("login", data={"username": NAME, "password": SECRET})
        assert right.json() == {"success": True}
        assert "httponly" in right.headers["set-cookie"].lower()
        inside = client.get("/").text
        assert "gradio_config" in inside
        assert 'id="hd-out"' in inside
        client.get("logout")
        assert "hd-login" in client.get("/").text


def test_the_endpoint_is_used_with_a_login(locked: Served) -> None:
    from gradio_client import Client  # type: ignore[import-untyped] # published without types

    client = Client(locked.url, auth=(NAME, SECRET), verbose=False)
    assert client.predict("Thu nhập?", api_name="/ask")["status"] == "answered"


def test_who_is_taken_out_of_the_file_is_out_at_once(tmp_path: Path) -> None:
    path = tmp_path / "users"
    path.write_text(f"{line_for(NAME, SECRET)}\n{line_for('Lan', SECRET)}\n", encoding="utf-8")
    running = serve(build_app(FakeAssistant()), port=0, users=Users(path))
    asked: dict[str, list[object]] = {"data": ["Thu nhập?", []]}
    with httpx.Client(base_url=running.url) as client:
        client.post("login", data={"username": NAME, "password": SECRET})
        assert client.post("gradio_api/run/ask", json=asked).status_code == 200
        assert client.post("gradio_api/call/ask", json=asked).status_code == 200
        path.write_text(line_for("Lan", SECRET), encoding="utf-8")
        for way in ("run", "call"):
            assert client.post(f"gradio_api/{way}/ask", json=asked).status_code == 401
        assert client.get("config").status_code == 401
        assert "hd-login" in client.get("/").text
    running.close()


def test_whose_page_is_open_then_is_shown_the_login_page(
    tmp_path: Path, browser: "Browser"
) -> None:
    path = tmp_path / "users"
    path.write_text(f"{line_for(NAME, SECRET)}\n{line_for('Lan', SECRET)}\n", encoding="utf-8")
    running = serve(build_app(FakeAssistant()), port=0, users=Users(path))
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(running.url)
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")
    page.wait_for_selector(".hd-sug button")
    path.write_text(line_for("Lan", SECRET), encoding="utf-8")
    page.fill(BOX, "thu nhập")
    page.press(BOX, "Enter")
    page.wait_for_selector("#hd-login")
    page.context.close()
    running.close()


def test_passwords_are_guessed_slowly(locked: Served) -> None:
    with httpx.Client(base_url=locked.url) as client:
        codes = [
            client.post("login", data={"username": NAME, "password": str(n)}).status_code
            for n in range(12)
        ]
        assert codes[-1] == 429
        assert set(codes) <= {400, 429}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_logs_in_by_the_keyboard_and_out_again(
    browser: "Browser", tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    (tmp_path / "users").write_text(line_for(NAME, SECRET), encoding="utf-8")
    running = serve(build_app(FakeAssistant()), port=0, users=Users(tmp_path / "users"))
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{running.url}?doc=chuong-trinh-21-ctr-tu&p=3")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type("chưa đúng")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("Tên hoặc mật khẩu chưa đúng").wait_for()
    assert violations(page) == []
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.hd-lit", state="attached")
    page.keyboard.press("Escape")
    ask(page, "thu nhập")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
    page.get_by_role("link", name="Đăng xuất").click()
    page.wait_for_selector("#hd-login")
    context.close()
    running.close()


def test_no_login_page_without_users(served: Served) -> None:
    with httpx.Client(base_url=served.url) as client:
        assert client.get("login").status_code == 404
        assert 'id="hd-out"' not in client.get("/").text
