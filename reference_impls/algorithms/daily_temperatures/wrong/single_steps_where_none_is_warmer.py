# slip: none
# where the later day has no warmer day, the jump goes on by single steps instead of stopping: quadratic for falling temperatures
"""Values right, but not linear: list(range(50000, 0, -1)) takes about 1.25e9 steps (minutes)."""


def daily_temperatures(t):
    n = len(t)
    ans = [0] * n
    for i in range(n - 2, -1, -1):
        j = i + 1
        while j < n and t[j] <= t[i]:
            j += ans[j] or 1
        if j < n:
            ans[i] = j - i
    return ans
