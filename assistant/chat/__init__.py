"""The web app: it shows what the assistant answers, and holds no logic of answering.

    launch(assistant_factory, settings)     open the page at once, load the assistant behind it
    build_app(assistant) -> gradio.Blocks   the page and its public endpoints
    serve(app, host, port) -> Served        put an app on an address

What this package does not know: how an answer is found. It is given an object that answers
(`ports.AnswersQuestions`) and renders what comes back as escaped HTML.
"""

from assistant.chat.app import build_app
from assistant.chat.server import Served, launch, serve

__all__ = ["Served", "build_app", "launch", "serve"]
