"""Who may open the page: a file of names and scrypt hashes, and how both are made and checked.

    hashed(password) -> str                 what a line of the file holds
    Users(path).accepts(name, password)     whether somebody may come in

What this package does not know: how a password is typed, or what it opens.
"""

from assistant.login.hashing import hashed, matches
from assistant.login.users import Users, line_for

__all__ = ["Users", "hashed", "line_for", "matches"]
