"""Most coins from bursting balloons: dynamic programming on intervals (LeetCode 312).

With 1 at both ends, a_0 = a_{n+1} = 1, let best(l, r) be the most coins from the balloons strictly between l and r. The last of
them to burst has l and r as its neighbors, and splits the rest into two parts that don't touch:

    best(l, r) = max_{l < last < r}  best(l, last) + a_l a_last a_r + best(last, r),   best(l, l + 1) = 0

Wider intervals read narrower ones, so they are filled by width. O(n³) time, O(n²) memory.

nums: a list of n >= 0 ints >= 0. Returns: an int; 0 for no balloon.
"""


def max_coins(nums: list[int]) -> int:
    """The largest total."""
    a = [1, *nums, 1]
    best = [[0] * len(a) for _ in a]
    for width in range(2, len(a)):
        for l in range(len(a) - width):
            r = l + width
            best[l][r] = max(best[l][last] + a[l] * a[last] * a[r] + best[last][r] for last in range(l + 1, r))
    return best[0][-1]
