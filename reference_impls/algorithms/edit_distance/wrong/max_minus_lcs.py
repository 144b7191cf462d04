# slip: length-minus-common
from functools import cache


def edit_distance(a, b):
    @cache
    def lcs(i, j):
        if not i or not j:
            return 0
        if a[i - 1] == b[j - 1]:
            return lcs(i - 1, j - 1) + 1
        return max(lcs(i - 1, j), lcs(i, j - 1))

    return max(len(a), len(b)) - lcs(len(a), len(b))
