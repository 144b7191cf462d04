def daily_temperatures(t):
    n = len(t); ans = [0] * n; hottest = float("-inf")
    for i in range(n - 1, -1, -1):
        if t[i] >= hottest:
            hottest = t[i]; continue
        d = 1
        while t[i + d] <= t[i]:
            d += ans[i + d]
        ans[i] = d
    return ans
