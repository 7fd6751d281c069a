"""Gradio's page made ours: Vietnamese from its first byte, with our styles, scripts and header.

Where somebody has to log in first, Gradio's own login page is replaced by ours.

What this module does not know: what the page shows, or who may see it.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat import labels
from assistant.chat.login_html import login_html
from assistant.chat.markup import text

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

STATIC = Path(__file__).parent / "static"
FONTS = Path(__file__).parent / "fonts"
STYLES = ("fonts.css", "style.css", "tabs.css", "talk.css", "print.css")
SCRIPTS = ("chat.js", "tabs.js", "feedback.js", "tools.js")
LOGIN_STYLES = ("fonts.css", "style.css", "login.css")
LOGIN_SCRIPTS = ("login.js",)

_BRAND = "<h1>hỏi<i>đáp</i></h1>"
_LOCKED = re.compile(r'window\.gradio_config = \{"auth_required": ?true')
_FOREIGN = re.compile(
    r"<meta[^>]*?(?:property=\"og:|name=\"twitter:)[^>]*?/?>|<link rel=\"manifest\"[^>]*>",
    re.DOTALL,
)


def static_routes() -> "list[BaseRoute]":
    """Return the routes of our own styles, script and fonts: package files, never a user's."""
    from starlette.routing import Mount  # noqa: PLC0415 - heavy
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415 - heavy

    return [
        Mount("/hoidap/fonts", StaticFiles(directory=FONTS)),
        Mount("/hoidap", StaticFiles(directory=STATIC)),
    ]


def dressed(html: str, *, login: bool = False) -> str:
    """Return Gradio's page with our language, title, styles, scripts and header.

    Where ``login`` is needed and nobody has logged in, the login page is returned; else the header
    has a way out.
    """
    if login and _LOCKED.search(html):
        return login_page()
    html = re.sub(r'<html\s+lang="en"', '<html lang="vi"', html, count=1)
    html = _FOREIGN.sub("", html)
    html = html.replace("</head>", f"{_head()}</head>", 1)
    return re.sub(r"(<body[^>]*>)", lambda body: body.group(1) + _header(login), html, count=1)


def login_page() -> str:
    """Return the page that asks for a name and a password."""
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'{_head(LOGIN_STYLES, LOGIN_SCRIPTS)}</head><body class="hd-login">'
        f"<header>{_BRAND}</header>{login_html()}</body></html>\n"
    )


@cache
def _head(styles: tuple[str, ...] = STYLES, scripts: tuple[str, ...] = SCRIPTS) -> str:
    return (
        f"<title>{text(labels.TITLE)}</title>"
        f'<meta name="description" content="{text(labels.DESCRIPTION)}">'
        + "".join(f'<link rel="stylesheet" href="{_versioned(name)}">' for name in styles)
        + "".join(f'<script defer src="{_versioned(name)}"></script>' for name in scripts)
    )


def _header(login: bool) -> str:  # noqa: FBT001 - what a page is dressed for
    link = f'<a href="logout" id="hd-out">{text(labels.LOG_OUT)}</a>'
    out = f'<nav aria-label="{text(labels.ACCOUNT)}">{link}</nav>' if login else ""
    return (
        '<nav id="hd-skips" aria-label="Lối tắt">'
        f'<a href="#hd-left" data-skip="main">{text(labels.SKIP_TO_MAIN)}</a>'
        f'<a href="#hd-right" data-skip="document">{text(labels.SKIP_TO_DOCUMENT)}</a></nav>'
        f'<header id="hd-head">{_BRAND}</header>{out}'
        '<div id="hd-live" class="hd-sr" role="status" aria-live="polite"></div>'
    )


def _versioned(name: str) -> str:
    """Return the address of a static file, with its content's hash so that caches never lie."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"hoidap/{name}?v={digest}"
