"""The finish steps beside a simulation of every step, and the bounds that hold for list scheduling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.serving.continuous_batching.reference import schedule_decode

LENGTHS = st.lists(st.integers(1, 9), max_size=12)
SLOTS = st.integers(1, 5)


def simulated(lengths: list[int], max_batch: int) -> tuple[int, list[int]]:
    """Slots as a row of [request, steps left] or None."""
    slots: list[list[int] | None] = [None] * max_batch
    waiting, finish, step = list(enumerate(lengths)), [0] * len(lengths), 0
    while waiting or any(slots):
        slots = [slot or (list(waiting.pop(0)) if waiting else None) for slot in slots]
        step += 1
        for k, slot in enumerate(slots):
            if slot is not None:
                slot[1] -= 1
                if slot[1] == 0:
                    finish[slot[0]], slots[k] = step, None
    return step, finish


@given(LENGTHS, SLOTS)
def test_a_simulation_of_every_step_agrees(lengths: list[int], max_batch: int) -> None:
    assert schedule_decode(lengths, max_batch) == simulated(lengths, max_batch)


@given(LENGTHS, SLOTS)
def test_no_slot_idles_while_a_request_waits(lengths: list[int], max_batch: int) -> None:
    """Graham 1969: the total is between the two lower bounds and their sum."""
    total, finish = schedule_decode(lengths, max_batch)
    work, longest = sum(lengths), max(lengths, default=0)
    assert max(longest, -(-work // max_batch)) <= total <= work / max_batch + longest
    starts = [done - steps for done, steps in zip(finish, lengths, strict=True)]
    assert starts == sorted(starts)


@given(LENGTHS)
def test_one_slot_serves_one_after_the_other(lengths: list[int]) -> None:
    assert schedule_decode(lengths, 1)[1] == [sum(lengths[: i + 1]) for i in range(len(lengths))]


@pytest.mark.parametrize("max_batch", [1, 4])
def test_nothing_to_do(max_batch: int) -> None:
    assert schedule_decode([], max_batch) == (0, [])
