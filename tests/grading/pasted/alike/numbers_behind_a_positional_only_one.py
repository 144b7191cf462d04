# problem: kth-smallest
from random import choice


def quick_select(k: int, /, numbers: list[int]) -> int:
    """The k-th smallest, counted from 1."""
    if not 1 <= k <= len(numbers):
        raise ValueError(f"k must be in 1..{len(numbers)}")
    pivot = choice(numbers)
    below = [x for x in numbers if x < pivot]
    equal = numbers.count(pivot)
    if k <= len(below):
        return quick_select(k, below)
    if k <= len(below) + equal:
        return pivot
    return quick_select(k - len(below) - equal, [x for x in numbers if x > pivot])
