r"""A conversation as Markdown, in which nothing of a document or a user is markup.

Every sign that CommonMark or GitHub's dialect may take for markup is escaped by a backslash
(CommonMark 0.31, 2.4); line breaks within a text become spaces, or begin a quoted line.

What this module does not know: how Markdown is shown.
"""

import re
from collections.abc import Iterator

from assistant.chat import labels
from assistant.chat.export.record import Conversation, Exchange

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$&!^=@]")
_ADDRESS = re.compile(
    r"(?i)(?:(?<=https)|(?<=http)|(?<=ftp)|(?<=mailto)|(?<=xmpp))(:)|(?<=www)(\.)"
)
_ITEM = re.compile(r"^(\s*)([-+]|\d{1,9}(?=[.)]))")
_SPACES = re.compile(r"\s+")


def to_markdown(talk: Conversation) -> bytes:
    """Return the conversation as UTF-8 text."""
    parts = [f"# {escaped(talk.title)}", escaped(talk.made)]
    for exchange in talk.exchanges:
        parts += _exchange(exchange)
    return ("\n\n".join([*parts, "---", escaped(talk.foot)]) + "\n").encode("utf-8")


def escaped(content: str) -> str:
    """Return one line that is shown as ``content``, its white space as single spaces."""
    line = _SPACES.sub(" ", content).strip()
    line = _SIGNS.sub(r"\\\g<0>", line)
    line = _ADDRESS.sub(lambda found: f"\\{found.group(0)}", line)
    found = _ITEM.match(line)
    if found is None:
        return line
    if found.group(2).isdigit():
        return f"{found.group(0)}\\{line[found.end() :]}"
    return f"\\{line}"


def _exchange(exchange: Exchange) -> Iterator[str]:
    yield f"## {labels.QUESTION}: {escaped(exchange.question)}"
    if exchange.understood:
        yield f"{escaped(labels.UNDERSTOOD)} *{escaped(exchange.understood) or ' '}*"
    yield f"**{escaped(exchange.state)}**"
    yield from map(_line, exchange.lines)
    for note in exchange.notes:
        yield f"({escaped(note)})"
    for quote in exchange.quotes:
        yield f"> \\[{quote.number}\\] “{escaped(quote.text)}” — {escaped(quote.source)}"
    if exchange.when:
        yield f"{labels.ANSWERED_AT} {escaped(exchange.when)}"


def _line(line: str) -> str:
    """Return a line of an answer; the assistant's own bullets stay bullets."""
    item = line.strip()
    return f"- {escaped(item[2:])}" if item.startswith("- ") else escaped(item)
