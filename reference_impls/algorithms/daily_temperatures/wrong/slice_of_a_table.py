# slip: slice-of-a-table-of-101
"""Differs on: t=[0, -3] -> should be [0, 0], returns [1, 0] (bucket -3 is bucket 98)."""


def daily_temperatures(t):
    n = len(t)
    far = n
    nearest = [far] * 101              # nearest[x]: next day with temperature x
    ans = [0] * n
    for i in range(n - 1, -1, -1):
        j = min(nearest[t[i] + 1:] or [far])
        if j < far:
            ans[i] = j - i
        nearest[t[i]] = i
    return ans
