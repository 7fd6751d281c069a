"""A conversation as one page of HTML: nothing is fetched, no script runs, everything is escaped.

What this module does not know: who opens it; it opens with no network, and prints.
"""

from assistant.chat import labels
from assistant.chat.export.record import Conversation, Exchange, Quote
from assistant.chat.markup import EMPTY, Html, tag, text

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2321; --soft: #56615d; --line: #c8d2ce;
  --paper: #fffdf8; --accent: #0b5d4e; --mark: #d9a400; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebe8; --soft: #a6b2ad; --line: #43504b;
  --paper: #1b201e; --accent: #6cc5b0; } }
body { max-width: 46em; margin: 0 auto; padding: 2em 1.25em 3em; background: var(--paper);
  color: var(--ink); font: 16px/1.6 "Be Vietnam Pro", system-ui, sans-serif;
  overflow-wrap: break-word; }
h1 { font-size: 1.5em; margin: 0 0 .2em; }
h2 { font-size: 1.1em; margin: 0 0 .5em; }
article { margin-top: 2em; padding-top: 1.5em; border-top: 1px solid var(--line); }
.soft { color: var(--soft); font-size: .9em; margin: .2em 0; }
.state { color: var(--accent); font-weight: 600; margin: .4em 0; }
blockquote { margin: .8em 0; padding: .1em 0 .1em 1em; border-left: 3px solid var(--mark);
  font-family: "Source Serif 4", Georgia, serif; white-space: pre-line; }
blockquote footer { font: .85em/1.5 system-ui, sans-serif; color: var(--soft); }
@media print { :root { --ink: #000; --soft: #444; --line: #999; --paper: #fff; --accent: #0b5d4e; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  blockquote { break-inside: avoid; } h2 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(talk: Conversation) -> bytes:
    """Return the conversation as one file in UTF-8."""
    head = Html(
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(talk.title)}, {text(talk.made)}</title><style>{_STYLE}</style>"
    )
    body = tag(
        "main",
        tag("h1", text(talk.title)),
        tag("p", text(talk.made), class_="soft"),
        *(_exchange(exchange) for exchange in talk.exchanges),
        tag("p", text(talk.foot), class_="soft"),
    )
    page = tag("html", tag("head", head), tag("body", body), lang="vi")
    return f"<!doctype html>\n{page}\n".encode()


def _exchange(exchange: Exchange) -> Html:
    understood = f"{labels.UNDERSTOOD} {exchange.understood}"
    return tag(
        "article",
        tag("h2", text(f"{labels.QUESTION}: {exchange.question}")),
        _soft(understood if exchange.understood else ""),
        tag("p", text(exchange.state), class_="state"),
        *(tag("p", text(line)) for line in exchange.lines),
        *(_soft(note) for note in exchange.notes),
        *(_quote(quote) for quote in exchange.quotes),
        _soft(f"{labels.ANSWERED_AT} {exchange.when}" if exchange.when else ""),
    )


def _quote(quote: Quote) -> Html:
    return tag(
        "blockquote",
        text(f"[{quote.number}] “{quote.text}”"),
        tag("footer", text(f"— {quote.source}")),
    )


def _soft(content: str) -> Html:
    return tag("p", text(content), class_="soft") if content else EMPTY
