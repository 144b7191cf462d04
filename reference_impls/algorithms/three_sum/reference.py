"""All unique triplets that sum to zero: sort, fix the smallest number, close in on the other two from both ends (LeetCode 15).

In sorted order, a sum below zero rules out the lower of the two ends with every partner left, a sum above zero the upper one,
so that each step drops one number. Equal numbers stand side by side: a triplet comes twice only from an equal `a`, or from
an equal lower end, and both are skipped. O(n^2) time.

nums: a list of ints, left as it is. Returns: a list of triplets in any order, each from three different places of nums; two
triplets of the same numbers are the same.
"""


def three_sum(nums: list[int]) -> list[tuple[int, int, int]]:
    """Triplets a <= b <= c of numbers with a + b + c = 0, each once."""
    ordered = sorted(nums)
    triplets: list[tuple[int, int, int]] = []
    for first, a in enumerate(ordered):
        if first > 0 and a == ordered[first - 1]:
            continue
        low, high = first + 1, len(ordered) - 1
        while low < high:
            b, c = ordered[low], ordered[high]
            if a + b + c > 0:
                high -= 1
                continue
            if a + b + c == 0:
                triplets.append((a, b, c))
            while low < high and ordered[low] == b:
                low += 1
    return triplets
