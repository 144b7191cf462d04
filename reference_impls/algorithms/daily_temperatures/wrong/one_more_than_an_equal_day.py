# slip: one-more-than-an-equal-day
"""Differs on: t=[70, 70] -> should be [0, 0], returns [1, 0]."""


def daily_temperatures(t):
    n = len(t)
    ans = [0] * n
    for i in range(n - 2, -1, -1):
        if t[i + 1] > t[i]:
            ans[i] = 1
        elif t[i + 1] == t[i]:
            ans[i] = ans[i + 1] + 1     # same temperature: one day longer
        else:
            j = i + 1
            while j < n and t[j] <= t[i]:
                j = j + ans[j] if ans[j] else n
            ans[i] = j - i if j < n else 0
    return ans
