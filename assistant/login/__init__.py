"""Who may open the page: a file of names and scrypt hashes, and how both are made and checked.

    hashed(password) -> str                 what a line of the file holds
    Users(path).accepts(name, password)     whether somebody may come in
    Sessions(users)                         who is in, as long as they may be

What this package does not know: how a password is typed, or what it opens.
"""

from assistant.login.hashing import hashed, matches
from assistant.login.sessions import Sessions
from assistant.login.users import Users, line_for

__all__ = ["Sessions", "Users", "hashed", "line_for", "matches"]
