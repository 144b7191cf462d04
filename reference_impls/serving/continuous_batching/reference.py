"""When each request finishes under continuous batching (Yu et al. 2022, Orca, OSDI, section 3.1: iteration-level scheduling).

    finish_i = (earliest step after which a slot is free) + lengths_i

A slot is refilled before the next step, so it never idles while a request waits. The slots are a heap of the steps until which
they are busy: the top is the slot that takes the next request. Static batching would wait for the longest request of each batch.

lengths: decode steps of each request, all waiting from the start and admitted in this order; max_batch: number of slots.
Returns: (total steps, finish step of each request), steps counted from 1; (0, []) without requests. O(n log max_batch).
"""

import heapq


def schedule_decode(lengths: list[int], max_batch: int) -> tuple[int, list[int]]:
    """Steps in all, and the step after which each request leaves."""
    busy_until = [0] * max_batch  # one entry per slot; equal entries are a heap
    finish = []
    for steps in lengths:
        done = busy_until[0] + steps
        heapq.heapreplace(busy_until, done)
        finish.append(done)
    return max(finish, default=0), finish
