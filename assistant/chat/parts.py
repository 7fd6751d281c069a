"""What the parts of the page share while it is built: the page, a tab, and how events are wired.

What this module does not know: which parts there are (`assistant.chat.app` lists them).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chat.desk import Desk
from assistant.chat.ports import AnswersQuestions

if TYPE_CHECKING:
    import gradio as gr

# Events of the page are its own business: no API, and no sign of progress but ours.
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

# What computes shares this queue: `assistant.chat.app.AT_ONCE` at a time, the rest in line.
COMPUTES = "ask"


Fill = tuple["gr.HTML", Callable[[], str]]
"""A component, and what it shows once the assistant is open."""


@dataclass(slots=True)
class Page:
    """A page being built: whom it asks, and what is filled in once the assistant is open.

    ``tab`` is the tab being built, for what happens when it is opened.
    ``runs`` is the folder of evaluation runs, None where there is none to show; ``feedback`` the
    file that opinions go to, None where none are asked for. ``talk`` shows the conversation and
    ``turns`` holds it, for the parts that work on it. ``late_fills`` are those that take a while.
    """

    assistant: AnswersQuestions
    desk: Desk
    runs: Path | None = None
    feedback: Path | None = None
    tab: "gr.Tab | None" = None
    talk: "gr.HTML | None" = None
    turns: "gr.State | None" = None
    fills: list["Fill"] = field(default_factory=list)
    late_fills: list["Fill"] = field(default_factory=list)


Part = Callable[[Page], None]
"""Builds one part of the page, within Gradio's blocks: called once, in its place."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the page: what it is called, its anchor, and what builds its inside."""

    label: str
    anchor: str
    build: Part
