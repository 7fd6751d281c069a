"""Passwords as scrypt hashes (RFC 7914), written ``$scrypt$ln=14,r=8,p=5$SALT$HASH``.

N = 2^14, r = 8, p = 5 is one of OWASP's equal choices, the one that takes 16 MiB: some 0.2 s of a
core for each try. The parameters stand in the hash, so that they can grow.

What this module does not know: whose password it is.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b64decode, b64encode
from binascii import Error

_LN, _R, _P = 14, 8, 5
_SALT_BYTES = 16
_KEY_BYTES = 32
_MOST_MEMORY = 1 << 28
_FORM = re.compile(
    r"\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/=]{1,200})\$([A-Za-z0-9+/=]{1,200})"
)


def hashed(password: str) -> str:
    """Return the hash of a password, with a salt of its own."""
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _key(password, salt, _LN, _R, _P)
    return f"$scrypt$ln={_LN},r={_R},p={_P}${_coded(salt)}${_coded(key)}"


def matches(password: str, hash_: str) -> bool:
    """Tell whether a password has that hash, in a time that says nothing of how near it is.

    Raises:
        ValueError: it is no hash of this form.
    """
    ln, r, p, salt, key = parsed(hash_)
    return hmac.compare_digest(_key(password, salt, ln, r, p), key)


def parsed(hash_: str) -> tuple[int, int, int, bytes, bytes]:
    """Return log2 N, r, p, the salt and the key of a hash.

    Raises:
        ValueError: it is no hash of this form, or one too weak or too dear to be one.
    """
    found = _FORM.fullmatch(hash_)
    if found is None:
        raise ValueError(hash_)
    ln, r, p = map(int, found.groups()[:3])
    try:
        salt, key = (b64decode(part, validate=True) for part in found.groups()[3:])
    except Error as error:
        raise ValueError(hash_) from error
    dear = 128 * r * (1 << ln) > _MOST_MEMORY
    if not ln or not r or not p or dear or len(salt) < _SALT_BYTES or len(key) < _KEY_BYTES:
        raise ValueError(hash_)
    return ln, r, p, salt, key


def _key(password: str, salt: bytes, ln: int, r: int, p: int) -> bytes:
    # The same letters whichever way a keyboard composes them.
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(
        typed, salt=salt, n=1 << ln, r=r, p=p, maxmem=2 * _MOST_MEMORY, dklen=_KEY_BYTES
    )


def _coded(content: bytes) -> str:
    return b64encode(content).decode("ascii")
