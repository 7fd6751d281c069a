"""Who is logged in: tokens that browsers hold, each good as long as its user may come in.

What this module does not know: how a token is made, sent or kept by a browser.
"""

from typing import Any

from assistant.login.users import Users


class Sessions(dict[str, str]):
    """Names by token. One taken out of the file, or given another password, is in no more."""

    def __init__(self, users: Users) -> None:
        """Begin with nobody."""
        super().__init__()
        self._users = users
        self._as: dict[str, str | None] = {}

    def __setitem__(self, token: str, name: str) -> None:
        """Let somebody in, by the line of the file as it stands now."""
        self._as[token] = self._users.hash_of(name)
        super().__setitem__(token, name)

    def __delitem__(self, token: str) -> None:
        """Let somebody out."""
        super().__delitem__(token)
        self._as.pop(token, None)

    def get(self, token: str | None, default: Any = None) -> Any:  # noqa: ANN401 - as a dict's
        """Return the name of whoever holds a token, ``default`` where nobody may any more."""
        if token is None or token not in self:
            return default
        name = self[token]
        if (known := self._users.hash_of(name)) is None or known != self._as.get(token):
            del self[token]
            return default
        return name
