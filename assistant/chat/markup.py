"""Building HTML in which nothing of a document's or a user's is ever markup.

Every function that takes text escapes it; `Html` marks what is already safe, so that mypy
refuses a plain string where markup is expected.

What this module does not know: what is being shown.
"""

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
Attribute = str | int | bool | None
EMPTY = Html("")


def text(content: str) -> Html:
    """Return ``content`` as characters to be shown, whatever it holds."""
    return Html(escape(content, quote=True))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Return the parts one after another, with plain text ``between`` them."""
    return Html(text(between).join(parts))


def tag(name: str, /, *children: Html, **attributes: Attribute) -> Html:
    """Return an element.

    Attribute names are written with ``_`` for ``-`` (a trailing one is dropped: ``class_``).
    None and False leave an attribute out; True writes it alone; all values are escaped.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
