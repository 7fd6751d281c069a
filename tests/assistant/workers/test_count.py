"""How many workers suit a machine."""

import pytest

from assistant.workers.count import BYTES_EACH, MOST, cores, fitting, free_memory

PLENTY = 64 * 2**30


@pytest.mark.parametrize(
    ("wanted", "processors", "free", "started"),
    [
        (None, 1, PLENTY, 0),  # nothing to gain
        (None, 2, PLENTY, 2),
        (None, 2, None, 2),
        (None, 64, PLENTY, MOST),
        (None, 4, 3 * BYTES_EACH, 3),
        (None, 4, BYTES_EACH - 1, 0),  # short of memory
        (0, 16, PLENTY, 0),
        (3, 1, 0, 3),  # whoever asks for them gets them
    ],
)
def test_one_for_each_core_as_far_as_memory_goes(
    wanted: int | None, processors: int, free: int | None, started: int
) -> None:
    assert fitting(wanted, processors, free) == started


def test_this_machine_can_be_asked() -> None:
    assert cores() >= 1
    assert (free_memory() or 1) > 0
