"""The public endpoints as programs use them: over plain HTTP and with Gradio's own client."""

import json
from typing import Any

import httpx
import pytest

from assistant.chat import Served
from assistant.chat.endpoints import NAMES
from tests.assistant.fakes import FakeAssistant

CITATION = {"document", "title", "paragraph", "start", "end", "quote"}
ANSWER = {"status", "answer", "span", "citations", "understood", "confidence", "elapsed_ms"}
VERDICT = {"verdict", "explanation", "differences", "citations", "elapsed_ms"}
TARGET = {
    *("document", "indicator", "year", "operator", "low", "high", "unit"),
    *("quote", "start", "end"),
}
VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def run(served: Served, name: str, *data: object) -> httpx.Response:
    """Call an endpoint in one request."""
    return posted(f"{served.url}gradio_api/run/{name}", {"data": list(data)})


def posted(url: str, sent: object) -> httpx.Response:
    """Post JSON as Python writes it: half characters, and numbers that are none, and all."""
    return httpx.post(url, content=json.dumps(sent), headers={"content-type": "application/json"})


def called(served: Served, name: str, *data: object) -> str:
    """Call an endpoint in the two requests that Gradio documents, and return the event stream."""
    url = f"{served.url}gradio_api/call/{name}"
    event = posted(url, {"data": list(data)}).json()["event_id"]
    return httpx.get(f"{url}/{event}").text


def test_three_endpoints_are_public_and_no_other(served: Served) -> None:
    from gradio_client import Client  # type: ignore[import-untyped] # published without types

    described = Client(served.url, verbose=False).view_api(return_format="dict", print_info=False)
    assert sorted(described["named_endpoints"]) == ["/ask", "/check", "/targets"]
    assert described["unnamed_endpoints"] == {}
    assert NAMES == ("ask", "check", "targets")
    functions = served.app.fns.values()
    public = [each for each in functions if each.api_visibility != "private"]
    assert [each.api_name for each in public] == list(NAMES)
    assert {each.api_name for each in functions} == {*NAMES, None}
    names = {each.fn.__name__ for each in functions if each.fn} - set(NAMES)
    assert {"ask_typed", "fill"} <= names
    for name in (*names, "None", "null", "predict"):
        for path in ("run", "call", "call/v2"):
            got = httpx.post(f"{served.url}gradio_api/{path}/{name}", json={"data": [None]})
            assert got.status_code in {404, 422}, (path, name)


def test_what_the_endpoints_take_is_described_in_vietnamese(served: Served) -> None:
    info = httpx.get(f"{served.url}gradio_api/info").json()["named_endpoints"]
    for name in NAMES:
        assert VIETNAMESE & set(info[f"/{name}"]["description"])
    takes = {name: [each["parameter_name"] for each in info[f"/{name}"]["parameters"]]
             for name in NAMES}  # fmt: skip
    assert takes == {"ask": ["question", "history"], "check": ["statement"], "targets": []}


def test_the_json_is_that_of_the_contract(served: Served, fake: FakeAssistant) -> None:
    answer = run(served, "ask", "Thu nhập năm 2030?", ["câu trước"]).json()["data"][0]
    assert set(answer) >= ANSWER
    assert answer["span"] == "trên 12.500 USD/người/năm"
    assert set(answer["citations"][0]) == CITATION
    assert fake.asked[-1] == ("Thu nhập năm 2030?", ("câu trước",))
    verdict = run(served, "check", "Tỷ lệ đô thị hóa đạt 70%").json()["data"][0]
    assert set(verdict) == VERDICT
    assert verdict["verdict"] == "refuted"
    rows = run(served, "targets").json()["data"][0]
    assert all(set(row) == TARGET for row in rows)
    for row in rows:
        source = fake.documents[row["document"]].text
        assert source[row["start"] : row["end"]] == row["quote"]
    assert "event: complete" in called(served, "check", "Tỷ lệ đô thị hóa đạt 75%")
    named = {"question": "Thu nhập năm 2030?", "history": ["trước"]}
    joined = httpx.post(f"{served.url}gradio_api/call/v2/ask", json=named)
    assert joined.status_code == 200


def test_gradios_own_client_uses_all_three(served: Served) -> None:
    from gradio_client import Client

    client = Client(served.url, verbose=False)
    assert client.predict("Thu nhập?", api_name="/ask")["status"] == "answered"
    asked = client.predict(question="còn 2045?", history=["thu nhập"], api_name="/ask")
    assert asked["status"] == "refused"
    assert client.predict("đạt 75%", api_name="/check")["verdict"] == "supported"
    assert len(client.predict(api_name="/targets")) > 3


BAD: list[tuple[str, list[Any], str]] = [
    ("ask", [], "gõ một câu hỏi"),
    ("ask", [None, None], "gõ một câu hỏi"),
    ("ask", ["  "], "gõ một câu hỏi"),
    ("ask", [5], "không phải một chuỗi"),
    ("ask", [{"a": 1}], "không phải một chuỗi"),
    ("ask", ["x" * 5000], "5.000 ký tự"),
    ("ask", ["\x00\x01"], "không phải văn bản"),
    ("ask", ["thu nhập \x00 năm 2030 của Hà Nội là bao nhiêu?"], "không phải văn bản"),
    ("ask", ["thu nhập \ud800 năm 2030 của Hà Nội là bao nhiêu?"], "không phải văn bản"),
    (
        "ask",
        [{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}],
        "không phải một chuỗi",
    ),
    ("ask", [float("inf")], "không phải một chuỗi"),
    ("check", ["Tỷ lệ đạt 75% \udfff"], "không phải văn bản"),
    ("check", ["x" * 30_000], "30000 ký tự"),
    ("ask", ["thu nhập", "một chuỗi"], "history phải là danh sách"),
    ("ask", ["thu nhập", [1, 2]], "history phải là danh sách"),
    ("ask", ["không nhận câu này"], "hãy hỏi câu khác"),
    ("ask", ["hỏng hóc"], "Rất tiếc"),
    ("check", [], "gửi một phát biểu"),
    ("check", [["75%"]], "không phải một chuỗi"),
    ("check", ["<b>"], "không kiểm chứng được"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD)
def test_bad_input_gets_one_polite_sentence(
    served: Served, name: str, data: list[Any], said: str
) -> None:
    refused = run(served, name, *data)
    error = refused.json()["error"]
    assert refused.status_code == (500 if said == "Rất tiếc" else 422)
    assert said in error
    assert "\n" not in error
    assert "Traceback" not in refused.text
    stream = called(served, name, *data)
    assert "event: error" in stream
    assert "Traceback" not in stream


NO_REQUESTS = {
    "nothing": b"", "text": b"nonsense", "no data": b"{}", "no list": b'{"data": "x"}',
    "list": b"[1]", "binary": bytes(range(256)), "half UTF-8": b'{"data": ["\xff\xfe"]}',
    "brackets": b'{"data":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "figures": b'{"data": [' + b"9" * 10_000 + b"]}",
}  # fmt: skip


@pytest.mark.parametrize("body", NO_REQUESTS.values(), ids=NO_REQUESTS)
def test_what_is_no_request_gets_one_polite_sentence(served: Served, body: bytes) -> None:
    for path in ("run/ask", "call/ask", "call/v2/ask", "run/nothing", "call/nothing"):
        got = httpx.post(
            f"{served.url}gradio_api/{path}",
            content=body,
            headers={"content-type": "application/json"},
        )
        assert 400 <= got.status_code < 500, (path, got.text)
        assert VIETNAMESE & set(got.json()["detail"])


def test_what_is_sent_otherwise_gets_one_polite_sentence(served: Served) -> None:
    url = f"{served.url}gradio_api/run/ask"
    asked = b'{"data": ["thu nh\xe1\xba\xadp", []]}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        got = httpx.post(url, content=asked, headers={"content-type": kind})
        assert (got.status_code, VIETNAMESE & set(got.json()["detail"])) > (421, set())
    for method in ("GET", "PUT", "DELETE"):
        got = httpx.request(method, url)
        assert got.status_code == 405
        assert "chỉ nhận POST" in got.json()["detail"]


def test_more_than_is_taken_is_left_aside(served: Served) -> None:
    assert run(served, "ask", "thu nhập", [], "thừa").json()["data"][0]["status"] == "answered"
