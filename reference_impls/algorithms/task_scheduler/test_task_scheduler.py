"""The count against the schedule that a heap builds, and against the best of all orders."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter, deque

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.task_scheduler.reference import least_interval

PAUSE = st.integers(0, 4)


def built_with_a_heap(tasks: list[str], n: int) -> int:
    """At each unit the free kind with most left; kinds that pause wait in a queue."""
    free = [-count for count in Counter(tasks).values()]
    heapq.heapify(free)
    paused: deque[tuple[int, int]] = deque()
    time = 0
    while free or paused:
        if paused and paused[0][0] <= time:
            heapq.heappush(free, paused.popleft()[1])
        if free:
            left = heapq.heappop(free) + 1
            if left:
                paused.append((time + n + 1, left))
        time += 1
    return time


def in_this_order(tasks: tuple[str, ...], n: int) -> int:
    """Each task as soon as it may run."""
    time, last = 0, dict[str, int]()
    for task in tasks:
        time = max(time, last.get(task, -n) + n) + 1
        last[task] = time
    return time


@given(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=20), PAUSE)
def test_a_heap_builds_a_schedule_of_that_length(tasks: list[str], n: int) -> None:
    assert least_interval(tasks, n) == built_with_a_heap(tasks, n)


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=6), PAUSE)
def test_no_order_is_shorter(tasks: list[str], n: int) -> None:
    assert least_interval(tasks, n) == min(in_this_order(order, n) for order in set(itertools.permutations(tasks)))
