"""Who can reach a page that is served on an address, and the warning where that is anybody.

What this module does not know: how a page is served.
"""

import socket
from ipaddress import ip_address

from assistant.settings import Settings


def warning_for(settings: Settings) -> str:
    """Return one line where the page is open to other machines and asks nobody to log in."""
    if settings.users is not None or is_loopback(settings.host):
        return ""
    return (
        f"Cảnh báo: trang mở cho máy khác (--host {settings.host}) mà không cần đăng nhập; "
        "hãy đặt HOIDAP_USERS (xem: hoidap password --help), hoặc dùng --host 127.0.0.1."
    )


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can connect to an address; a name is looked up."""
    bare = host.strip("[]")
    try:
        return ip_address(bare.partition("%")[0]).is_loopback
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(bare, None, type=socket.SOCK_STREAM) if bare else []
    except (OSError, UnicodeError):  # an address that cannot be served: that is said elsewhere
        return True
    return bool(found) and all(ip_address(each[4][0]).is_loopback for each in found)
