"""The small menus below the conversation: export, and what this browser keeps.

What this module does not know: what happens when something in them is chosen.
"""

from assistant.chat import labels
from assistant.chat.markup import Html, joined, tag, text


def tools_html() -> Html:
    """Return both menus, closed."""
    return joined([_export(), _history(), tag("span", class_="hd-tools-said", role="status")])


def _export() -> Html:
    buttons = (
        tag("button", text(label), type="button", data_export=suffix)
        for suffix, label in labels.FORMATS.items()
    )
    return _menu(
        "hd-export",
        labels.EXPORT,
        tag("p", text(labels.EXPORT_MORE)),
        *buttons,
    )


def _history() -> Html:
    switch = Html('<input type="checkbox" role="switch" id="hd-keep">')
    return _menu(
        "hd-history",
        labels.HISTORY,
        tag("label", switch, text(f" {labels.KEEP_HISTORY}"), for_="hd-keep"),
        tag("p", text(labels.KEEP_MORE)),
        tag("p", text(labels.EARLIER), class_="hd-earlier", id="hd-earlier"),
        tag("ul", class_="hd-talks", aria_labelledby="hd-earlier", data_none=labels.NO_EARLIER),
        tag("button", text(labels.WIPE), type="button", data_act="wipe"),
    )


def _menu(name: str, label: str, *inside: Html) -> Html:
    return tag(
        "details",
        tag("summary", text(label)),
        tag("div", *inside, class_="hd-pop"),
        id=name,
        class_="hd-menu",
    )
