"""How often one client may ask: buckets that fill with time, one for each client."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.rate import LOGINS_PER_MINUTE, MOST_CLIENTS, RateLimiter, Weight, network_of


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        """Begin at some time."""
        self.now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


def test_a_minute_s_worth_at_once_and_then_as_fast_as_it_fills() -> None:
    clock = Clock()
    limiter = RateLimiter(30, clock)
    assert [limiter.wait("a", Weight.ASKS) for _ in range(30)] == [0.0] * 30
    assert limiter.wait("a", Weight.ASKS) == 2.0
    assert limiter.wait("b", Weight.ASKS) == 0.0
    assert limiter.wait("a", Weight.FETCHES) == 0.0
    clock.now += 2.0
    assert limiter.wait("a", Weight.ASKS) == 0.0
    assert limiter.wait("a", Weight.ASKS) > 0.0


def test_without_a_rate_only_logging_in_is_slow() -> None:
    limiter = RateLimiter(0, Clock())
    assert not any(limiter.wait("a", Weight.ASKS) for _ in range(10_000))
    waits = [limiter.wait("a", Weight.LOGS_IN) for _ in range(int(LOGINS_PER_MINUTE) + 1)]
    assert [wait > 0 for wait in waits] == [False] * int(LOGINS_PER_MINUTE) + [True]


def test_clients_are_forgotten_before_they_fill_the_memory() -> None:
    limiter = RateLimiter(1, Clock())
    for number in range(MOST_CLIENTS + 50):
        limiter.wait(str(number), Weight.ASKS)
    assert len(limiter._buckets) == MOST_CLIENTS


def test_one_person_s_addresses_are_one_client() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:2")
    assert network_of("2001:db8::1") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1")
    assert network_of("fe80::1%eth0") == network_of("fe80::2")
    assert network_of("testclient") == "testclient"


@given(
    steps=st.lists(st.floats(0, 30, allow_subnormal=False), min_size=1, max_size=200),
    rate=st.integers(1, 60),
)
def test_never_more_than_the_rate_and_one_bucket(steps: list[float], rate: int) -> None:
    clock = Clock()
    limiter = RateLimiter(rate, clock)
    taken = 0
    for step in steps:
        clock.now += step
        taken += limiter.wait("a", Weight.ASKS) == 0.0
    assert taken <= rate + (clock.now - 100.0) * rate / 60 + 1e-6
