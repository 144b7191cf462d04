"""All orders of distinct numbers, by backtracking (Knuth, The Art of Computer Programming 4A, section 7.2.1.2).

Fill the places from left to right: choose each number that isn't used yet, explore, take it back. n! permutations, O(n) time to
copy each.

nums: a list of n >= 0 distinct ints. Returns: a list of lists in any order; the empty permutation alone for n = 0.
"""


def permutations(nums: list[int]) -> list[list[int]]:
    """Every order of nums, once."""
    found: list[list[int]] = []
    chosen: list[int] = []

    def extend() -> None:
        if len(chosen) == len(nums):
            found.append(chosen.copy())
            return
        for number in nums:
            if number not in chosen:
                chosen.append(number)
                extend()
                chosen.pop()

    extend()
    return found
