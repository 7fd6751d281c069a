"""The endpoints as tools over the Model Context Protocol, by Gradio's own server of them.

What this module does not know: what the endpoints are (`assistant.chat.endpoints`).
"""

import json
from importlib.util import find_spec
from typing import Any

from assistant.chat import labels
from corpus.errors import ServerError


def check_tools(*, login: bool) -> None:
    """Refuse to serve tools where their package is missing, or where somebody has to log in.

    Raises:
        ServerError: one of the two; Gradio asks nobody who uses its tools for a login.
    """
    if login:
        raise ServerError(labels.MCP_AND_LOGIN)
    if find_spec("mcp") is None:
        raise ServerError(labels.MCP_MISSING)


def speak_json(server: Any) -> None:  # noqa: ANN401 - Gradio's, or None where it made none
    """Have Gradio's tools return JSON: left alone, they send Python's way of writing a dict.

    Raises:
        ServerError: Gradio could not make its server of tools.
    """
    if server is None:
        raise ServerError(labels.MCP_MISSING)

    def as_text(data: list[Any], _root_url: str) -> list[Any]:
        from mcp.types import TextContent  # noqa: PLC0415 - optional

        return [
            TextContent(type="text", text=json.dumps(each, ensure_ascii=False)) for each in data
        ]

    server.postprocess_output_data = as_text
