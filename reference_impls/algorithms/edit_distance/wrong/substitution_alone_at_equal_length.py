# slip: edits-of-one-kind
# input: edit_distance("abcd", "bcde") gives 4, right is 2
from functools import lru_cache


def edit_distance(a, b):
    # Memory: O(len(a) * len(b)) for the memo; rows of a table would need O(min(len(a), len(b))).
    @lru_cache(maxsize=None)
    def go(i, j):
        if i == len(a):
            return len(b) - j
        if j == len(b):
            return len(a) - i
        if a[i] == b[j]:
            return go(i + 1, j + 1)
        rest_a, rest_b = len(a) - i, len(b) - j
        best = go(i + 1, j + 1)
        if rest_a > rest_b:
            best = min(best, go(i + 1, j))
        elif rest_b > rest_a:
            best = min(best, go(i, j + 1))
        return 1 + best

    return go(0, 0)
