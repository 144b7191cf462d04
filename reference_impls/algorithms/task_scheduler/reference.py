"""Shortest schedule with a pause between equal tasks, counted (LeetCode 621; a heap builds the schedule itself).

    max( len(tasks),  (most - 1) · (1 + n) + ties )

The task that occurs most often starts `most` times, at least n + 1 apart: most - 1 frames of n + 1 units and a last unit, which
each task that is as frequent needs, too. The rest fills the frames, column by column, so that equal ones are never too close;
with more tasks than room the frames grow and nothing is idle. The greedy schedule, always the free task with most left, is as
short: O(len(tasks)) against O(len(tasks) log k) for k kinds.

tasks: a list of m >= 1 letters; n: an int >= 0. Returns: an int, units of time from the first start to the last end.
"""

from collections import Counter


def least_interval(tasks: list[str], n: int) -> int:
    """Units of time, idle ones included."""
    counts = list(Counter(tasks).values())
    most = max(counts)
    ties = counts.count(most)
    return max(len(tasks), (most - 1) * (n + 1) + ties)
