"""What the server tells the page's script: JSON in an attribute of an element nobody sees.

What this module does not know: what is told.
"""

import json
from collections.abc import Mapping
from secrets import token_hex

from assistant.chat.markup import Html, tag


def reply_html(told: Mapping[str, object]) -> Html:
    """Return a reply; no two are alike, so that the page notices the same one told twice."""
    return tag("p", data_reply=json.dumps({**told, "nonce": token_hex(4)}, ensure_ascii=False))
