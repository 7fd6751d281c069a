"""How often one client may ask: token buckets, one for each client and kind of request.

A bucket holds a minute's worth and fills evenly; what it cannot pay now says how long to wait
(a token bucket as a meter, RFC 2697's idea with one rate). A client is the address that is
connected: what a proxy writes of others is not believed. Of IPv6 it is the network, since one
person has 2^64 addresses.

What this module does not know: what is asked, or how a refusal is said.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address

MOST_CLIENTS = 10_000
_MINUTE = 60.0


class Weight(Enum):
    """What a request asks for: how many times the rate of questions it may come."""

    ASKS = 1.0
    FETCHES = 10.0
    LOGS_IN = 0.0

    def per_minute(self, rate: int) -> float:
        """Return how many a minute, where ``rate`` questions are; a password is guessed slowly."""
        return LOGINS_PER_MINUTE if self is Weight.LOGS_IN else rate * self.value


LOGINS_PER_MINUTE = 10.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class RateLimiter:
    """Buckets for the clients seen last; used by one event loop."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take how many questions a minute; 0 limits only logging in."""
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, Weight], _Bucket] = OrderedDict()

    def wait(self, client: str, weight: Weight) -> float:
        """Count a request and return 0, or return in how many seconds it may come again."""
        most = weight.per_minute(self._rate)
        if most <= 0:
            return 0.0
        now = self._clock()
        key = (network_of(client), weight)
        bucket = self._buckets.pop(key, None) or _Bucket(most, now)
        bucket.tokens = min(most, bucket.tokens + (now - bucket.at) * most / _MINUTE)
        bucket.at = now
        self._buckets[key] = bucket
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0.0
        return (1 - bucket.tokens) * _MINUTE / most


def network_of(client: str) -> str:
    """Return whose bucket an address draws from: an IPv4 address, an IPv6 network of 64 bits."""
    try:
        address: IPv4Address | IPv6Address = ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address)
