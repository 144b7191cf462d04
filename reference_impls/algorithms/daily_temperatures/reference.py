"""Days until a warmer one, for each day: a monotonic stack (LeetCode 739, "next greater element").

The stack holds the days that still wait for a warmer one. Their temperatures never rise from bottom to top, because a day
takes off all colder ones before it is put on. Each day is put on once and taken off at most once: O(n) time and memory.

t: a list of n temperatures, of any sign. Returns: a list of n ints, 0 where no later day is strictly warmer.
"""


def daily_temperatures(t: list[int]) -> list[int]:
    """For each day, how many days later the next warmer one comes."""
    wait = [0] * len(t)
    waiting: list[int] = []  # days, not temperatures: the distance is asked for
    for day, temperature in enumerate(t):
        while waiting and t[waiting[-1]] < temperature:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait
