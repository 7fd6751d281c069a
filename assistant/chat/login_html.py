"""The form that asks for a name and a password, in Vietnamese.

What this module does not know: who may come in.
"""

from assistant.chat import labels
from assistant.chat.markup import Html, tag, text


def login_html() -> Html:
    """Return the form; the page's script sends it."""
    return tag(
        "main",
        tag(
            "form",
            tag("h2", text(labels.LOG_IN)),
            tag("p", text(labels.LOGIN_MORE)),
            _field(labels.NAME, "username", "text", "username"),
            _field(labels.PASSWORD, "password", "password", "current-password"),
            tag("p", class_="hd-wrong", role="alert", data_wrong=labels.LOGIN_WRONG),
            tag("button", text(labels.LOG_IN), type="submit"),
            id="hd-login",
            method="post",
            action="login",
        ),
    )


def _field(label: str, name: str, kind: str, complete: str) -> Html:
    field = Html(
        f'<input name="{name}" type="{kind}" autocomplete="{complete}" required '
        'autocapitalize="none" spellcheck="false">'
    )
    return tag("label", tag("span", text(label)), field)
