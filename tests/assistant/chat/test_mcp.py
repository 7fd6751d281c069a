"""The endpoints as tools over the Model Context Protocol, used by a real client over loopback."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.chat import Served, build_app, launch, serve
from assistant.chat.gate import Bounds
from assistant.chat.tools import check_tools
from corpus.errors import ServerError
from tests.assistant.chat.test_server import Address
from tests.assistant.fakes import FakeAssistant

PATH = "gradio_api/mcp/"


@pytest.fixture(scope="module")
def tools() -> Iterator[Served]:
    """A server with the tools switched on."""
    pytest.importorskip("mcp", reason="the optional package mcp is not installed")
    running = serve(build_app(FakeAssistant()), port=0, bounds=Bounds(mcp=True))
    yield running
    running.close()


def used(url: str, *calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Return the tools a server lists, and the results of calls."""
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def use() -> tuple[list[Any], list[Any]]:
        async with (
            streamable_http_client(url) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            listed = (await session.list_tools()).tools
            return listed, [await session.call_tool(name, given) for name, given in calls]

    with ThreadPoolExecutor(1) as aside:  # a browser of another test may keep a loop in this thread
        return aside.submit(asyncio.run, use()).result()


def test_the_three_tools_are_listed_with_what_they_take(tools: Served) -> None:
    listed, _ = used(f"{tools.url}{PATH}")
    assert [tool.name for tool in listed] == ["ask", "check", "targets"]
    ask, check, targets = listed
    assert ask.description.startswith("Trả lời một câu hỏi tiếng Việt")
    assert ask.inputSchema["required"] == ["question"]
    assert set(ask.inputSchema["properties"]) == {"question", "history"}
    assert "câu hỏi trước" in ask.inputSchema["properties"]["history"]["description"]
    assert check.inputSchema["required"] == ["statement"]
    assert targets.inputSchema["properties"] == {}


def test_the_tools_return_the_json_of_the_contract_or_one_sentence(tools: Served) -> None:
    _, results = used(
        f"{tools.url}{PATH}",
        ("ask", {"question": "Thu nhập năm 2030?", "history": ["trước"]}),
        ("check", {"statement": "Tỷ lệ đô thị hóa đạt 70%"}),
        ("targets", {}),
        ("ask", {"question": ""}),
        ("delete", {}),
    )
    said = ["".join(part.text for part in result.content) for result in results]
    assert json.loads(said[0])["span"] == "trên 12.500 USD/người/năm"
    assert json.loads(said[1])["verdict"] == "refuted"
    assert json.loads(said[2])[0]["document"] == "chuong-trinh-21-ctr-tu"
    assert [result.isError for result in results] == [False, False, False, True, True]
    assert "gõ một câu hỏi" in said[3]
    assert "Traceback" not in said[3] + said[4]


def test_nothing_else_of_it_is_open(tools: Served) -> None:
    assert httpx.get(f"{tools.url}{PATH}").status_code == 405
    for path in ("sse", "schema", "messages/", "http"):
        assert httpx.get(f"{tools.url}{PATH}{path}").status_code == 404
        assert httpx.post(f"{tools.url}{PATH}{path}", json={}).status_code == 404


def test_it_is_off_unless_asked_for(served: Served) -> None:
    for path in (PATH, PATH.rstrip("/")):
        assert httpx.post(f"{served.url}{path}", json={}).status_code == 404


def test_without_its_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.chat.tools.find_spec", {"mcp": None}.get)
    with pytest.raises(ServerError, match=r"^[^\n]*pip install 'hoidap\[mcp\]'$"):
        launch(FakeAssistant, Address(), mcp=True)


def test_with_a_login_there_are_no_tools() -> None:
    with pytest.raises(ServerError, match="HOIDAP_USERS"):
        launch(FakeAssistant, Address(users=Path("/dev/null")), mcp=True)
    check_tools(login=False)
